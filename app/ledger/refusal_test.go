package ledger

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// spoken are the words of the program.
func spoken(t *testing.T) Words {
	t.Helper()
	b, err := os.ReadFile("../../assets/lang/en.json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatal(err)
	}
	return func(key string, args ...string) string {
		s, ok := words[key]
		if !ok {
			return key
		}
		for i, a := range args {
			s = strings.ReplaceAll(s, "{"+strconv.Itoa(i)+"}", a)
		}
		return s
	}
}

// TestRefusals: each refusal says what would be taken in its place.
func TestRefusals(t *testing.T) {
	d, err := room(t).Apply(workshop.Put(room(t), "x", workshop.Share{ID: "share:1", Benefit: "benefit:x", Party: "partner:b", Part: .5}))
	if err != nil {
		t.Fatal(err)
	}
	s := Open(d, workshop.Step{ID: "value.much", Yields: []string{"benefit", "cost", "indicator", "party"}}, spoken(t))
	for _, c := range []struct {
		id               workshop.ID
		col, typed, says string
	}{
		{"benefit:x", "count", "-5", "0 or more"},
		{"benefit:x", "count", "1e308", "too large: at most 1,000,000,000,000"},
		{"benefit:x", "count", "NaN", "not a number"},
		{"benefit:x", "count", "many", "not a number"},
		{"benefit:x", "unitValue", "1e308", "too large: at most £1,000,000,000,000"},
		{"benefit:x", "grade", "9", "1 to 6"},
		{"benefit:x", "lag", "99", "0 to 60"},
		{"benefit:x", "duration", "500", "1 to 60"},
		{"benefit:x", "deadweight", "150", "0 to 100%"},
		{"benefit:x", "share:partner:a", "80", "at most 50%: lower another, and this is taken"},
		{"benefit:x", "shares", "ICB 50", "one of: CC, DWP or Residents"},
		{"benefit:x", "category", "blue", "one of: fiscal, economic, social or environmental"},
		{"cost:c", "nature", "cash", "one of: capital, revenue or in kind"},
		{"cost:c", "party", "icb", "one of: CC, DWP or Residents"},
		{"cost:c", "year:0", "1e20", "too large: at most £1,000,000,000,000"},
		{"cost:c", "year:0", "-1e20", "−£1,000,000,000,000 or more"},
		{"indicator:i", "targetDate", "soon", "not a date: Mar 2027"},
	} {
		row, _ := s.Take(c.id)
		_, why := s.Into(row, s.Column(c.id.Kind(), c.col), c.typed)
		if got := s.Refusal(Slip{c.id, c.col, c.typed, why}); got != c.says {
			t.Errorf("%s %q (%s): %q, want %q", c.col, c.typed, why, got, c.says)
		}
	}
}
