package export

import (
	"math"

	"trestle/app/workshop"
)

// minutes are how long each step was meant to take at each sitting, how long it
// took, and how much of it was read back to the room: what the next workshop is
// planned from, and how far this one can be relied on.
func minutes(r Report) Table {
	t := Table{Columns: r.columns(Column{"sitting", 14, ""}, Column{"step", 40, ""}, Column{"planned", 12, ""}, Column{"used", 12, ""}, Column{"over", 12, ""})}
	form := workshop.One[workshop.Workshop](r.Showing).Form
	last := map[string]int{}
	for m := range workshop.All[workshop.Minutes](r.Showing) {
		if m.Actual == 0 {
			continue
		}
		s, known := r.Framework.Step(m.Step)
		name, planned := m.Step, float64(m.Planned)
		if known {
			name = s.Title
			if m.Planned == 0 && !m.Out {
				planned = float64(s.MinutesOf(form))
			}
		}
		plan, over := Value{Kind: NoValue}, Value{Kind: NoValue}
		used := math.Round(float64(m.Actual)/6) / 10
		if planned > 0 {
			plan, over = number(planned), number(math.Round((used-planned)*10)/10)
		}
		sit, _ := workshop.Find[workshop.Sitting](r.Showing, m.Sitting)
		last[m.Step] = len(t.Rows)
		t.Rows = append(t.Rows, []Value{date(sit.Date), words(name), plan, number(used), over})
	}
	return r.withHeard(t, last)
}

// withHeard adds what was read back at each step to the row of its last
// sitting, and a row for a step that no minutes were counted at. Where nothing
// was read back the table stays as it is.
func (r Report) withHeard(t Table, last map[string]int) Table {
	if r.Showing.Count("readback") == 0 {
		return t
	}
	t.Columns = append(t.Columns, r.columns(Column{"read-back", 14, ""})...)
	for i := range t.Rows {
		t.Rows[i] = append(t.Rows[i], none())
	}
	told := map[workshop.ID]bool{}
	for _, s := range r.Framework.Steps {
		v := r.heardAt(s.ID, told)
		if v.Kind == NoValue {
			continue
		}
		at, ok := last[s.ID]
		if !ok {
			at = len(t.Rows)
			t.Rows = append(t.Rows, []Value{none(), words(s.Title), none(), none(), none(), none()})
		}
		t.Rows[at][len(t.Columns)-1] = v
	}
	return t
}
