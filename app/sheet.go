package app

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// sheet is a card over a window: a question, a list, an answer. Escape closes it.
type sheet struct {
	pop    *widget.PopUp
	inside fyne.CanvasObject // its body and its buttons
	win    fyne.Window
	closed func() // what follows when it is closed
}

// mostSheets is how many cards lie over each other at most.
const mostSheets = 6

// sheetOn shows a card with a title, a body and buttons.
func (k kit) sheetOn(w fyne.Window, title string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	s := &sheet{win: w}
	row := container.NewHBox(layout.NewSpacer())
	for _, b := range buttons {
		row.Add(b)
	}
	inside := fyne.CanvasObject(body)
	if most := k.sheetRoom(w); body.MinSize().Height > most {
		sc := container.NewVScroll(body)
		sc.SetMinSize(fyne.NewSize(body.MinSize().Width+16, most))
		inside = sc
	}
	col := column(16, k.line(title, font{large, heavy, "ink"}), inside, row)
	bg := fynecanvas.NewRectangle(k.paint("card"))
	bg.CornerRadius = 12
	s.inside = col
	k.over = append(k.over[max(0, len(k.over)-mostSheets):], s)
	s.pop = widget.NewModalPopUp(container.NewStack(bg, pad(col, 24, 20, 24, 18)), w.Canvas())
	s.pop.Show()
	cv := w.Canvas()
	s.escapes(inside)
	if cv.OnTypedKey() == nil { // a window without keys of its own: Escape closes the sheet there too
		cv.SetOnTypedKey(func(e *fyne.KeyEvent) { closeTop(cv, e) })
	}
	if f := firstOf(inside); f != nil {
		cv.Focus(f)
	} else if f := firstOf(row); f != nil {
		cv.Focus(f)
	}
	for _, b := range buttons {
		if ch, ok := b.(*chip); ok {
			ch.keys = func(e *fyne.KeyEvent) {
				if e.Name == fyne.KeyEscape {
					s.close()
				}
			}
		}
	}
	return s
}

// sheetRoom is how high the body of a card over a window can be.
func (k kit) sheetRoom(w fyne.Window) float32 { return max(300, w.Canvas().Size().Height-190) }

func (c *Control) sheet(title string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	s := c.sheetOn(c.win, title, body, buttons...)
	s.closed = c.settle
	return s
}

// escapes lets Escape close the sheet from every field in it.
func (s *sheet) escapes(body fyne.CanvasObject) {
	each(body, func(o fyne.CanvasObject) bool {
		f, ok := o.(*field)
		if !ok {
			return false
		}
		own := f.keys
		f.keys = func(key fyne.KeyName, mod fyne.KeyModifier) bool {
			if own != nil && own(key, mod) {
				return true
			}
			if key == fyne.KeyEscape {
				s.close()
			}
			return key == fyne.KeyEscape
		}
		return false
	})
}

func (s *sheet) close() {
	s.pop.Hide()
	if s.closed != nil {
		s.closed()
	}
}

// closeTop closes what lies over a window by Escape; while something does, the
// window's own keys rest. True where the key was taken.
func closeTop(cv fyne.Canvas, e *fyne.KeyEvent) bool {
	top := cv.Overlays().Top()
	if top == nil {
		return false
	}
	if e.Name == fyne.KeyEscape {
		cv.Overlays().Remove(top) // a pop-up does not go by being hidden
	}
	return true
}

// say shows words that need no answer.
func (k kit) say(w fyne.Window, title, words string) {
	var s *sheet
	ok := k.strong(k.Say("ok"), func() { s.close() })
	s = k.sheetOn(w, title, k.words(words, 440, font{body, nil, "ink"}), ok)
	w.Canvas().Focus(ok)
}

// showFiles shows a dialog of files as large as its window lets it be. It has a
// size only once it is shown: Fyne 2.8.1 fails where it is given one before.
func showFiles(d *dialog.FileDialog) {
	d.Show()
	d.Resize(fyne.NewSize(900, 640))
}
