package export

import (
	"fmt"
	"slices"
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

// The columns of the middle scores and of the partners' own, which stand beside
// the page.
const (
	middleBefore = 3
	middleAfter  = 4
	firstScore   = 8
)

// capacity is the middle score of each component before and after with its
// radar, and under it the list they are worked out from.
func (p *pages) capacity(g page) error {
	r, s := p.r, p.sheet(g)
	t := r.Section(g.id).Table
	for i, c := range t.Columns {
		s.Widen(i+1, c.Width)
	}
	r.opening(s, g.id)
	s.Row(xl.Heading(r.say("export.capacity.middle")))
	s.Row(xl.Plain(r.say("export.capacity.how")).Grey())
	m := medians{r: r, s: s, scores: workshop.List[workshop.Score](r.Showing), partners: workshop.List[workshop.Partner](r.Showing)}
	m.head = s.At() + 1 + len(components) + 1 + xl.ChartRows(radarHigh) + 1
	first := m.block()
	s.Skip(1)
	most, radar := 4.0, []xl.Series{}
	for i, x := range []struct{ when, colour string }{{"before", "B4472B"}, {"after", "1D4E89"}} {
		if col := middleBefore + i; m.some(x.when) {
			radar = append(radar, xl.Series{Name: s.Range(col, first-1, col, first-1), Categories: s.Range(2, first, 2, first+11), Values: s.Range(col, first, col, first+11), Colour: x.colour})
		}
	}
	s.Chart(xl.Chart{Kind: xl.Radar, Title: r.say("export.capacity.middle"), Alt: r.say("export.alt.capacity", strconv.Itoa(len(m.partners))), Wide: 760, High: radarHigh, Format: "0", Series: radar, Most: &most})
	s.Skip(1)
	if got := r.table(s, g.id, t); got != m.head {
		return fmt.Errorf("scores stand at row %d and are worked out from row %d", got, m.head)
	}
	s.Area(len(t.Columns))
	s.Print(true, 0)
	return nil
}

const radarHigh = 460

// medians are the middle scores, with each partner's beside.
type medians struct {
	r        Report
	s        *xl.Sheet
	scores   []workshop.Score
	partners []workshop.Partner
	head     int // the row of the list's heads
}

func (m medians) some(when string) bool {
	return slices.ContainsFunc(m.scores, func(x workshop.Score) bool { return x.When == when })
}

// block writes a row a component and gives the first.
func (m medians) block() int {
	row := m.s.At()
	put := func(col int, words string) { m.s.Put(col, row, xl.Text(words).Strong().Boxed().Right()) }
	m.s.Put(2, row, xl.Text(m.r.say("export.head.component")).Strong().Boxed())
	put(middleBefore, m.r.say("export.capacity.before"))
	put(middleAfter, m.r.say("export.capacity.after"))
	for i, p := range m.partners {
		put(firstScore+i, joined(" ", p.Tag, m.r.enum("before")))
		put(firstScore+len(m.partners)+i, joined(" ", p.Tag, m.r.enum("after")))
	}
	for i, c := range components {
		m.s.Put(2, row+1+i, xl.Text(m.r.component(c)))
		m.line(row+1+i, c, "before", middleBefore, firstScore)
		m.line(row+1+i, c, "after", middleAfter, firstScore+len(m.partners))
	}
	return row + 1
}

// line writes one component's scores of one time, and the middle one.
func (m medians) line(row int, component, when string, middle, first int) {
	points := map[string][]float64{} // formulas find a partner by its words
	for _, x := range m.scores {
		if who := strings.ToLower(m.r.name(x.Partner)); x.When == when && x.Component == component {
			points[who] = append(points[who], float64(x.Points))
		}
	}
	var all []float64
	for i, p := range m.partners {
		got, value := points[strings.ToLower(p.Name)], xl.Text("").Right()
		if len(got) > 0 {
			mean := total(got) / float64(len(got))
			all = append(all, mean)
			value = xl.Figure(mean)
		}
		m.s.Put(first+i, row, xl.Formula(m.average(p, when, row), value))
	}
	if len(all) > 0 { // a formula of nothing would be drawn as 0
		m.s.Put(middle, row, xl.Formula(fmt.Sprintf("MEDIAN(%s:%s)", xl.Ref(first, row), xl.Ref(first+len(m.partners)-1, row)), xl.Figure(median(all)).Strong()))
	}
}

// average is a partner's score of the row's component: nothing where it gave none.
func (m medians) average(p workshop.Partner, when string, row int) string {
	in := func(col string) string {
		return fmt.Sprintf("$%s$%d:$%s$%d", col, m.head+1, col, m.head+max(len(m.scores), 1))
	}
	match := fmt.Sprintf(`(%s=%s)*(%s=$B%d)*(%s=%s)`, in("B"), quoted(p.Name), in("C"), row, in("D"), quoted(m.r.enum(when)))
	return fmt.Sprintf(`IF(SUMPRODUCT(%[1]s)=0,"",SUMPRODUCT(%[1]s*%[2]s)/SUMPRODUCT(%[1]s))`, match, in("E"))
}
