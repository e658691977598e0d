package app

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// sheet is a card over a window: a question, a list, an answer. Escape closes it.
type sheet struct {
	pop *widget.PopUp
	win fyne.Window
}

// sheetOn shows a card with a title, a body and buttons.
func (k kit) sheetOn(w fyne.Window, title string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	s := &sheet{win: w}
	row := container.NewHBox(layout.NewSpacer())
	for _, b := range buttons {
		row.Add(b)
	}
	inside := fyne.CanvasObject(body)
	if body.MinSize().Height > 520 {
		sc := container.NewVScroll(body)
		sc.SetMinSize(fyne.NewSize(body.MinSize().Width+16, 520))
		inside = sc
	}
	col := column(16, k.line(title, font{large, heavy, "ink"}), inside, row)
	bg := fynecanvas.NewRectangle(k.paint("card"))
	bg.CornerRadius = 12
	s.pop = widget.NewModalPopUp(container.NewStack(bg, pad(col, 24, 20, 24, 18)), w.Canvas())
	s.pop.Show()
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

func (c *Control) sheet(title string, body fyne.CanvasObject, buttons ...fyne.CanvasObject) *sheet {
	return c.sheetOn(c.win, title, body, buttons...)
}

func (s *sheet) close() { s.pop.Hide() }

// say shows words that need no answer.
func (k kit) say(w fyne.Window, title, words string) {
	var s *sheet
	ok := k.strong(k.Say("ok"), func() { s.close() })
	s = k.sheetOn(w, title, k.words(words, 440, font{body, nil, "ink"}), ok)
	w.Canvas().Focus(ok)
}
