package app

import (
	"slices"
	"strings"

	"trestle/app/workshop"
)

// selectedNotes are the selected records that are notes, in order.
func (c *Control) selectedNotes() []workshop.ID {
	var out []workshop.ID
	for _, id := range c.selected() {
		if id.Kind() == "note" {
			out = append(out, id)
		}
	}
	return out
}

// selectedThings are the selected records that lie on the board: notes and
// pictures, in order.
func (c *Control) selectedThings() []workshop.ID {
	return thingsOf(c.selected())
}

// thingsOf are those of some records that lie on the board, in order.
func thingsOf(ids []workshop.ID) []workshop.ID {
	var out []workshop.ID
	for _, id := range ids {
		if id.Kind() == "note" || id.Kind() == "picture" {
			out = append(out, id)
		}
	}
	return out
}

func (c *Control) group() {
	if ids := c.selectedNotes(); len(ids) > 0 {
		_ = c.desk.Do(workshop.Group(c.desk.Document(), ids, ""))
		if n, ok := workshop.Find[workshop.Note](c.desk.Document(), ids[0]); ok && n.Cluster != "" {
			c.board.Select(n.Cluster)
			c.focusOn(n.Cluster)
		}
	}
}

func (c *Control) ungroup() {
	for _, id := range c.selected() {
		cluster := id
		if n, ok := workshop.Find[workshop.Note](c.desk.Document(), id); ok {
			cluster = n.Cluster
		}
		if cluster.Kind() == "cluster" && c.desk.Document().Has(cluster) {
			_ = c.desk.Do(workshop.Ungroup(c.desk.Document(), cluster))
		}
	}
}

// link joins two selected things, or waits for a tap on the second.
func (c *Control) link() {
	ids := c.selected()
	switch {
	case len(ids) == 2:
		c.linkBetween(ids[0], ids[1])
	case c.parts.outline != nil:
		c.pickLink()
	default:
		c.board.StartLink()
	}
}

func (c *Control) merge() {
	if ids := c.selectedNotes(); len(ids) > 1 {
		_ = c.desk.Do(workshop.MergeNotes(c.desk.Document(), ids))
		c.board.Select(ids[0])
	}
}

// park keeps the selection for later, or brings back what was.
func (c *Control) park() {
	ids := thingsOf(c.meant())
	if len(ids) == 0 {
		c.notice("notice.not-park")
		return
	}
	if c.stateOf(ids[0]) == workshop.Parked {
		_ = c.desk.Do(workshop.Unpark(c.desk.Document(), ids...))
		return
	}
	if c.desk.Do(workshop.Park(c.desk.Document(), ids...)) == nil {
		c.done("notice.parked", ids)
	}
	c.board.Select()
}

// stateOf is where a note or a picture is put away, "" where it is not.
func (c *Control) stateOf(id workshop.ID) string {
	n, _ := workshop.Find[workshop.Note](c.desk.Document(), id)
	p, _ := workshop.Find[workshop.Picture](c.desk.Document(), id)
	return orElse(n.State, p.State)
}

// faceDown turns what is meant face down, or up, as the first of it says.
func (c *Control) faceDown() {
	ids := slices.DeleteFunc(slices.Clone(c.meant()), func(id workshop.ID) bool { return !workshop.CanLie(id.Kind()) })
	if len(ids) == 0 {
		c.notice("notice.not-down")
		return
	}
	first, _ := c.desk.Document().Record(ids[0])
	down := !workshop.LiesDown(first)
	if c.desk.Do(workshop.FaceDown(c.desk.Document(), down, ids...)) == nil {
		c.done(map[bool]string{true: "notice.down", false: "notice.up"}[down], ids)
	}
}

// hide makes the notes and pictures that are meant private, or shows them again,
// as the first of them says; a red line, or what would make a partner leave, too.
func (c *Control) hide() {
	d := c.desk.Document()
	ids := c.meant()
	for _, kind := range []workshop.Kind{"redline", "interest"} {
		id, ok := c.chosen(kind)
		if !ok && len(ids) > 0 {
			id, ok = ids[0], ids[0].Kind() == kind
		}
		if ok {
			l, _ := workshop.Find[workshop.RedLine](d, id)
			i, shared := workshop.Find[workshop.Interest](d, id)
			c.hid(!l.Private && (!shared || i.Shared), workshop.HideLines, id)
			return
		}
	}
	if ids = thingsOf(ids); len(ids) == 0 {
		c.notice("notice.not-private")
		return
	}
	n, _ := workshop.Find[workshop.Note](d, ids[0])
	p, _ := workshop.Find[workshop.Picture](d, ids[0])
	c.hid(!n.Private && !p.Private, workshop.Hide, ids...)
}

// hid makes records private, or shows them again, and says so.
func (c *Control) hid(private bool, how func(workshop.Document, bool, ...workshop.ID) workshop.Change, ids ...workshop.ID) {
	if c.desk.Do(how(c.desk.Document(), private, ids...)) == nil {
		c.done(map[bool]string{true: "notice.private", false: "notice.shown"}[private], ids)
	}
}

// archive takes the selection off the board; other records than notes and
// pictures are removed, which undo takes back.
func (c *Control) archive() {
	ids := c.selectedThings()
	if len(ids) > 0 && c.stateOf(ids[0]) == workshop.Archived {
		_ = c.desk.Do(workshop.Unpark(c.desk.Document(), ids...))
		return
	}
	if len(ids) > 0 {
		_ = c.desk.Do(workshop.Archive(c.desk.Document(), ids...))
		c.board.Select()
		c.focusOn("")
		return
	}
	for _, id := range c.selected() {
		if !sole(id.Kind()) {
			c.remove(id)
		}
	}
}

// editSelected opens the note in place, another record in the panel.
func (c *Control) editSelected() {
	ids := c.selected()
	if len(ids) == 0 {
		return
	}
	c.focusOn(ids[0])
	switch {
	case c.parts.outline != nil:
		c.parts.outline.open(c.parts.outline.roll.at)
	case ids[0].Kind() == "note":
		c.board.Edit(ids[0])
	case c.parts.first != nil:
		c.win.Canvas().Focus(c.parts.first)
	}
}

// copyText puts the words of the selection on the clipboard, a line each.
func (c *Control) copyText() {
	var lines []string
	for _, id := range c.selected() {
		if r, ok := c.desk.Document().Record(id); ok {
			lines = append(lines, strings.ReplaceAll(titleOf(r), "\n", " "))
		}
	}
	c.program.fyne.Clipboard().SetContent(strings.Join(lines, "\n"))
}

// pasteText captures each line of the clipboard; several are shown first.
func (c *Control) pasteText() {
	lines := pasted(c.program.fyne.Clipboard().Content())
	switch {
	case len(lines) == 1 && c.capture.takes():
		c.capture.focus()
		c.capture.entry.SetText(c.capture.entry.Text + lines[0])
	case len(lines) > 1 && c.capture.takes():
		c.capture.preview(lines)
	}
}

// clusterOf is the cluster a note stands in.
func (c *Control) clusterOf(id workshop.ID) workshop.ID {
	if n, ok := workshop.Find[workshop.Note](c.desk.Document(), id); ok && n.Cluster != "" {
		return n.Cluster
	}
	return id
}

// vote adds or takes a dot of the partner in the capture line on the selection.
func (c *Control) vote(n int) {
	p, ok := workshop.OpenPoll(c.desk.Document(), "")
	if !ok {
		return
	}
	for _, id := range c.selected() {
		for o := range workshop.All[workshop.Option](c.desk.Document()) {
			if o.Poll == p.ID && (o.Of == id || o.Of == c.clusterOf(id)) {
				_ = c.desk.Do(workshop.Cast(c.desk.Document(), o.ID, c.capture.partner, n))
			}
		}
	}
}
