package export

import (
	"testing"

	"trestle/app/workshop"
)

// TestHeard: what the room heard read back stands in the workbook, with the day,
// on the row and on its step; changed words say so; rows that nobody read stay
// empty, a workshop that read nothing has no such column, and bringing the
// workbook back takes nothing from the column.
func TestHeard(t *testing.T) {
	k := keeps(t, workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP"}, workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC"},
		workshop.Ask{ID: "ask:1", From: "partner:a", Text: "A desk"}, workshop.Ask{ID: "ask:2", From: "partner:a", Text: "A key"}, workshop.Ask{ID: "ask:3", From: "partner:a", Text: "A lock"})
	table := func(id string) Table {
		return Arrange(workshop.For(k.s.Document(), workshop.Reader), Options{Framework: framework(t)}).Section(id).Table
	}
	bare := len(table("asks").Columns)
	for _, id := range []workshop.ID{"ask:1", "ask:2"} {
		if err := k.s.Do(workshop.TickRead(k.s.Document(), id, true, "2026-11-25T09:00:00Z")); err != nil {
			t.Fatal(err)
		}
	}
	k.puts(workshop.Ask{ID: "ask:2", From: "partner:a", Text: "Two keys"})
	got := table("asks")
	if len(got.Columns) != bare+1 || got.Columns[bare].Key != "read-back" {
		t.Fatalf("%+v", got.Columns)
	}
	want := []Value{{Text: "2026-11-25", Kind: DateValue}, {Text: "Changed since"}, {Kind: NoValue}}
	for i, w := range want {
		if got.Rows[i][bare] != w {
			t.Errorf("row %d: %+v, want %+v", i, got.Rows[i][bare], w)
		}
	}
	if n := len(table("commitments").Columns); n != 15 {
		t.Errorf("a table of which nothing was read has %d columns", n)
	}
	steps := map[string]string{}
	for _, row := range table("minutes").Rows {
		steps[row[1].Text] = row[5].Text
	}
	if steps["What we need from each other"] != "1 of 3" || len(steps) != 1 {
		t.Errorf("by step: %v", steps)
	}
	if b := k.reads(k.sheets()); len(b.Items) != 0 || len(b.Absent) != 0 {
		t.Errorf("brought back untouched: %+v %v", b.Items, b.Absent)
	}
	g := k.sheets()
	edited := false
	for i := range g {
		for _, line := range g[i].Rows {
			for j := range line.Cells {
				if line.Cells[j].Text == "Changed since" {
					line.Cells[j].Text = "yes, all of it"
					edited = true
				}
			}
		}
	}
	if b := k.reads(g); !edited || len(b.Items) != 1 || b.Items[0].Sort != Computed || b.Items[0].Take {
		t.Errorf("typed into the column: %+v", b.Items)
	}
}
