//go:build cgo

package main

import (
	"os"
	"runtime"

	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"trestle/app"
)

// window brings the window library.
func window(name string) (app.Driver, error) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return app.Driver{}, app.NoDisplay()
	}
	return app.Driver{App: app.Calm(fyneapp.NewWithID(name)), Second: second, Renderer: renderer}, nil
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
