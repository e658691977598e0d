package app

import (
	"slices"
	"sort"
	"strings"

	"trestle/app/workshop"
)

// mostRecent is how many commands the palette remembers.
const mostRecent = 8

// showPalette finds a command by its words, its key or its place and runs it;
// what was run last comes first.
func (c *Control) showPalette() {
	c.pick(c.Say("palette.title"), c.Say("palette.find"), func(want string) []choice {
		var out []choice
		for _, cmd := range c.match(want) {
			out = append(out, choice{c.named(cmd), cmd.Key.String(), func() {
				c.program.settings.ran(cmd.ID)
				cmd.Do(c)
			}})
		}
		for _, cmd := range c.notNow(want) {
			name := c.named(cmd)
			out = append(out, choice{c.Say("palette.not-now", name), cmd.Key.String(), func() { c.say(c.win, name, c.Say(c.whyNotKey(cmd), name)) }})
		}
		return out
	})
}

// worth is how well a command fits what is looked for: by its words, its chord, or
// other words for the same thing.
func (c *Control) worth(want string, cmd Command) (int, bool) {
	worth, ok := fuzzy(want, c.named(cmd))
	if n, key := fuzzy(want, cmd.Key.String()); !ok && key && cmd.Key.Key != "" && n >= 1000-8 {
		worth, ok = n, true
	}
	for _, other := range strings.Split(c.Or("command."+cmd.ID+".also", ""), ", ") {
		if n, begun := fuzzy(want, other); want != "" && other != "" && begun && n >= 590 && n-150 > worth {
			worth, ok = n-150, true
		}
	}
	return worth, ok
}

// notNow are commands that fit what is looked for well but cannot be done now:
// somebody who looks for one learns that it is there.
func (c *Control) notNow(want string) []Command {
	var out []Command
	for _, cmd := range c.commands {
		if n, ok := c.worth(want, cmd); want != "" && ok && n >= 450 && cmd.Can != nil && !cmd.Can(c) && !strings.HasPrefix(cmd.ID, "phase-") {
			out = append(out, cmd)
		}
	}
	return out
}

// match are the commands that can be done and whose words fit what is looked
// for, the best first; of those that fit alike, what was run last.
func (c *Control) match(want string) []Command {
	type hit struct {
		cmd   Command
		worth int
	}
	var hits []hit
	late := c.program.settings.lately()
	for _, cmd := range slices.Concat(c.commands, c.adds(), c.steps(), c.voices()) {
		if cmd.Can != nil && !cmd.Can(c) || cmd.ID == "palette" {
			continue
		}
		worth, ok := c.worth(want, cmd)
		if i := slices.Index(late, cmd.ID); i >= 0 {
			worth += 40 - i
		}
		if ok {
			hits = append(hits, hit{cmd, worth})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].worth > hits[j].worth })
	var out []Command
	for _, h := range hits {
		out = append(out, h.cmd)
	}
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

// steps are commands that go to a step of the flow.
func (c *Control) steps() []Command {
	var out []Command
	for _, s := range c.desk.flow.Steps {
		if s.ID != c.desk.Step().ID {
			out = append(out, Command{ID: "step:" + s.ID, Do: func(c *Control) { c.toStep(s.ID) }})
		}
	}
	return out
}

// voices are commands that go to what a partner said.
func (c *Control) voices() []Command {
	var out []Command
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		out = append(out, Command{ID: "voice:" + string(p.ID), Do: func(c *Control) { c.listen(p.ID) }})
	}
	return out
}

// lately are the commands that were run from the palette last, newest first.
func (s *settings) lately() []string { return s.prefs.StringList("commands") }

// ran remembers a command of the table; what belongs to one workshop is left out.
func (s *settings) ran(id string) {
	list := []string{id}
	for _, x := range s.lately() {
		if x != id && len(list) < mostRecent {
			list = append(list, x)
		}
	}
	s.prefs.SetStringList("commands", list)
}
