package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestCalm: whoever asks for the settings hears that nothing moves by itself.
func TestCalm(t *testing.T) {
	a := Calm(test.NewTempApp(t))
	if a.Settings().ShowAnimations() || fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("animations are on")
	}
	if a.Settings().Theme() == nil {
		t.Error("the settings lost their theme")
	}
}
