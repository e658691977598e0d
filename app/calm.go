package app

import "fyne.io/fyne/v2"

// Calm is an application without animations. The fading cursor of one line that
// has the focus repaints the whole window sixty times a second: a quarter of a
// processor where software draws it, for nothing that anybody needs.
func Calm(a fyne.App) fyne.App {
	c := calmApp{a}
	fyne.SetCurrentApp(c)
	return c
}

type calmApp struct{ fyne.App }

// Settings implements fyne.App.
func (c calmApp) Settings() fyne.Settings { return calmSettings{c.App.Settings()} }

type calmSettings struct{ fyne.Settings }

// ShowAnimations implements fyne.Settings.
func (calmSettings) ShowAnimations() bool { return false }
