package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// undone is what was taken back, or made again.
type undone struct {
	key   string // what is said of it
	name  string // of the change
	step  string // where it happened, where that is not to be seen
	id    workshop.ID
	words bool // nothing yet: a question's words were changed last, which undo passes over
}

// undoneCommands go to where something was undone.
func undoneCommands() []Command {
	return []Command{{"undone-go", Chord{fyne.KeyZ, ctrl | alt}, undoneElsewhere, func(c *Control) { c.goUndone() }}}
}

func undoneElsewhere(c *Control) bool { return c.parts.shown.undone.step != "" }

// undo takes the newest change back. A question's words are not among what it
// takes back: where they were changed last, it says that too.
func (c *Control) undo() {
	words := c.parts.shown.undone.words
	c.takeBack("banner.undone", c.desk.Undo)
	if u := &c.parts.shown.undone; words && u.step == "" {
		u.key = "banner.undone.words"
		if u.name != "" {
			u.key = "banner.undone.here.words"
		}
		c.followBanner()
	}
}

func (c *Control) redo() { c.takeBack("banner.redone", c.desk.Redo) }

// takeBack undoes or redoes, and says what. What is on the board that is shown
// comes into view; of what is elsewhere it is said where.
func (c *Control) takeBack(key string, do func() workshop.Change) {
	before := c.desk.Document()
	ch := do()
	if ch.Empty() {
		c.parts.shown.undone = undone{key: key + ".none"}
		c.followBanner()
		return
	}
	name := c.Or("change."+ch.Name, ch.Name)
	c.parts.shown.undone = undone{key: key + ".here", name: name}
	for _, e := range ch.Edits {
		if c.parts.focus == e.ID || c.board.Shows(e.ID) {
			c.board.GlideTo(e.ID)
			c.followBanner()
			return
		}
	}
	for _, e := range ch.Edits {
		r, ok := c.desk.Document().Record(e.ID)
		if !ok {
			r, ok = before.Record(e.ID)
		}
		if step := c.stepFor(r); ok && step != "" && !c.sameBoard(step) {
			c.parts.shown.undone = undone{key: key, name: name, step: step, id: e.ID}
			break
		}
	}
	c.followBanner()
}

// sameBoard says whether what stands at a step is on the board that is shown.
func (c *Control) sameBoard(step string) bool {
	here := c.desk.Step()
	there, _ := c.desk.flow.Step(step)
	return there.ID == here.ID || there.Phase == here.Phase && there.Activity == workshop.CollectNotes && here.Activity == workshop.CollectNotes
}

// undoneLine says what was undone, and of what is elsewhere offers the way there.
func (c *Control) undoneLine() (bannerLine, bool) {
	u := c.parts.shown.undone
	s, ok := c.desk.flow.Step(u.step)
	switch {
	case ok:
	case u.key == "":
		return bannerLine{}, false
	default:
		return bannerLine{key: u.key, args: []string{u.name}}, true
	}
	p, _ := c.desk.flow.Phase(s.Phase)
	return bannerLine{u.key, []string{u.name, p.Title + " · " + s.Title}, c.goUndone, "banner.undone.go", false}, true
}

// goUndone goes to the step where something was undone, and there to the thing.
func (c *Control) goUndone() {
	u := c.parts.shown.undone
	if u.step == "" {
		return
	}
	c.parts.shown.undone = undone{}
	c.toStep(u.step)
	if c.desk.Document().Has(u.id) {
		c.selectOnly(u.id)
		c.focusOn(u.id)
	}
	c.followBanner()
}

// stepFor is the step at which a record was said, or is asked for: "" where it
// belongs to none.
func (c *Control) stepFor(r workshop.Record) string {
	switch r := r.(type) {
	case nil:
		return ""
	case workshop.Note:
		return r.Step
	case workshop.Picture:
		return r.Step
	case workshop.Cluster:
		return r.Step
	case workshop.Poll:
		return r.Step
	case workshop.Link:
		from, _ := c.desk.Document().Record(r.From)
		return c.stepFor(from)
	}
	return c.makingStep(r)
}

// makingStep is the first step that makes records like one.
func (c *Control) makingStep(r workshop.Record) string {
	kind := r.Ident().Kind()
	for _, s := range c.desk.flow.Steps {
		names := slices.Clone(s.Yields)
		for _, z := range s.Zones {
			names = append(names, z.Yields)
		}
		for _, name := range names {
			y, ok := yieldOf(name)
			given, is := r.(workshop.Contribution)
			if ok && y.kind == kind && (!is || strings.HasSuffix(name, given.Side)) {
				return s.ID
			}
		}
	}
	return ""
}
