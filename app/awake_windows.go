package app

import (
	"runtime"

	"golang.org/x/sys/windows"
)

// What SetThreadExecutionState takes: the state lasts until it is set again,
// the system stays awake, the display stays on.
const (
	stateContinuous = 0x80000000
	stateSystem     = 0x00000001
	stateDisplay    = 0x00000002
)

// keepAwake asks Windows not to sleep or blank until it is released. The state
// belongs to a thread, so one is kept for it.
func keepAwake(string) (release func()) {
	over := make(chan struct{})
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		set := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")
		if set.Find() != nil {
			return
		}
		_, _, _ = set.Call(stateContinuous | stateSystem | stateDisplay)
		<-over
		_, _, _ = set.Call(stateContinuous)
	}()
	return releases{func() { close(over) }}.all()
}
