package app

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// showExport asks for a format and writes the workshop as a reader may see it,
// beside the file or where the user says.
func (c *Control) showExport() {
	formats := export.Formats()
	var names []string
	for _, f := range formats {
		names = append(names, c.Or("format."+f.ID, f.Name))
	}
	pick := widget.NewRadioGroup(names, nil)
	pick.SetSelected(names[0])
	path := newField(nil)
	set := func() {
		for i, n := range names {
			if n == pick.Selected {
				path.SetText(strings.TrimSuffix(c.desk.store.Path(), filepath.Ext(c.desk.store.Path())) + "." + strings.TrimPrefix(formats[i].Ext, "."))
			}
		}
	}
	pick.OnChanged = func(string) { set() }
	set()
	var s *sheet
	body := container.New(fixedWidth(520), column(12, c.words(c.Say("export.what"), 520, font{body, nil, "ink"}), c.words(c.leftOut(), 520, font{small, nil, "second"}), pick,
		c.line(c.Say("export.where"), font{small, medium, "second"}), path))
	do := c.strong(c.Say("export.do"), func() {
		for i, n := range names {
			if n == pick.Selected {
				s.close()
				c.export(formats[i], path.Text)
			}
		}
	})
	s = c.sheet(c.Say("export.title"), body, c.plain(c.Say("cancel"), func() { s.close() }), do)
	c.win.Canvas().Focus(do)
}

// leftOut says how much of the workshop a reader will not get.
func (c *Control) leftOut() string {
	all, reader := c.desk.For(workshop.Facilitator), c.desk.For(workshop.Reader)
	notes := all.Count("note") - reader.Count("note")
	pictures := all.Count("picture") - reader.Count("picture")
	lines := all.Count("redline") - reader.Count("redline")
	interests := 0
	for i := range workshop.All[workshop.Interest](all) {
		if i.Leave != "" && !i.Shared {
			interests++
		}
	}
	said := c.Say("export.left-out", itoa(notes), itoa(lines), itoa(interests))
	if pictures > 0 {
		said += " " + c.Say("export.left-pictures", itoa(pictures))
	}
	return said
}

// export writes one format off the window's goroutine and opens nothing: it
// says where the file is and offers to show it.
func (c *Control) export(f export.Format, path string) {
	showing, now, say := c.desk.For(workshop.Reader), c.program.now(), c.Say
	flow, step := c.desk.flow, c.desk.Step().ID
	from := export.Source{Workshop: c.desk.store.Workshop(), Language: c.Tag}
	go func() {
		err := file.Atomic(path, func(w io.Writer) error {
			return f.Write(w, export.Arrange(showing, export.Options{Say: say, Now: now, Program: "trestle " + Version, Framework: flow, Step: step, Source: from}))
		})
		c.program.later(func() {
			if err != nil {
				c.program.tell(c.win, err)
				return
			}
			c.exported(path)
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
