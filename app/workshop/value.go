package workshop

// Cost is one line of what somebody pays; its money a year is in Amount records.
type Cost struct {
	ID           ID     `json:"id"`
	Party        ID     `json:"party" rule:"ref=partner|party,need"`
	Text         string `json:"text" rule:"need"`
	Nature       string `json:"nature" rule:"enum=capital|revenue|in kind"`
	Grade        int    `json:"grade" rule:"min=0,max=6" unit:"1 audited to 6 judgement, 0 not answered"`
	Mitigation   Maybe  `json:"mitigation" rule:"rate" unit:"share of the optimism correction already dealt with"`
	Contribution ID     `json:"contribution" rule:"ref=contribution"`

	Optimism       Maybe  `json:"optimism" rule:"min=0,max=5" unit:"share added for optimism, in place of the grade's"`
	OptimismSource string `json:"optimismSource"`
}

// Amount is a cost line's money in one year, in base-year prices.
type Amount struct {
	ID    ID    `json:"id"`
	Cost  ID    `json:"cost" rule:"ref=cost,need"`
	Year  int   `json:"year" rule:"min=0,max=60" unit:"years after year 0"`
	Money int64 `json:"money" rule:"money" unit:"minor units of the currency"`

	Unknown bool `json:"unknown"` // it will cost something, nobody knows how much
}

// Benefit is one line of public value added.
type Benefit struct {
	ID           ID     `json:"id"`
	Title        string `json:"title" rule:"need"`
	Category     string `json:"category" rule:"enum=fiscal|economic|social|environmental"`
	Class        string `json:"class" rule:"enum=cash releasing|non-cash releasing|quantified|qualitative"`
	Disbenefit   bool   `json:"disbenefit"`
	Who          string `json:"who"`
	Feature      string `json:"feature"`
	Activities   string `json:"activities"`
	Officer      string `json:"officer"`
	Indicator    ID     `json:"indicator" rule:"ref=indicator"`
	Quantity     Maybe  `json:"quantity" rule:"min=0,max=1e12"`
	Population   Maybe  `json:"population" rule:"min=0,max=1e12" unit:"people"`
	Predominance Maybe  `json:"predominance" rule:"rate"`
	Engagement   Maybe  `json:"engagement" rule:"rate"`
	Retention    Maybe  `json:"retention" rule:"rate"`
	Impact       Maybe  `json:"impact" rule:"rate"`
	Unit         string `json:"unit" rule:"max=60"`
	UnitValue    Maybe  `json:"unitValue" rule:"money" unit:"minor units of the currency"`
	Source       string `json:"source"`
	PriceYear    int    `json:"priceYear" rule:"min=0,max=2100" unit:"year"`
	Deadweight   Maybe  `json:"deadweight" rule:"rate"`
	Displacement Maybe  `json:"displacement" rule:"rate"`
	Attribution  Maybe  `json:"attribution" rule:"rate"`
	DropOff      Maybe  `json:"dropOff" rule:"rate" unit:"a year"`
	Lag          int    `json:"lag" rule:"min=0,max=60" unit:"years"`
	Duration     int    `json:"duration" rule:"min=1,max=60,zero" unit:"years"`
	Grade        int    `json:"grade" rule:"min=0,max=6" unit:"1 audited to 6 judgement, 0 not answered"`
	Cashable     Maybe  `json:"cashable" rule:"rate"`
	Group        string `json:"group" rule:"max=60"`
	Scale        int    `json:"scale" rule:"min=-3,max=3"`
	Story        string `json:"story"`
	Assumed      bool   `json:"assumed"`
	Guesses      string `json:"guesses" rule:"max=200"` // the fields that were assumed, not answered, with spaces between
	Review       string `json:"review"`

	Leakage      Maybe `json:"leakage" rule:"rate" unit:"share that goes to people outside the place or group"`
	Substitution Maybe `json:"substitution" rule:"rate" unit:"share that only takes the place of something like it"`
	Multiplier   Maybe `json:"multiplier" rule:"min=0,max=10" unit:"times, for what it sets going further on"`

	Costs string `json:"costs"` // what has to be paid for it, in words, as a register asks
}

// Share is a party's part of a benefit, 0 to 1.
type Share struct {
	ID      ID      `json:"id"`
	Benefit ID      `json:"benefit" rule:"ref=benefit,need"`
	Party   ID      `json:"party" rule:"ref=partner|party,need"`
	Part    float64 `json:"part" rule:"min=0,max=1"`
}

// Actual is what a benefit line really brought in one year.
type Actual struct {
	ID      ID    `json:"id"`
	Benefit ID    `json:"benefit" rule:"ref=benefit,need"`
	Year    int   `json:"year" rule:"min=0,max=60" unit:"years after year 0"`
	Money   int64 `json:"money" rule:"money" unit:"minor units of the currency"`
}

// Grade changes one row of the confidence table for this workshop.
type Grade struct {
	ID      ID      `json:"id"`
	Number  int     `json:"number" rule:"min=1,max=6"`
	Cost    float64 `json:"cost" rule:"min=0,max=5" unit:"share added to costs"`
	Benefit float64 `json:"benefit" rule:"min=0,max=1" unit:"share taken off benefits"`
}

// Band is one stretch of a custom discount schedule.
type Band struct {
	ID   ID      `json:"id"`
	From int     `json:"from" rule:"min=1,max=300" unit:"first year of the band"`
	Rate float64 `json:"rate" rule:"min=0,max=1" unit:"a year"`
}

// Snapshot is a kept result of the account; Basis names the rates and grades it was
// computed with, so that a change of either shows it as stale.
type Snapshot struct {
	ID    ID      `json:"id"`
	Name  string  `json:"name"`
	At    Time    `json:"at"`
	PVB   float64 `json:"pvb" rule:"min=-1e15,max=1e15" unit:"currency"`
	PVC   float64 `json:"pvc" rule:"min=-1e15,max=1e15" unit:"currency"`
	Basis string  `json:"basis" rule:"max=4000"`
	Low   float64 `json:"low" rule:"min=-1e15,max=1e15" unit:"currency"`
	High  float64 `json:"high" rule:"min=-1e15,max=1e15" unit:"currency"`
	Left  int     `json:"left" rule:"min=0,max=1000000" unit:"lines left out"`
}

// UnitCost is one row of the list of prices a team works with: what one of
// something is worth, in prices of which year, and who says so.
type UnitCost struct {
	ID        ID     `json:"id"`
	Name      string `json:"name" rule:"need"`
	Category  string `json:"category" rule:"enum=fiscal|economic|social|environmental"`
	Unit      string `json:"unit" rule:"max=60"`
	Value     Maybe  `json:"value" rule:"money" unit:"minor units of the currency"`
	PriceYear int    `json:"priceYear" rule:"min=0,max=2100" unit:"year"`
	Source    string `json:"source"`
	Note      string `json:"note"`
}

// Ident implements Record.
func (r Cost) Ident() ID { return r.ID }

// Ident implements Record.
func (r Amount) Ident() ID { return r.ID }

// Ident implements Record.
func (r Benefit) Ident() ID { return r.ID }

// Ident implements Record.
func (r Share) Ident() ID { return r.ID }

// Ident implements Record.
func (r Actual) Ident() ID { return r.ID }

// Ident implements Record.
func (r Grade) Ident() ID { return r.ID }

// Ident implements Record.
func (r Band) Ident() ID { return r.ID }

// Ident implements Record.
func (r UnitCost) Ident() ID { return r.ID }

// Ident implements Record.
func (r Snapshot) Ident() ID { return r.ID }
