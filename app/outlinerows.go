package app

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// listing gathers the lines of an outline.
type listing struct {
	o       *outline
	out     []outlineRow
	tag     string // of the partner whose words alone are wanted
	want    string
	dots    map[workshop.ID]int
	waiting []outlineRow // chapters and zones that nothing stands under yet
}

// quiet are kinds that are parts of another record's form, or the file's own.
func quiet(k workshop.Kind) bool {
	return slices.Contains([]workshop.Kind{"framework", "minutes", "option", "tally", "share", "amount", "wording", "raci", "grade", "band", "unitcost"}, k)
}

// build lists the boards phase by phase, their notes as they are read, then
// every other record kind by kind, then what was put away.
func (o *outline) build(want string) []outlineRow {
	l := &listing{o: o, want: strings.ToLower(want), dots: map[workshop.ID]int{}}
	if tag, rest, ok := strings.Cut(l.want, ":"); ok && o.c.byTag(tag) != "" {
		l.tag, l.want = tag, strings.TrimSpace(rest)
	}
	d := o.c.desk.Document()
	for p := range workshop.All[workshop.Poll](d) {
		for _, n := range workshop.Counts(d, p.ID) {
			if p.Method == workshop.DotVote {
				l.dots[n.Option.Of] = n.N
			}
		}
	}
	for _, p := range o.c.desk.flow.Phases {
		l.phase(p)
	}
	l.elsewhere()
	for _, k := range d.Present() {
		if k != "note" && k != "cluster" && k != "picture" && !quiet(k) {
			l.kind(k)
		}
	}
	l.away(workshop.Parked)
	l.away(workshop.Archived)
	return l.out
}

// byTag is the partner with a tag, "" where none has it.
func (c *Control) byTag(tag string) workshop.ID {
	for p := range workshop.All[workshop.Partner](c.desk.Document()) {
		if strings.EqualFold(p.Tag, strings.TrimSpace(tag)) {
			return p.ID
		}
	}
	return ""
}

// under puts a title over what comes next; it shows as soon as anything does.
func (l *listing) under(r outlineRow) {
	l.waiting = slices.DeleteFunc(l.waiting, func(x outlineRow) bool { return x.indent >= r.indent })
	l.waiting = append(l.waiting, r)
}

// add lists a record that fits, under the titles that wait for it.
func (l *listing) add(r workshop.Record, indent int) {
	row := l.o.row(r, indent)
	if l.tag != "" && !strings.EqualFold(row.tag, l.tag) || l.want != "" && !strings.Contains(strings.ToLower(row.text), l.want) {
		return
	}
	if n := l.dots[r.Ident()]; n > 0 {
		row.end = strings.TrimSuffix(l.o.c.Say("outline.dots", strconv.Itoa(n))+" · "+row.end, " · ")
	}
	l.out = append(append(l.out, l.waiting...), row)
	l.waiting = nil
}

// phase lists one board: the zones of its steps, the clusters and notes in them.
func (l *listing) phase(p workshop.Phase) {
	l.waiting = nil
	l.under(outlineRow{rollRow: rollRow{text: p.Title, head: true}})
	for _, s := range l.o.c.desk.flow.Of(p.ID) {
		l.under(outlineRow{rollRow: rollRow{text: s.Title, indent: 1, head: true, end: l.o.c.atStep(s)}, step: s.ID})
		for _, z := range s.Zones {
			if z.Yields != "note" {
				continue
			}
			zone := outlineRow{rollRow: rollRow{text: z.Title, indent: 2, faint: true}, step: s.ID, zone: z.ID}
			l.under(zone)
			if l.want == "" && l.tag == "" && s.ID == l.o.c.desk.Step().ID { // an empty zone is where the next note goes
				l.out = append(l.out, l.waiting...)
				l.waiting = nil
			}
			l.zone(s.ID, z.ID)
		}
	}
	l.waiting = nil
}

func (c *Control) atStep(s workshop.Step) string {
	if s.ID == c.desk.Step().ID {
		return c.Say("outline.here")
	}
	return ""
}

// zone lists what lies in one: clusters with their notes, then the others.
func (l *listing) zone(step, zone string) {
	d := l.o.c.desk.Document()
	notes := inReadingOrder(d, step, zone)
	for c := range workshop.All[workshop.Cluster](d) {
		first := true
		for _, n := range notes {
			if n.Cluster != c.ID {
				continue
			}
			if first {
				l.under(outlineRow{rollRow: rollRow{text: orElse(c.Name, l.o.c.Say("outline.cluster")), indent: 3, head: true}, id: c.ID, step: step, zone: zone})
				first = false
			}
			l.add(n, 4)
		}
		l.waiting = slices.DeleteFunc(l.waiting, func(x outlineRow) bool { return x.id == c.ID })
	}
	for _, n := range notes {
		if n.Cluster == "" || !d.Has(n.Cluster) {
			l.add(n, 3)
		}
	}
	for p := range workshop.All[workshop.Picture](d) {
		if p.Step == step && p.Zone == zone && p.Shown() {
			l.add(p, 3)
		}
	}
}

// inReadingOrder are the notes that lie in a zone, row by row.
func inReadingOrder(d workshop.Records, step, zone string) []workshop.Note {
	var out []workshop.Note
	for n := range workshop.All[workshop.Note](d) {
		if n.Step == step && n.Zone == zone && n.Shown() {
			out = append(out, n)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if dy := out[i].Y - out[j].Y; dy < -30 || dy > 30 {
			return dy < 0
		}
		return out[i].X < out[j].X
	})
	return out
}

// kind lists every record of a kind; causes under what they hang on.
func (l *listing) kind(k workshop.Kind) {
	l.waiting = nil
	l.under(outlineRow{rollRow: rollRow{text: l.o.c.Or("kinds."+string(k), plainName(string(k))), head: true}})
	if k == "cause" {
		if rows := l.o.nested(l.want); len(rows) > 0 && l.tag == "" {
			l.out = append(append(l.out, l.waiting...), rows...)
		}
		l.waiting = nil
		return
	}
	for r := range l.o.c.desk.Document().Of(k) {
		l.add(r, 1)
	}
	l.waiting = nil
}

// elsewhere lists what stands at a step or in a zone that this framework does
// not have: another one runs now, or its file was changed.
func (l *listing) elsewhere() {
	l.waiting = nil
	l.under(outlineRow{rollRow: rollRow{text: l.o.c.Say("outline.elsewhere"), head: true}})
	home := map[[2]string]bool{}
	for _, s := range l.o.c.desk.flow.Steps {
		for _, z := range s.Zones {
			home[[2]string{s.ID, z.ID}] = z.Yields == "note"
		}
	}
	d := l.o.c.desk.Document()
	for n := range workshop.All[workshop.Note](d) {
		if n.Shown() && !home[[2]string{n.Step, n.Zone}] {
			l.add(n, 1)
		}
	}
	for p := range workshop.All[workshop.Picture](d) {
		if p.Shown() && !home[[2]string{p.Step, p.Zone}] {
			l.add(p, 1)
		}
	}
	l.waiting = nil
}

// away lists the notes and pictures that were put away in one manner.
func (l *listing) away(state string) {
	l.waiting = nil
	l.under(outlineRow{rollRow: rollRow{text: l.o.c.Or("enum."+state, state), head: true}})
	d := l.o.c.desk.Document()
	for n := range workshop.All[workshop.Note](d) {
		if n.State == state {
			l.add(n, 1)
		}
	}
	for p := range workshop.All[workshop.Picture](d) {
		if p.State == state {
			l.add(p, 1)
		}
	}
	l.waiting = nil
}

// row is the line of a record: whose it is, its words, and what is true of it.
func (o *outline) row(r workshop.Record, indent int) outlineRow {
	row := outlineRow{rollRow: rollRow{text: strings.ReplaceAll(firstWords(titleOf(r), 240), "\n", " "), indent: indent}, id: r.Ident()}
	d := o.c.desk.Document()
	if p, ok := workshop.Find[workshop.Partner](d, voiceOf(r)); ok {
		row.tag, row.tint = p.Tag, strconv.Itoa(max(p.Colour, 1))
	}
	var end []string
	say := func(on bool, key string) {
		if on {
			end = append(end, o.c.Say(key))
		}
	}
	say(workshop.LiesDown(r), "outline.face-down")
	switch r := r.(type) {
	case workshop.Note:
		row.step, row.zone = r.Step, r.Zone
		say(r.Private, "outline.private")
		row.faint = !r.Shown()
	case workshop.Picture:
		row.step, row.zone = r.Step, r.Zone
		say(r.Private, "outline.private")
		row.faint = !r.Shown()
	case workshop.Link:
		row.text = o.c.titleAt(r.From) + " → " + o.c.titleAt(r.To)
		end = append(end, o.c.Or("enum."+r.Means, r.Means))
	case workshop.Ask:
		end = append(end, o.c.Or("enum."+r.Answer, r.Answer))
	case workshop.Contribution:
		end = append(end, o.c.Or("enum."+r.Side, r.Side), o.c.Or("enum."+r.Firmness, r.Firmness))
	case workshop.RedLine:
		say(r.Private, "outline.private")
	case workshop.Commitment:
		end = append(end, string(r.Due), o.c.Or("enum."+r.Status, r.Status))
	}
	row.end = strings.Join(slices.DeleteFunc(end, func(s string) bool { return s == "" }), " · ")
	return row
}

func (c *Control) titleAt(id workshop.ID) string {
	if r, ok := c.desk.Document().Record(id); ok {
		return firstWords(titleOf(r), 60)
	}
	return "–"
}

// voiceOf is the partner whose words a record holds.
func voiceOf(r workshop.Record) workshop.ID {
	switch r := r.(type) {
	case workshop.Note:
		return r.Party
	case workshop.Contribution:
		return r.Partner
	case workshop.Ask:
		return r.From
	case workshop.NothingToday:
		return r.Partner
	case workshop.RedLine:
		return r.Partner
	case workshop.Interest:
		return r.Partner
	case workshop.Commitment:
		return r.Partner
	case workshop.Action:
		return r.Partner
	case workshop.Cost:
		return r.Party
	case workshop.Indicator:
		return r.Owner
	case workshop.Score:
		return r.Partner
	case workshop.Partner:
		return r.ID
	}
	return ""
}
