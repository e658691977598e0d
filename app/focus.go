package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// letGo takes the keys off whatever has them and gives them to what stands in
// the middle: from then on letters go to the capture line, keys to the commands.
func (c *Control) letGo() {
	cv := c.win.Canvas()
	switch {
	case c.parts.outline != nil:
		cv.Focus(c.parts.outline.roll)
	case c.parts.pages.agenda != nil:
		cv.Focus(c.parts.pages.agenda.roll)
	case c.parts.pages.list != nil:
		cv.Focus(c.parts.pages.list.roll)
	case hasCell(c):
		c.parts.opened = false
		cv.Focus(c.board)
		c.relayout()
	default:
		cv.Focus(c.board)
	}
}

// settle takes the keys off what is no longer in the window: a field that was
// made anew elsewhere would go on swallowing what is typed, unseen.
func (c *Control) settle() {
	cv := c.win.Canvas()
	if cv.Overlays().Top() != nil { // a sheet has them
		return
	}
	if o, ok := cv.Focused().(fyne.CanvasObject); ok && !within(c.win.Content(), o) {
		c.letGo()
	}
}

// holder is a widget of ours with other widgets inside.
type holder interface{ holds() fyne.CanvasObject }

// each visits what is shown under an object, itself first, until visit says stop.
func each(root fyne.CanvasObject, visit func(fyne.CanvasObject) (stop bool)) bool {
	if root == nil || !root.Visible() {
		return false
	}
	if visit(root) {
		return true
	}
	switch r := root.(type) {
	case *fyne.Container:
		for _, x := range r.Objects {
			if each(x, visit) {
				return true
			}
		}
	case *container.Scroll:
		return each(r.Content, visit)
	case holder:
		return each(r.holds(), visit)
	}
	return false
}

// within says whether an object is shown somewhere under another.
func within(root, o fyne.CanvasObject) bool {
	return each(root, func(x fyne.CanvasObject) bool { return x == o })
}

// firstOf is the first thing under an object that can have the keys, nil for none.
func firstOf(root fyne.CanvasObject) (first fyne.Focusable) {
	each(root, func(x fyne.CanvasObject) bool {
		f, ok := x.(fyne.Focusable)
		if ok {
			first = f
		}
		return ok
	})
	return first
}

// passRune gives a letter that a widget has no use for to its window.
func passRune(o fyne.CanvasObject, r rune) {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(o); cv != nil && cv.OnTypedRune() != nil {
		cv.OnTypedRune()(r)
	}
}

// passKey gives a key that a widget has no use for to its window.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(o); cv != nil && cv.OnTypedKey() != nil {
		cv.OnTypedKey()(e)
	}
}

// dropDown is a choice of a few that leaves letters and the program's keys to its window.
type dropDown struct{ widget.Select }

func newDropDown(options []string) *dropDown {
	p := &dropDown{}
	p.Options = options
	p.ExtendBaseWidget(p)
	return p
}

// TypedRune implements fyne.Focusable.
func (p *dropDown) TypedRune(r rune) {
	if r != ' ' {
		passRune(p, r)
	}
}

// TypedKey implements fyne.Focusable.
func (p *dropDown) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown:
		p.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyLeft, fyne.KeyRight:
		p.Select.TypedKey(e)
	default:
		passKey(p, e)
	}
}
