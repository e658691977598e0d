package export

import (
	"strconv"
	"strings"

	"trestle/app/workshop"
)

func gives(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"partner", 17, "List_Partners"}, Column{"side", 9.5, "List_Side"}, Column{"what", 36, ""}, Column{"loses", 28, ""}, Column{"condition", 26, ""},
		Column{"to", 15, ""}, Column{"quantity", 9, ""}, Column{"unit", 8.5, ""}, Column{"value", 11.5, ""}, Column{"recurrence", 8, "List_Recurrence"}, Column{"basis", 10.5, "List_Basis"},
		Column{"start", 11, ""}, Column{"end", 11, ""}, Column{"firmness", 10.5, "List_Firmness"}, Column{"resource", 10.5, "List_Resource"},
	)}
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[c.ID]), words(r.name(c.Partner)), words(r.enum(c.Side)), words(c.What), words(c.Loses), words(r.condition(c.ID)),
			words(r.name(c.To)), maybe(c.Quantity), words(c.Unit), worthOf(c), words(r.enum(c.Recurrence)), words(r.enum(c.Basis)),
			date(c.Start), date(c.End), words(r.enum(c.Firmness)), words(r.enum(c.Resource)),
		})
	}
	for n := range workshop.All[workshop.NothingToday](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[n.ID]), words(r.name(n.Partner)), words(r.enum(n.Side)), words(r.say("export.nothing", n.Because)), words(""), words(""),
			words(""), none(), words(""), none(), words(""), words(""), none(), none(), words(""), words(""),
		})
	}
	return t
}

// matrix is what each partner offers, gives up and needs, side by side. An
// empty cell speaks: nothing today, and why, or that nobody asked.
func matrix(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 6, ""}, Column{"partner", 17, ""}, Column{"counted", 9.5, ""}, Column{"offers", 36, ""}, Column{"gives", 28, ""}, Column{"needs", 26, ""})}
	for p := range workshop.All[workshop.Partner](r.Showing) {
		offers, gives := r.cellOf(p.ID, workshop.Offer), r.cellOf(p.ID, workshop.GiveUp)
		needs := r.needsOf(p.ID)
		t.Rows = append(t.Rows, []Value{
			words(r.refs[p.ID]), words(p.Name), words(strconv.Itoa(offers.n) + " · " + strconv.Itoa(gives.n)),
			words(offers.or(r, "offer")), words(gives.or(r, "give-up")), words(needs.or(r, "asks")),
		})
	}
	return t
}

// cell is what stands in a partner's cell of the matrix, and how many things.
type cell struct {
	lines []string
	n     int
}

// most lines of a cell: more are in the list below, and a cell has its limits.
const mostLines = 12

// or is the cell's words, or those for an empty one.
func (c cell) or(r Report, empty string) string {
	if len(c.lines) == 0 {
		return r.say("export.empty." + empty)
	}
	if more := len(c.lines) - mostLines; more > 0 {
		return strings.Join(c.lines[:mostLines], "\n") + "\n" + r.say("export.more", strconv.Itoa(more))
	}
	return strings.Join(c.lines, "\n")
}

func (r Report) cellOf(partner workshop.ID, side string) (out cell) {
	for c := range workshop.All[workshop.Contribution](r.Showing) {
		if c.Partner == partner && c.Side == side && c.Stands() {
			out.lines = append(out.lines, r.refs[c.ID]+" "+c.What)
		}
	}
	out.n = len(out.lines)
	for x := range workshop.All[workshop.NothingToday](r.Showing) {
		if x.Partner == partner && x.Side == side && out.n == 0 {
			out.lines = append(out.lines, r.refs[x.ID]+" "+r.say("export.nothing", x.Because))
		}
	}
	return out
}

func (r Report) needsOf(partner workshop.ID) (out cell) {
	for a := range workshop.All[workshop.Ask](r.Showing) {
		if a.From == partner {
			out.lines = append(out.lines, r.refs[a.ID]+" "+a.Text)
		}
	}
	out.n = len(out.lines)
	return out
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
	t := Table{Columns: r.columns(Column{"ref", 6, ""}, Column{"asked-by", 24, "List_Partners"}, Column{"asked-of", 24, "List_Partners"}, Column{"what", 50, ""}, Column{"answer", 12, "List_Answer"}, Column{"reply", 40, ""})}
	for a := range workshop.All[workshop.Ask](r.Showing) {
		answer := a.Answer
		if a.Waits() {
			answer = workshop.Unanswered
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[a.ID]), words(r.name(a.From)), words(r.name(a.To)), words(a.Text), words(r.enum(answer)), words(a.Reply)})
	}
	return t
}
