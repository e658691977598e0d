package value

import "trestle/app/workshop"

// CostLine is one cost with its money year by year, before and after the
// correction for optimism.
type CostLine struct {
	ID     workshop.ID `json:"id"`
	Party  workshop.ID `json:"party"`
	Text   string      `json:"text"`
	Nature string      `json:"nature"`
	Grade  int         `json:"grade"` // 0 not answered: corrected as grade 6
	CostRates
	Before []float64 `json:"before_by_year"`
	After  []float64 `json:"after_by_year"`
	CostWorth
	CostGaps
}

// CostGaps are what of a cost is left out, and how much of it is not.
type CostGaps struct {
	Cut     int `json:"cut_amounts"`     // amounts past the horizon
	Unknown int `json:"unknown_amounts"` // years that cost something nobody knows
	Known   int `json:"known_amounts"`   // amounts that are in the figures
}

// CostRates are what a cost is corrected by: OB × (1 − mitigation), where OB is
// the line's own where it is answered, such as an upper bound for its kind of
// project, and its grade's where not.
type CostRates struct {
	Optimism   Ratio   `json:"optimism"` // the line's own; n/a: by its grade
	Source     string  `json:"optimism_source"`
	Mitigation Ratio   `json:"mitigation"`
	Correction float64 `json:"correction"`
}

// CostWorth is a cost's present value, the ends of its range, and how far it
// may grow: at Factor times the line the NPSV is 0, n/a where no such line is.
type CostWorth struct {
	PV     float64 `json:"pv"`
	Low    float64 `json:"pv_low"`  // in the low case, where costs are high
	High   float64 `json:"pv_high"` // in the high case
	Factor Ratio   `json:"break_even_factor"`
}

// BenefitLine is one benefit with every step from quantity to present value.
// A line that is not complete has its gross figure only; see Standing for
// whether it counts.
type BenefitLine struct {
	Label   `json:"line"`
	HowMany HowMany   `json:"how_many"`
	Rates   Rates     `json:"rates"`
	Steps   Steps     `json:"steps"`
	Years   []float64 `json:"value_by_year"`
	Worths
	Shares    []ShareLine `json:"shares"`
	Actuals   []YearMoney `json:"actuals"`
	Standing  `json:"standing"`
	BreakEven BreakEven `json:"break_even"`
}

// Worths are a benefit's present values.
type Worths struct {
	PV          float64 `json:"pv"`
	Cashable    float64 `json:"pv_cashable"`
	Unallocated float64 `json:"pv_unallocated"`
	Bare        float64 `json:"pv_bare"` // without correction for optimism
	Low         float64 `json:"pv_low"`  // in the low case
	High        float64 `json:"pv_high"` // in the high case
}

// HowMany are the answers a quantity is made of: the direct one, else the
// factors that are answered, n/a where not.
type HowMany struct {
	Direct       Ratio `json:"direct"`
	Population   Ratio `json:"population"`
	Predominance Ratio `json:"predominance"`
	Engagement   Ratio `json:"engagement"`
	Retention    Ratio `json:"retention"`
	Impact       Ratio `json:"impact"`
}

// BreakEven is how much of a line the NPSV of 0 needs, all others unchanged: at
// Factor times the line, that is at Quantity, or at UnitValue at the quantity
// said. All are n/a for a line that does not count or is worth nothing, and
// where no line of its sign can do it; Without then says that the case stands,
// or fails, whatever becomes of the line.
type BreakEven struct {
	Factor    Ratio  `json:"break_even_factor"`
	Quantity  Ratio  `json:"break_even_quantity"`
	UnitValue Ratio  `json:"break_even_unit_value"`
	Without   string `json:"without"` // "stands", "fails" or empty
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
	Source     string      `json:"source"` // of the unit value
}

// Rates are the shares a benefit is worked out with, n/a where not answered,
// and its place in time. Lag and Duration are as used: never below 0 and 1.
type Rates struct {
	Deadweight   Ratio `json:"deadweight"`
	Leakage      Ratio `json:"leakage"`
	Displacement Ratio `json:"displacement"`
	Substitution Ratio `json:"substitution"`
	Attribution  Ratio `json:"attribution"`
	Multiplier   Ratio `json:"multiplier"`
	DropOff      Ratio `json:"drop_off"`
	Cashable     Ratio `json:"cashable_share"`
	Lag          int   `json:"lag_years"`
	Duration     int   `json:"duration_years"`
}

// Steps are the figures on the way from quantity to the first year's value. A
// disbenefit's money is negative from Gross on (I13).
type Steps struct {
	Quantity  float64 `json:"quantity"`
	UnitValue float64 `json:"unit_value"`
	Gross     float64 `json:"gross"`
	Chain
	Net        float64 `json:"net"`        // what is additional and ours, after the whole chain
	Correction float64 `json:"correction"` // share taken off, or added to a loss
	Worth      float64 `json:"worth"`      // a full year, after optimism: "base" in the formulas
}

// Chain is the way from gross to net, a factor a step. A factor that is not
// answered changes nothing and is not taken for 0: Rates shows it as n/a.
//
// The order is that of two guides, one after the other: what would have
// happened anyway first (deadweight), then what the Additionality Guide (Homes
// and Communities Agency, fourth edition, 2014, chapters 4 and 5) takes off the
// rest, leakage, displacement and substitution, then the part that others have
// earned (attribution, from the Guide to Social Return on Investment), and the
// multiplier last, on what is left. The Additionality Guide takes deadweight
// off at the end, as a reference case that has gone through the same factors:
// the product is the same, for factors may change places.
type Chain struct {
	AfterDeadweight   float64 `json:"after_deadweight"`
	AfterLeakage      float64 `json:"after_leakage"`
	AfterDisplacement float64 `json:"after_displacement"`
	AfterSubstitution float64 `json:"after_substitution"`
	AfterAttribution  float64 `json:"after_attribution"`
}

// ShareLine is one party's part of a benefit.
type ShareLine struct {
	Party workshop.ID `json:"party"`
	Part  float64     `json:"part"`
	PV    float64     `json:"pv"`
}

// YearMoney is money in one year, beside what was forecast for it. Share is
// money / forecast, n/a where nothing was forecast.
type YearMoney struct {
	Year     int     `json:"year"`
	Money    float64 `json:"money"`
	Forecast float64 `json:"forecast"`
	Gap      float64 `json:"gap"` // money − forecast
	Share    Ratio   `json:"share_of_forecast"`
}

// Standing says whether a line counts in the totals, and why not.
type Standing struct {
	Counted       bool        `json:"counted"`
	Complete      bool        `json:"complete"`
	Qualitative   bool        `json:"qualitative"`
	Missing       []string    `json:"missing"` // what is not answered: "gross, not adjusted" (I16)
	DoubleCounted bool        `json:"double_counted"`
	CountsWith    string      `json:"counts_with"` // its double-count group, empty for none
	CountedIn     workshop.ID `json:"counted_in"`  // the line that stands for the group (I17)
	Assumed       bool        `json:"assumed"`
	Cut           int         `json:"cut_years"` // years past the horizon, left out (I6)
	Shared        float64     `json:"shared"`    // what its shares add up to
}
