package export

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

func gives(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"partner", 30, "List_Partners"}, Column{"side", 12, ""}, Column{"what", 40, ""}, Column{"loses", 34, ""}, Column{"condition", 32, ""}, Column{"to", 26, ""}, Column{"quantity", 10, ""}, Column{"unit", 10, ""}, Column{"value", 14, ""}, Column{"recurrence", 10, ""}, Column{"basis", 14, ""}, Column{"start", 12, ""}, Column{"end", 12, ""}, Column{"firmness", 13, "List_Firmness"})}
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		worth := Value{Kind: NoValue}
		if c.UnitValue.Known {
			worth = money(c.UnitValue.V / 100 * c.Quantity.Or(1))
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[c.ID]), words(r.name(c.Partner)), words(r.enum(c.Side)), words(c.What), words(c.Loses), words(r.condition(c.ID)), words(r.name(c.To)), maybe(c.Quantity), words(c.Unit), worth, words(r.enum(c.Recurrence)), words(r.enum(c.Basis)), date(c.Start), date(c.End), words(c.Firmness)})
	}
	for n := range workshop.All[workshop.NothingToday](r.Showing) {
		none := Value{Kind: NoValue}
		t.Rows = append(t.Rows, []Value{words(r.refs[n.ID]), words(r.name(n.Partner)), words(r.enum(n.Side)), words(r.say("export.nothing", n.Because)), words(""), words(""), words(""), none, words(""), none, words(""), words(""), none, none, words("")})
	}
	return t
}

// matrix is what each partner offers, gives up and needs, side by side. An
// empty cell speaks: nothing today, and why, or that nobody asked.
func matrix(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"partner", 30, ""}, Column{"counted", 12, ""}, Column{"offers", 40, ""}, Column{"gives", 34, ""}, Column{"needs", 32, ""})}
	for p := range workshop.All[workshop.Partner](r.Showing) {
		offers, n := r.cellOf(p.ID, workshop.Offer)
		gives, m := r.cellOf(p.ID, workshop.GiveUp)
		var needs []string
		for a := range workshop.All[workshop.Ask](r.Showing) {
			if a.From == p.ID {
				needs = append(needs, r.refs[a.ID]+" "+a.Text)
			}
		}
		if len(needs) == 0 {
			needs = append(needs, r.say("export.empty.asks"))
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[p.ID]), words(p.Name), words(strconv.Itoa(n) + " · " + strconv.Itoa(m)), words(offers), words(gives), words(strings.Join(needs, "\n"))})
	}
	return t
}

// cellOf is what stands in a partner's cell of one side, and how many things.
func (r Report) cellOf(partner workshop.ID, side string) (string, int) {
	var out []string
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		if c.Partner == partner && c.Side == side && c.Stands() {
			out = append(out, r.refs[c.ID]+" "+c.What)
		}
	}
	n := len(out)
	for x := range workshop.All[workshop.NothingToday](r.Showing) {
		if x.Partner == partner && x.Side == side && n == 0 {
			out = append(out, r.refs[x.ID]+" "+r.say("export.nothing", x.Because))
		}
	}
	if len(out) == 0 {
		return r.say("export.empty." + side), 0
	}
	return strings.Join(out, "\n"), n
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
