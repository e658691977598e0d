package workshop

// Poll is one question put to the room.
type Poll struct {
	ID        ID     `json:"id"`
	Step      string `json:"step" rule:"max=60"`
	Method    string `json:"method" rule:"enum=dots|fist to five|gradients|answers,need"`
	Criterion string `json:"criterion"`
	About     ID     `json:"about"`
	Allowance int    `json:"allowance" rule:"min=0,max=50" unit:"dots a ballot"`
	Most      int    `json:"most" rule:"min=0,max=50" unit:"dots an option a ballot"`
	Ballots   int    `json:"ballots" rule:"min=0,max=10000" unit:"people voting, 0 when not counted"`
	Round     int    `json:"round" rule:"min=0,max=100"`
	Opened    Time   `json:"opened"`
	Closed    Time   `json:"closed"`
}

// Option is one thing that can be voted for; frozen once its poll opens.
type Option struct {
	ID    ID     `json:"id"`
	Poll  ID     `json:"poll" rule:"ref=poll,need"`
	Place int    `json:"place" rule:"min=0,max=10000"`
	Label string `json:"label"`
	Of    ID     `json:"of"`
}

// Tally is one count: so many dots or hands of a party (or the room) for an
// option. Its name is made from the three, so that two counts of the same
// thing are one record wherever they were taken.
type Tally struct {
	ID     ID     `json:"id"`
	Poll   ID     `json:"poll" rule:"ref=poll,need"`
	Option ID     `json:"option" rule:"ref=option,need"`
	Party  ID     `json:"party" rule:"ref=partner|party"`
	Count  int    `json:"count" rule:"min=0,max=100000"`
	Reason string `json:"reason"`
}

// The ways of asking the room.
const (
	DotVote    = "dots"
	FistToFive = "fist to five"
	Gradients  = "gradients"
	Answers    = "answers"
)

// Open says whether votes can be counted now.
func (r Poll) Open() bool { return r.Opened != "" && r.Closed == "" }

// OneAnswer says whether a party answers as one: it stands at a single place.
func (r Poll) OneAnswer() bool { return r.Method == Gradients || r.Method == Answers }

// TallyID is the one name a count of a party (or "" for the room) for an option can have.
func TallyID(poll, option, party ID) ID {
	tail := func(id ID) string { return string(id[len(id.Kind())+min(1, len(id)-len(id.Kind())):]) }
	voter := "room"
	if party != "" {
		voter = tail(party)
	}
	return ID("tally:" + tail(poll) + "." + tail(option) + "." + voter)
}

// Ident implements Record.
func (r Poll) Ident() ID { return r.ID }

// Ident implements Record.
func (r Option) Ident() ID { return r.ID }

// Ident implements Record.
func (r Tally) Ident() ID { return r.ID }
