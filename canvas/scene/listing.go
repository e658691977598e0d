package scene

import (
	"strings"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// row is one record of a listing: what it says, what goes with it, whose it is.
type row struct {
	id           workshop.ID
	text, detail string
	who          workshop.ID
	pill         string
	fill         Colour // of the pill
}

// listing is the board of a step that keeps records and has no picture of its
// own: a card a kind the step yields, a row a record. A review is made of these.
func (b *build) listing() Scene {
	y := margin
	if b.measured() {
		a := value.Of(b.Showing)
		y = b.courses(&a, y)
	}
	for _, k := range listed(b.step()) {
		y = b.list(k, y) + between
	}
	return b.scene(Box{})
}

// listed are the kinds a step shows: those it yields, each once.
func listed(s workshop.Step) []workshop.Kind {
	var out []workshop.Kind
	seen := map[workshop.Kind]bool{}
	for _, y := range s.Yields {
		name, _, _ := strings.Cut(y, ".")
		k := workshop.Kind(strings.ReplaceAll(name, "-", ""))
		if _, ok := workshop.ShapeOf(k); ok && !seen[k] && k != "note" && k != "workshop" {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// list draws the records of one kind from a height on, and says where it ends.
func (b *build) list(k workshop.Kind, y float32) float32 {
	rows := b.rows(k)
	head := b.panel("", Box{margin, y, boardW, 0}, b.tint(), b.or("kinds."+string(k), string(k)))
	at := len(b.items)
	b.add(head)
	line := y + 48
	if len(rows) == 0 {
		b.add(Item{Layer: Clusters, Box: Box{margin, line, boardW, 34}, Texts: []Text{words(b.say("scene.cell.empty"), 18, 6, boardW-36, 18).coloured("second")}})
		line += 40
	}
	for _, r := range rows {
		it := b.listed(r, line)
		b.add(it)
		line = it.Box.Bottom() + 6
	}
	b.items[at].Box.H = line + 8 - y
	return line + 8
}

// listed draws one row.
func (b *build) listed(r row, y float32) Item {
	p := b.partner(r.who)
	const left, side float32 = 16, 150
	room := boardW - 24 - left - side
	deep := b.height(r.text, 14, room, Regular)
	h := deep + 16
	it := Item{ID: r.id, Layer: Notes, Look: Look{Fill: p.fill, Stripe: p.edge, Radius: 6, Pattern: p.pattern}}
	it.Texts = []Text{words(r.text, left, 8, room, deep+2).sized(14)}
	if r.detail != "" {
		low := b.height(r.detail, 12, room, Regular)
		it.Texts = append(it.Texts, words(r.detail, left, 10+deep, room, low+2).sized(12).coloured("second"))
		h += low + 2
	}
	it.Box = Box{margin + 12, y, boardW - 24, max(h, 36)}
	if r.pill != "" {
		it.Texts = append(it.Texts, words(r.pill, it.Box.W-side, 10, side-70, 15).sized(11).heavy(SemiBold).coloured("card").aligned(End).pilled(r.fill))
	}
	if p.tag != "" {
		it.Texts = append(it.Texts, words(p.tag, it.Box.W-60, 10, 50, 15).sized(11).heavy(Bold).coloured(p.edge).aligned(End))
	}
	return it
}

// rows are the records of a kind as a listing says them.
func (b *build) rows(k workshop.Kind) []row {
	var out []row
	for r := range b.Showing.Of(k) {
		x, ok := b.promiseRow(r)
		if !ok {
			x, ok = b.figureRow(r)
		}
		if ok && x.text != "" {
			x.id = r.Ident()
			out = append(out, x)
		}
	}
	return out
}

// promiseRow says what was promised, decided, feared or held.
func (b *build) promiseRow(r workshop.Record) (row, bool) {
	switch r := r.(type) {
	case workshop.Commitment:
		f := b.fate(r)
		return row{text: r.Text, detail: joined(r.Role, b.dueWords(r.Due, f), r.Review), who: r.Partner, pill: b.stateWords(f), fill: statusColour(f.State)}, true
	case workshop.Action:
		f := b.fate(r)
		return row{text: r.Text, detail: joined(r.Role, b.dueWords(r.Due, f)), who: r.Partner, pill: b.stateWords(f), fill: statusColour(f.State)}, true
	case workshop.Decision:
		return row{text: r.Text, detail: joined(r.Rationale, r.Owner, b.dated(r.Review))}, true
	case workshop.Risk:
		return row{text: r.Event, detail: joined(r.Response, r.Owner)}, true
	case workshop.Assumption:
		return row{text: joined(r.If, r.Then), detail: r.Because}, true
	case workshop.Tension:
		x := row{text: r.PoleA + " ↔ " + r.PoleB, detail: joined(r.Warnings, seenWords(b, r), r.How, r.Watcher, b.dated(r.Review)), pill: b.enum(r.Stance), fill: "second"}
		if b.bare() && workshop.Asked(b.Showing, r) { // what this meeting says of it comes first
			x.pill, x.fill = b.enum(r.Seen), "good"
			if r.Seen == "seen" {
				x.fill = "bad"
			}
		}
		return x, true
	case workshop.Contribution:
		return row{text: r.What, detail: b.detail(r), who: r.Partner, pill: b.enum(r.Firmness), fill: statusColour(r.Firmness)}, true
	case workshop.Ask:
		return row{text: r.Text, detail: r.Reply, who: r.From, pill: b.enum(r.Answer), fill: statusColour(r.Answer)}, true
	}
	return row{}, false
}

// seenWords say whether a tension's early warning was seen, and when.
func seenWords(b *build, t workshop.Tension) string {
	if t.Seen == "" {
		return ""
	}
	return strings.TrimSpace(b.enum(t.Seen) + " " + b.dated(t.SeenOn))
}

// figureRow says what was measured and what came of the money.
func (b *build) figureRow(r workshop.Record) (row, bool) {
	cur := workshop.One[workshop.Workshop](b.Showing).Currency
	switch r := r.(type) {
	case workshop.Indicator:
		return row{text: r.Name, detail: b.fromTo(r), who: r.Owner}, true
	case workshop.Reading:
		i, _ := workshop.Find[workshop.Indicator](b.Showing, r.Indicator)
		return row{text: i.Name, detail: joined(strings.TrimSpace(b.figure(r.Value)+" "+i.Unit), b.dated(r.Date), r.Source), who: i.Owner}, true
	case workshop.Actual:
		l, _ := workshop.Find[workshop.Benefit](b.Showing, r.Benefit)
		year := yearName(workshop.One[workshop.Workshop](b.Showing).YearZero, r.Year)
		return row{text: l.Title, detail: joined(year, b.pounds(float64(r.Money)/100, cur))}, true
	case workshop.Benefit:
		return row{text: r.Title, detail: joined(b.enum(r.Category), r.Who, r.Officer)}, true
	case workshop.Cost:
		return row{text: r.Text, detail: b.enum(r.Nature), who: r.Party}, true
	case workshop.Partner:
		return row{text: r.Name, detail: b.authority(r), who: r.ID}, true
	case workshop.Party:
		return row{text: r.Name}, true
	case workshop.Sitting:
		return row{text: joined(b.dated(r.Date), r.Venue), detail: r.Support}, true
	}
	return row{}, false
}

// fromTo is an indicator's way: "14 → 4 weeks · Mar 2027"; at the step that asks
// where we drift, where it goes if nothing is done.
func (b *build) fromTo(i workshop.Indicator) string {
	if b.Step == "goal.drift" {
		to := "?"
		if i.DoNothing.Known {
			to = strings.TrimSpace(b.figure(i.DoNothing.V) + " " + i.Unit)
		}
		return b.or("field.doNothing", "If we do nothing") + ": " + to
	}
	return b.aim(i)
}

// aim is where an indicator comes from and must get to, and by when.
func (b *build) aim(i workshop.Indicator) string {
	from, to := b.say("scene.no-baseline"), "?"
	if i.Baseline.Known {
		from = b.figure(i.Baseline.V)
	}
	if i.Target.Known {
		to = b.figure(i.Target.V)
	}
	return joined(strings.TrimSpace(from+" → "+to+" "+i.Unit), b.month(i.TargetDate))
}

// statusColour is green for done, red for late, else grey.
func statusColour(s string) Colour {
	switch s {
	case "done", "on track", "delivered", "delivering", "confirmed", "yes":
		return "good"
	case "late", "dropped", "withdrawn", "declined", "no":
		return "bad"
	}
	return "second"
}

// joined is what there is of the parts, with dots between.
func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

// yearName is what the year t after year 0 is called: "2026/27" counts on.
func yearName(zero string, t int) string { return ledger.YearName(zero, t) }
