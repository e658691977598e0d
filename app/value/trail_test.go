package value

import (
	"slices"
	"strconv"
	"testing"

	"trestle/app/workshop"
)

// TestTrail: everything a picture can name leads somewhere, and to the record
// it is about; names that mean nothing lead nowhere.
func TestTrail(t *testing.T) {
	eachFew(t, 100, func(t *testing.T, _ []workshop.Record, a Account) {
		lead := func(name string, n int, ref workshop.ID) {
			t.Helper()
			x := a.Trail(name)
			if len(x) < n || n > 0 && x[0].Ref != ref {
				t.Errorf("%s leads to %+v", name, x)
			}
		}
		for _, name := range Figures() {
			lead(name, 1, "")
		}
		lead("range", 3, "")
		lead("beyond", 1, "")
		lead("ready", 1, "")
		for _, p := range a.Parties {
			lead("party/"+string(p.ID), 1, p.ID)
		}
		for _, c := range a.Costs {
			lead("line/"+string(c.ID), 1, c.ID)
		}
		for _, b := range a.Benefits {
			if !b.Qualitative {
				lead("line/"+string(b.ID), 1, b.ID)
			}
		}
		for _, b := range a.Tornado.Bars {
			lead("bar/"+string(b.Ref)+"/"+b.Field, 1, b.Ref)
		}
		for y := range a.Flow.Net {
			if x := a.Trail("year/" + strconv.Itoa(y)); len(x) != 1 || x[0].Result.Value.V != a.Flow.Net[y] {
				t.Errorf("year %d leads to %+v", y, x)
			}
		}
		for _, s := range Words(a) {
			if x := a.Trail("word/" + s.Key); len(x) == 0 {
				t.Errorf("%s leads nowhere", s.Key)
			}
		}
		for _, name := range []string{"", "luck", "word/", "word/luck", "party/nobody:1", "line/", "bar/benefit:1", "bar//", "year/-1", "year/999999999999999999999", "indicator/x"} {
			if x := a.Trail(name); len(x) > 0 && !slices.Contains([]string{"line/"}, name) {
				t.Errorf("%q leads to %+v", name, x)
			}
		}
	})
}
