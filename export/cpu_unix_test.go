//go:build unix

package export

import (
	"syscall"
	"testing"
)

// processorTime is what this process has had of the processors so far, in ms:
// other programs of the machine do not count.
func processorTime(tb testing.TB) float64 {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
}
