package value

import "trestle/app/workshop"

// Account is a workshop's whole value account. Money is in major units of
// Convention.Currency at base-year prices; slices by year start at year 0 and
// are Convention.Horizon long.
type Account struct {
	Footing
	Costs    []CostLine    `json:"costs"`
	Benefits []BenefitLine `json:"benefits"`
	Flow     Flow          `json:"flow"`
	Totals   `json:"totals"`
	Split    `json:"split"`
	Views    Views   `json:"views"`
	Tornado  Tornado `json:"tornado"`
	Watched
	Heeds
}

// Footing is what the account stands on.
type Footing struct {
	Convention Convention `json:"convention"`
	Tables     Tables     `json:"tables"`
}

// Watched is what the account keeps an eye on beside the money.
type Watched struct {
	Beyond     []Qualitative `json:"beyond_money"`
	Indicators []Progress    `json:"indicators"`
	Outturn    Outturn       `json:"outturn"`
	Kept       []KeptLine    `json:"kept"`
}

// Heeds are what to know before the figures are quoted: of the account, and at
// single fields of single records.
type Heeds struct {
	Findings []Finding `json:"findings"`
	Remarks  []Remark  `json:"remarks"`
}

// Convention is what the figures rest on, and is quoted with them.
type Convention struct {
	Timing    string            `json:"timing"`
	Discount  string            `json:"discount"`
	Rate      Ratio             `json:"flat_rate"` // n/a unless the discount is flat
	Horizon   int               `json:"horizon_years"`
	YearZero  string            `json:"year_zero"`
	PriceYear int               `json:"price_year"`
	Vintage   string            `json:"vintage"` // of the discount table, in words
	Grading   string            `json:"grading"` // of the confidence table, in words
	Currency  string            `json:"currency"`
	Units     map[string]string `json:"units"` // of every number, by its JSON name
}

// Tables are the discount rates, the factors they give year by year under the
// timing convention, and the confidence grades.
type Tables struct {
	Rates   Schedule   `json:"rates"`
	Factors []float64  `json:"discount_factors"`
	Grades  []GradeRow `json:"grades"`
}

// Flow is corrected cost and counted benefit year by year. Only
// CumulativeDiscounted is discounted.
type Flow struct {
	Cost                 []float64 `json:"cost_by_year"`
	Benefit              []float64 `json:"benefit_by_year"`
	Net                  []float64 `json:"net_by_year"`
	Cumulative           []float64 `json:"cumulative"`
	CumulativeDiscounted []float64 `json:"cumulative_discounted"`
}

// Totals are the headline figures, meant to be shown together.
type Totals struct {
	PVC      float64  `json:"pvc"`         // present value of cost, corrected
	PVB      float64  `json:"pvb"`         // present value of counted benefit
	NPSV     float64  `json:"npsv"`        // PVB − PVC, net present social value
	Fiscal   float64  `json:"pv_fiscal"`   // of PVB, in the fiscal category
	Cashable float64  `json:"pv_cashable"` // of PVB, answered as cashable
	Inputs   float64  `json:"inputs"`      // what SROI divides by: cost at DF(t) whatever the timing
	EANB     Ratio    `json:"eanb"`        // NPSV / Σ DF(1…last year); n/a with one year only
	Ratios   Ratios   `json:"ratios"`
	Payback  Paybacks `json:"payback"`
	Range    Range    `json:"range"`
}

// Ratios are all n/a where the cost they divide by is not above 0 (I14).
type Ratios struct {
	BCR       Ratio `json:"bcr"`        // PVB / PVC
	FiscalROI Ratio `json:"fiscal_roi"` // PV of fiscal benefit / PVC
	CashROI   Ratio `json:"cash_roi"`   // PV of cashable benefit / PVC
	SROI      Ratio `json:"sroi"`       // PVB / inputs
	NetSROI   Ratio `json:"net_sroi"`   // (PVB − inputs) / inputs
	Switching Ratio `json:"switching"`  // PVC / PVB: the part of the benefit that still covers the cost
}

// Paybacks are the three readings of when the money is back.
type Paybacks struct {
	Whole      Payback `json:"whole"`      // undiscounted, all benefit: the one to quote
	Discounted Payback `json:"discounted"` // of the discounted flow
	Fiscal     Payback `json:"fiscal"`     // undiscounted, fiscal benefit only
}

// Payback is when cumulative net value reaches 0 and stays there: the first
// such year t, and t + |cumulative[t−1]|/net[t] in years and in months. In
// year 0 the cost is taken as spent at its start and the benefit as coming in
// evenly, so the fraction is cost[0]/benefit[0].
type Payback struct {
	OK     bool    `json:"reached"`
	Year   int     `json:"payback_year"`
	Years  float64 `json:"payback_years"`
	Months float64 `json:"payback_months"`
}

// Range is how far the evidence lets the result move. Low leaves benefit lines
// out whose blanks were assumed (but keeps losses), and grades every other
// line one worse; high takes no optimism correction at all. A line never does
// better in low, nor worse in high, than in central.
type Range struct {
	Low     Case `json:"low"`
	Central Case `json:"central"`
	High    Case `json:"high"`
}

// Case is one end of the range.
type Case struct {
	PVC  float64 `json:"pvc"`
	PVB  float64 `json:"pvb"`
	NPSV float64 `json:"npsv"`
	BCR  Ratio   `json:"bcr"`
}

// Qualitative is a benefit that money does not show (I15).
type Qualitative struct {
	ID       workshop.ID `json:"id"`
	Title    string      `json:"title"`
	Category string      `json:"category"`
	Who      string      `json:"who"`
	Scale    int         `json:"scale"` // −3 much worse to +3 much better
	Story    string      `json:"story"`
}
