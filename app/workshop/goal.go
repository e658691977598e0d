package workshop

// Goal is the goal statement: By … people in … will …, shown by … moving from … to …
type Goal struct {
	ID        ID     `json:"id"`
	By        Date   `json:"by"`
	People    string `json:"people"`
	Place     string `json:"place"`
	Condition string `json:"condition"`
	Proof     string `json:"proof"`
	Text      string `json:"text" rule:"max=1000"`
}

// Interest is why it matters to a partner, and what would make it leave. The
// latter stays with the facilitator unless Shared says that the room may see it.
type Interest struct {
	ID      ID     `json:"id"`
	Partner ID     `json:"partner" rule:"ref=partner,need"`
	Why     string `json:"why"`
	Leave   string `json:"leave"`
	Shared  bool   `json:"shared"`

	FaceDown bool `json:"faceDown"` // the room may not read it yet
}

// Indicator is a number that would move if the goal were met.
type Indicator struct {
	ID           ID     `json:"id"`
	Name         string `json:"name" rule:"need"`
	Definition   string `json:"definition"`
	Unit         string `json:"unit" rule:"max=60"`
	Direction    string `json:"direction" rule:"enum=up|down|hold"`
	Tolerance    Maybe  `json:"tolerance" rule:"min=0,max=1e12"`
	Baseline     Maybe  `json:"baseline" rule:"min=-1e12,max=1e12"`
	BaselineDate Date   `json:"baselineDate"`
	Source       string `json:"source"`
	FindBy       Date   `json:"findBy"`
	Target       Maybe  `json:"target" rule:"min=-1e12,max=1e12"`
	TargetDate   Date   `json:"targetDate"`
	DoNothing    Maybe  `json:"doNothing" rule:"min=-1e12,max=1e12"`
	Frequency    string `json:"frequency" rule:"max=60"`
	Owner        ID     `json:"owner" rule:"ref=partner|party"`
	OwnerRole    string `json:"ownerRole"`

	FaceDown bool `json:"faceDown"` // the room may not read it yet
}

// Reading is an indicator's value on a day.
type Reading struct {
	ID        ID      `json:"id"`
	Indicator ID      `json:"indicator" rule:"ref=indicator,need"`
	Date      Date    `json:"date" rule:"need"`
	Value     float64 `json:"value" rule:"min=-1e12,max=1e12"`
	Source    string  `json:"source"`
}

// Ident implements Record.
func (r Goal) Ident() ID { return r.ID }

// Ident implements Record.
func (r Interest) Ident() ID { return r.ID }

// Ident implements Record.
func (r Indicator) Ident() ID { return r.ID }

// Ident implements Record.
func (r Reading) Ident() ID { return r.ID }
