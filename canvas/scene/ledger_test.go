package scene

import (
	"fmt"
	"testing"
	"time"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// ledgerOf is a workshop with so many benefit lines and as many costs.
func ledgerOf(t testing.TB, n int) Lens {
	t.Helper()
	d := workshop.Document{}
	recs := []workshop.Record{
		workshop.Workshop{ID: "workshop:1", Title: "T", Currency: "GBP", YearZero: "2026/27", Horizon: 5},
		workshop.Partner{ID: "partner:a", Tag: "CC", Name: "County council", Colour: 1},
		workshop.Partner{ID: "partner:b", Tag: "DWP", Name: "Work and Pensions", Colour: 2},
	}
	for i := range n {
		b, c := workshop.ID(fmt.Sprintf("benefit:%d", i)), workshop.ID(fmt.Sprintf("cost:%d", i))
		recs = append(
			recs,
			workshop.Benefit{ID: b, Title: fmt.Sprintf("Benefit %d", i), Category: "fiscal", Class: "quantified", Quantity: workshop.Know(float64(i)), UnitValue: workshop.Know(85000), Deadweight: workshop.Know(.2), Attribution: workshop.Know(.1), Grade: 4, Duration: 3},
			workshop.Share{ID: workshop.ShareID(b, "partner:a"), Benefit: b, Party: "partner:a", Part: 1},
			workshop.Cost{ID: c, Text: fmt.Sprintf("Cost %d", i), Party: "partner:b", Nature: "revenue", Grade: 3},
			workshop.Amount{ID: workshop.AmountID(c, 0), Cost: c, Year: 0, Money: 6000000},
		)
	}
	d, err := d.Apply(workshop.Put(d, "x", recs...))
	if err != nil {
		t.Fatal(err)
	}
	f := workshop.Framework{Phases: []workshop.Phase{{ID: "value"}}, Steps: []workshop.Step{{ID: "value.much", Phase: "value", Activity: workshop.KeepLedger, Yields: []string{"benefit", "cost"}}}}
	return Lens{Showing: workshop.For(d, workshop.Facilitator), Framework: f, Step: "value.much", Ruler: FixedRuler{}, Now: time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)}
}

// TestCellsStandWhereTheyAreFound: the cell under the middle of a cell is that
// cell, and every cell lies in its row's item.
func TestCellsStandWhereTheyAreFound(t *testing.T) {
	s := Of(ledgerOf(t, 4))
	if len(s.Cells.Tables) != 2 {
		t.Fatalf("%d tables", len(s.Cells.Tables))
	}
	for n, table := range s.Cells.Sheet.Tables {
		for row := range len(table.Rows) + 1 {
			for col := range table.Cols {
				at := ledger.Spot{Table: n, Row: row, Col: col}
				box, ok := s.Cells.Cell(at)
				if !ok {
					t.Fatalf("%v has no place", at)
				}
				if got, _ := s.Cells.At(box.Centre()); got != at {
					t.Errorf("%v stands where %v is", at, got)
				}
				if id, _, _ := s.Cells.Sheet.Cell(at); id != "" {
					if it, _ := s.Item(id); !it.Box.Grow(1).Has(box.Centre()) {
						t.Errorf("%v is not in the row of %s", at, id)
					}
				}
			}
		}
	}
	if _, ok := s.Cells.At(Point{5, 5}); ok {
		t.Error("a cell where there is none")
	}
}

// TestReadersHaveNoEmptyRow: only who types has a row to type into.
func TestReadersHaveNoEmptyRow(t *testing.T) {
	for who, want := range map[workshop.Audience]bool{workshop.Facilitator: true, workshop.Room: false, workshop.Reader: false} {
		l := ledgerOf(t, 1)
		l.Showing = workshop.For(l.Showing.Document(), who)
		got := false
		for _, it := range Of(l).Items {
			got = got || it.Part == "entry:benefit"
		}
		if got != want {
			t.Errorf("%s: %v", who, got)
		}
	}
}

func BenchmarkLedger500(b *testing.B) {
	l := ledgerOf(b, 250)
	for b.Loop() {
		Of(l)
	}
}
