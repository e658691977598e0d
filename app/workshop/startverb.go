package workshop

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Start is what a new workshop begins with.
type Start struct {
	Title, Place string
	Language     string    // of the board; "" is the framework's own
	Partners     []Partner // names and tags; names, colours and shapes are given here
	Framework    Framework
	Source       []byte // the framework's own text, kept in the file
	Form         string // "full", "half", "ninety"
	Today        Date
}

// beginning names the change that makes a workshop: it is not undone, for with
// it title, partners and framework would be gone.
const beginning = "workshop.new"

// MaxPartners is how many organisations one table can seat.
const MaxPartners = 40

// Shapes are the partners' shapes in the order they are given out.
var shapesInOrder = [...]string{"circle", "square", "triangle", "diamond", "hexagon", "star", "cross", "bar"}

// Begin is the change that makes a new workshop from nothing: its head, the
// framework, a first sitting and the partners.
func Begin(st Start) (Change, error) {
	if strings.TrimSpace(st.Title) == "" {
		return Change{}, FieldError{ID: Sole("workshop"), Field: "title", Reason: "need"}
	}
	if len(st.Partners) > MaxPartners {
		return Change{}, FieldError{ID: Sole("workshop"), Field: "partners", Reason: "range", Detail: fmt.Sprintf("at most %d", MaxPartners)}
	}
	if len(st.Framework.Steps) == 0 {
		return Change{}, errors.New("a workshop needs a framework")
	}
	w := Workshop{
		ID: Sole("workshop"), Title: st.Title, Place: st.Place, Language: st.Language, Currency: "GBP",
		Horizon: 5, Discount: "green book", Timing: "year 0", Attribution: "on record", Form: st.Form,
		Step: st.Framework.Steps[0].ID,
	}
	if w.Language == "" {
		w.Language = st.Framework.Language
	}
	if !Speaks(w.Language) { // somebody's own framework, in whatever tongue
		w.Language = "en"
	}
	if len(st.Today) >= 4 {
		if _, err := fmt.Sscan(string(st.Today[:4]), &w.PriceYear); err == nil {
			w.YearZero = string(st.Today[:4])
		}
	}
	first := Sitting{ID: NewID("sitting"), Date: st.Today, Venue: st.Place}
	recs := []Record{w, FrameworkCopy{ID: Sole("framework"), Name: st.Framework.Name, Text: string(st.Source)}, first}
	for _, s := range st.Framework.Steps {
		if s.Rest > 0 {
			recs = append(recs, Minutes{ID: NewID("minutes"), Sitting: first.ID, Step: s.ID, Break: s.Rest})
		}
	}
	seen := map[string]bool{}
	for i, p := range st.Partners {
		p = Seat(p, i)
		if seen[strings.ToLower(p.Tag)] {
			return Change{}, FieldError{ID: p.ID, Field: "tag", Reason: "twice", Detail: p.Tag}
		}
		seen[strings.ToLower(p.Tag)] = true
		recs = append(recs, p)
	}
	c := Put(Document{}, beginning, recs...)
	for _, r := range recs {
		if err := Check(Tidy(r)); err != nil {
			return Change{}, err
		}
	}
	return c, nil
}

// Seat gives the nth partner a record name, a colour and a shape, and a tag
// where it has none.
func Seat(p Partner, n int) Partner {
	if p.ID == "" {
		p.ID = NewID("partner")
	}
	p.Colour = n + 1
	p.Shape = shapesInOrder[n%len(shapesInOrder)]
	if p.Tag == "" {
		p.Tag = TagFor(p.Name)
	}
	p.Tag = cut(strings.ToUpper(Clean(p.Tag)), 5)
	return p
}

// TagFor makes a tag of two or three letters from a name: its capitals, else
// its first letters.
func TagFor(name string) string {
	var caps strings.Builder
	for _, w := range strings.Fields(Clean(name)) {
		r, _ := utf8.DecodeRuneInString(w)
		if strings.ToUpper(string(r)) == string(r) && strings.ToLower(string(r)) != string(r) {
			caps.WriteRune(r)
		}
	}
	if n := utf8.RuneCountInString(caps.String()); n >= 2 {
		return cut(caps.String(), 3)
	}
	return strings.ToUpper(cut(strings.ReplaceAll(Clean(name), " ", ""), 3))
}

// ParsePartners reads "SCC=Suffolk County Council, IBC=Ipswich Borough Council";
// a name without a tag gets one made from it.
func ParsePartners(s string) ([]Partner, error) {
	var out []Partner
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '\n' || r == ';' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		tag, name, ok := strings.Cut(part, "=")
		if !ok {
			tag, name = "", part
		}
		name = Clean(name)
		if name == "" {
			return nil, FieldError{ID: "partner:new", Field: "name", Reason: "need", Detail: cut(part, 60)}
		}
		out = append(out, Partner{Name: name, Tag: strings.TrimSpace(tag)})
	}
	return out, nil
}

// MoveOn is the change that goes to a step; a session marks it, so that undo skips it.
func MoveOn(d Document, step string) Change {
	w := One[Workshop](d)
	w.Step = step
	return Put(d, "step.move", w)
}

// SpendMinutes is the change that adds the seconds used at a step to the
// sitting's record; a session marks it.
func SpendMinutes(d Document, sitting ID, step string, seconds int) Change {
	for m := range All[Minutes](d) {
		if m.Sitting == sitting && m.Step == step {
			m.Actual = min(m.Actual+seconds, 36000)
			return Put(d, "step.minutes", m)
		}
	}
	return Put(d, "step.minutes", Minutes{ID: NewID("minutes"), Sitting: sitting, Step: step, Actual: min(seconds, 36000)})
}
