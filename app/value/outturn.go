package value

import (
	"cmp"
	"slices"
)

// Outturn is what the lines that count really brought in beside what was
// forecast for the same lines in the same years, not discounted.
type Outturn struct {
	Years    []OutturnYear `json:"years"`
	Lines    int           `json:"lines"` // that have an actual
	Forecast float64       `json:"forecast"`
	Actual   float64       `json:"actual"`
	Gap      float64       `json:"gap"` // actual − forecast
	Share    Ratio         `json:"share_of_forecast"`
}

// OutturnYear is one year of it.
type OutturnYear struct {
	Year     int     `json:"year"`
	Lines    int     `json:"lines"`
	Forecast float64 `json:"forecast"`
	Actual   float64 `json:"actual"`
	Gap      float64 `json:"gap"`
	Share    Ratio   `json:"share_of_forecast"`
}

// outturn holds the actuals against the forecast, line by line and together.
func (l *ledger) outturn() {
	o := Outturn{Years: []OutturnYear{}}
	for i := range l.account.Benefits {
		b := &l.account.Benefits[i]
		for k := range b.Actuals {
			y := &b.Actuals[k]
			if b.Complete && y.Year >= 0 && y.Year < len(b.Years) {
				y.Forecast = b.Years[y.Year]
			}
			y.Gap = y.Money - y.Forecast
			y.Share = part(y.Money, y.Forecast)
			if b.Counted {
				o.enter(*y)
			}
		}
		if b.Counted && len(b.Actuals) > 0 {
			o.Lines++
		}
	}
	for i := range o.Years {
		y := &o.Years[i]
		y.Gap, y.Share = y.Actual-y.Forecast, part(y.Actual, y.Forecast)
	}
	o.Gap, o.Share = o.Actual-o.Forecast, part(o.Actual, o.Forecast)
	l.account.Outturn = o
}

func (o *Outturn) enter(m YearMoney) {
	i, there := slices.BinarySearchFunc(o.Years, m.Year, func(y OutturnYear, year int) int { return cmp.Compare(y.Year, year) })
	if !there {
		o.Years = slices.Insert(o.Years, i, OutturnYear{Year: m.Year})
	}
	y := &o.Years[i]
	y.Lines++
	y.Forecast += m.Forecast
	y.Actual += m.Money
	o.Forecast += m.Forecast
	o.Actual += m.Money
}

// part is a/b for amounts that may both be losses, n/a where b is 0.
func part(a, b float64) Ratio {
	if b == 0 {
		return Ratio{}
	}
	return finite(a / b)
}
