package scene

import (
	"strconv"

	"trestle/app/value"
)

// kpi is one figure at the top: what it is, the figure, and what goes with it.
type kpi struct{ id, name, says, sub string }

// figures are the cards. What nobody has said is not 0: without a benefit that
// counts there is no ratio and no payback, and lines left out are counted (I16).
func (b *build) figures(a *value.Account) []kpi {
	list := []kpi{b.netCard(a), b.eachCard(a), b.backCard(a)}
	more := kpi{"beyond", b.say("scene.kpi.beyond"), b.beyondCount(a.Beyond), b.say("scene.kpi.beyond.sub")}
	if len(a.Beyond) == 0 {
		more.says, more.sub = "?", b.say("scene.kpi.beyond.none")
	}
	ready, missing := 0, 0
	for _, i := range a.Indicators {
		if i.Baseline.OK && i.Target.OK {
			ready++
		} else if !i.Baseline.OK {
			missing++
		}
	}
	return append(list, more, kpi{"ready", b.say("scene.ready"), b.say("scene.of", strconv.Itoa(ready), strconv.Itoa(len(a.Indicators))), b.say("scene.ready.sub", strconv.Itoa(missing))})
}

// why says what keeps a figure from being one, "" where nothing does.
func (b *build) why(a *value.Account) string {
	switch gains, costs := a.Counts(); {
	case gains == 0:
		return b.say("scene.no-benefit")
	case costs == 0:
		return b.say("scene.no-cost")
	}
	return ""
}

// out says what the headline leaves out, "" where that is nothing.
func (b *build) out(a *value.Account) string {
	switch gains, costs := a.LeftOut(); {
	case gains > 0 && costs > 0:
		return b.say("scene.out.lines", strconv.Itoa(gains+costs))
	case gains > 0:
		return b.say("scene.out.benefits", strconv.Itoa(gains))
	case costs > 0:
		return b.say("scene.out.costs", strconv.Itoa(costs))
	}
	return ""
}

// left is what out says in a few letters, for before a range.
func (b *build) left(a *value.Account) string {
	if gains, costs := a.LeftOut(); gains+costs > 0 {
		return b.say("scene.out.short", strconv.Itoa(gains+costs))
	}
	return ""
}

func (b *build) netCard(a *value.Account) kpi {
	cur, r := a.Convention.Currency, a.Range
	c := kpi{"npsv", b.say("scene.npsv"), b.short(a.NPSV, cur), b.say("scene.npsv.range", b.short(r.Low.NPSV, cur), b.short(r.High.NPSV, cur))}
	if left := b.left(a); left != "" {
		c.sub = joined(left, b.say("scene.from-to", b.short(r.Low.NPSV, cur), b.short(r.High.NPSV, cur)))
	}
	gains, costs := a.Counts()
	switch {
	case unwritten(a):
		c.says, c.sub = b.say("scene.na"), b.say("scene.na")
	case gains+costs == 0:
		c.says, c.sub = "–", b.out(a)
	case gains == 0: // one side alone is no value: it is told as what it is
		c.name, c.says, c.sub = b.say("scene.costs.so-far"), b.short(a.PVC, cur), orDots(b.out(a), b.why(a))
	case costs == 0:
		c.name, c.says, c.sub = b.say("scene.benefits.so-far"), b.short(a.PVB, cur), orDots(b.out(a), b.why(a))
	case b.out(a) != "":
		c.name = b.say("scene.npsv.so-far")
	}
	return c
}

// corrected is what the costs are before their grades' known error is put on,
// and what that is: "£180k + 40 % for grade 6"; "" where nothing is put on. Lines
// of several grades are told as one sum.
func (b *build) corrected(a *value.Account) string {
	cur := a.Convention.Currency
	bare, grade, one := 0.0, 0, true
	rate := -1.0
	for i := range a.Costs {
		l := &a.Costs[i]
		if !l.Said() {
			continue
		}
		for _, v := range l.Before {
			bare += v
		}
		if rate >= 0 && (rate != l.Correction || grade != l.Grade) {
			one = false
		}
		rate, grade = l.Correction, l.Grade
	}
	switch {
	case one && rate <= 0:
		return ""
	case one && grade > 0:
		return b.say("scene.corrected", b.short(bare, cur), b.figure(value.Round(100*rate, 0)), strconv.Itoa(grade))
	}
	return b.say("scene.corrected.some", b.short(bare, cur))
}

func (b *build) eachCard(a *value.Account) kpi {
	cur, r := a.Convention.Currency, a.Range
	c := kpi{"bcr", b.say("scene.each", Sign(cur)), b.say("scene.na"), b.say("scene.na")}
	if unwritten(a) {
		return c
	}
	if why := b.why(a); why != "" || !a.Ratios.BCR.OK {
		c.says, c.sub = "–", why
		return c
	}
	c.says = b.ratio(a.Ratios.BCR.V, cur)
	c.sub = b.left(a)
	switch {
	case !r.Low.BCR.OK || !r.High.BCR.OK:
	case c.sub == "":
		c.sub = b.say("scene.each.sub", b.ratio(r.Low.BCR.V, cur), b.ratio(r.High.BCR.V, cur))
	default:
		c.sub = joined(c.sub, b.say("scene.from-to", b.ratio(r.Low.BCR.V, cur), b.ratio(r.High.BCR.V, cur)))
	}
	return c
}

func (b *build) backCard(a *value.Account) kpi {
	c := kpi{"payback", b.say("scene.payback"), b.say("scene.never", strconv.Itoa(a.Convention.Horizon)), b.say("scene.payback.sub")}
	switch why := b.why(a); {
	case unwritten(a):
		c.says = b.say("scene.na")
	case why != "":
		c.says, c.sub = "–", why
	case a.Payback.Whole.OK:
		c.says = b.say("scene.years", b.fixed(a.Payback.Whole.Years, 1))
	}
	return c
}

func (l Lens) ratio(v float64, cur string) string {
	if v >= 1e6 || v <= -1e6 {
		return l.short(v, cur)
	}
	return l.numerals().Each(v, cur)
}
