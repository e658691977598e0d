package app

import (
	"os"
	"os/exec"
	"strconv"
)

// keepAwake keeps the Mac and its displays awake until it is released, or the
// program has ended.
func keepAwake(string) (release func()) {
	var r releases
	if f := whileRunning("caffeinate", "-d", "-i", "-w", strconv.Itoa(os.Getpid())); f != nil {
		r = append(r, f)
	}
	return r.all()
}

// whileRunning starts a tool of the system that keeps the machine awake for as
// long as it runs; nil where it is not there.
func whileRunning(name string, args ...string) func() {
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return nil
	}
	return func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	}
}
