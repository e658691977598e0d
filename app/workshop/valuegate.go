package workshop

import (
	"math"
	"strconv"
	"strings"
)

// Monetised says whether the line enters the totals in money.
func (r Benefit) Monetised() bool { return r.Class != "qualitative" && r.UnitValue.Known }

// Gaps are the fields a monetised line still needs before it is more than
// "gross, not adjusted" (I16).
func (r Benefit) Gaps() []string {
	if !r.Monetised() {
		return nil
	}
	var out []string
	if !r.Deadweight.Known {
		out = append(out, "deadweight")
	}
	if !r.Attribution.Known {
		out = append(out, "attribution")
	}
	if r.Grade == 0 {
		out = append(out, "grade")
	}
	return out
}

// Lacks are the answers a line still needs before it counts: how many there
// are and what one is worth, and then what Gaps names. What money cannot show
// needs none.
func (r Benefit) Lacks() []string {
	out := []string{}
	if r.Class == "qualitative" {
		return out
	}
	for _, x := range []struct {
		field string
		known bool
	}{
		{"quantity", r.Quantity.Known || r.Population.Known},
		{"unitValue", r.UnitValue.Known},
		{"deadweight", r.Deadweight.Known},
		{"attribution", r.Attribution.Known},
		{"grade", r.Grade >= 1 && r.Grade <= 6},
	} {
		if !x.known {
			out = append(out, x.field)
		}
	}
	return out
}

// lacking begins an argument that names fields, not text.
const lacking = "value.lacks."

// Lacking is what a sentence is given to name the fields that a line lacks.
func Lacking(fields []string) string { return lacking + strings.Join(fields, "+") }

// SayLacking turns what Lacking made into words; any other argument stays as
// it is.
func SayLacking(arg string, say func(key string, args ...string) string) string {
	fields, ok := strings.CutPrefix(arg, lacking)
	if !ok {
		return arg
	}
	list := strings.Split(fields, "+")
	out := say(lacking + list[0])
	for i, f := range list[1:] {
		join := "list.comma"
		if i == len(list)-2 {
			join = "list.and"
		}
		out = say(join, out, say(lacking+f))
	}
	return out
}

func benefitOwned(d Records) []Finding {
	l := list{gate: "benefit-owned"}
	if d.Count("benefit") == 0 {
		l.miss("no-benefit", "")
	}
	for b := range All[Benefit](d) {
		switch {
		case b.Officer == "":
			l.miss("benefit-no-owner", b.ID, b.Title)
		case b.Class != "qualitative" && b.Indicator == "":
			l.miss("benefit-no-measure", b.ID, b.Title)
		}
	}
	return l.done()
}

func sharesWhole(d Records) []Finding {
	l := list{gate: "shares-whole"}
	if d.Count("benefit") == 0 {
		l.miss("no-benefit", "")
	}
	sum := map[ID]float64{}
	for s := range All[Share](d) {
		sum[s.Benefit] += s.Part
	}
	for b := range All[Benefit](d) {
		if b.Class != "qualitative" && math.Abs(sum[b.ID]-1) > 0.0001 {
			l.miss("shares-partly", b.ID, b.Title, strconv.Itoa(int(math.Round(sum[b.ID]*100))))
		}
	}
	return l.done()
}

func linesComplete(d Records) []Finding {
	l := list{gate: "lines-complete"}
	if d.Count("benefit") == 0 {
		l.miss("no-benefit", "")
	}
	for b := range All[Benefit](d) {
		if lacks := b.Lacks(); len(lacks) > 0 {
			l.miss("line-gross", b.ID, b.Title, Lacking(lacks))
		}
	}
	return l.done()
}
