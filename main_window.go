//go:build cgo

package main

import (
	"os"
	"runtime"

	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"trestle/app"
)

// window brings the window library.
func window(name string) (app.Driver, error) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return app.Driver{}, app.NoDisplay()
	}
	return app.Driver{App: app.Calm(fyneapp.NewWithID(name)), Screens: screens{}, Renderer: renderer, Locale: string(lang.SystemLocale())}, nil
}
