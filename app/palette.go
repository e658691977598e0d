package app

import (
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// showPalette finds a command by its words and runs it.
func (c *Control) showPalette() {
	var s *sheet
	var found []Command
	list := container.NewVBox()
	find := newField(func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			s.close()
		}
		return true
	})
	run := func(cmd Command) {
		s.close()
		cmd.Do(c)
	}
	fill := func(want string) {
		found = c.match(want)
		list.RemoveAll()
		for _, cmd := range found[:min(len(found), 10)] {
			b := widget.NewButton(c.named(cmd)+"   "+cmd.Key.String(), func() { run(cmd) })
			b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
			list.Add(b)
		}
	}
	find.SetPlaceHolder(c.Say("palette.find"))
	find.OnChanged = fill
	find.enter = func() {
		if len(found) > 0 {
			run(found[0])
		}
	}
	fill("")
	s = c.sheet(c.Say("palette.title"), container.New(fixedWidth(460), column(8, find, container.NewStack(gap(460, 380), list))))
	c.win.Canvas().Focus(find)
}

// match are the commands that can be done and whose words hold every word
// looked for, those that begin with it first.
func (c *Control) match(want string) []Command {
	words := strings.Fields(strings.ToLower(want))
	var out []Command
	for _, cmd := range append(c.adds(), c.commands...) {
		if cmd.Can != nil && !cmd.Can(c) || cmd.ID == "palette" {
			continue
		}
		text := strings.ToLower(c.named(cmd))
		all := true
		for _, w := range words {
			all = all && strings.Contains(text, w)
		}
		if all {
			out = append(out, cmd)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		p := strings.ToLower(want)
		return strings.HasPrefix(strings.ToLower(c.named(out[i])), p) && !strings.HasPrefix(strings.ToLower(c.named(out[j])), p)
	})
	return out
}

// adds are commands that open the form of a new record, one for each kind a
// step can make; those of this step come first.
func (c *Control) adds() []Command {
	names := c.makes()
	for _, y := range yields() {
		if !slices.Contains(names, y.name) {
			names = append(names, y.name)
		}
	}
	var out []Command
	for _, name := range names {
		out = append(out, Command{ID: "add:" + name, Do: func(c *Control) { c.make(name) }})
	}
	return out
}

// showKeys is the key sheet, made from the table.
func (c *Control) showKeys() {
	grid := container.New(layout.NewGridLayoutWithColumns(2))
	for _, cmd := range c.commands {
		if cmd.Key.Key == "" {
			continue
		}
		grid.Add(pad(container.NewHBox(container.New(fixedWidth(120), c.line(cmd.Key.String(), font{small, heavy, "ink"})), c.line(c.named(cmd), font{small, nil, "ink"})), 0, 2, 24, 2))
	}
	var s *sheet
	ok := c.strong(c.Say("ok"), func() { s.close() })
	s = c.sheet(c.Say("keys.title"), column(10, grid, c.words(c.Say("keys.capture"), 640, font{small, nil, "second"})), ok)
	c.win.Canvas().Focus(ok)
}
