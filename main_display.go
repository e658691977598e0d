//go:build cgo

package main

import (
	"runtime"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"trestle/app"
)

// screens are the displays as the window system has them now. Fyne's own choice
// of a second display goes by its name, which two displays may share, and where
// a window is it does not say: both are asked of the library below it.
type screens struct{}

// Displays implements app.Screens. Two displays that show the same picture are one.
func (screens) Displays() []app.Display {
	var out []app.Display
	first := glfw.GetPrimaryMonitor()
	for _, m := range glfw.GetMonitors() {
		d, ok := display(m)
		if !ok {
			continue
		}
		d.Primary = first != nil && *m == *first
		same := false
		for i := range out {
			if out[i].X == d.X && out[i].Y == d.Y {
				same = true
				out[i].Mirrored = true
				out[i].Primary = out[i].Primary || d.Primary
			}
		}
		if !same {
			out = append(out, d)
		}
	}
	return out
}

// display is a monitor in pixels of the desktop; false for one that has just gone.
func display(m *glfw.Monitor) (app.Display, bool) {
	mode := m.GetVideoMode()
	if mode == nil || mode.Width <= 0 || mode.Height <= 0 {
		return app.Display{}, false
	}
	x, y := m.GetPos()
	return app.Display{Name: m.GetName(), X: x, Y: y, W: mode.Width, H: mode.Height}, true
}

// inside calls do with the window library's own window; Fyne lets a window's
// context be used, and the context names its window.
func inside(w fyne.Window, do func(*glfw.Window)) {
	c, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	c.RunWithContext(func() {
		if g := glfw.GetCurrentContext(); g != nil {
			do(g)
		}
	})
}

// unplaced says that windows have no place that a program may know or set: so it
// is on Wayland.
func unplaced() bool { return glfw.GetPlatform() == glfw.PlatformWayland }

// Place implements app.Screens.
func (screens) Place(w fyne.Window) (at app.Display, ok bool) {
	if unplaced() {
		return at, false
	}
	inside(w, func(g *glfw.Window) {
		at.X, at.Y = g.GetPos()
		at.W, at.H = g.GetSize()
		ok = at.W > 0 && at.H > 0
	})
	return at, ok
}

// Move implements app.Screens: a window that fills its display is let go first,
// for a window manager moves no such window.
func (screens) Move(w fyne.Window, to app.Display) {
	if w.FullScreen() {
		w.SetFullScreen(false)
	}
	if unplaced() {
		return
	}
	inside(w, func(g *glfw.Window) {
		large := g.GetAttrib(glfw.Maximized) == glfw.True
		if large {
			g.Restore()
		}
		g.SetSize(to.W, to.H)
		g.SetPos(to.X, to.Y)
		if large {
			g.Maximize()
		}
	})
}

// Fill implements app.Screens. Fyne fills the display that it takes the window
// to stand on; the window system may not have moved the window yet, so that is
// put right where it was wrong. On macOS the system alone fills a display.
func (s screens) Fill(w fyne.Window, d app.Display) {
	s.Move(w, app.Display{X: d.X + d.W/8, Y: d.Y + d.H/8, W: d.W * 3 / 4, H: d.H * 3 / 4})
	w.SetFullScreen(true)
	if runtime.GOOS == "darwin" {
		return
	}
	inside(w, func(g *glfw.Window) {
		for _, m := range glfw.GetMonitors() {
			is, ok := display(m)
			if !ok || is.X != d.X || is.Y != d.Y {
				continue
			}
			if at := g.GetMonitor(); at == nil || *at != *m {
				g.SetMonitor(m, 0, 0, is.W, is.H, glfw.DontCare)
			}
			return
		}
	})
}
