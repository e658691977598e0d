package value

import (
	"math"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Sentence is one thing the account says: a word of the language files, what
// to put into it, the record it is about, if any, and where each of its figures
// comes from. Shares are whole per cent.
type Sentence struct {
	Key     string      `json:"key"`
	Args    []string    `json:"args"`
	Ref     workshop.ID `json:"ref"`
	Figures []Trace     `json:"figures"`
}

// apart is how far a party's share of cost and of benefit must lie from each
// other, in per cent, to be worth a sentence.
const apart = 10

// Words are the account's sentences, made by rule, the one about who pays and
// who gains first:
//
//	value.words.carries      name, % of the cost, % of the benefit: the party most out of pocket
//	value.words.gains        name, % of the cost, % of the benefit: the party most in pocket
//	value.words.carries.nothing, value.words.gains.free  the same, of one who gets or pays nothing
//	value.words.stands       %: the case stands unless benefits fall by so much
//	value.words.short        %: the benefits would have to rise by so much
//	value.words.weak.holds   also at the weak end of the evidence the benefits cover the costs
//	value.words.weak.fails   at the weak end of the evidence they do not
//	value.words.turns        title: how sure that one line is decides alone
//	value.words.gross        n lines do not count yet, and what it is that all of them lack
//	value.words.gross.some   n lines do not count yet, and what one or another of them lacks
//	value.words.cost-unknown n costs have a year nobody knows the money of: more is paid than shown
//	value.words.unallocated  % of the benefit has nobody's name on it
//	value.words.cashable     % of the benefit can be taken out of a budget
//	value.words.outturn      % of what was forecast has come in, of the lines somebody measured
//	value.words.behind       n of m indicators are behind where they should be
//	value.words.stale        n kept results stand on other rates or grades
//	value.words.beyond       n benefits money cannot show
//
// Where a share is near a plain fraction the key ends in it, as in
// value.words.stands.fifth, and where n is 1, in value.words.gross.one.
func Words(a Account) []Sentence {
	t := a.tracer()
	out := t.mismatches()
	out = append(out, t.stands()...)
	out = append(out, t.evidence()...)
	out = append(out, t.gaps()...)
	out = append(out, t.watched()...)
	if n := len(a.Beyond); n > 0 {
		out = append(out, t.some("beyond", n, a.Beyond[0].ID))
	}
	return out
}

// Lead are the one or two sentences to say when there is room for no more: who
// carries and who gets, and whether the case stands; where lines are gross, or
// costs not known, that comes second, for what stands is not known yet.
func Lead(a Account) []Sentence {
	t := a.tracer()
	first, second := t.mismatches(), append(t.stands(), t.evidence()...)
	if g := t.gaps(); len(g) > 0 && (strings.HasPrefix(g[0].Key, "value.words.gross") || strings.HasPrefix(g[0].Key, "value.words.cost-unknown")) {
		second = append(g[:1:1], second...)
	}
	out := append(first[:min(1, len(first))], second...)
	return out[:min(2, len(out))]
}

// mismatches are the widest gaps between a party's share of the cost and of
// the benefit, one each way, the wider first.
func (t tracer) mismatches() []Sentence {
	a := t.a
	if a.PVC <= 0 || a.PVB <= 0 {
		return nil
	}
	var pays, gains *PartyLine
	most, least := 0.0, 0.0
	for i := range a.Parties {
		p := &a.Parties[i]
		if p.Unallocated {
			continue
		}
		if gap := p.Cost/a.PVC - p.Benefit/a.PVB; gap > most {
			most, pays = gap, p
		} else if gap < least {
			least, gains = gap, p
		}
	}
	var out []Sentence
	if pays != nil && 100*most >= apart {
		out = append(out, t.mismatch("value.words.carries", pays))
	}
	if gains != nil && -100*least >= apart {
		said := t.mismatch("value.words.gains", gains)
		if -least > most {
			return append([]Sentence{said}, out...)
		}
		out = append(out, said)
	}
	return out
}

func (t tracer) mismatch(key string, p *PartyLine) Sentence {
	cost, gain := t.part(p, true), t.part(p, false)
	cost.Place, gain.Place = 1, 2
	if gain.Result.Value.V == 0 {
		key += ".nothing"
	} else if p.Cost == 0 {
		key += ".free"
	}
	return Sentence{
		Key: key, Args: []string{p.Name, percent(cost.Result.Value.V), percent(gain.Result.Value.V)},
		Ref: p.ID, Figures: []Trace{cost, gain},
	}
}

// stands says how far benefits may fall, or have to rise.
func (t tracer) stands() []Sentence {
	s := t.a.Ratios.Switching
	if !s.OK {
		return nil
	}
	x, _ := t.a.Origin("fall")
	if s.V <= 1 {
		return []Sentence{{Key: fraction("value.words.stands", 1-s.V), Args: []string{percent(1 - s.V)}, Figures: []Trace{x}}}
	}
	x.Key, x.Formula, x.Result.Value = "value.figure.rise", "PVC ÷ PVB − 1", known(s.V-1)
	x.Steps = []Step{{Formula: x.Formula, With: put(x.Formula, x.Inputs...), Figure: x.Result}}
	return []Sentence{{Key: fraction("value.words.short", s.V-1), Args: []string{percent(s.V - 1)}, Figures: []Trace{x}}}
}

// fractions are the shares that have a plain word.
func fractions() []struct {
	word  string
	share float64
} {
	return []struct {
		word  string
		share float64
	}{{"tenth", .1}, {"fifth", .2}, {"quarter", .25}, {"third", 1. / 3}, {"half", .5}, {"two-thirds", 2. / 3}, {"three-quarters", .75}}
}

// fraction is the key with the plain fraction that the share is within one per
// cent of.
func fraction(key string, share float64) string {
	for _, f := range fractions() {
		if math.Abs(share-f.share) <= .01 {
			return key + "." + f.word
		}
	}
	return key
}

// evidence says what the strength of the evidence does to the case.
func (t tracer) evidence() []Sentence {
	a := t.a
	if a.PVC <= 0 || a.PVB <= 0 {
		return nil
	}
	low, _ := a.Origin("npsv.low")
	low.Place = -1
	var out []Sentence
	switch {
	case a.Range.Low.NPSV >= 0:
		out = append(out, Sentence{Key: "value.words.weak.holds", Args: []string{}, Figures: []Trace{low}})
	case a.NPSV >= 0:
		out = append(out, Sentence{Key: "value.words.weak.fails", Args: []string{}, Figures: []Trace{low}})
	}
	if len(a.Tornado.Bars) > 0 && a.Tornado.Bars[0].Turns() {
		b := a.Tornado.Bars[0]
		out = append(out, Sentence{Key: "value.words.turns", Args: []string{b.Title}, Ref: b.Ref, Figures: []Trace{a.OriginOfBar(b)}})
	}
	return out
}

// some is a sentence that counts records.
func (t tracer) some(key string, n int, ref workshop.ID) Sentence {
	full := "value.words." + key
	if n == 1 {
		full += ".one"
	}
	count := Figure{known(float64(n)), Lines, "lines"}
	return Sentence{Key: full, Args: []string{strconv.Itoa(n)}, Ref: ref, Figures: []Trace{{Key: "value.figure.count", Ref: ref, Formula: "count", Inputs: t.counting(key), Result: count, Steps: []Step{}}}}
}

// counting are the lines that a sentence counts, by name.
func (t tracer) counting(key string) []Input {
	in := []Input{}
	line := func(text string, ref workshop.ID, field string) {
		in = append(in, Input{Text: text, Ref: ref, Field: field, Figure: Figure{known(1), Lines, "lines"}})
	}
	switch key {
	case "gross", "gross.some":
		for i := range t.a.Benefits {
			if b := &t.a.Benefits[i]; !b.Complete && !b.Qualitative {
				line(b.Title, b.ID, b.Missing[0])
			}
		}
	case "cost-unknown":
		for i := range t.a.Costs {
			if c := &t.a.Costs[i]; c.Unknown > 0 {
				line(c.Text, c.ID, "amount")
			}
		}
	case "beyond":
		for _, q := range t.a.Beyond {
			line(q.Title, q.ID, "scale")
		}
	case "stale":
		for _, k := range t.a.Kept {
			if k.Stale {
				line(k.Name, k.ID, "basis")
			}
		}
	}
	return in
}

// watched says what has come of the forecast, and what of it is out of date.
func (t tracer) watched() []Sentence {
	var out []Sentence
	if s := t.a.Outturn.Share; s.OK {
		x, _ := t.a.Origin("outturn")
		out = append(out, Sentence{Key: "value.words.outturn", Args: []string{percent(s.V)}, Figures: []Trace{x}})
	}
	out = append(out, t.behind()...)
	stale, newest := 0, workshop.ID("")
	for _, k := range t.a.Kept {
		if k.Stale {
			if stale == 0 {
				newest = k.ID
			}
			stale++
		}
	}
	if stale > 0 {
		out = append(out, t.some("stale", stale, newest))
	}
	return out
}

// behind counts the indicators that are not where they should be by now.
func (t tracer) behind() []Sentence {
	x := Trace{Key: "value.figure.behind", Formula: "count", Inputs: []Input{}, Steps: []Step{}}
	behind, first := 0, workshop.ID("")
	for _, p := range t.a.Indicators {
		if p.Track == "" {
			continue
		}
		x.Inputs = append(x.Inputs, Input{Text: p.Name, Ref: p.ID, Field: "target", Figure: share1(p.Done)})
		if p.Track == "behind" {
			behind++
			if first == "" {
				first = p.ID
			}
		}
	}
	if behind == 0 {
		return nil
	}
	x.Result = Figure{known(float64(behind)), Lines, "indicators"}
	return []Sentence{{Key: "value.words.behind", Args: []string{strconv.Itoa(behind), strconv.Itoa(len(x.Inputs))}, Ref: first, Figures: []Trace{x}}}
}

func percent(share float64) string {
	return strconv.FormatFloat(Round(100*share, 0), 'f', -1, 64)
}
