package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// letGo takes the keys off whatever has them and gives them to what stands in
// the middle: from then on letters go to the capture line, keys to the commands.
func (c *Control) letGo() {
	cv := c.win.Canvas()
	switch {
	case c.backToRound():
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

// toPart gives the keys to the next part of the window, or the one before: bar,
// guide, the middle, panel, the line at the bottom; from there Tab goes on.
func (c *Control) toPart(by int) {
	cv, p := c.win.Canvas(), c.parts
	parts := []fyne.CanvasObject{p.banner, p.top, p.guide, p.middle, p.side, p.bottom}
	at := 3
	if on, ok := cv.Focused().(fyne.CanvasObject); ok {
		for i, o := range parts {
			if within(o, on) {
				at = i
			}
		}
	}
	for range parts {
		at = (at + by + len(parts)) % len(parts)
		switch first := firstOf(parts[at]); {
		case parts[at] == fyne.CanvasObject(p.middle):
			c.letGo()
			return
		case parts[at] == fyne.CanvasObject(p.bottom) && c.capture.takes():
			c.capture.focus()
			return
		case first != nil:
			cv.Focus(first)
			return
		}
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
	case *container.ThemeOverride:
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

// inSight scrolls whatever an object lies in until it is to be seen: the keys are
// never where nobody sees them.
func inSight(o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	cv := d.CanvasForObject(o)
	if cv == nil {
		return
	}
	roots := []fyne.CanvasObject{cv.Content()}
	if l, ok := fyne.CurrentApp().Settings().Theme().(*look); ok {
		for _, s := range l.over {
			roots = append(roots, s.inside)
		}
	}
	for _, root := range roots {
		for _, s := range scrollsOf(root, o) {
			at := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.Content).Y
			const air = 12
			to := min(max(s.Offset.Y, at+o.Size().Height+air-s.Size().Height), max(at-air, 0))
			if to = min(to, max(s.Content.Size().Height-s.Size().Height, 0)); to != s.Offset.Y {
				s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
			}
		}
	}
}

// scrollsOf are what scrolls an object under a root, the outermost first.
func scrollsOf(root, o fyne.CanvasObject) []*container.Scroll {
	var out []*container.Scroll
	each(root, func(x fyne.CanvasObject) bool {
		s, ok := x.(*container.Scroll)
		if ok && within(s.Content, o) {
			out = append(out, s)
		}
		return false
	})
	return out
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
