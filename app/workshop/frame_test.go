package workshop

import (
	"slices"
	"strconv"
	"testing"
)

// TestSentences is a table of statements half and wholly said.
func TestSentences(t *testing.T) {
	in := Spelling{Day: func(d Date) string { return "day " + string(d) }, Number: func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }}
	for _, c := range []struct {
		p    Problem
		want []string
	}{
		{Problem{}, nil},
		{Problem{Effect: "they fall ill"}, nil},
		{Problem{Who: "people"}, []string{"people", "…", "…", "…"}},
		{Problem{Who: "people", Situation: "alone", Trouble: "nobody comes", Effect: "they fall ill."}, []string{"people", "alone", "nobody comes", "they fall ill"}},
		{Problem{Who: "When people are", Situation: "are alone", Trouble: "then nobody comes"}, []string{"people", "alone", "nobody comes", "…"}},
		{Problem{Who: "is", Situation: "When", Trouble: "thence", Effect: "…"}, []string{"is", "When", "thence", "…"}},
	} {
		if got := c.p.Sentence(); !slices.Equal(got.Parts, c.want) {
			t.Errorf("%+v: %q", c.p, got)
		}
	}
	goal := Goal{By: "2027-03-31", People: "eight in ten", Place: "Ipswich", Condition: "live warm"}
	for _, c := range []struct {
		of    []Record
		goal  Goal
		frame string
		want  []string
	}{
		{nil, Goal{Place: "Ipswich"}, "", nil},
		{nil, goal, "goal.frame", []string{"day 2027-03-31", "eight in ten", "Ipswich", "live warm"}},
		{nil, Goal{People: "all"}, "goal.frame", []string{"…", "all", "…", "…"}},
		{[]Record{Indicator{ID: "indicator:a", Name: "No target"}, Indicator{ID: "indicator:b", Name: "Weeks", Unit: "weeks", Baseline: Know(14), Target: Know(4)}}, goal, "goal.frame.shown", []string{"day 2027-03-31", "eight in ten", "Ipswich", "live warm", "Weeks", "14", "4 weeks"}},
		{[]Record{Indicator{ID: "indicator:b", Name: "Warm", Unit: "%", Target: Know(80)}}, goal, "goal.frame.shown", []string{"day 2027-03-31", "eight in ten", "Ipswich", "live warm", "Warm", "…", "80%"}},
	} {
		d, err := Document{}.Apply(Put(Document{}, "x", c.of...))
		if err != nil && len(c.of) > 0 {
			t.Fatal(err)
		}
		if got := GoalSentence(d, c.goal, in); got.Frame != c.frame || !slices.Equal(got.Parts, c.want) {
			t.Errorf("%+v: %q", c.goal, got)
		}
	}
}

// TestSentenceEndsOnce: a gap at the end is not followed by another dot.
func TestSentenceEndsOnce(t *testing.T) {
	if got := (Sentence{}).Ended("When people are …, then … This means …."); got != "When people are …, then … This means …" {
		t.Error(got)
	}
}

func TestSooner(t *testing.T) {
	days := []Date{"", "2027-01-01", "2026-12-31", ""}
	slices.SortStableFunc(days, Sooner)
	if want := []Date{"2026-12-31", "2027-01-01", "", ""}; !slices.Equal(days, want) {
		t.Errorf("%q", days)
	}
}
