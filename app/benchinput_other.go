//go:build !linux

package app

import "time"

func newInput(uintptr) (input, func(), error) {
	return nil, nil, NoDisplayError{"Input can be made on an X display of Linux only, so there is nothing to measure with here."}
}

func processAge() time.Duration { return 0 }

func processorTime() time.Duration { return 0 }

func residentMB() (float64, error) { return 0, nil }
