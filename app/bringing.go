package app

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
	"trestle/export"
)

// bringBook asks for an exported workbook and shows what was changed in it.
func (c *Control) bringBook() {
	if c.desk.opening.ReadOnly() {
		c.say(c.win, c.Say("opened.locked.title"), c.Say("bring.read-only"))
		return
	}
	path := newField(nil)
	path.SetText(newestBook(c.desk.store.Path()))
	var s *sheet
	do := func() {
		s.close()
		c.bring(strings.TrimSpace(path.Text))
	}
	path.enter = do
	path.keys = func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			s.close()
		}
		return true
	}
	s = c.sheet(c.Say("command.bring"), container.New(fixedWidth(560), column(10, c.words(c.Say("bring.what"), 560, font{body, nil, "ink"}), c.line(c.Say("bring.where"), font{small, medium, "second"}), path)),
		c.plain(c.Say("cancel"), func() { s.close() }), c.plain(c.Say("bring.choose"), func() { s.close(); c.askFile([]string{".xlsx"}, c.bring) }), c.strong(c.Say("bring.read"), do))
	c.win.Canvas().Focus(path)
}

// newestBook is the newest workbook beside a file, or where one of its own name
// would be.
func newestBook(file string) string {
	best, at := strings.TrimSuffix(file, filepath.Ext(file))+".xlsx", time.Time{}
	list, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return best
	}
	for _, e := range list {
		if name := e.Name(); !strings.EqualFold(filepath.Ext(name), ".xlsx") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".") {
			continue
		}
		if st, err := e.Info(); err == nil && st.ModTime().After(at) {
			best, at = filepath.Join(filepath.Dir(file), e.Name()), st.ModTime()
		}
	}
	return best
}

// bring reads a workbook off the window's goroutine, and can be called off.
func (c *Control) bring(path string) {
	past := export.Past{
		Workshop: c.desk.store.Workshop(), History: c.desk.store.History(), Now: c.desk.Document(), Framework: c.desk.flow,
		Say: sayIn(c.Tongue), Clock: c.program.now,
	}
	gone := false
	var s *sheet
	stop := c.plain(c.Say("cancel"), func() { gone = true; s.close() })
	s = c.sheet(c.Say("bring.title"), c.words(c.Say("bring.reading"), 360, font{body, nil, "ink"}), stop)
	c.win.Canvas().Focus(stop)
	go func() {
		var back export.Back
		book, err := readBook(path)
		if err == nil {
			back, err = export.ReadBack(book, past)
		}
		c.program.later(func() {
			if gone {
				return
			}
			s.close()
			if err != nil {
				c.program.tell(c.win, err)
				return
			}
			c.showBrought(filepath.Base(path), back)
		})
	}()
}

// showBrought shows what a workbook brings, for somebody to pick and accept.
func (c *Control) showBrought(name string, back export.Back) *preview {
	if len(back.Items) == 0 {
		c.say(c.win, c.Say("bring.title"), strings.Join(append([]string{c.Say("bring.nothing")}, c.besides(back)...), "\n"))
		return nil
	}
	p := newPreview(c, back)
	size := c.win.Canvas().Size()
	head := []string{c.Say("bring.exported", name, itoa(int(back.Stamp.Revision)), itoa(int(c.desk.Document().Lamport())))}
	head = append(head, c.besides(back)...)
	width := min(1060, size.Width-96)
	about := column(3)
	for _, w := range head {
		about.Add(c.words(w, width, font{small, nil, "second"}))
	}
	p.take = c.strong("", func() { c.takeBrought(p) })
	p.width = width
	keys := c.words(c.Say("bring.keys"), width, font{tiny, nil, "second"})
	room := min(c.sheetRoom(c.win)-about.MinSize().Height-keys.MinSize().Height-24, p.high())
	body := container.New(fixedWidth(width), column(10, about, container.New(fixedHeight(max(150, room)), p), keys))
	p.sheet = c.sheet(c.Say("bring.title"), body, c.plain(c.Say("cancel"), func() { p.sheet.close() }), p.take)
	p.tell()
	c.win.Canvas().Focus(p)
	return p
}

// besides says what a workbook brings that is no item.
func (c *Control) besides(b export.Back) (out []string) {
	if b.Unsure {
		out = append(out, c.Say("bring.unsure"))
	}
	for _, s := range b.Absent {
		out = append(out, c.Say("bring.absent", s))
	}
	if b.Already > 0 {
		out = append(out, c.Say("bring.already", itoa(b.Already)))
	}
	return out
}

// takeBrought makes what was picked one change, and says what could not be taken.
func (c *Control) takeBrought(p *preview) {
	if p.count() == 0 { // nothing was picked, or there is nothing to pick
		p.sheet.close()
		return
	}
	change, refused, err := broughtChange(p.back, c.desk.Document(), p.taker())
	if err == nil && !change.Empty() {
		err = c.desk.session.Do(workshop.Refreeze(c.desk.Document(), change, c.desk.clock()))
	}
	p.sheet.close()
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.desk.lastKey = ""
	said := []string{c.Say("bring.done", itoa(p.count()-len(refused)))}
	if len(refused) > 0 {
		said = append(said, c.Say("bring.refused", itoa(len(refused))))
	}
	for _, i := range refused[:min(len(refused), 12)] {
		said = append(said, strings.TrimSpace(i.Ref+" "+i.Head)+": "+c.Explain(i.Why))
	}
	c.say(c.win, c.Say("bring.done.title"), strings.Join(said, "\n"))
}

// tell writes the number on the button.
func (p *preview) tell() {
	words := p.c.Say("bring.take", itoa(p.count()))
	if p.count() == 0 {
		words = p.c.Say("ok")
	}
	p.take.SetText(words)
}

// fixedHeight gives what it holds one height, whatever it asks for.
type fixedHeight float32

// MinSize implements fyne.Layout.
func (h fixedHeight) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, x := range o {
		w = max(w, x.MinSize().Width)
	}
	return fyne.NewSize(w, float32(h))
}

// Layout implements fyne.Layout.
func (h fixedHeight) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, x := range o {
		x.Resize(fyne.NewSize(s.Width, max(float32(h), s.Height)))
	}
}
