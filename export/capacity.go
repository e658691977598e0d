package export

import (
	"fmt"
	"strconv"
	"strings"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// components are the twelve of the framework, strand by strand.
var components = []string{
	"insight", "brokerage", "design", "incentives", "risk", "resources",
	"leadership", "innovation", "agility", "transparency", "engagement", "evidence",
}

// capacity is how each partner scored itself, with the evidence it gave.
func capacity(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"partner", 30, "List_Partners"}, Column{"component", 18, "List_Component"}, Column{"when", 10, "List_When"}, Column{"points", 12, "List_Points"},
		Column{"score-evidence", 60, ""},
	)}
	for x := range workshop.All[workshop.Score](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(r.name(x.Partner)), words(r.component(x.Component)), words(r.enum(x.When)), number(float64(x.Points)), words(x.Evidence)})
	}
	return t
}

// component is what one of the twelve is called; formulas find it by its words.
func (r Report) component(c string) string { return r.say("export.component." + c) }

// capacity is the list of scores, the middle score of each component
// before and after, worked out from the list, and its radar.
func (p *pages) capacity(g page) error {
	r, s := p.r, p.sheet(g)
	r.opening(s, "capacity")
	sec := r.Section("capacity")
	head := r.table(s, "capacity", sec.Table)
	scores := workshop.List[workshop.Score](r.Showing)
	last := head + max(len(scores), 1)
	s.Skip(1)
	s.Row(xl.Heading(r.say("export.capacity.middle")))
	s.Row(xl.Plain(r.say("export.capacity.how")).Grey())
	partners := workshop.List[workshop.Partner](r.Showing)
	m := medians{r: r, s: s, scores: scores, partners: partners, head: head, last: last}
	before, after := m.block("before"), m.block("after")
	if before == 0 && after == 0 {
		s.Print(true, 0)
		return nil
	}
	s.Skip(1)
	var series []xl.Series
	for _, x := range []struct {
		at           int
		when, colour string
	}{{before, "before", "B4472B"}, {after, "after", "1D4E89"}} {
		if x.at > 0 {
			series = append(series, xl.Series{Name: r.enum(x.when), Categories: s.Range(2, x.at, 2, x.at+11), Values: s.Range(3, x.at, 3, x.at+11), Colour: x.colour})
		}
	}
	most := 4.0
	s.Chart(xl.Chart{Kind: xl.Radar, Title: r.say("export.capacity.middle"), Alt: r.say("export.alt.capacity", strconv.Itoa(len(partners))), Wide: 700, High: 460, Format: "0", Series: series, Most: &most})
	s.Print(true, 0)
	return nil
}

// medians are the middle scores of one time, with each partner's beside.
type medians struct {
	r          Report
	s          *xl.Sheet
	scores     []workshop.Score
	partners   []workshop.Partner
	head, last int
}

// block writes one time's scores, component by component: the middle one in the
// third column, the partners' from the fourth on. 0 where nobody scored.
func (m medians) block(when string) int {
	points := map[string]map[string][]float64{}
	some := false
	for _, x := range m.scores {
		if x.When != when {
			continue
		}
		some = true
		if points[x.Component] == nil {
			points[x.Component] = map[string][]float64{}
		}
		who := strings.ToLower(m.r.name(x.Partner)) // formulas find a partner by its words
		points[x.Component][who] = append(points[x.Component][who], float64(x.Points))
	}
	if !some {
		return 0
	}
	m.s.Skip(1)
	heads := []xl.Cell{xl.Empty(), xl.Text(m.r.say("export.capacity." + when)).Strong().Boxed(), xl.Text(m.r.say("export.capacity.median")).Strong().Boxed().Right()}
	for _, p := range m.partners {
		heads = append(heads, xl.Text(p.Tag).Strong().Boxed().Right())
	}
	m.s.Row(heads...)
	first := m.s.At()
	for _, c := range components {
		m.line(when, c, points[c])
	}
	return first
}

func (m medians) line(when, component string, points map[string][]float64) {
	row := m.s.At()
	var all []float64
	cells := make([]xl.Cell, 3, 3+len(m.partners))
	cells[1] = xl.Text(m.r.component(component))
	for _, p := range m.partners {
		got := points[strings.ToLower(p.Name)]
		value := xl.Text("").Right()
		if len(got) > 0 {
			mean := total(got) / float64(len(got))
			all = append(all, mean)
			value = xl.Figure(mean)
		}
		cells = append(cells, xl.Formula(m.average(p, when, row), value))
	}
	if len(all) == 0 { // a formula of nothing would be drawn as 0
		m.s.Row(cells...)
		return
	}
	cells[2] = xl.Formula(fmt.Sprintf("MEDIAN(D%d:%s%d)", row, xl.Col(3+len(m.partners)), row), xl.Figure(median(all)).Strong())
	m.s.Row(cells...)
}

// average is a partner's score of the row's component: nothing where it gave none.
func (m medians) average(p workshop.Partner, when string, row int) string {
	in := func(col string) string { return fmt.Sprintf("$%s$%d:$%s$%d", col, m.head+1, col, m.last) }
	match := fmt.Sprintf(`(%s=%s)*(%s=$B%d)*(%s=%s)`, in("B"), quoted(p.Name), in("C"), row, in("D"), quoted(m.r.enum(when)))
	return fmt.Sprintf(`IF(SUMPRODUCT(%[1]s)=0,"",SUMPRODUCT(%[1]s*%[2]s)/SUMPRODUCT(%[1]s))`, match, in("E"))
}
