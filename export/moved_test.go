package export

import (
	"bytes"
	"testing"
	"time"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// TestMovedDays: after a review the workbook says which day was promised before,
// only where one was moved; brought back, the column is nobody's edit.
func TestMovedDays(t *testing.T) {
	k := keeps(t, workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP"}, workshop.Partner{ID: "partner:a", Name: "County", Tag: "CC"},
		workshop.Sitting{ID: "sitting:1", Date: "2026-11-24"})
	k.s.Sit("sitting:1")
	c := func(id workshop.ID, due workshop.Date) workshop.Commitment {
		return workshop.Commitment{ID: id, Text: string(id), Partner: "partner:a", Role: "r", Due: due, Evidence: "e", Status: "open"}
	}
	k.puts(c("commitment:1", "2027-01-15"), c("commitment:2", "2027-02-01"))
	k.puts(workshop.Sitting{ID: "sitting:2", Date: "2027-01-20"})
	k.s.Sit("sitting:2")
	book := func() (Table, []xl.Grid) {
		r := Arrange(workshop.For(k.s.Document(), workshop.Reader), Options{
			Now: time.Date(2027, 1, 20, 17, 0, 0, 0, time.UTC), Program: "trestle", Source: Source{Workshop: "w-1", Language: "en"},
			Before: workshop.LastSitting(k.history, k.s.Document()),
		})
		var b bytes.Buffer
		if err := writeWorkbook(&b, r); err != nil {
			t.Fatal(err)
		}
		g, err := xl.Grids(b.Bytes(), "Value account")
		if err != nil {
			t.Fatal(err)
		}
		return r.Section("commitments").Table, g
	}
	table, _ := book()
	if n := len(table.Columns); n != 15 {
		t.Errorf("nothing was moved, and there are %d columns", n)
	}
	k.puts(c("commitment:1", "2027-03-01"))
	table, g := book()
	if n := len(table.Columns); n != 16 || table.Columns[15].Key != "due-was" || table.Rows[0][15] != date("2027-01-15") || table.Rows[1][15].Kind != NoValue {
		t.Errorf("%d columns: %+v", n, table.Rows)
	}
	if b := k.reads(g); len(b.Items) != 0 {
		t.Errorf("brought back untouched: %+v", b.Items)
	}
}
