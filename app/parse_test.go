package app

import (
	"strings"
	"testing"
	"time"

	"trestle/app/workshop"
)

func english(t testing.TB) *Tongue {
	t.Helper()
	e, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestParseSaid is a table of what is said and what is understood.
func TestParseSaid(t *testing.T) {
	partners := []workshop.Partner{{ID: "partner:scc", Tag: "SCC"}, {ID: "partner:dwp", Tag: "DWP"}}
	today, g := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), english(t).grammar
	k := workshop.Know
	for _, c := range []struct {
		line string
		want said
	}{
		{"£85,000 a year", said{text: "£85,000 a year", resource: "money", amount: amount{quantity: k(1), value: k(8500000), every: "a year"}}},
		{"85k a year", said{text: "85k a year", resource: "money", amount: amount{quantity: k(1), value: k(8500000), every: "a year"}}},
		{"85,000 a year until Mar 2028", said{text: "85,000 a year until Mar 2028", end: "2028-03-31", resource: "money", amount: amount{quantity: k(1), value: k(8500000), every: "a year"}}},
		{"Two nurses at the shared desk, 2 FTE", said{text: "Two nurses at the shared desk, 2 FTE", resource: "staff time", amount: amount{quantity: k(2), unit: "FTE"}}},
		{"2000 a month", said{text: "2000 a month", resource: "money", amount: amount{quantity: k(1), value: k(200000), every: "a month"}}},
		{"200 visits a month", said{text: "200 visits a month"}},
		{"about 7.5k once", said{text: "about 7.5k once", resource: "money", amount: amount{quantity: k(1), value: k(750000)}}},
		{"£1.2m", said{text: "£1.2m", resource: "money", amount: amount{quantity: k(1), value: k(120000000)}}},
		{"2 FTE from Sep until Mar 2028", said{text: "2 FTE from Sep until Mar 2028", start: "2027-09-01", end: "2028-03-31", resource: "staff time", amount: amount{quantity: k(2), unit: "FTE"}}},
		{"2 days a week from 1 Sep 2027", said{text: "2 days a week from 1 Sep 2027", start: "2027-09-01", resource: "staff time", amount: amount{quantity: k(2), unit: "days", every: "a week"}}},
		{"a room until 15th March", said{text: "a room until 15th March", end: "2027-03-15", resource: "premises"}},
		{"from 31 Feb 2027", said{text: "from 31 Feb 2027", start: "2027-02-01"}},
		{"data", said{text: "data", resource: "data"}},
		{"dwp: case data", said{text: "case data", partner: "partner:dwp", resource: "data"}},
		{"to dwp: a desk", said{text: "a desk", to: "partner:dwp", resource: "premises"}},
		{"scc to dwp: a desk", said{text: "a desk", partner: "partner:scc", to: "partner:dwp", resource: "premises"}},
		{"dwp: to scc: a desk", said{text: "a desk", partner: "partner:dwp", to: "partner:scc", resource: "premises"}},
		{"who: we ask", said{text: "who: we ask"}},
		{"to nobody: a desk", said{text: "to nobody: a desk", resource: "premises"}},
		{"nothing today, because the minister decides", said{text: "nothing today, because the minister decides", nothing: "the minister decides"}},
		{"dwp: nothing because of the rule", said{text: "nothing because of the rule", partner: "partner:dwp", nothing: "of the rule"}},
		{"nothing", said{text: "nothing"}},
		{"10 km of road", said{text: "10 km of road"}},
		{"from market stalls", said{text: "from market stalls"}},
		{"a desk from DWP from Sep", said{text: "a desk from DWP from Sep", start: "2027-09-01", resource: "premises"}},
		{"£" + strings.Repeat("9", 40), said{text: "£" + strings.Repeat("9", 40)}},
	} {
		if got := g.said(c.line, partners, true, today); got != c.want {
			t.Errorf("%q: %+v\nwant %+v", c.line, got, c.want)
		}
	}
}

// FuzzParseSaid never fails, and never loses the words.
func FuzzParseSaid(f *testing.F) {
	for _, s := range []string{"scc to dwp: 2 FTE from 1 Sep 2027", "nothing today, because", "£1.2m a year", "::", "to to: to"} {
		f.Add(s)
	}
	g := english(f).grammar
	partners := []workshop.Partner{{ID: "partner:scc", Tag: "SCC"}, {ID: "partner:dwp", Tag: "DWP"}}
	f.Fuzz(func(t *testing.T, line string) {
		for _, offer := range []bool{true, false} {
			s := g.said(line, partners, offer, time.Unix(0, 0))
			if workshop.Clean(line) != "" && s.text == "" {
				t.Errorf("%q lost its words", line)
			}
			if s.value.Known && (s.value.V < 0 || s.value.V != s.value.V) {
				t.Errorf("%q is worth %v", line, s.value.V)
			}
		}
	})
}

// TestAsked reads whom an ask is for from its end.
func TestAsked(t *testing.T) {
	g := english(t).grammar
	partners := []workshop.Partner{{ID: "partner:scc", Tag: "SCC"}, {ID: "partner:dwp", Tag: "DWP"}}
	for _, c := range []struct {
		line, text string
		to         workshop.ID
	}{
		{"Same-day decisions from DWP", "Same-day decisions", "partner:dwp"},
		{"Same-day decisions, from dwp", "Same-day decisions", "partner:dwp"},
		{"to scc: a letter from DWP", "a letter from DWP", "partner:scc"},
		{"Letters from nobody", "Letters from nobody", ""},
		{"from DWP", "from DWP", ""},
	} {
		s := g.said(c.line, partners, false, time.Unix(0, 0))
		if s.asked(g, partners); s.text != c.text || s.to != c.to {
			t.Errorf("%q: %q of %q", c.line, s.text, s.to)
		}
	}
}
