package workshop

import "strconv"

// Finding is one thing a step should leave behind, and whether it is there.
type Finding struct {
	Gate string   `json:"gate"`
	OK   bool     `json:"ok"`
	Key  string   `json:"key"`            // a word of the language files: "gate.partner-gives-nothing"
	Args []string `json:"args,omitempty"` // what the word speaks of, such as a partner's name
	Ref  ID       `json:"ref,omitempty"`  // where to go to mend it
	Step string   `json:"step,omitempty"` // the step it is about, where no gate names one
}

// Gate is a named pure check: what is missing, or one finding that it holds.
// Gates advise; none ever locks a step.
type Gate func(d Records) []Finding

// gates are all checks by the names that frameworks use.
var gates = map[string]Gate{
	"problem-said":               problemSaid,
	"problem-evidenced":          problemEvidenced,
	"goal-said":                  goalSaid,
	"indicator-owned":            indicatorOwned,
	"support-recorded":           supportRecorded,
	"each-partner-offered":       func(d Records) []Finding { return eachPartner(d, "each-partner-offered", Offer) },
	"each-partner-gave-up":       func(d Records) []Finding { return eachPartner(d, "each-partner-gave-up", GiveUp) },
	"asks-answered":              asksAnswered,
	"conditions-met-or-packaged": conditionsPackaged,
	"tensions-reviewed":          tensionsReviewed,
	"benefit-owned":              benefitOwned,
	"shares-whole":               sharesWhole,
	"lines-complete":             linesComplete,
	"commitment-whole":           commitmentWhole,
	"review-dated":               reviewDated,
	"promises-told":              promisesTold,
	"readings-taken":             readingsTaken,
	"warnings-told":              warningsTold,
}

// GateNames are the gates that a framework can name.
func GateNames() []string {
	out := make([]string, 0, len(gates))
	for name := range gates {
		out = append(out, name)
	}
	return out
}

// Findings runs the gates of one step.
func Findings(d Records, s Step) []Finding {
	var out []Finding
	for _, name := range s.Gates {
		if g := gates[name]; g != nil {
			out = append(out, g(d)...)
		}
	}
	return out
}

// PhaseFindings runs the gates of every step of a phase, and finds the steps that
// hold by what stood before though nothing of their own has come in.
func PhaseFindings(d Records, f Framework, phase string) []Finding {
	var out []Finding
	for _, s := range f.Of(phase) {
		out = append(out, Findings(d, s)...)
		if x, is := empty(d, s); is {
			out = append(out, x)
		}
	}
	return out
}

// Held says whether there are findings and all are good.
func Held(f []Finding) bool {
	for _, x := range f {
		if !x.OK {
			return false
		}
	}
	return len(f) > 0
}

// list gathers the findings of one gate.
type list struct {
	gate string
	out  []Finding
}

func (l *list) miss(key string, ref ID, args ...string) {
	l.out = append(l.out, Finding{Gate: l.gate, Key: "gate." + key, Args: args, Ref: ref})
}

// done is what was missed, or that the gate holds.
func (l *list) done() []Finding {
	if len(l.out) == 0 {
		return []Finding{{Gate: l.gate, OK: true, Key: "gate." + l.gate + ".held"}}
	}
	return l.out
}

func problemSaid(d Records) []Finding {
	l := list{gate: "problem-said"}
	p := One[Problem](d)
	if p.Text == "" && (p.Who == "" || p.Trouble == "" || p.Effect == "") {
		key := "problem-unsaid"
		if p.Who != "" || p.Trouble != "" || p.Effect != "" {
			key = "problem-partly-said"
		}
		l.miss(key, p.ID)
	}
	return l.done()
}

func problemEvidenced(d Records) []Finding {
	l := list{gate: "problem-evidenced"}
	known, unknown := d.Count("evidence"), 0
	for n := range All[Note](d) {
		if !n.Shown() {
			continue
		}
		if n.Evidence != "" && n.Evidence != "assumption" {
			known++
		}
		if n.Zone == "unknown" || n.Zone == "not-known" || n.Zone == "do-not-know" || n.Evidence == "assumption" {
			unknown++
		}
	}
	if known == 0 {
		l.miss("no-evidence", "")
	}
	if unknown == 0 {
		l.miss("no-unknown", "")
	}
	return l.done()
}

func goalSaid(d Records) []Finding {
	l := list{gate: "goal-said"}
	g := One[Goal](d)
	if g.Text == "" && (g.By == "" || g.People == "" || g.Condition == "") {
		key := "goal-unsaid"
		if g.By != "" || g.People != "" || g.Condition != "" {
			key = "goal-partly-said"
		}
		l.miss(key, g.ID)
	}
	return l.done()
}

func indicatorOwned(d Records) []Finding {
	l := list{gate: "indicator-owned"}
	if d.Count("indicator") == 0 {
		l.miss("no-indicator", "")
	}
	for i := range All[Indicator](d) {
		owned := i.Owner != "" || i.OwnerRole != ""
		switch {
		case !owned:
			l.miss("indicator-no-owner", i.ID, i.Name)
		case !i.Target.Known:
			l.miss("indicator-no-target", i.ID, i.Name)
		case !i.Baseline.Known && i.FindBy == "":
			l.miss("indicator-no-baseline", i.ID, i.Name)
		}
	}
	return l.done()
}

func supportRecorded(d Records) []Finding {
	l := list{gate: "support-recorded"}
	for p := range All[Poll](d) {
		if p.Closed != "" && (p.Method == FistToFive || p.Method == Gradients) {
			return l.done()
		}
	}
	l.miss("no-support", "")
	return l.done()
}

func reviewDated(d Records) []Finding {
	l := list{gate: "review-dated"}
	switch next := One[Workshop](d).NextReview; {
	case next == "":
		l.miss("no-review", Sole("workshop"))
	case next <= SittingDay(d):
		l.miss("review-past", Sole("workshop"))
	}
	return l.done()
}

func commitmentWhole(d Records) []Finding {
	l := list{gate: "commitment-whole"}
	if d.Count("commitment") == 0 {
		l.miss("no-commitment", "")
	}
	for c := range All[Commitment](d) {
		if c.Partner == "" || c.Role == "" || c.Due == "" || c.Evidence == "" {
			l.miss("commitment-partly", c.ID, c.Text)
		}
	}
	from := map[ID]bool{}
	for c := range All[Commitment](d) {
		from[c.From] = true
	}
	loose, first := 0, ID("")
	for c := range All[Contribution](d) {
		if c.Agreed() && !from[c.ID] {
			if loose++; loose == 1 {
				first = c.ID
			}
		}
	}
	if loose > 0 {
		l.miss("agreed-uncommitted", first, strconv.Itoa(loose))
	}
	return l.done()
}
