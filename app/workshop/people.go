package workshop

// Workshop is one gathering's whole work: the head of the document. There is one.
type Workshop struct {
	ID          ID     `json:"id"`
	Title       string `json:"title" rule:"need"`
	Place       string `json:"place"`
	Theme       string `json:"theme"`
	Invented    bool   `json:"invented"`
	Language    string `json:"language" rule:"enum=en|fr|es|cy"`
	Currency    string `json:"currency" rule:"enum=GBP|EUR|USD|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN"`
	PriceYear   int    `json:"priceYear" rule:"min=0,max=2100" unit:"year"`
	YearZero    string `json:"yearZero" rule:"max=40"`
	Horizon     int    `json:"horizon" rule:"min=0,max=60" unit:"years"`
	Discount    string `json:"discount" rule:"enum=green book|health|flat|custom"`
	Rate        Maybe  `json:"rate" rule:"rate" unit:"a year"`
	Timing      string `json:"timing" rule:"enum=year 0|first year discounted|mid-year"`
	Attribution string `json:"attribution" rule:"enum=on record|chatham house|anonymous"`
	Marking     string `json:"marking" rule:"max=60"`
	Contact     string `json:"contact"`
	NextReview  Date   `json:"nextReview"`
	Retention   Date   `json:"retention"`
	Form        string `json:"form" rule:"max=40"`
	Step        string `json:"step" rule:"max=60"`
	Flow        string `json:"flow" rule:"max=60"`
	Silent      string `json:"silent" rule:"max=60"` // the step whose notes are written face down
}

// Sitting is one meeting of the group.
type Sitting struct {
	ID      ID     `json:"id"`
	Date    Date   `json:"date"`
	Venue   string `json:"venue"`
	Support string `json:"support"`
	Begins  string `json:"begins" rule:"max=5" unit:"time of day, as 09:30"`
	Ends    string `json:"ends" rule:"max=5" unit:"time of day, as 16:30"`
	Depth   Maybe  `json:"depth" rule:"min=1,max=100" unit:"metres from screen to back row"`
	Height  Maybe  `json:"height" rule:"min=0.2,max=20" unit:"metres of picture height"`
}

// Minutes are the planned and actual length of one step at one sitting.
type Minutes struct {
	ID      ID     `json:"id"`
	Sitting ID     `json:"sitting" rule:"ref=sitting"`
	Step    string `json:"step" rule:"need,max=60"`
	Planned int    `json:"planned" rule:"min=0,max=600" unit:"minutes"`
	Actual  int    `json:"actual" rule:"min=0,max=36000" unit:"seconds"`
	Break   int    `json:"break" rule:"min=0,max=600" unit:"minutes of rest after it"`
	Out     bool   `json:"out"`
}

// Attendance is how many people of a partner sat at one sitting; never who.
type Attendance struct {
	ID      ID  `json:"id"`
	Sitting ID  `json:"sitting" rule:"ref=sitting"`
	Partner ID  `json:"partner" rule:"ref=partner,need"`
	People  int `json:"people" rule:"min=0,max=1000" unit:"people"`
}

// Partner is an organisation at the table.
type Partner struct {
	ID        ID     `json:"id"`
	Name      string `json:"name" rule:"need,max=120"`
	Tag       string `json:"tag" rule:"need,max=5"`
	Sector    string `json:"sector" rule:"max=80"`
	Colour    int    `json:"colour" rule:"min=0,max=64"`
	Shape     string `json:"shape" rule:"enum=circle|square|triangle|diamond|hexagon|star|cross|bar"`
	Authority string `json:"authority" rule:"enum=can commit today|subject to approval|observer"`
	Approval  string `json:"approval"`
	Contact   string `json:"contact" rule:"private"`
}

// Party is a group that pays or gains and signs nothing: residents, employers,
// the exchequer. A partner is a party too, by its own record.
type Party struct {
	ID   ID     `json:"id"`
	Name string `json:"name" rule:"need,max=120"`
	Tag  string `json:"tag" rule:"max=5"`
}

// Wording replaces the words of one step for this workshop: the question that
// the room reads, and what the facilitator alone does. Probes stand a line each.
type Wording struct {
	ID     ID     `json:"id"`
	Step   string `json:"step" rule:"need,max=60"`
	Text   string `json:"text" rule:"max=160"`
	Advice string `json:"advice" rule:"private,max=300"`
	Probes string `json:"probes" rule:"private,max=2000"`
}

// FrameworkCopy is a guided flow of this workshop, as JSON: the one it was made
// with, and those it took up since. The head of the workshop names which one runs.
type FrameworkCopy struct {
	ID   ID     `json:"id"`
	Name string `json:"name" rule:"need,max=60"`
	Text string `json:"text" rule:"max=400000"`
}

// Ident implements Record.
func (r Workshop) Ident() ID { return r.ID }

// Ident implements Record.
func (r Sitting) Ident() ID { return r.ID }

// Ident implements Record.
func (r Minutes) Ident() ID { return r.ID }

// Ident implements Record.
func (r Attendance) Ident() ID { return r.ID }

// Ident implements Record.
func (r Partner) Ident() ID { return r.ID }

// Ident implements Record.
func (r Party) Ident() ID { return r.ID }

// Ident implements Record.
func (r Wording) Ident() ID { return r.ID }

// Ident implements Record.
func (r FrameworkCopy) Ident() ID { return r.ID }
