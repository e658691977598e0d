package app

import (
	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// slim is the width under which guide and panel do not stand beside the board
// both: F9 goes from one to the other.
const slim float32 = 1100

// least is how much of a window's width the board keeps beside the guide: where
// letters are so large that it cannot, the guide folds by itself until it is asked for.
const least float32 = 600

func (c *Control) cramped(width float32) bool { return width-c.guideSide() < least }

// wantsPanel says whether a slim window shows the panel rather than the guide:
// when it was asked for, or what it holds is what the hands are at.
func (c *Control) wantsPanel() bool {
	return c.parts.turned || c.parts.focus != "" && (c.parts.opened || !hasCell(c) || isFigure(c.parts.focus)) || c.parts.making != "" || pollIsOpen(c) || c.answering() || c.parts.first != nil && !hasCell(c)
}

// frame lays the window out: bar, guide | middle | panel, capture line. Where the
// guide has folded, the question stands over the middle.
type frame struct{ c *Control }

// MinSize implements fyne.Layout.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

// Layout implements fyne.Layout.
func (f *frame) Layout(o []fyne.CanvasObject, s fyne.Size) {
	top, bottom := max(56, f.c.parts.barHigh), max(60, o[4].MinSize().Height)
	banner := o[5].MinSize().Height
	if narrow := s.Width < 1250; narrow != f.c.parts.narrow || s.Width != f.c.parts.width {
		f.c.parts.narrow, f.c.parts.width = narrow, s.Width
		f.c.program.later(func() { f.c.refreshTop(); f.c.refreshBottom(); f.c.refreshQuestion() })
	}
	left, right := f.c.guideSide(), f.c.side()
	switch {
	case f.c.parts.folded:
		left, right = 0, 0
	case f.c.wantsWidth():
		right = 0
	case s.Width < f.c.slimmer():
		right = 0
		if f.c.wantsPanel() {
			left, right = 0, f.c.side()
		}
	}
	if f.c.cramped(s.Width) && !f.c.parts.guided {
		left = 0
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	show := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	show(o[1], left > 0)
	show(o[6], left == 0)
	show(o[3], right > 0)
	place(o[0], 0, 0, s.Width, top)
	place(o[5], 0, top, s.Width, banner)
	y := top + banner
	h := s.Height - y - bottom
	place(o[1], 0, y, left, h)
	ask := float32(0)
	if left == 0 {
		ask = min(o[6].MinSize().Height, h/3)
		place(o[6], 0, y, s.Width-right, ask)
	}
	place(o[2], left, y+ask, s.Width-left-right, h-ask)
	place(o[3], s.Width-right, y, right, h)
	place(o[4], 0, s.Height-bottom, s.Width, bottom)
}

// roomy is how wide words over what stands in the middle can be.
func (c *Control) roomy() float32 {
	w := c.parts.middle.Size().Width
	if w < 100 {
		w = c.win.Canvas().Size().Width - c.guideSide()
	}
	return max(w-48, 200)
}

// wantsWidth says whether the step is a page that needs the panel's room while
// nothing is selected.
func (c *Control) wantsWidth() bool {
	_, voting := workshop.OpenPoll(c.desk.Document(), "")
	return c.desk.Step().Phase == "deliver" && c.parts.focus == "" && c.parts.making == "" && !voting
}
