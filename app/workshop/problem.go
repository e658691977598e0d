package workshop

// Problem is the problem statement: When … are …, then … This means …
type Problem struct {
	ID        ID     `json:"id"`
	Who       string `json:"who"`
	Situation string `json:"situation"`
	Trouble   string `json:"problem"`
	Effect    string `json:"effect"`
	WhyNow    string `json:"whyNow"`
	DoNothing string `json:"doNothing"`
	Text      string `json:"text" rule:"max=1000"`
}

// Cause is one reason it goes on, of the problem or of another cause.
type Cause struct {
	ID    ID     `json:"id"`
	Of    ID     `json:"of" rule:"ref=problem|cause|note|cluster"`
	Text  string `json:"text" rule:"need"`
	Depth int    `json:"depth" rule:"min=0,max=5"`
	Whose string `json:"whose" rule:"enum=ours|shared|somebody else's|nobody's"`
	Note  ID     `json:"note" rule:"ref=note|cluster"`
}

// Evidence is what backs a record.
type Evidence struct {
	ID     ID     `json:"id"`
	For    ID     `json:"for"`
	Text   string `json:"text" rule:"need"`
	Source string `json:"source"`
	Date   Date   `json:"date"`
	Grade  int    `json:"grade" rule:"min=0,max=6" unit:"1 audited or trial to 6 judgement"`
}

// Ident implements Record.
func (r Problem) Ident() ID { return r.ID }

// Ident implements Record.
func (r Cause) Ident() ID { return r.ID }

// Ident implements Record.
func (r Evidence) Ident() ID { return r.ID }
