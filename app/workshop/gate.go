package workshop

// Finding is one thing a step should leave behind, and whether it is there.
type Finding struct {
	Gate string
	OK   bool
	Key  string   // a word of the language files: "gate.partner-gives-nothing"
	Args []string // what the word speaks of, such as a partner's name
	Ref  ID       // where to go to mend it, or empty
}

// Gate is a named pure check: the findings of one gate, or one that says it holds.
type Gate func(d Records) []Finding

// gates are all checks by the names that frameworks use.
var gates = map[string]Gate{}

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

// Held says whether all findings are good.
func Held(f []Finding) bool {
	for _, x := range f {
		if !x.OK {
			return false
		}
	}
	return true
}
