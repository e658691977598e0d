package canvas

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
	"trestle/canvas/tool"
)

// writer changes the words of a note where they stand. It has no looks of its
// own: the painter draws the words, so that they break and lie while they are
// changed just as they do afterwards.
type writer struct {
	b       *Board
	note    workshop.ID
	text    tool.Writing
	stretch int     // of typing: each is one undo
	goal    float32 // where up and down try to keep the place
}

// letter writes a letter.
func (w *writer) letter(r rune) { w.put(w.text.Insert(string(r))) }

// key does what a key does to the words.
func (w *writer) key(k *fyne.KeyEvent) {
	m := w.b.Modifiers()
	word, mark := m&fyne.KeyModifierShortcutDefault != 0, m&fyne.KeyModifierShift != 0
	switch k.Name {
	case fyne.KeyEscape:
		w.b.Done()
	case fyne.KeyReturn, fyne.KeyEnter:
		if mark {
			w.put(w.text.Insert("\n"))
			return
		}
		w.b.Done()
	case fyne.KeyTab:
		w.b.Done()
		w.b.next(!mark, false)
	case fyne.KeyBackspace:
		w.put(w.text.Delete(false, word))
	case fyne.KeyDelete:
		w.put(w.text.Delete(true, word))
	case fyne.KeyLeft, fyne.KeyRight:
		w.move(w.text.Step(k.Name == fyne.KeyRight, word, mark))
	case fyne.KeyUp, fyne.KeyDown:
		w.line(k.Name == fyne.KeyDown, mark)
	case fyne.KeyHome, fyne.KeyEnd:
		w.side(k.Name == fyne.KeyEnd, word, mark)
	default:
		if isFunctionKey(k.Name) {
			w.b.Done()
			w.b.TypedKey(k)
		}
	}
}

func isFunctionKey(k fyne.KeyName) bool { return len(k) >= 2 && k[0] == 'F' }

// shortcut does what a chord does to the words; false where it is no matter of
// words.
func (w *writer) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		w.move(w.text.All())
	case *fyne.ShortcutCopy:
		w.clip(s.Clipboard)
	case *fyne.ShortcutCut:
		w.clip(s.Clipboard)
		if w.text.Marked() != "" {
			w.put(w.text.Insert(""))
		}
	case *fyne.ShortcutPaste:
		w.put(w.text.Insert(s.Clipboard.Content()))
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
			if s.Modifier&fyne.KeyModifierAlt != 0 {
				return false
			}
			w.key(&fyne.KeyEvent{Name: s.KeyName})
		default:
			return false
		}
	default:
		return false
	}
	return true
}

func (w *writer) clip(c fyne.Clipboard) {
	if s := w.text.Marked(); s != "" {
		c.SetContent(s)
	}
}

// put takes a changed text: each letter is in the workshop at once, and the
// whole stretch is one undo.
func (w *writer) put(t tool.Writing) {
	w.move(t)
	c := workshop.EditText(w.b.document(), w.note, string(t.Text))
	if w.note == "" || c.Empty() {
		return
	}
	w.b.asks.Act(Act{Change: c, Key: "text " + strconv.Itoa(w.stretch)})
}

// move moves the place.
func (w *writer) move(t tool.Writing) {
	w.text, w.goal = t, -1
	w.b.refresh()
}

// laid is the text as it lies on the board, and the places between its letters.
func (w *writer) laid() (box scene.Box, t scene.Text, at []paint.Caret, high float32) {
	it, ok := w.b.shown.scene.Item(w.note)
	if !ok {
		return
	}
	t = w.b.paint.Fit(scene.NoteText(string(w.text.Text), it.Box))
	at, high = w.b.paint.Carets(t)
	return it.Box, t, at, high
}

// line moves the place a line up or down, as near as can be to where it stood.
func (w *writer) line(down, mark bool) {
	_, _, at, _ := w.laid()
	if len(at) == 0 {
		return
	}
	from := at[min(w.text.At, len(at)-1)]
	goal := w.goal
	if goal < 0 {
		goal = from.X
	}
	want := from.Line - 1
	if down {
		want = from.Line + 1
	}
	to := nearest(at, want, goal)
	if to < 0 {
		to = 0
		if down {
			to = len(at) - 1
		}
	}
	w.move(w.text.Go(to, mark))
	w.goal = goal
}

// nearest is the place on a line that lies nearest to x, or -1.
func nearest(at []paint.Caret, line int, x float32) int {
	best := -1
	for i, c := range at {
		if c.Line == line && (best < 0 || abs(c.X-x) < abs(at[best].X-x)) {
			best = i
		}
	}
	return best
}

// side moves the place to the start or the end of the line, or of the text.
func (w *writer) side(end, all, mark bool) {
	_, _, at, _ := w.laid()
	if len(at) == 0 {
		return
	}
	line := at[min(w.text.At, len(at)-1)].Line
	to := w.text.At
	for i := range at {
		if all || at[i].Line == line {
			to = i
			if !end {
				break
			}
		}
	}
	w.move(w.text.Go(to, mark))
}

// shapes are what is drawn over the note: what is marked, the words, the place.
func (w *writer) shapes() []scene.Item {
	box, t, at, high := w.laid()
	if len(at) == 0 {
		return nil
	}
	var out []scene.Item
	from, to := w.text.Span()
	for i := from; i < to && i+1 < len(at); i++ {
		a, b := at[i], at[i+1]
		width := abs(b.X - a.X)
		if a.Line != b.Line {
			width = 5
		}
		out = append(out, scene.Item{Layer: scene.Front, Box: scene.Box{X: box.X + min(a.X, b.X), Y: box.Y + a.Y, W: width, H: high}, Look: scene.Look{Fill: "marked"}})
		if a.Line != b.Line {
			out[len(out)-1].Box.X = box.X + a.X
		}
	}
	t.Box.H += 400 // while it is being written nothing is cut off
	out = append(out, scene.Item{Layer: scene.Front, Box: box, Texts: []scene.Text{t}})
	c := at[min(w.text.At, len(at)-1)]
	thick := max(1.4, 1.2/w.b.cam.Zoom)
	return append(out, scene.Item{Layer: scene.Front, Box: scene.Box{X: box.X + c.X - thick/2, Y: box.Y + c.Y, W: thick, H: high}, Look: scene.Look{Fill: "phase.goal"}})
}
