package app

import "fyne.io/fyne/v2"

// cardRows lays cards of one width in as many columns as have room, three at most.
type cardRows struct {
	least float32 // how wide a card is at least
	gap   float32
	cols  int // that were laid out last
	again func()
}

func (l *cardRows) columns(width float32) int {
	return min(max(int((width+l.gap)/(l.least+l.gap)), 1), 3)
}

// MinSize implements fyne.Layout: the height of the rows as they were laid out last.
func (l *cardRows) MinSize(o []fyne.CanvasObject) fyne.Size {
	n := max(l.cols, 1)
	var high, row float32
	for i, x := range o {
		if i%n == 0 && i > 0 {
			high, row = high+row+l.gap, 0
		}
		row = max(row, x.MinSize().Height)
	}
	return fyne.NewSize(l.least, high+row)
}

// Layout implements fyne.Layout.
func (l *cardRows) Layout(o []fyne.CanvasObject, s fyne.Size) {
	n := l.columns(s.Width)
	if n != l.cols { // what scrolls it must learn how high it is now
		l.cols = n
		l.again()
	}
	w := (s.Width - float32(n-1)*l.gap) / float32(n)
	var y, row float32
	for i, x := range o {
		if i%n == 0 && i > 0 {
			y, row = y+row+l.gap, 0
		}
		row = max(row, x.MinSize().Height)
		x.Move(fyne.NewPos(float32(i%n)*(w+l.gap), y))
		x.Resize(fyne.NewSize(w, x.MinSize().Height))
	}
}

// cardLeast is how wide a card of the start screen is at least, cardWords its words.
func (k kit) cardLeast() float32 { return min(290*k.scale, 400) }
func (k kit) cardWords() float32 { return k.cardLeast() - 28 }

// cardRows is an empty grid of cards of the start screen.
func (p *Program) cardRows() *fyne.Container {
	return &fyne.Container{Layout: &cardRows{least: p.cardLeast(), gap: 10, again: func() {
		p.later(func() {
			if p.start != nil && p.start.Content() != nil {
				p.start.Content().Refresh()
			}
		})
	}}}
}
