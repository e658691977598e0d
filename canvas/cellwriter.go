package canvas

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/ledger"
	"trestle/app/workshop"
	"trestle/canvas/tool"
)

// entry is what is being typed into a cell.
type entry struct {
	text  tool.Writing
	was   string // what the cell held
	fresh bool   // typing began with a letter: arrows leave the cell
	pick  int    // of the options, the one that Enter takes
}

// options are what the cell can be, as far as was typed.
func (c *cells) options() []ledger.Option {
	_, col, _ := c.b.sheet().Cell(c.at)
	typed := string(c.entry.text.Text)
	if typed == c.entry.was {
		typed = ""
	}
	return c.b.sheet().Options(col, typed)
}

// held is what a cell holds as it is typed: what was not understood, else what
// it says.
func (c *cells) held(at ledger.Spot) string {
	if x, ok := c.slip(at); ok {
		return x.Text
	}
	id, col, _ := c.b.sheet().Cell(at)
	return c.b.sheet().Edit(id, col)
}

// write begins to change what the cell holds.
func (c *cells) write() {
	if _, col, ok := c.b.sheet().Cell(c.at); !ok || !col.Typed() {
		return
	}
	c.mark = c.at
	was := c.held(c.at)
	c.entry = &entry{text: tool.Write(was, workshop.MaxText).All(), was: was}
	if _, col, _ := c.b.sheet().Cell(c.at); col.Sort == ledger.Text {
		c.entry.text = tool.Write(was, workshop.MaxText)
	}
	c.b.focus()
	c.b.refresh()
}

// WriteCell begins to change what the cell holds.
func (b *Board) WriteCell() { b.cells.write() }

// EnterCell is Enter while nothing is being typed: it begins to change the cell,
// or after a run of Tabs goes on to the next line.
func (b *Board) EnterCell() {
	if b.cells.from != b.cells.at.Col {
		b.cells.enter(true)
		return
	}
	b.cells.write()
}

// letter types into the cell: the first letter replaces what it holds.
func (c *cells) letter(r rune) {
	if c.entry == nil {
		if _, col, ok := c.b.sheet().Cell(c.at); !ok || !col.Typed() {
			return
		}
		c.mark = c.at
		c.entry = &entry{text: tool.Write("", workshop.MaxText), was: c.held(c.at), fresh: true}
		if box, ok := c.b.shown.scene.Cells.Cell(c.at); ok {
			c.show(box)
		}
	}
	c.put(c.entry.text.Insert(string(r)))
}

// CellRune types into the cell that has the keys; false where there is none.
func (b *Board) CellRune(r rune) bool {
	if !b.cells.on() || r == ' ' && b.cells.entry == nil {
		return false
	}
	b.focus()
	b.cells.letter(r)
	return true
}

func (c *cells) put(t tool.Writing) {
	c.entry.text, c.entry.pick = t, 0
	c.b.refresh()
}

// leave takes what was typed: it is in the workshop from now on, or stays as a
// slip until it is mended.
func (c *cells) leave() {
	e := c.entry
	if e == nil {
		return
	}
	text := strings.TrimSpace(string(e.text.Text))
	if all := c.options(); len(all) > 0 && (text != "" && text != e.was || e.pick > 0) {
		text = all[min(e.pick, len(all)-1)].Text
	}
	c.entry = nil
	if _, refused := c.slip(c.at); text != e.was || refused { // what was refused may be taken now
		c.b.asks.Act(Act{Typed: &Typed{At: c.at, Text: text}})
	}
	c.b.refresh()
}

// drop gives the cell back what it held.
func (c *cells) drop() {
	c.entry = nil
	c.b.refresh()
}

// key is what a key does while something is being typed.
func (c *cells) key(k *fyne.KeyEvent) {
	m := c.b.Modifiers()
	word, mark := m&fyne.KeyModifierShortcutDefault != 0, m&fyne.KeyModifierShift != 0
	e := c.entry
	switch k.Name {
	case fyne.KeyEscape:
		if c.drop(); c.b.sheet().Has(c.id) {
			c.giveBack()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter(!mark)
	case fyne.KeyTab:
		c.leave()
		c.tab(!mark)
	case fyne.KeyBackspace:
		c.put(e.text.Delete(false, word))
	case fyne.KeyDelete:
		c.put(e.text.Delete(true, word))
	case fyne.KeyUp, fyne.KeyDown:
		c.upDown(k.Name == fyne.KeyDown)
	case fyne.KeyLeft, fyne.KeyRight:
		if e.fresh && !mark && !word {
			c.leave()
			c.beside(k.Name == fyne.KeyRight)
			return
		}
		c.move(e.text.Step(k.Name == fyne.KeyRight, word, mark))
	case fyne.KeyHome:
		c.move(e.text.Go(0, mark))
	case fyne.KeyEnd:
		c.move(e.text.Go(len(e.text.Text), mark))
	default:
		if isFunctionKey(k.Name) && k.Name != fyne.KeyF2 {
			c.leave()
			c.b.TypedKey(k)
		}
		if k.Name == fyne.KeyF2 {
			e.fresh = false
		}
	}
}

// beside moves one column.
func (c *cells) beside(right bool) {
	if right {
		c.aside(1, false)
		return
	}
	c.aside(-1, false)
}

// enter takes what was typed and goes down to where the run of Tabs began; a
// new line that cannot stand yet keeps the place at what is wrong with it.
func (c *cells) enter(down bool) {
	c.leave()
	from := c.from
	if id := c.b.sheet().RowID(c.at); !c.b.sheet().Has(id) {
		for _, x := range c.slips {
			if at, ok := c.spot(x); ok && x.ID == id && x.Why != "" {
				c.to(at, false)
				c.from = from
				return
			}
		}
	}
	at := c.at
	at.Col = from
	if down {
		at.Row = min(at.Row+1, len(c.b.sheet().Tables[at.Table].Rows))
	} else {
		at.Row = max(at.Row-1, 0)
	}
	c.to(at, false)
	c.from = from
}

// upDown picks among the options, else leaves the cell.
func (c *cells) upDown(down bool) {
	if n := len(c.options()); n > 0 {
		step := 1
		if !down {
			step = n - 1
		}
		c.entry.pick = (c.entry.pick + step) % n
		c.b.refresh()
		return
	}
	c.leave()
	step := -1
	if down {
		step = 1
	}
	c.down(step, false)
}

func (c *cells) move(t tool.Writing) {
	c.entry.text = t
	c.b.refresh()
}

// shortcut does what a chord does to what is being typed; false where it is no
// matter of it.
func (c *cells) shortcut(s fyne.Shortcut) bool {
	e := c.entry
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		c.move(e.text.All())
	case *fyne.ShortcutCopy, *fyne.ShortcutCut:
		clip := clipboardOf(s)
		if marked := e.text.Marked(); marked != "" && clip != nil {
			clip.SetContent(marked)
			if _, cut := s.(*fyne.ShortcutCut); cut {
				c.put(e.text.Insert(""))
			}
		}
	case *fyne.ShortcutPaste:
		text := s.Clipboard.Content()
		if strings.ContainsAny(strings.TrimSpace(text), "\t\n") {
			return false
		}
		c.put(e.text.Insert(strings.TrimSpace(text)))
	case *fyne.ShortcutUndo:
		c.drop()
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
			if s.Modifier&fyne.KeyModifierAlt != 0 {
				return false
			}
			c.key(&fyne.KeyEvent{Name: s.KeyName})
		default:
			return false
		}
	default:
		return false
	}
	return true
}

func clipboardOf(s fyne.Shortcut) fyne.Clipboard {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		return s.Clipboard
	case *fyne.ShortcutCut:
		return s.Clipboard
	}
	return nil
}
