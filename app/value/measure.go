package value

import (
	"math"
	"slices"
	"strings"
	"time"

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
	Readings  []Point     `json:"readings"`
	Course
}

// Course is where an indicator stands on its way. Expected is where the
// straight line from baseline to target is on the day of the newest reading,
// n/a without both days; Track holds the reading against it. Gained is what the
// reading is better than the do-nothing forecast, below 0 where it is worse.
type Course struct {
	Reading   Ratio  `json:"reading"` // the newest
	Done      Ratio  `json:"progress"`
	Since     string `json:"since"` // the day of the baseline
	DoNothing Ratio  `json:"do_nothing"`
	Expected  Ratio  `json:"expected"`
	Gained    Ratio  `json:"gained"`
	Track     string `json:"track"` // "on track", "behind" or empty where nobody can tell
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
			Course: Course{Since: string(x.BaselineDate), DoNothing: answered(x.DoNothing, -maxQuantity, maxQuantity)},
		})
	}
	for r := range workshop.All[workshop.Reading](l.d) {
		if i, ok := at[r.Indicator]; ok {
			list[i].Readings = append(list[i].Readings, Point{string(r.Date), within(r.Value, -maxQuantity, maxQuantity)})
		}
	}
	for i := range list {
		list[i].read(tolerance[i])
		list[i].course()
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

// course holds the newest reading against where it should be, and against what
// was forecast of doing nothing.
func (p *Progress) course() {
	if !p.Reading.OK {
		return
	}
	if p.Direction == "hold" {
		if p.Done.OK {
			p.Track = track(p.Done.V == 1)
		}
		return
	}
	better := 1.0
	if p.Direction == "down" {
		better = -1
	}
	if p.DoNothing.OK {
		p.Gained = Ratio{better * (p.Reading.V - p.DoNothing.V), true}
	}
	p.Expected = p.expected(p.Readings[len(p.Readings)-1].Date)
	if p.Expected.OK {
		p.Track = track(better*(p.Reading.V-p.Expected.V) >= -1e-12*math.Abs(p.Expected.V))
	}
}

func track(on bool) string {
	if on {
		return "on track"
	}
	return "behind"
}

// expected is where the straight line from baseline to target is on a day.
func (p *Progress) expected(day string) Ratio {
	from, e1 := time.Parse(time.DateOnly, p.Since)
	to, e2 := time.Parse(time.DateOnly, p.By)
	on, e3 := time.Parse(time.DateOnly, day)
	if e1 != nil || e2 != nil || e3 != nil || !p.Baseline.OK || !p.Target.OK || !to.After(from) {
		return Ratio{}
	}
	part := within(float64(on.Unix()-from.Unix())/float64(to.Unix()-from.Unix()), 0, 1)
	return Ratio{p.Baseline.V + part*(p.Target.V-p.Baseline.V), true}
}
