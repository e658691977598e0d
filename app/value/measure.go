package value

import (
	"math"
	"slices"
	"strings"

	"trestle/app/workshop"
)

// Progress is how far an indicator has come. Done is (reading − baseline) /
// (target − baseline), n/a where one of the three is not answered or target
// and baseline are the same; for an indicator to hold, 1 within its tolerance
// of the target (else of the baseline) and 0 outside.
type Progress struct {
	ID        workshop.ID `json:"id"`
	Name      string      `json:"name"`
	Unit      string      `json:"indicator_unit"`
	Direction string      `json:"direction"`
	Baseline  Ratio       `json:"baseline"`
	Target    Ratio       `json:"target"`
	By        string      `json:"by"`
	Reading   Ratio       `json:"reading"` // the newest
	Readings  []Point     `json:"readings"`
	Done      Ratio       `json:"progress"`
}

// Point is one reading.
type Point struct {
	Date  string  `json:"date"`
	Value float64 `json:"reading"`
}

// measure reads the indicators.
func (l *ledger) measure() {
	list := make([]Progress, 0, l.d.Count("indicator"))
	at := map[workshop.ID]int{}
	var tolerance []workshop.Maybe
	for x := range workshop.All[workshop.Indicator](l.d) {
		at[x.ID] = len(list)
		tolerance = append(tolerance, x.Tolerance)
		list = append(list, Progress{
			ID: x.ID, Name: x.Name, Unit: x.Unit, Direction: x.Direction, By: string(x.TargetDate), Readings: []Point{},
			Baseline: answered(x.Baseline, -maxQuantity, maxQuantity), Target: answered(x.Target, -maxQuantity, maxQuantity),
		})
	}
	for r := range workshop.All[workshop.Reading](l.d) {
		if i, ok := at[r.Indicator]; ok {
			list[i].Readings = append(list[i].Readings, Point{string(r.Date), within(r.Value, -maxQuantity, maxQuantity)})
		}
	}
	for i := range list {
		list[i].read(tolerance[i])
	}
	l.account.Indicators = list
}

// read puts the readings in order of their days, ISO and so sorted as text;
// of two on one day the one made later is the newer.
func (p *Progress) read(tolerance workshop.Maybe) {
	slices.SortStableFunc(p.Readings, func(a, b Point) int { return strings.Compare(a.Date, b.Date) })
	if n := len(p.Readings); n > 0 {
		p.Reading = Ratio{p.Readings[n-1].Value, true}
	}
	if !p.Reading.OK {
		return
	}
	if p.Direction == "hold" {
		goal := p.Target
		if !goal.OK {
			goal = p.Baseline
		}
		if !goal.OK {
			return
		}
		p.Done.OK = true
		if math.Abs(p.Reading.V-goal.V) <= math.Max(0, tolerance.Or(0)) {
			p.Done.V = 1
		}
		return
	}
	if way := p.Target.V - p.Baseline.V; p.Baseline.OK && p.Target.OK && way != 0 {
		p.Done = Ratio{(p.Reading.V - p.Baseline.V) / way, true}
	}
}
