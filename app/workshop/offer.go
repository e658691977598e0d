package workshop

// Contribution is something a partner offers, or gives up.
type Contribution struct {
	ID         ID     `json:"id"`
	Partner    ID     `json:"partner" rule:"ref=partner,need"`
	Side       string `json:"side" rule:"enum=offer|give-up,need"`
	Resource   string `json:"resource" rule:"enum=money|staff time|premises|data|powers|reach|knowledge|control|target|process|credit|service|risk"`
	What       string `json:"what" rule:"need"`
	To         ID     `json:"to" rule:"ref=partner|party"`
	Quantity   Maybe  `json:"quantity" rule:"min=0,max=1e12"`
	Unit       string `json:"unit" rule:"max=60"`
	UnitValue  Maybe  `json:"unitValue" rule:"money" unit:"minor units of the currency"`
	Basis      string `json:"basis" rule:"enum=cash|in kind|opportunity cost|not valued"`
	Start      Date   `json:"start"`
	End        Date   `json:"end"`
	Recurrence string `json:"recurrence" rule:"enum=once|a week|a month|a year"`
	Firmness   string `json:"firmness" rule:"enum=exploring|offered|conditional|confirmed|delivering|delivered|withdrawn|declined"`
	Reversible string `json:"reversible" rule:"enum=yes|partly|no"`
	Loses      string `json:"loses"`
	Authority  string `json:"authority"`

	FaceDown bool `json:"faceDown"` // the room may not read it yet
}

// Condition is "we will, if …": a contribution waits for another, or for an outside event.
type Condition struct {
	ID    ID     `json:"id"`
	Of    ID     `json:"of" rule:"ref=contribution,need"`
	On    ID     `json:"on" rule:"ref=contribution"`
	Event string `json:"event"`
	Met   bool   `json:"met"`
}

// Ask is a request from one partner to another.
type Ask struct {
	ID     ID     `json:"id"`
	From   ID     `json:"from" rule:"ref=partner,need"`
	To     ID     `json:"to" rule:"ref=partner|party"`
	Text   string `json:"text" rule:"need"`
	Answer string `json:"answer" rule:"enum=unanswered|yes|no|will try|too vague"`
	Reply  string `json:"reply"`
	Met    bool   `json:"met"`

	Rewritten bool `json:"rewritten"` // it was too vague once, and was said again
	FaceDown  bool `json:"faceDown"`  // the room may not read it yet
}

// NothingToday says why a partner's cell of the matrix is empty.
type NothingToday struct {
	ID      ID     `json:"id"`
	Partner ID     `json:"partner" rule:"ref=partner,need"`
	Side    string `json:"side" rule:"enum=offer|give-up,need"`
	Because string `json:"because" rule:"need"`

	FaceDown bool `json:"faceDown"` // the room may not read it yet
}

// RedLine is what a partner cannot do, on what ground, and what would move it.
type RedLine struct {
	ID      ID     `json:"id"`
	Partner ID     `json:"partner" rule:"ref=partner,need"`
	Text    string `json:"text" rule:"need"`
	Ground  string `json:"ground" rule:"enum=statutory|financial|ethical|political"`
	Move    string `json:"move"`
	Private bool   `json:"private"`

	FaceDown bool `json:"faceDown"` // the room may not read it yet
}

// The sides and the firmness that rules speak of.
const (
	Offer       = "offer"
	GiveUp      = "give-up"
	Offered     = "offered"
	Conditional = "conditional"
	Confirmed   = "confirmed"
	Withdrawn   = "withdrawn"
	Declined    = "declined"
)

// How an ask can be answered. No answer yet is Unanswered or nothing.
const (
	Unanswered = "unanswered"
	AnswerYes  = "yes"
	AnswerNo   = "no"
	WillTry    = "will try"
	TooVague   = "too vague"
)

// Waits says whether nobody has answered the ask yet.
func (r Ask) Waits() bool { return r.Answer == "" || r.Answer == Unanswered }

// Vague says whether the ask was too vague and may still be said once again.
func (r Ask) Vague() bool { return r.Answer == TooVague && !r.Rewritten }

// Stands says whether the contribution is still on the table.
func (r Contribution) Stands() bool { return r.Firmness != Withdrawn && r.Firmness != Declined }

// Agreed says whether the contribution is promised: confirmed, delivering or delivered.
func (r Contribution) Agreed() bool {
	return r.Firmness == Confirmed || r.Firmness == "delivering" || r.Firmness == "delivered"
}

// Yearly is what the contribution is worth a year in minor units of the
// currency; not known where it has no value, or comes only once.
func (r Contribution) Yearly() Maybe {
	times := map[string]float64{"a week": 52, "a month": 12, "a year": 1}[r.Recurrence]
	if !r.UnitValue.Known || times == 0 {
		return Maybe{}
	}
	return Know(r.UnitValue.V * r.Quantity.Or(1) * times)
}

// Once is what the contribution is worth in minor units where it comes only once.
func (r Contribution) Once() Maybe {
	if !r.UnitValue.Known || r.Recurrence != "" && r.Recurrence != "once" {
		return Maybe{}
	}
	return Know(r.UnitValue.V * r.Quantity.Or(1))
}

// People is how many full-time people the contribution brings, 0 for none.
func (r Contribution) People() float64 {
	if r.Unit != "FTE" {
		return 0
	}
	return r.Quantity.Or(0)
}

// Ident implements Record.
func (r Contribution) Ident() ID { return r.ID }

// Ident implements Record.
func (r Condition) Ident() ID { return r.ID }

// Ident implements Record.
func (r Ask) Ident() ID { return r.ID }

// Ident implements Record.
func (r NothingToday) Ident() ID { return r.ID }

// Ident implements Record.
func (r RedLine) Ident() ID { return r.ID }
