package export

import (
	"strconv"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// benefits is the register with the columns the Green Book asks for: each
// benefit with who answers for it, how it is measured, from where to where.
func benefits(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"benefit-title", 24, ""}, Column{"category", 12.5, "List_Category"}, Column{"class", 11.5, "List_Class"}, Column{"description", 20, ""},
		Column{"feature", 16, ""}, Column{"costs", 15, ""}, Column{"activities", 18, ""}, Column{"officer", 13, ""}, Column{"measure", 17, ""},
		Column{"improvement", 15, ""}, Column{"full-year", 13, ""}, Column{"timescale", 12, ""},
		Column{"baseline", 9.5, ""}, Column{"baseline-date", 10.5, ""}, Column{"source", 12, ""}, Column{"target-date", 10.5, ""}, Column{"owner", 13, ""},
	)}
	worth := map[workshop.ID]float64{}
	for _, l := range r.Account.Benefits {
		if l.Complete && !l.Qualitative {
			worth[l.ID] = l.Steps.Worth
		}
	}
	for b := range workshop.All[workshop.Benefit](r.Showing) {
		full := none()
		if v, ok := worth[b.ID]; ok {
			full = whole(v)
		}
		i, _ := workshop.Find[workshop.Indicator](r.Showing, b.Indicator)
		t.Rows = append(t.Rows, []Value{
			words(r.refs[b.ID]), words(b.Title), words(r.enum(b.Category)), words(r.enum(b.Class)), words(r.described(b)),
			words(b.Feature), words(b.Costs), words(b.Activities), words(b.Officer), words(joined(" ", r.refs[i.ID], i.Name)),
			words(r.improvement(i)), full, words(r.timescale(b)),
			maybe(i.Baseline), date(i.BaselineDate), words(i.Source), date(i.TargetDate), words(r.owner(i)),
		})
	}
	return t
}

// described is who experiences a benefit, and how.
func (r Report) described(b workshop.Benefit) string {
	who := b.Who
	if b.Disbenefit {
		who = joined(": ", r.say("export.loss"), who)
	}
	return joined(". ", who, b.Story)
}

// improvement is from where to where the measure is to go.
func (r Report) improvement(i workshop.Indicator) string {
	if !i.Target.Known {
		return ""
	}
	to := joined(" ", r.figure(i.Target.V), i.Unit)
	if !i.Baseline.Known {
		return r.say("export.improve.to", to)
	}
	return r.say("export.improve", r.figure(i.Baseline.V), to)
}

// numerals are how the report's language writes numbers in sentences.
func (r Report) numerals() ledger.Numerals { return ledger.Words(r.say).Numerals() }

func (r Report) figure(v float64) string { return r.numerals().Write(v, 6) }

// timescale is when a benefit begins and how long it lasts.
func (r Report) timescale(b workshop.Benefit) string {
	if b.Class == "qualitative" || b.Duration == 0 {
		return ""
	}
	if b.Duration == 1 {
		return r.say("export.timescale.year", strconv.Itoa(b.Lag))
	}
	return r.say("export.timescale", strconv.Itoa(b.Lag), strconv.Itoa(b.Lag+b.Duration-1))
}

// owner is who answers for an indicator: the party and the role.
func (r Report) owner(i workshop.Indicator) string {
	return joined(", ", r.short(i.Owner), i.OwnerRole)
}
