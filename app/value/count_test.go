package value

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"trestle/app/workshop"
)

// without is the account of the records that keep holds for.
func without(t *testing.T, recs []workshop.Record, drop func(workshop.Record) bool) Account {
	t.Helper()
	return OfRecords(document(t, slices.DeleteFunc(slices.Clone(recs), drop)))
}

func sameMoney(t *testing.T, what string, a, b Account) {
	t.Helper()
	if !reflect.DeepEqual(a.Totals, b.Totals) || !reflect.DeepEqual(a.Flow, b.Flow) {
		t.Errorf("%s moves the totals: %+v, %+v", what, a.Totals, b.Totals)
	}
}

func TestQualitativeAddsNothing(t *testing.T) { // I15
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		words := map[workshop.ID]bool{}
		for _, b := range of[workshop.Benefit](recs) {
			if b.Class == "qualitative" {
				words[b.ID] = true
			}
		}
		if len(a.Beyond) != len(words) {
			t.Errorf("%d of %d listed", len(a.Beyond), len(words))
		}
		for _, q := range a.Beyond {
			if !words[q.ID] {
				t.Errorf("%s is listed as beyond money", q.ID)
			}
		}
		sameMoney(t, "a qualitative line", a, without(t, recs, func(r workshop.Record) bool { return words[r.Ident()] }))
	})
}

func TestGrossLinesStayOut(t *testing.T) { // I16
	seen := 0
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		gross := map[workshop.ID]bool{}
		for _, b := range of[workshop.Benefit](recs) {
			if len(b.Gaps()) > 0 {
				gross[b.ID] = true
			}
		}
		seen += len(gross)
		for _, b := range a.Benefits {
			if gross[b.ID] && (b.Counted || b.Complete || len(b.Missing) == 0) {
				t.Errorf("%s is gross, not adjusted, and counts: %+v", b.ID, b.Standing)
			}
		}
		sameMoney(t, "a gross line", a, without(t, recs, func(r workshop.Record) bool { return gross[r.Ident()] }))
	})
	if seen == 0 {
		t.Error("no gross lines among them")
	}
}

func TestGroupsCountOnce(t *testing.T) { // I17
	seen, joined := 0, 0
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		group := naiveGroups(document(t, recs))
		stands := map[int]workshop.ID{}
		for _, b := range a.Benefits {
			if !b.Complete {
				continue
			}
			first, taken := stands[group[b.ID]]
			if !taken {
				stands[group[b.ID]], first = b.ID, b.ID
			}
			seen += map[bool]int{true: 1}[taken]
			if taken && groupName(b.Group) == "" {
				joined++
			}
			if b.Counted == taken || b.DoubleCounted != taken || taken && b.CountedIn != first {
				t.Errorf("%s of group %q: %+v", b.ID, b.Group, b.Standing)
			}
		}
	})
	if seen == 0 || joined == 0 {
		t.Errorf("%d counted twice, %d by the title a group has: too few to say much", seen, joined)
	}
}

func TestSnapshotsGoStale(t *testing.T) { // I20
	eachFew(t, 120, func(t *testing.T, recs []workshop.Record, a Account) {
		kept := Keep(a, "Kept", "2026-11-24T10:00:00Z")
		if Stale(kept, a) || workshop.Check(kept) != nil {
			t.Errorf("stale at once, or not to be kept: %+v", kept)
		}
		head := workshop.One[workshop.Workshop](document(t, recs))
		flat, later, longer := head, head, head
		flat.Discount, flat.Rate = Flat, know(0.1234)
		later.Timing = map[string]string{MidYear: YearZero}[head.Timing]
		if later.Timing == "" {
			later.Timing = MidYear
		}
		longer.Horizon = a.Convention.Horizon%60 + 1
		graded := workshop.Grade{ID: "grade:last", Number: 3, Cost: 4.5, Benefit: 0.99}
		custom := []workshop.Record{head, workshop.Band{ID: "band:last", From: 1, Rate: .777}}
		more := workshop.Cost{ID: "cost:more", Party: "partner:r1", Text: "More", Grade: 1}
		for what, x := range map[string]struct {
			recs  []workshop.Record
			stale bool
		}{
			"a rate": {[]workshop.Record{flat}, true}, "a grade": {[]workshop.Record{graded}, true}, "a band": {custom, head.Discount == Custom},
			"timing": {[]workshop.Record{later}, true}, "horizon": {[]workshop.Record{longer}, true}, "a cost": {[]workshop.Record{more}, false},
		} {
			next := slices.DeleteFunc(slices.Clone(recs), func(r workshop.Record) bool { return r.Ident() == x.recs[0].Ident() })
			now := OfRecords(document(t, append(append(next, x.recs...), kept)))
			line := now.Kept[len(now.Kept)-1]
			if line.Stale != x.stale || line.NPSV != a.PVB-a.PVC || line.Since != now.NPSV-line.NPSV {
				t.Errorf("after a change of %s: %+v", what, line)
			}
			said := slices.ContainsFunc(Words(now), func(s Sentence) bool { return s.Key == "value.words.stale.one" })
			if said != x.stale {
				t.Errorf("after a change of %s: said %v, stale %v", what, said, x.stale)
			}
		}
	})
}

func TestRangeHoldsTheResult(t *testing.T) {
	wide := 0
	eachRandom(t, func(t *testing.T, _ []workshop.Record, a Account) {
		r := a.Range
		if r.Central != (Case{a.PVC, a.PVB, a.NPSV, a.Ratios.BCR}) {
			t.Errorf("central %+v is not the result", r.Central)
		}
		slack := 1e-9 * (1 + math.Abs(a.PVB) + math.Abs(a.PVC))
		if r.Low.NPSV > a.NPSV+slack || r.High.NPSV < a.NPSV-slack || r.Low.PVC < a.PVC-slack || r.High.PVC > a.PVC+slack {
			t.Errorf("%+v", r)
		}
		if r.Low.NPSV < a.NPSV-1 && r.High.NPSV > a.NPSV+1 {
			wide++
		}
	})
	if wide == 0 {
		t.Error("no range is wider than a point")
	}
}

func TestSameRecordsSameAccount(t *testing.T) {
	eachRandom(t, func(t *testing.T, recs []workshop.Record, a Account) {
		d := document(t, recs)
		for _, who := range []workshop.Audience{workshop.Facilitator, workshop.Room, workshop.Reader} {
			if got := Of(workshop.For(d, who)); !reflect.DeepEqual(got, a) {
				t.Errorf("the %s gets another account", who)
			}
		}
	})
}

// of are the records of type T, in order.
func of[T workshop.Record](recs []workshop.Record) []T {
	var out []T
	for _, r := range recs {
		if x, ok := r.(T); ok {
			out = append(out, x)
		}
	}
	return out
}
