//go:build !windows

package file

import (
	"os"
	"syscall"
)

// lockFile takes the file for this process, as long as it is open; false where
// another has it. A process that dies lets go by itself.
func lockFile(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
