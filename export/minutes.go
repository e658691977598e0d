package export

import (
	"math"

	"trestle/app/workshop"
)

// minutes are how long each step was meant to take at each sitting, and how long
// it took: what the next workshop is planned from.
func minutes(r Report) Table {
	t := Table{Columns: r.columns(Column{"sitting", 14, ""}, Column{"step", 40, ""}, Column{"planned", 12, ""}, Column{"used", 12, ""}, Column{"over", 12, ""})}
	form := workshop.One[workshop.Workshop](r.Showing).Form
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
		t.Rows = append(t.Rows, []Value{date(sit.Date), words(name), plan, number(used), over})
	}
	return t
}
