package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// finder is the line over the board that looks for words: what holds them is
// marked on the board, Enter goes to the next, Shift with Enter to the one before.
type finder struct {
	c     *Control
	entry *field
	count *fynecanvas.Text
	box   fyne.CanvasObject
}

const finderWidth float32 = 330

// showFind opens the line, or goes to the outline's own.
func (c *Control) showFind() {
	if c.parts.outline != nil {
		c.win.Canvas().Focus(c.parts.outline.find)
		return
	}
	if c.parts.pages.list != nil {
		c.win.Canvas().Focus(c.parts.pages.list.find)
		return
	}
	if c.parts.finder == nil {
		c.parts.finder = newFinder(c)
		put(c.parts.middle, c.board, container.New(corner{}, c.parts.finder.box))
	}
	c.win.Canvas().Focus(c.parts.finder.entry)
}

func newFinder(c *Control) *finder {
	f := &finder{c: c, count: c.line("", font{small, nil, "second"})}
	f.entry = newField(func(k fyne.KeyName, m fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			c.hideFind()
			return true
		}
		return c.entryKey(k, m)
	})
	f.entry.SetPlaceHolder(c.Say("find.words"))
	f.entry.OnChanged = func(s string) { f.tell(c.board.Find(s)) }
	f.entry.enter = func() { c.jump(c.board.Modifiers()&fyne.KeyModifierShift == 0) }
	row := container.NewBorder(nil, nil, nil, pad(f.count, 8, 8, 8, 0), f.entry)
	f.box = c.panelBox(row, "card", "line", 6)
	return f
}

// tell says how many were found.
func (f *finder) tell(n int) {
	f.count.Text = ""
	if f.entry.Text != "" {
		f.count.Text = f.c.Say("find.count", strconv.Itoa(n))
	}
	f.count.Refresh()
	f.box.Refresh()
}

// hideFind closes the line and takes the marks away; what was jumped to stays
// selected.
func (c *Control) hideFind() {
	if c.parts.finder == nil {
		return
	}
	c.parts.finder = nil
	c.board.Find("")
	put(c.parts.middle, c.board)
	c.letGo()
}

// jump selects the next record that was found, or the one before.
func (c *Control) jump(on bool) {
	if id := c.board.Jump(on); id != "" {
		c.focusOn(id)
	}
}

// corner lays one thing into the upper right corner.
type corner struct{}

// MinSize implements fyne.Layout.
func (corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, 10) }

// Layout implements fyne.Layout.
func (corner) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(finderWidth, s.Width-24)
	o[0].Resize(fyne.NewSize(w, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(s.Width-w-12, 12))
}

// linkKind gives the selected links the next kind: causes, supports, conflicts,
// depends.
func (c *Control) linkKind() {
	kinds := []string{"causes", "supports", "conflicts", "depends"}
	var recs []workshop.Record
	for _, id := range c.selected() {
		l, ok := workshop.Find[workshop.Link](c.desk.Document(), id)
		if !ok {
			continue
		}
		for i, k := range kinds {
			if k == l.Means || i == len(kinds)-1 {
				l.Means = kinds[(i+1)%len(kinds)]
				break
			}
		}
		recs = append(recs, l)
	}
	if ch := workshop.Put(c.desk.Document(), "link.kind", recs...); !ch.Empty() {
		_ = c.desk.Do(ch)
	}
}

func hasLink(c *Control) bool {
	for _, id := range c.selected() {
		if id.Kind() == "link" {
			return true
		}
	}
	return false
}

// raise puts the selected notes in front of all others, or behind them.
func (c *Control) raise(front bool) {
	if ch := workshop.Raise(c.desk.Document(), front, c.selectedNotes()...); !ch.Empty() {
		_ = c.desk.Do(ch)
	}
}
