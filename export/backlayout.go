package export

import "trestle/app/workshop"

// how a cell is read into a field, where the field's own type does not say it.
type how uint8

const (
	plainly   how = iota
	asMoney       // major units for a field of minor ones
	asWorth       // quantity × unit value, in major units
	asBecause     // the reason in "Nothing today, because …"
	asOwner       // "Partner, role" for two fields
	asSign        // −1 or 1
	asFlag        // 1 or 0
	asYears       // one column a year, headed by its label
	asParts       // one column a party, headed by its name
)

// backColumn is a column that is read back: its heading's key and its field.
type backColumn struct {
	head, field string
	how         how
}

// backKind are the columns of the rows of one kind.
type backKind struct {
	kind workshop.Kind
	cols []backColumn
}

// layout is a table that is read back. A column that no kind of it names is
// worked out, or says what other rows say: it is not read.
type layout struct {
	section string
	heads   []string   // keys of headings that are only looked for, to know a table by that is no chapter
	kinds   []backKind // none: the table is known, and not read
	fresh   bool       // a row without a Ref is something new
}

// layouts are the tables that are read back, by the headings they have.
var layouts = []layout{
	{"commitments", nil, []backKind{{"commitment", heads("partner", "partner", "what", "text", "from", "from", "role", "role", "due", "due", "evidence", "evidence", "status", "status", "review", "review")}}, true},
	{"gives", nil, []backKind{
		{"contribution", append(heads("partner", "partner", "side", "side", "what", "what", "loses", "loses", "to", "to", "quantity", "quantity", "unit", "unit", "recurrence", "recurrence", "basis", "basis", "start", "start", "end", "end", "firmness", "firmness", "resource", "resource"), backColumn{"export.head.value", "unitValue", asWorth})},
		{"nothing", append(heads("partner", "partner", "side", "side"), backColumn{"export.head.what", "because", asBecause})},
	}, true},
	{"asks", nil, []backKind{{"ask", heads("asked-by", "from", "asked-of", "to", "what", "text", "answer", "answer", "reply", "reply")}}, true},
	{"tensions", nil, []backKind{{"tension", heads("pole-a", "poleA", "pole-b", "poleB", "stance", "stance", "how", "how", "warnings", "warnings", "purpose", "purpose", "fear", "fear", "watcher", "watcher", "review", "review", "up-a", "upA", "down-a", "downA", "up-b", "upB", "down-b", "downB")}}, true},
	{"redlines", nil, []backKind{{"redline", heads("partner", "partner", "line", "text", "ground", "ground", "move", "move")}}, true},
	{"register", nil, []backKind{{"benefit", heads("benefit-title", "title", "category", "category", "class", "class", "feature", "feature", "costs", "costs", "activities", "activities", "officer", "officer")}}, false},
	{"beyond", nil, []backKind{{"benefit", heads("what", "title", "category", "category", "who", "who", "scale", "scale", "story", "story")}}, false},
	{"indicators", nil, []backKind{{"indicator", append(heads("indicator", "name", "definition", "definition", "unit", "unit", "direction", "direction", "baseline", "baseline", "baseline-date", "baselineDate", "source", "source", "target", "target", "target-date", "targetDate", "do-nothing", "doNothing", "frequency", "frequency"), backColumn{"export.head.owner", "owner", asOwner})}}, true},
	{"readings", nil, []backKind{{"reading", heads("indicator", "indicator", "source", "source", "reading", "value", "date", "date")}}, true},
	{"actions", nil, []backKind{{"action", heads("task", "text", "partner", "partner", "assigned", "role", "due-date", "due", "action-status", "status")}}, true},
	{"decisions", nil, []backKind{{"decision", heads("decision", "text", "options", "options", "rationale", "rationale", "dissent", "dissent", "owner", "owner", "review", "review", "vote", "poll", "superseded", "superseded")}}, true},
	{"risks", nil, []backKind{
		{"risk", heads("event", "event", "cause", "cause", "effect", "effect", "likelihood", "likelihood", "impact", "impact", "owner", "owner", "response", "response")},
		{"assumption", heads("event", "if", "cause", "because", "effect", "then")},
	}, true},
	{"capacity", nil, []backKind{{"score", heads("partner", "partner", "component", "component", "when", "when", "points", "points", "score-evidence", "evidence")}}, true},
	{"notes", nil, []backKind{{"note", heads("note", "text", "said-by", "party", "grounds", "evidence", "state", "state")}}, false},
	{"matrix", nil, nil, false},
	{"payers", nil, nil, false},
	{"votes", nil, nil, false},
	{"minutes", nil, nil, false},
	{"costs", []string{"export.line", "export.head.party", "export.correction", "export.pv", "export.low", "export.high"}, []backKind{{"cost", []backColumn{
		{"export.line", "text", plainly}, {"export.grade", "grade", plainly}, {"export.optimism", "optimism", plainly}, {"export.mitigation", "mitigation", plainly}, {"", "", asYears},
	}}}, false},
	{"howmany", []string{"export.quantity"}, []backKind{{"benefit", []backColumn{
		{"export.line", "title", plainly},
		{"export.head.unit", "unit", plainly},
		{"export.direct", "quantity", plainly},
		{"export.population", "population", plainly},
		{"export.predominance", "predominance", plainly},
		{"export.engagement", "engagement", plainly},
		{"export.retention", "retention", plainly},
		{"export.impact", "impact", plainly},
	}}}, false},
	{"benefits", []string{"export.quantity", "export.countswith"}, []backKind{{"benefit", []backColumn{
		{"export.line", "title", plainly},
		{"export.unitvalue", "unitValue", asMoney},
		{"export.sign", "disbenefit", asSign},
		{"export.deadweight", "deadweight", plainly},
		{"export.displacement", "displacement", plainly},
		{"export.attribution", "attribution", plainly},
		{"export.grade", "grade", plainly},
		{"export.dropoff", "dropOff", plainly},
		{"export.lag", "lag", plainly},
		{"export.duration", "duration", plainly},
		{"export.cashable", "cashable", plainly},
		{"export.group", "group", plainly},
		{"export.assumed", "assumed", asFlag},
		{"export.leakage", "leakage", plainly},
		{"export.substitution", "substitution", plainly},
		{"export.multiplier", "multiplier", plainly},
	}}}, false},
	{"worth", []string{"export.line", "export.gross", "export.complete", "export.after.deadweight", "export.after.displacement", "export.net", "export.correction", "export.base", "export.counts"}, nil, false},
	{"byyear", []string{"export.line", "export.head.category", "export.head.shared", "export.pv.bare", "export.pv.cashable", "export.pv", "export.low", "export.high", "export.even"}, nil, false},
	{"shares", []string{"export.line", "export.sum", "export.scale", "export.unallocated"}, []backKind{{"benefit", []backColumn{{"", "", asParts}}}}, false},
}

// heads are columns headed by "export.head." and a word, with the field of each.
func heads(pairs ...string) []backColumn {
	var out []backColumn
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, backColumn{"export.head." + pairs[i], pairs[i+1], plainly})
	}
	return out
}

// dropped says, of the kinds that know it, what a record holds that nobody
// follows any more: nothing is deleted.
var dropped = map[workshop.Kind][2]string{
	"commitment": {"status", "dropped"}, "action": {"status", "dropped"}, "contribution": {"firmness", "withdrawn"}, "note": {"state", "archived"},
}
