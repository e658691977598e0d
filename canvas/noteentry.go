package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// noteEntry is the entry over the note whose words are being changed.
type noteEntry struct {
	widget.Entry
	b     *Board
	note  workshop.ID
	first bool // nothing was changed yet: the first change is one of its own
	scale *scaled
	over  *container.ThemeOverride
}

func newNoteEntry(b *Board) *noteEntry {
	e := &noteEntry{b: b, scale: &scaled{}}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.OnChanged = e.typed
	e.over = container.NewThemeOverride(e, e.scale)
	return e
}

// frame is the object that the board lays over its picture.
func (e *noteEntry) frame() fyne.CanvasObject { return e.over }

// typed changes the note with each letter: the whole stretch is one undo.
func (e *noteEntry) typed(s string) {
	if e.note == "" || len([]rune(s)) > workshop.MaxText {
		return
	}
	c := workshop.EditText(e.b.document(), e.note, s)
	if c.Empty() {
		return
	}
	e.b.act(Act{Change: c, Amend: !e.first})
	e.first = false
}

// TypedKey implements fyne.Focusable.
func (e *noteEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.b.Done()
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.b.Modifiers()&fyne.KeyModifierShift != 0 {
			e.Entry.TypedKey(k)
			return
		}
		e.b.Done()
	default:
		e.Entry.TypedKey(k)
	}
}

// FocusLost implements fyne.Focusable.
func (e *noteEntry) FocusLost() {
	e.Entry.FocusLost()
	e.b.hideEntry()
}

// Edit opens the entry over a note.
func (b *Board) Edit(id workshop.ID) {
	n, ok := workshop.Find[workshop.Note](b.shown.view.Showing, id)
	if !ok {
		return
	}
	b.Select(id)
	b.entry.note = ""
	b.entry.SetText(n.Text)
	b.entry.note, b.entry.first = id, true
	b.entry.CursorRow, b.entry.CursorColumn = 0, 0
	b.placeEntry()
	b.entry.Show()
	b.entry.over.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b.entry)
		b.entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		b.entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	b.raster.Refresh()
}

// Done ends the editing of a note; what was typed is in the workshop already.
func (b *Board) Done() {
	if b.entry.note == "" {
		return
	}
	b.hideEntry()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Unfocus()
	}
}

func (b *Board) hideEntry() {
	b.entry.note = ""
	b.entry.Hide()
	b.raster.Refresh()
}

// placeEntry lays the entry over its note as the camera shows it.
func (b *Board) placeEntry() {
	if b.entry.note == "" {
		return
	}
	it, ok := b.shown.scene.Item(b.entry.note)
	if !ok {
		return
	}
	x, y := b.cam.Screen(pointOf(it.Box.X+6, it.Box.Y))
	b.entry.scale.size = max(15*b.cam.Zoom, 12)
	b.entry.over.Move(fyne.NewPos(x, y))
	b.entry.over.Resize(fyne.NewSize(max((it.Box.W-8)*b.cam.Zoom, 120), max((it.Box.H-20)*b.cam.Zoom, 60)))
	b.entry.over.Refresh()
}

// scaled is the theme of the entry: letters as large as the note's, no frame.
type scaled struct{ size float32 }

// Color implements fyne.Theme.
func (s *scaled) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameInputBackground || n == theme.ColorNameInputBorder {
		return color.Transparent
	}
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

// Font implements fyne.Theme.
func (s *scaled) Font(t fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(t)
}

// Icon implements fyne.Theme.
func (s *scaled) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}

// Size implements fyne.Theme.
func (s *scaled) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText && s.size > 0 {
		return s.size
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}
