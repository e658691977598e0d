package app

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// outgoing is what leaves, for whom, in which words, and where to. It lives as
// long as the screen that asks for it: nothing of it is kept.
type outgoing struct {
	format   export.Format
	audience workshop.Audience
	tongue   *Tongue
	path     string
}

// export writes one format off the window's goroutine and opens nothing: it
// says where the file is.
func (c *Control) export(o outgoing) {
	showing, options := c.desk.For(o.audience), export.Options{
		Say: o.tongue.Say, Now: c.program.now(), Program: "trestle " + Version, Framework: c.desk.flow, Step: c.desk.Step().ID, Before: workshop.LastSitting(c.desk.store.History(), c.desk.Document()),
		Source: export.Source{Workshop: c.desk.store.Workshop(), Language: o.tongue.Tag}, Left: export.LeftOut(c.desk.For(workshop.Facilitator), c.desk.For(o.audience)),
	}
	go func() {
		err := file.Atomic(o.path, func(w io.Writer) error { return o.format.Write(w, export.Arrange(showing, options)) })
		c.program.later(func() {
			if err != nil {
				c.program.tell(c.win, err)
				return
			}
			c.exported(o.path)
		})
	}()
}

func (c *Control) exported(path string) {
	size := ""
	if st, err := os.Stat(path); err == nil {
		size = itoa(int(st.Size()+1023) / 1024)
	}
	var s *sheet
	ok := c.strong(c.Say("ok"), func() { s.close() })
	s = c.sheet(c.Say("export.done"), c.words(c.Say("export.written", path, size), 480, font{body, nil, "ink"}), ok)
	c.win.Canvas().Focus(ok)
}

// saveCopy writes the whole file, history and all, somewhere else.
func (c *Control) saveCopy() {
	c.askPath(" copy", func(path string) error {
		if err := c.desk.store.Sync(); err != nil {
			return err
		}
		o, err := file.Read(c.desk.store.Path())
		if err != nil {
			return err
		}
		return file.SaveCopy(path, o)
	})
}

// shareCopy writes a new file of what a reader may see, with no history.
func (c *Control) shareCopy() {
	c.askPath(" to share", func(path string) error {
		return file.ShareCopy(path, c.desk.For(workshop.Reader), c.program.options())
	})
}

func (c *Control) askPath(suffix string, do func(path string) error) {
	old := c.desk.store.Path()
	path := newField(nil)
	path.SetText(strings.TrimSuffix(old, filepath.Ext(old)) + suffix + ".trestle")
	var s *sheet
	s = c.sheet(c.Say("copy.title"), container.New(fixedWidth(520), path), c.plain(c.Say("cancel"), func() { s.close() }),
		c.strong(c.Say("copy.do"), func() {
			s.close()
			if err := do(path.Text); err != nil {
				c.program.tell(c.win, err)
				return
			}
			c.exported(path.Text)
		}))
}

// joinCopy takes in the changes of another copy of this workshop.
func (c *Control) joinCopy() { c.askFile(nil, c.join) }

func (c *Control) join(path string) {
	o, err := file.Read(path)
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	n := c.desk.session.Adopt(c.desk.store.History(), o.History())
	c.say(c.win, c.Say("join.title"), c.Say("join.done", itoa(n)))
}

// dropped takes files dropped on the window: a workshop is opened, pictures are
// put on the board, a workbook is brought back.
func (c *Control) dropped(uris []fyne.URI) {
	var pictures []string
	for _, u := range uris {
		if isPictureName(u.Path()) {
			pictures = append(pictures, u.Path())
			continue
		}
		if strings.EqualFold(filepath.Ext(u.Path()), ".trestle") {
			c.program.tell(c.win, c.program.open(u.Path()))
			continue
		}
		if strings.EqualFold(filepath.Ext(u.Path()), ".xlsx") && !c.desk.opening.ReadOnly() {
			c.bring(u.Path())
			continue
		}
		c.say(c.win, c.Say("drop.title"), c.Say("drop.unknown", filepath.Base(u.Path())))
	}
	c.addPictures(pictures)
}

// showVersions lists the kept states of this workshop.
func (c *Control) showVersions() {
	list, err := file.Versions(c.program.data, c.desk.store.Workshop())
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	col := column(6)
	if len(list) == 0 {
		col.Add(c.words(c.Say("versions.none"), 460, font{body, nil, "ink"}))
	}
	var s *sheet
	for _, v := range list {
		row := c.plain(v.At.Local().Format("2006-01-02 15:04:05"), func() { s.close(); c.program.tell(c.win, c.program.open(v.Path)) })
		col.Add(row)
	}
	s = c.sheet(c.Say("versions.title"), col, c.strong(c.Say("ok"), func() { s.close() }))
}
