package workshop

// Commitment is a promise with a partner, an accountable role, a date and the evidence of done.
type Commitment struct {
	ID       ID     `json:"id"`
	From     ID     `json:"from" rule:"ref=contribution|ask"`
	Text     string `json:"text" rule:"need"`
	Partner  ID     `json:"partner" rule:"ref=partner,need"`
	Role     string `json:"role" rule:"need"`
	Due      Date   `json:"due" rule:"need"`
	Evidence string `json:"evidence" rule:"need"`
	Status   string `json:"status" rule:"enum=open|on track|late|done|changed|dropped"`
	Review   string `json:"review"`
}

// Raci is one party's part in a commitment: responsible, accountable, consulted or informed.
type Raci struct {
	ID         ID     `json:"id"`
	Commitment ID     `json:"commitment" rule:"ref=commitment,need"`
	Party      ID     `json:"party" rule:"ref=partner|party,need"`
	Part       string `json:"part" rule:"enum=R|A|C|I,need"`
}

// Decision is what was decided, among what, and who disagreed in which words.
type Decision struct {
	ID         ID     `json:"id"`
	Text       string `json:"text" rule:"need"`
	Options    string `json:"options"`
	Rationale  string `json:"rationale"`
	Poll       ID     `json:"poll" rule:"ref=poll"`
	Dissent    string `json:"dissent"`
	Owner      string `json:"owner"`
	Review     Date   `json:"review"`
	Superseded ID     `json:"superseded" rule:"ref=decision"`
}

// Action is a task with a partner, a role and a date.
type Action struct {
	ID      ID     `json:"id"`
	Text    string `json:"text" rule:"need"`
	Partner ID     `json:"partner" rule:"ref=partner"`
	Role    string `json:"role"`
	Due     Date   `json:"due"`
	Status  string `json:"status" rule:"enum=to do|doing|done|dropped"`
}

// Risk is what may go wrong.
type Risk struct {
	ID         ID     `json:"id"`
	Event      string `json:"event" rule:"need"`
	Cause      string `json:"cause"`
	Effect     string `json:"effect"`
	Likelihood int    `json:"likelihood" rule:"min=0,max=5" unit:"1 rare to 5 almost certain"`
	Impact     int    `json:"impact" rule:"min=0,max=5" unit:"1 small to 5 severe"`
	Owner      string `json:"owner"`
	Response   string `json:"response"`
}

// Assumption is "if …, then …, because …".
type Assumption struct {
	ID      ID     `json:"id"`
	If      string `json:"if" rule:"need"`
	Then    string `json:"then"`
	Because string `json:"because"`
}

// Score is a partner's capacity in one of the twelve components, before or after.
type Score struct {
	ID        ID     `json:"id"`
	Partner   ID     `json:"partner" rule:"ref=partner,need"`
	Component string `json:"component" rule:"enum=insight|brokerage|design|incentives|risk|resources|leadership|innovation|agility|transparency|engagement|evidence,need"`
	When      string `json:"when" rule:"enum=before|after,need"`
	Points    int    `json:"points" rule:"min=0,max=4"`
	Evidence  string `json:"evidence"`
}

// Ident implements Record.
func (r Commitment) Ident() ID { return r.ID }

// Ident implements Record.
func (r Raci) Ident() ID { return r.ID }

// Ident implements Record.
func (r Decision) Ident() ID { return r.ID }

// Ident implements Record.
func (r Action) Ident() ID { return r.ID }

// Ident implements Record.
func (r Risk) Ident() ID { return r.ID }

// Ident implements Record.
func (r Assumption) Ident() ID { return r.ID }

// Ident implements Record.
func (r Score) Ident() ID { return r.ID }
