package app

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
	"trestle/export"
)

// exportScreen is what is asked before anything leaves: what kind of file, for
// whom, in which language, under which marking; what is left out and why; and
// what looks as if it were about one person. It is made anew each time and
// keeps nothing.
type exportScreen struct {
	c     *Control
	s     *sheet
	picks exportPicks
	mark  *field
	path  *field
	auto  string // the path as it was proposed: one that was typed stays
	exportLists
	editing string          // the piece that is being written anew, or empty
	fine    map[string]bool // the pieces that were looked at and may go out
}

// exportLists are what is left out and what to look at, and the column of both.
type exportLists struct{ all, left, people *fyne.Container }

// exportPicks are the three choices from a list.
type exportPicks struct{ format, audience, language *dropDown }

const exportWidth float32 = 620

// audiences are for whom a file can be made, the safe one first.
func audiences() []workshop.Audience {
	return []workshop.Audience{workshop.Reader, workshop.Facilitator}
}

// showExport opens the screen.
func (c *Control) showExport() { c.openExport() }

func (c *Control) openExport() *exportScreen {
	x := &exportScreen{c: c, fine: map[string]bool{}, exportLists: exportLists{left: container.NewVBox(), people: container.NewVBox()}}
	x.all = column(14, x.left, x.people)
	var formats, whom, tongues []string
	for _, f := range export.Formats() {
		formats = append(formats, c.Or("format."+f.ID, f.Name))
	}
	for _, a := range audiences() {
		whom = append(whom, c.Say("export.for."+string(a)))
	}
	for _, l := range Languages() {
		tongues = append(tongues, c.Or("enum."+l, l))
	}
	x.picks = exportPicks{newDropDown(formats), newDropDown(whom), newDropDown(tongues)}
	x.mark, x.path = newField(nil), newField(nil)
	x.mark.SetPlaceHolder(c.Say("export.marking.usual"))
	x.mark.SetText(workshop.One[workshop.Workshop](c.desk.Document()).Marking)
	x.picks.format.SetSelectedIndex(0)
	x.picks.audience.SetSelectedIndex(0)
	x.picks.language.SetSelectedIndex(max(indexOf(Languages(), c.room().Tag), 0))
	x.picks.format.OnChanged = func(string) { x.propose() }
	x.picks.audience.OnChanged = func(string) { x.propose(); x.refresh() }
	x.mark.enter, x.path.enter = x.write, x.write
	x.propose()
	x.refresh()
	x.show()
	return x
}

func indexOf(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// show lays the screen out; what can grow scrolls inside it.
func (x *exportScreen) show() {
	c := x.c
	ask := func(key string, w float32, o fyne.CanvasObject) fyne.CanvasObject {
		return column(4, c.line(c.Say(key), font{small, medium, "second"}), container.New(fixedWidth(w), o))
	}
	grown := container.NewVScroll(x.all)
	grown.SetMinSize(fyne.NewSize(exportWidth+16, 262))
	body := column(14,
		beside(14, ask("export.kind", 200, x.picks.format), ask("export.whom", 250, x.picks.audience), ask("export.language", 142, x.picks.language)),
		grown,
		ask("export.marking.ask", 200, x.mark), ask("export.where", exportWidth, x.path))
	do := c.strong(c.Say("export.do"), x.write)
	x.s = c.sheet(c.Say("export.title"), body, c.plain(c.Say("cancel"), func() { x.s.close() }), do)
	if firstOf(x.people) == nil { // nothing to look at: Enter writes the file
		c.win.Canvas().Focus(do)
	}
}

func (x *exportScreen) format() export.Format {
	return export.Formats()[max(x.picks.format.SelectedIndex(), 0)]
}

func (x *exportScreen) audience() workshop.Audience {
	return audiences()[max(x.picks.audience.SelectedIndex(), 0)]
}

// propose names the file beside the workshop's; the facilitator's own copy has
// a name of its own, so that it is not taken for the other.
func (x *exportScreen) propose() {
	if x.path.Text != x.auto {
		return
	}
	own := x.c.desk.store.Path()
	name := strings.TrimSuffix(own, filepath.Ext(own))
	if x.audience() == workshop.Facilitator {
		name += " " + x.c.Say("export.private.name")
	}
	x.auto = name + "." + strings.TrimPrefix(x.format().Ext, ".")
	x.path.SetText(x.auto)
}

// refresh says anew what is left out and what looks like personal data.
func (x *exportScreen) refresh() {
	x.sayLeft()
	x.sayPeople()
}

// sayLeft lists what the audience does not get, and why.
func (x *exportScreen) sayLeft() {
	c := x.c
	x.left.Objects = nil
	all, seen := c.desk.For(workshop.Facilitator), c.desk.For(x.audience())
	lines := []string{c.Say("export.what")}
	for _, l := range export.LeftOut(all, seen) {
		lines = append(lines, "· "+c.Say("export.left."+l.Key, itoa(l.N)))
	}
	if len(lines) == 1 {
		lines = append(lines, "· "+c.Say("export.left.none"))
	}
	x.left.Add(c.heading(c.Say("export.left.title")))
	if x.audience() == workshop.Facilitator {
		lines = nil
		x.left.Add(c.panelBox(c.words(c.Say("export.what.private"), exportWidth-24, font{small, medium, "ink"}), "warn.fill", "warn", 12))
	}
	for _, l := range lines {
		x.left.Add(c.words(l, exportWidth, font{small, nil, "second"}))
	}
	x.all.Refresh()
}

// write writes the file; a marking that was changed goes into the workshop
// first, as a change that can be undone.
func (x *exportScreen) write() {
	c := x.c
	w := workshop.One[workshop.Workshop](c.desk.Document())
	if m := strings.TrimSpace(x.mark.Text); m != w.Marking {
		w.Marking = m
		if c.desk.Do(workshop.Put(c.desk.Document(), "workshop.edit", w)) != nil {
			return
		}
	}
	tongue, err := Speak(Languages()[max(x.picks.language.SelectedIndex(), 0)])
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	x.s.close()
	c.export(outgoing{x.format(), x.audience(), tongue, strings.TrimSpace(x.path.Text)})
}
