package value

import "trestle/app/workshop"

// CostLine is one cost with its money year by year, before and after the
// correction for optimism.
type CostLine struct {
	ID         workshop.ID `json:"id"`
	Party      workshop.ID `json:"party"`
	Text       string      `json:"text"`
	Nature     string      `json:"nature"`
	Grade      int         `json:"grade"`      // 0 not answered: corrected as grade 6
	Correction float64     `json:"correction"` // OB × (1 − mitigation)
	Before     []float64   `json:"before_by_year"`
	After      []float64   `json:"after_by_year"`
	PV         float64     `json:"pv"`
	Cut        int         `json:"cut_amounts"` // amounts past the horizon, left out
}

// BenefitLine is one benefit with every step from quantity to present value.
// A line that is not complete has its gross figure only; see Standing for
// whether it counts.
type BenefitLine struct {
	Label       `json:"line"`
	Rates       Rates       `json:"rates"`
	Steps       Steps       `json:"steps"`
	Years       []float64   `json:"value_by_year"`
	PV          float64     `json:"pv"`
	Cashable    float64     `json:"pv_cashable"`
	Shares      []ShareLine `json:"shares"`
	Unallocated float64     `json:"pv_unallocated"`
	Actuals     []YearMoney `json:"actuals"`
	Standing    `json:"standing"`
}

// Label says which benefit a line is.
type Label struct {
	ID         workshop.ID `json:"id"`
	Title      string      `json:"title"`
	Category   string      `json:"category"`
	Class      string      `json:"class"`
	Disbenefit bool        `json:"disbenefit"`
	Grade      int         `json:"grade"`
	Unit       string      `json:"unit"`
	Group      string      `json:"group"`
	PriceYear  int         `json:"price_year"`
}

// Rates are the shares a benefit is worked out with, n/a where not answered,
// and its place in time. Lag and Duration are as used: never below 0 and 1.
type Rates struct {
	Deadweight   Ratio `json:"deadweight"`
	Displacement Ratio `json:"displacement"`
	Attribution  Ratio `json:"attribution"`
	DropOff      Ratio `json:"drop_off"`
	Cashable     Ratio `json:"cashable_share"`
	Lag          int   `json:"lag_years"`
	Duration     int   `json:"duration_years"`
}

// Steps are the figures on the way from quantity to the first year's value. A
// disbenefit's money is negative from Gross on (I13).
type Steps struct {
	Quantity          float64 `json:"quantity"`
	UnitValue         float64 `json:"unit_value"`
	Gross             float64 `json:"gross"`
	AfterDeadweight   float64 `json:"after_deadweight"`
	AfterDisplacement float64 `json:"after_displacement"`
	Net               float64 `json:"net"`        // after attribution to others
	Correction        float64 `json:"correction"` // share taken off, or added to a loss
	Worth             float64 `json:"worth"`      // a full year, after optimism: "base" in the formulas
}

// ShareLine is one party's part of a benefit.
type ShareLine struct {
	Party workshop.ID `json:"party"`
	Part  float64     `json:"part"`
	PV    float64     `json:"pv"`
}

// YearMoney is money in one year.
type YearMoney struct {
	Year  int     `json:"year"`
	Money float64 `json:"money"`
}

// Standing says whether a line counts in the totals, and why not.
type Standing struct {
	Counted       bool        `json:"counted"`
	Complete      bool        `json:"complete"`
	Qualitative   bool        `json:"qualitative"`
	Missing       []string    `json:"missing"` // what is not answered: "gross, not adjusted" (I16)
	DoubleCounted bool        `json:"double_counted"`
	CountedIn     workshop.ID `json:"counted_in"` // the line that stands for the group (I17)
	Assumed       bool        `json:"assumed"`
	Cut           int         `json:"cut_years"` // years past the horizon, left out (I6)
	Shared        float64     `json:"shared"`    // what its shares add up to
}
