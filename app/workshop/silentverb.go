package workshop

import (
	"slices"
	"strings"
)

// SetSilent is the change that begins silent writing at a step, or ends it with
// "": what is written there lies face down until it is turned up. A session
// marks it, so that undo skips it; it is kept, so that a crash turns nothing up.
func SetSilent(d Document, step string) Change {
	w := One[Workshop](d)
	w.Silent = step
	return Put(d, "silent", w)
}

// Silent says whether what is captured at the step is written face down.
func Silent(d Records, step string) bool { return step != "" && One[Workshop](d).Silent == step }

// Captured are the yields of all zones that are filled on the board of a step:
// its own, and where the phase is a matrix those of every column.
func Captured(f Framework, s Step) []string {
	var out []string
	for _, z := range s.Zones {
		out = append(out, z.Yields)
	}
	if s.Activity != FillMatrix && s.Activity != TakePoll && s.Activity != LinkThings {
		return out
	}
	for _, o := range f.Of(s.Phase) {
		if o.Activity != FillMatrix {
			continue
		}
		for _, z := range o.Zones {
			if !slices.Contains(out, z.Yields) {
				out = append(out, z.Yields)
			}
		}
	}
	return out
}

// Down are the records on the board of a step that lie face down, in the order
// they were written: notes of the step, and records of the kinds that its zones
// yield. With a party only that party's.
func Down(d Document, step string, yields []string, party ID) []ID {
	var out []ID
	for n := range All[Note](d) {
		if n.FaceDown && n.Shown() && n.Step == step && (party == "" || n.Party == party) {
			out = append(out, n.ID)
		}
	}
	for _, k := range decoders {
		if k.kind == "note" || !CanLie(k.kind) {
			continue
		}
		for r := range d.Of(k.kind) {
			if LiesDown(r) && yielded(r, yields) && (party == "" || voice(r) == party) {
				out = append(out, r.Ident())
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ID) int { return d.Made(a).At.Clock().Compare(d.Made(b).At.Clock()) })
	return out
}

// yielded says whether a record is of those that a zone makes.
func yielded(r Record, yields []string) bool {
	name := string(r.Ident().Kind())
	return slices.ContainsFunc(yields, func(y string) bool {
		switch {
		case y == "leave":
			return name == "interest"
		case name == "contribution", name == "nothing":
			return y == "contribution."+sideOf(r)
		}
		return strings.ReplaceAll(y, "-", "") == name
	})
}

// voice is the partner whose words a captured record holds.
func voice(r Record) ID {
	switch r := r.(type) {
	case Contribution:
		return r.Partner
	case Ask:
		return r.From
	case RedLine:
		return r.Partner
	case Interest:
		return r.Partner
	case NothingToday:
		return r.Partner
	case Indicator:
		return r.Owner
	}
	return ""
}
