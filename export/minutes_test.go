package export

import (
	"testing"
	"time"

	"trestle/app/workshop"
)

// TestMinutes: what was used stands beside what was planned, a step nobody spent
// time at is left out, and one of another framework keeps its name.
func TestMinutes(t *testing.T) {
	f := workshop.Framework{Steps: []workshop.Step{{ID: "a", Title: "First", Minutes: map[string]int{"full": 10, "half": 6}}, {ID: "b", Title: "Second"}}}
	s := workshop.NewSession(workshop.Document{}, func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) })
	if err := s.Do(workshop.Put(s.Document(), "made",
		workshop.Workshop{ID: "workshop:1", Title: "T", Form: "half"}, workshop.Sitting{ID: "sitting:1", Date: "2026-11-24"},
		workshop.Minutes{ID: "minutes:1", Sitting: "sitting:1", Step: "a", Actual: 489}, workshop.Minutes{ID: "minutes:2", Sitting: "sitting:1", Step: "b", Planned: 4},
		workshop.Minutes{ID: "minutes:3", Sitting: "sitting:1", Step: "old.step", Actual: 60},
	)); err != nil {
		t.Fatal(err)
	}
	got := minutes(Report{Options: Options{Framework: f}, Showing: workshop.For(s.Document(), workshop.Reader)}).Rows
	if len(got) != 2 || got[0][1].Text != "First" || got[0][2].Num != 6 || got[0][3].Num != 8.2 || got[0][4].Num != 2.2 {
		t.Errorf("%+v", got)
	}
	if got[1][1].Text != "old.step" || got[1][2].Kind != NoValue {
		t.Errorf("%+v", got[1])
	}
}
