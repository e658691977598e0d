package export

import "trestle/app/workshop"

func gives(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"partner", 32, "List_Partners"}, Column{"side", 10, ""}, Column{"what", 44, ""}, Column{"to", 30, ""}, Column{"quantity", 10, ""}, Column{"unit", 10, ""}, Column{"value", 14, ""}, Column{"recurrence", 10, ""}, Column{"basis", 14, ""}, Column{"start", 12, ""}, Column{"end", 12, ""}, Column{"firmness", 13, "List_Firmness"}, Column{"condition", 30, ""}, Column{"loses", 26, ""})}
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		worth := Value{Kind: NoValue}
		if c.UnitValue.Known {
			worth = money(c.UnitValue.V / 100 * c.Quantity.Or(1))
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[c.ID]), words(r.name(c.Partner)), words(r.enum(c.Side)), words(c.What), words(r.name(c.To)), maybe(c.Quantity), words(c.Unit), worth, words(r.enum(c.Recurrence)), words(r.enum(c.Basis)), date(c.Start), date(c.End), words(c.Firmness), words(r.condition(c.ID)), words(c.Loses)})
	}
	for n := range workshop.All[workshop.NothingToday](r.Showing) {
		none := Value{Kind: NoValue}
		t.Rows = append(t.Rows, []Value{words(r.refs[n.ID]), words(r.name(n.Partner)), words(r.enum(n.Side)), words(r.say("export.nothing", n.Because)), words(""), none, words(""), none, words(""), words(""), none, none, words(""), words(""), words("")})
	}
	return t
}

// condition is what a contribution still waits for.
func (r Report) condition(id workshop.ID) string {
	out := ""
	for q := range workshop.All[workshop.Condition](r.Showing) {
		if q.Of != id || q.Met {
			continue
		}
		if out != "" {
			out += "; "
		}
		if on, ok := workshop.Find[workshop.Contribution](r.Showing, q.On); ok {
			out += r.refs[on.ID] + " " + on.What
			continue
		}
		out += q.Event
	}
	return out
}

func asks(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"asked-by", 32, ""}, Column{"asked-of", 32, ""}, Column{"what", 54, ""}, Column{"answer", 13, "List_Answer"}, Column{"reply", 40, ""})}
	for a := range workshop.All[workshop.Ask](r.Showing) {
		answer := a.Answer
		if answer == "" {
			answer = "unanswered"
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[a.ID]), words(r.name(a.From)), words(r.name(a.To)), words(a.Text), words(answer), words(a.Reply)})
	}
	return t
}

func tensions(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"pole-a", 26, ""}, Column{"pole-b", 26, ""}, Column{"stance", 10, ""}, Column{"how", 32, ""}, Column{"warnings", 32, ""}, Column{"purpose", 26, ""}, Column{"fear", 26, ""}, Column{"watcher", 20, ""}, Column{"review", 12, ""})}
	for x := range workshop.All[workshop.Tension](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(x.PoleA), words(x.PoleB), words(r.enum(x.Stance)), words(x.How), words(x.Warnings), words(x.Purpose), words(x.Fear), words(x.Watcher), date(x.Review)})
	}
	return t
}

func redlines(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"partner", 26, ""}, Column{"line", 60, ""}, Column{"ground", 14, ""}, Column{"move", 44, ""})}
	for x := range workshop.All[workshop.RedLine](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(r.name(x.Partner)), words(x.Text), words(r.enum(x.Ground)), words(x.Move)})
	}
	return t
}
