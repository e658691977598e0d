//go:build windows

package file

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockFile takes the file for this process, as long as it is open; false where
// another has it. The byte locked lies past any file we write, so that readers
// are not kept out. A process that dies lets go by itself.
func lockFile(f *os.File) bool {
	at := windows.Overlapped{OffsetHigh: 1 << 20}
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) == nil
}
