package export

import (
	"strings"

	"trestle/app/workshop"
)

func commitments(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"partner", 32, "List_Partners"}, Column{"what", 44, ""}, Column{"from", 8, ""}, Column{"role", 24, ""}, Column{"due", 12, ""}, Column{"evidence", 34, ""}, Column{"status", 11, "List_Status"}, Column{"raci", 24, ""}, Column{"review", 24, ""})}
	for c := range workshop.All[workshop.Commitment](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[c.ID]), words(r.name(c.Partner)), words(c.Text), words(r.refs[c.From]), words(c.Role), date(c.Due), words(c.Evidence), words(c.Status), words(r.raci(c.ID)), words(c.Review)})
	}
	return t
}

func (r Report) raci(id workshop.ID) string {
	var out []string
	for x := range workshop.All[workshop.Raci](r.Showing) {
		if x.Commitment == id {
			out = append(out, x.Part+" "+r.name(x.Party))
		}
	}
	return strings.Join(out, "; ")
}

func actions(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"task", 56, ""}, Column{"owner", 32, "List_Partners"}, Column{"role", 26, ""}, Column{"due", 12, ""}, Column{"status", 12, "List_Action"})}
	for a := range workshop.All[workshop.Action](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[a.ID]), words(a.Text), words(r.name(a.Partner)), words(a.Role), date(a.Due), words(a.Status)})
	}
	return t
}

func decisions(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"decision", 46, ""}, Column{"options", 28, ""}, Column{"rationale", 36, ""}, Column{"dissent", 30, ""}, Column{"owner", 22, ""}, Column{"review", 12, ""})}
	for d := range workshop.All[workshop.Decision](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[d.ID]), words(d.Text), words(d.Options), words(d.Rationale), words(d.Dissent), words(d.Owner), date(d.Review)})
	}
	return t
}

func risks(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"kind", 12, ""}, Column{"event", 46, ""}, Column{"cause", 30, ""}, Column{"effect", 30, ""}, Column{"likelihood", 11, ""}, Column{"impact", 9, ""}, Column{"owner", 20, ""}, Column{"response", 34, ""})}
	for x := range workshop.All[workshop.Risk](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(r.say("export.risk")), words(x.Event), words(x.Cause), words(x.Effect), scored(x.Likelihood), scored(x.Impact), words(x.Owner), words(x.Response)})
	}
	for x := range workshop.All[workshop.Assumption](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(r.say("export.assumption")), words(x.If), words(x.Because), words(x.Then), {Kind: NoValue}, {Kind: NoValue}, words(""), words("")})
	}
	return t
}

func scored(n int) Value {
	if n == 0 {
		return Value{Kind: NoValue}
	}
	return number(float64(n))
}
