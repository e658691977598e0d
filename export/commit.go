package export

import (
	"strings"

	"trestle/app/workshop"
)

func commitments(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"partner", 17, "List_Partners"}, Column{"what", 34, ""}, Column{"kind", 9, ""}, Column{"from", 6.5, ""},
		Column{"amount", 10, ""}, Column{"value", 12, ""}, Column{"basis", 11, ""}, Column{"condition", 18, ""}, Column{"role", 16, ""}, Column{"due", 11, ""},
		Column{"evidence", 24, ""}, Column{"status", 9.5, "List_Status"}, Column{"raci", 15, ""}, Column{"review", 16, ""},
	)}
	for c := range workshop.All[workshop.Commitment](r.Showing) {
		kind, amount, worth, basis := r.origin(c.From)
		t.Rows = append(t.Rows, []Value{
			words(r.refs[c.ID]), words(r.name(c.Partner)), words(c.Text), words(kind), words(r.refs[c.From]),
			words(amount), worth, words(basis), words(r.condition(c.From)), words(c.Role), date(c.Due),
			words(c.Evidence), words(r.enum(c.Status)), words(r.raci(c.ID)), words(c.Review),
		})
	}
	return r.withMoved(t)
}

// withMoved adds, where the day of a commitment is another than at the end of
// the last sitting, a column of the days that were promised then.
func (r Report) withMoved(t Table) Table {
	last := r.Showing.Earlier(r.Before)
	was := map[string]Value{}
	for c := range workshop.All[workshop.Commitment](r.Showing) {
		before, ok := workshop.Find[workshop.Commitment](last, c.ID)
		if ok && before.Due != c.Due {
			was[r.refs[c.ID]] = date(before.Due)
		}
	}
	return r.beside(t, "due-was", was)
}

// origin is what a commitment comes from: what kind of thing, how much of it,
// what that is worth and on what basis.
func (r Report) origin(id workshop.ID) (kind, amount string, worth Value, basis string) {
	if _, ok := workshop.Find[workshop.Ask](r.Showing, id); ok {
		return r.say("export.ask"), "", none(), ""
	}
	c, ok := workshop.Find[workshop.Contribution](r.Showing, id)
	if !ok {
		return "", "", none(), ""
	}
	return r.enum(c.Side), r.amountOf(c), worthOf(c), joined(", ", r.enum(c.Basis), r.enum(c.Recurrence))
}

// amountOf is how much of a contribution there is: "2 FTE".
func (r Report) amountOf(c workshop.Contribution) string {
	if !c.Quantity.Known || c.Quantity.V == 1 && c.Unit == "" {
		return c.Unit
	}
	return joined(" ", r.figure(c.Quantity.V), c.Unit)
}

// worthOf is what a contribution is worth each time, where somebody said.
func worthOf(c workshop.Contribution) Value {
	if !c.UnitValue.Known {
		return none()
	}
	return whole(c.UnitValue.V / 100 * c.Quantity.Or(1))
}

// joined is what of its parts is not empty, with a separator between.
func joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

func (r Report) raci(id workshop.ID) string {
	var out []string
	for x := range workshop.All[workshop.Raci](r.Showing) {
		if x.Commitment == id {
			out = append(out, x.Part+" "+r.short(x.Party))
		}
	}
	return strings.Join(out, "; ")
}

// short is a party's tag, or its name where it has none.
func (r Report) short(id workshop.ID) string {
	if p, ok := workshop.Find[workshop.Partner](r.Showing, id); ok && p.Tag != "" {
		return p.Tag
	}
	return r.name(id)
}

// actions carry the heads that task boards write into their own exports (Task
// Name, Assigned To, Due Date, Status, Labels), so that an importer finds its
// columns, by itself or with one look.
func actions(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"task", 56, ""}, Column{"partner", 26, "List_Partners"}, Column{"assigned", 26, ""}, Column{"due-date", 12, ""},
		Column{"action-status", 12, "List_Action"}, Column{"labels", 16, ""},
	)}
	for a := range workshop.All[workshop.Action](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[a.ID]), words(a.Text), words(r.name(a.Partner)), words(a.Role), date(a.Due),
			words(r.enum(a.Status)), words(r.short(a.Partner)),
		})
	}
	return t
}

func decisions(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"decision", 40, ""}, Column{"options", 28, ""}, Column{"rationale", 36, ""}, Column{"dissent", 30, ""},
		Column{"owner", 18, ""}, Column{"review", 12, ""}, Column{"vote", 7, ""}, Column{"superseded", 10, ""},
	)}
	for d := range workshop.All[workshop.Decision](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[d.ID]), words(d.Text), words(d.Options), words(d.Rationale), words(d.Dissent),
			words(d.Owner), date(d.Review), words(r.refs[d.Poll]), words(r.refs[d.Superseded]),
		})
	}
	return t
}

func risks(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"kind", 11, ""}, Column{"event", 36, ""}, Column{"cause", 26, ""}, Column{"effect", 26, ""},
		Column{"likelihood", 10.5, "List_Five"}, Column{"impact", 8.5, "List_Five"}, Column{"exposure", 9.5, ""}, Column{"owner", 18, ""}, Column{"response", 34, ""},
	)}
	for x := range workshop.All[workshop.Risk](r.Showing) {
		exposure := Value{Kind: TextValue, Formula: exposureFormula}
		if x.Likelihood > 0 && x.Impact > 0 {
			exposure = Value{Kind: NumberValue, Num: float64(x.Likelihood * x.Impact), Formula: exposureFormula}
		}
		t.Rows = append(t.Rows, []Value{
			words(r.refs[x.ID]), words(r.say("export.risk")), words(x.Event), words(x.Cause), words(x.Effect),
			scored(x.Likelihood), scored(x.Impact), exposure, words(x.Owner), words(x.Response),
		})
	}
	for x := range workshop.All[workshop.Assumption](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[x.ID]), words(r.say("export.assumption")), words(x.If), words(x.Because), words(x.Then),
			none(), none(), none(), words(""), words(""),
		})
	}
	return t
}

// exposureFormula is likelihood times impact; nothing where one is not said.
const exposureFormula = `IF(OR(F{row}="",G{row}=""),"",F{row}*G{row})`

func scored(n int) Value {
	if n == 0 {
		return none()
	}
	return number(float64(n))
}
