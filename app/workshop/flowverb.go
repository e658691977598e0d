package workshop

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
)

// editFlow is the change that edits the framework which runs. What it would
// break is a FlowFault, and then nothing changes.
func editFlow(d Document, name string, edit func(*Framework) error) (Change, error) {
	c, ok := FlowCopy(d)
	if !ok {
		return Change{}, fault("empty")
	}
	f, err := ParseFramework([]byte(c.Text))
	if err != nil {
		return Change{}, err
	}
	was, _ := ParseFramework([]byte(c.Text))
	if err := edit(&f); err != nil || reflect.DeepEqual(f, was) {
		return Change{}, err
	}
	text, err := flowText(f, false)
	if err != nil {
		return Change{}, err
	}
	c.Text = string(text)
	return Put(d, name, c), nil
}

// at is the place of a step in the flow, -1 where it has none of that name.
func (f Framework) at(id string) int {
	return slices.IndexFunc(f.Steps, func(s Step) bool { return s.ID == id })
}

// ReshapeStep is the change that gives a step of the flow that runs another
// title, other minutes and other titles of its zones; the zones of an own step
// may become more, or fewer where nothing stands in them. Minutes that were
// planned for the sitting give way to minutes that differ.
func ReshapeStep(d Document, sitting ID, s Step) (Change, error) {
	replan := false
	c, err := editFlow(d, "flow.step", func(f *Framework) error {
		i := f.at(s.ID)
		if i < 0 {
			return fault("step-id", s.ID)
		}
		x := &f.Steps[i]
		form := formOf(d, *f)
		replan = x.MinutesOf(form) != s.MinutesOf(form)
		x.Title, x.Minutes = Clean(s.Title), s.Minutes
		return rezone(d, x, s.Zones)
	})
	if m := minutesAt(d, sitting, s.ID); err == nil && replan && (m.Planned > 0 || m.Out) {
		m.Planned, m.Out = 0, false
		c = c.Then(Put(d, "", m))
	}
	return c, err
}

// rezone gives a step's zones their titles; those of an own step are as given.
func rezone(d Records, x *Step, zones []Zone) error {
	if x.Own() {
		now := OwnZones(zones)
		for _, old := range x.Zones {
			if !slices.ContainsFunc(now, func(z Zone) bool { return z.ID == old.ID }) && standsIn(d, x.ID, old.ID) > 0 {
				return fault("zone-used", old.Title)
			}
		}
		if len(now) > 0 {
			x.Zones = now
		}
		return nil
	}
	x.Zones = slices.Clone(x.Zones)
	for i := range x.Zones {
		for _, z := range zones {
			if z.ID == x.Zones[i].ID && Clean(z.Title) != "" {
				x.Zones[i].Title = Clean(z.Title)
			}
		}
	}
	return nil
}

// OwnZones are zones for notes with the titles given: names where they have
// none, side by side where there are several.
func OwnZones(zones []Zone) []Zone {
	out := make([]Zone, 0, len(zones))
	taken := map[string]bool{}
	for _, z := range zones {
		taken[z.ID] = true
	}
	for _, z := range zones {
		z.Title, z.Yields, z.Span = Clean(z.Title), "note", 1
		if z.Title == "" {
			continue
		}
		for n := 1; z.ID == ""; n++ {
			if id := "zone-" + strconv.Itoa(n); !taken[id] {
				z.ID, taken[id] = id, true
			}
		}
		out = append(out, z)
	}
	if len(out) == 1 {
		out[0].Span = 2
	}
	return out
}

// AddStep is the change that adds a collecting step after another: its title,
// its question, its minutes and the titles of its zones are the caller's. It
// gives the step's name too.
func AddStep(d Document, after string, s Step) (Change, string, error) {
	c, err := editFlow(d, "flow.add", func(f *Framework) error {
		i := f.at(after)
		if i < 0 {
			return fault("step-id", after)
		}
		id := string(NewID("step"))
		s.ID, s.Phase = f.Steps[i].Phase+ownStep+id[len(id)-8:], f.Steps[i].Phase
		s.Title, s.Board, s.Activity = Clean(s.Title), Clean(s.Board), CollectNotes
		s.Zones, s.Yields, s.Gates, s.Probes = OwnZones(s.Zones), []string{"note"}, []string{}, []string{}
		if len(s.Zones) == 0 {
			s.Zones = OwnZones([]Zone{{Title: s.Title}})
		}
		f.Steps = slices.Insert(f.Steps, i+1, s)
		return nil
	})
	return c, s.ID, err
}

// MoveStep is the change that moves a step up or down among those of its phase,
// n places; at the phase's edge nothing changes.
func MoveStep(d Document, id string, n int) (Change, error) {
	return editFlow(d, "flow.move", func(f *Framework) error {
		i := f.at(id)
		if i < 0 {
			return fault("step-id", id)
		}
		by := cmp.Compare(n, 0)
		for ; n != 0; n -= by {
			j := i + by
			for j >= 0 && j < len(f.Steps) && f.Steps[j].Phase != f.Steps[i].Phase {
				j += by
			}
			if j < 0 || j >= len(f.Steps) {
				return nil
			}
			f.Steps[i], f.Steps[j] = f.Steps[j], f.Steps[i]
			i = j
		}
		return nil
	})
}

// RemoveStep is the change that takes an own step out of the flow. Where
// anything stands at it, it is left out of the sitting instead: what was said
// there stays reachable at its step. kept says so.
func RemoveStep(d Document, sitting ID, id string) (c Change, kept bool, err error) {
	if standsIn(d, id, "") > 0 {
		m := minutesAt(d, sitting, id)
		m.Out = true
		return Put(d, "agenda.plan", m), true, nil
	}
	next := ""
	c, err = editFlow(d, "flow.remove", func(f *Framework) error {
		i := f.at(id)
		if i < 0 || !f.Steps[i].Own() {
			return fault("step-id", id)
		}
		f.Steps = slices.Delete(f.Steps, i, i+1)
		if len(f.Steps) > 0 {
			next = f.Steps[min(i, len(f.Steps)-1)].ID
		}
		return nil
	})
	if err != nil {
		return c, false, err
	}
	if w := One[Workshop](d); w.Step == id {
		w.Step, w.Silent = next, ""
		c = c.Then(Put(d, "", w))
	}
	var gone []ID
	for m := range All[Minutes](d) {
		if m.Step == id {
			gone = append(gone, m.ID)
		}
	}
	gone = append(gone, wordingOf(d, id).ID)
	return c.Then(Drop(d, "", gone...)), false, nil
}

// standsIn counts what was said at a step, or in one zone of it: whatever its
// state, for what is parked or archived comes back to where it stood.
func standsIn(d Records, step, zone string) int {
	n := 0
	count := func(s, z string) {
		if s == step && (zone == "" || zone == z) {
			n++
		}
	}
	for x := range All[Note](d) {
		count(x.Step, x.Zone)
	}
	for x := range All[Cluster](d) {
		count(x.Step, x.Zone)
	}
	for x := range All[Picture](d) {
		count(x.Step, x.Zone)
	}
	for x := range All[Poll](d) {
		count(x.Step, "")
	}
	return n
}

// formOf is the form of a flow that a workshop goes by: its own where the flow
// has it, else the flow's first.
func formOf(d Records, f Framework) string {
	form := cmp.Or(One[Workshop](d).Form, "full")
	if len(f.Forms) == 0 || slices.ContainsFunc(f.Forms, func(x Form) bool { return x.ID == form }) {
		return form
	}
	return f.Forms[0].ID
}

// lastSitting is the newest sitting's name, "" where there is none.
func lastSitting(d Records) ID {
	var last ID
	for s := range All[Sitting](d) {
		last = s.ID
	}
	return last
}
