//go:build cgo

package main

import (
	"os"
	"runtime"

	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"trestle/app"
)

// window opens the program's windows on a file, or the start screen.
func window(path string) error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return app.NoDisplay()
	}
	return app.Run(app.Driver{App: fyneapp.NewWithID("io.github.trestle.board"), Second: second}, path)
}

// second is the corner of the first display that is not the primary one. Fyne's
// own choice goes by the display's name, which two displays may share.
func second() (x, y int, ok bool) {
	first := glfw.GetPrimaryMonitor()
	if first == nil {
		return 0, 0, false
	}
	px, py := first.GetPos()
	for _, m := range glfw.GetMonitors() {
		if mx, my := m.GetPos(); mx != px || my != py {
			return mx, my, true
		}
	}
	return 0, 0, false
}
