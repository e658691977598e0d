package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// TestLargeLetters: at every text size, at every step and with each kind of
// record in hand, nothing of bar, capture line, guide and panel is wider than
// its place on a laptop's screen; what is higher scrolls.
func TestLargeLetters(t *testing.T) {
	f := full(t)
	c := f.c
	size := fyne.NewSize(1366, 740)
	c.win.Resize(size)
	told := map[string]bool{}
	tell := func(where, what string, has, room float32) {
		if has > room+1 && !told[what+where] {
			told[what+where] = true
			t.Errorf("%s, %s: %.0f wide, has %.0f", where, what, has, room)
		}
	}
	for _, scale := range []float32{1, 1.25, 1.5, 1.75, 2} {
		c.program.look.scale = scale
		c.program.restyle()
		c.win.Resize(size)
		look := func(where string) {
			where = itoa(int(scale*100)) + " %: " + where
			tell(where, "bar", c.parts.top.MinSize().Width, size.Width)
			tell(where, "capture line", c.parts.bottom.MinSize().Width, size.Width)
			tell(where, "guide", scrolledWidth(c.parts.guide), c.guideSide())
			tell(where, "panel", scrolledWidth(c.parts.side), c.side())
		}
		for _, s := range c.desk.flow.Steps {
			c.toStep(s.ID)
			look(s.ID)
		}
		d := c.desk.Document()
		for _, k := range d.Present() {
			if quiet(k) {
				continue
			}
			for r := range d.Of(k) {
				c.focusOn(r.Ident())
				look(string(k) + " in hand")
				break
			}
		}
		for _, y := range yields() {
			c.parts.focus, c.parts.making = "", y.name
			c.refreshSide()
			look("new " + y.name)
			c.parts.making = ""
		}
	}
}

// scrolledWidth is how wide what scrolls in a region is.
func scrolledWidth(o fyne.CanvasObject) float32 {
	w := float32(0)
	each(o, func(x fyne.CanvasObject) bool {
		if s, ok := x.(*container.Scroll); ok {
			w = max(w, s.Content.MinSize().Width)
		}
		return false
	})
	return w
}
