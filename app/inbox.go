package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// intoInbox keeps what stands in the capture line for later, whatever the step
// is: it goes to no zone and nobody but the facilitator sees it. Where there are
// no words, or no line, they are asked for.
func (c *Control) intoInbox() {
	if text := strings.TrimSpace(c.capture.entry.Text); text != "" && c.capture.takes() {
		if c.keep(text) == nil {
			c.capture.entry.SetText("")
		}
		return
	}
	c.askInbox()
}

// keep puts lines into the inbox as one change.
func (c *Control) keep(lines ...string) error {
	d := c.desk.Document()
	var notes []workshop.Note
	for _, line := range lines {
		s := c.room().grammar.said(line, workshop.List[workshop.Partner](d), false, c.program.now())
		notes = append(notes, workshop.Note{Text: s.text, Party: orID(s.partner, c.capture.partner)})
	}
	err := c.desk.Do(workshop.IntoInbox(d, notes...))
	c.refreshBanner()
	return err
}

// askInbox asks for words where there is no line to type them in.
func (c *Control) askInbox() {
	var s *sheet
	back := c.win.Canvas().Focused()
	done := func() { s.close(); c.win.Canvas().Focus(back) }
	words := newField(func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape {
			done()
			return true
		}
		return false
	})
	words.SetPlaceHolder(c.Say("inbox.placeholder"))
	words.enter = func() {
		if strings.TrimSpace(words.Text) == "" || c.keep(words.Text) == nil {
			done()
		}
	}
	s = c.sheet(c.Say("inbox.ask"), container.New(fixedWidth(460), words), c.plain(c.Say("cancel"), done), c.strong(c.Say("inbox.keep"), words.enter))
	c.win.Canvas().Focus(words)
}

// toggleInbox lists what waits for a place.
func (c *Control) toggleInbox() {
	c.showList("inbox", listDeeds{rows: c.inboxRows, head: c.inboxHead, open: c.place, key: c.inboxKey})
}

func (c *Control) inboxRows(want string) []listRow {
	want = strings.ToLower(strings.TrimSpace(want))
	var out []listRow
	for _, n := range workshop.Unplaced(c.desk.Document()) {
		if want != "" && !strings.Contains(strings.ToLower(n.Text), want) {
			continue
		}
		r := listRow{id: n.ID}
		r.text = strings.ReplaceAll(n.Text, "\n", " ")
		r.tag, r.tint = c.tagAndTint(n.Party)
		r.end = workshop.Time(c.desk.Document().Made(n.ID).At).Clock().Local().Format("15:04")
		out = append(out, r)
	}
	return out
}

// inboxHead says where Enter would place a row.
func (c *Control) inboxHead() string {
	n := len(workshop.Unplaced(c.desk.Document()))
	switch {
	case n == 0:
		return c.Say("inbox.empty")
	case c.capture.captures():
	case c.inboxYield() != "":
		return c.Say("inbox.head-made", strconv.Itoa(n), c.desk.Step().Title, c.Or("make."+c.inboxYield(), plainName(c.inboxYield())))
	default:
		return c.Say("inbox.no-zone", strconv.Itoa(n), c.desk.Step().Title)
	}
	return c.Say("inbox.head", strconv.Itoa(n), c.desk.Step().Title, c.zoneTitle())
}

// inboxKey goes to another zone, or archives what needs no place.
func (c *Control) inboxKey(e *fyne.KeyEvent, id workshop.ID) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		if !c.capture.captures() {
			c.nextYield(e.Name == fyne.KeyRight)
			return true
		}
		zones := c.capture.zones()
		at := slices.IndexFunc(zones, func(z workshop.Zone) bool { return z.ID == c.capture.zone })
		if len(zones) == 0 || at < 0 {
			return true
		}
		d := 1
		if e.Name == fyne.KeyLeft {
			d = len(zones) - 1
		}
		c.capture.zone = zones[(at+d)%len(zones)].ID
		c.refreshBottom()
		c.parts.pages.list.refresh()
		return true
	case fyne.KeyDelete:
		_ = c.desk.Do(workshop.Archive(c.desk.Document(), id))
		c.refreshBanner()
		return true
	}
	return false
}
