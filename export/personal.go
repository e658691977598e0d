package export

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"trestle/app/workshop"
)

// Personal is a piece of a record's words that looks as if it were about one
// person. It may not be: somebody has to look.
type Personal struct {
	ID       workshop.ID
	Field    string
	Kind     string // "email", "phone", "nhs", "ni" or "name"
	Text     string // the field's words
	From, To int    // where in Text, in bytes
}

// Words are the piece itself.
func (p Personal) Words() string { return p.Text[p.From:p.To] }

// personal are the patterns, the surest first: what one has taken, the next
// leaves.
var personal = []struct {
	kind string
	is   *regexp.Regexp
	sure func(string) bool // what a pattern cannot say; nil: it says all
}{
	{"email", regexp.MustCompile(`[\pL\pN._%+\-]+@[\pL\pN\-]+(?:\.[\pL\pN\-]+)+`), nil},
	{"ni", regexp.MustCompile(`(?i)\b[a-ceghj-prtw-z][a-ceghj-nprtw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b`), isInsurance},
	{"nhs", regexp.MustCompile(`\b\d{3}[ \-]?\d{3}[ \-]?\d{4}\b`), isNHS},
	{"phone", regexp.MustCompile(`(?:\+|\b00)\d{1,3}[ .\-]?(?:\(0\)[ .\-]?)?\d[\d .\-]{5,14}\d\b|\(?\b0\d{1,5}\)?[ .\-]?\d[\d .\-]{3,12}\d\b`), isPhone},
	{"name", regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Reverend|Cllr|Councillor|Sgt|PC|M|MM|Mme|Mlle|Me|Pr|Docteur|Madame|Monsieur|Sr|Sra|Srta|Dra|Dña|Doña|Don|Athro|Parch|Cyng|Cynghorydd|Syr|Fns|Fonesig|Arglwydd)\.? (?:\p{Lu}\.? ?)*\p{Lu}[\pL'’\-]+(?: \p{Lu}[\pL'’\-]+)*`), nil},
}

// isInsurance leaves out letters that no National Insurance number begins with.
func isInsurance(s string) bool {
	return !slices.Contains([]string{"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"}, strings.ToUpper(s[:2]))
}

// isNHS holds the tenth digit against the nine before it.
func isNHS(s string) bool {
	d := digits(s)
	if len(d) != 10 || d[0] == '0' {
		return false
	}
	sum := 0
	for i := range 9 {
		sum += (10 - i) * int(d[i]-'0')
	}
	return (11-sum%11)%11 == int(d[9]-'0')
}

func isPhone(s string) bool {
	n := len(digits(s))
	return n >= 10 && n <= 15
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// maybePersonal says whether words hold anything that a pattern could begin
// with: most do not, and are not looked at further.
func maybePersonal(s string) bool {
	seen := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '@':
			return true
		case c >= '0' && c <= '9':
			if seen++; seen >= 6 {
				return true
			}
		case c == 'M' || c == 'D' || c == 'P' || c == 'S' || c == 'L' || c == 'R' || c == 'C':
			return true
		}
	}
	return false
}

// FindPersonal are the pieces of words, of all that an audience may see, that
// look as if they were about one person.
func FindPersonal(s workshop.Showing) []Personal {
	var out []Personal
	for _, k := range workshop.Kinds() {
		shape, ok := workshop.ShapeOf(k)
		if !ok || k == "framework" {
			continue
		}
		var fields []string
		for _, f := range shape.Fields {
			if f.Type == workshop.TextField {
				fields = append(fields, f.Name)
			}
		}
		for r := range s.Of(k) {
			values := workshop.Values(r)
			for _, f := range fields {
				var words string
				if v, ok := values[f]; ok && json.Unmarshal([]byte(v), &words) == nil {
					out = append(out, personalIn(r.Ident(), f, words)...)
				}
			}
		}
	}
	return out
}

func personalIn(id workshop.ID, field, words string) (out []Personal) {
	if !maybePersonal(words) {
		return nil
	}
	for _, p := range personal {
		for _, at := range p.is.FindAllStringIndex(words, -1) {
			overlaps := slices.ContainsFunc(out, func(x Personal) bool { return at[0] < x.To && x.From < at[1] })
			if !overlaps && (p.sure == nil || p.sure(words[at[0]:at[1]])) {
				out = append(out, Personal{ID: id, Field: field, Kind: p.kind, Text: words, From: at[0], To: at[1]})
			}
		}
	}
	slices.SortFunc(out, func(a, b Personal) int { return cmp.Compare(a.From, b.From) })
	return out
}

// Without is the field's words with the piece taken out and other words there.
func (p Personal) Without(instead string) string { return p.Text[:p.From] + instead + p.Text[p.To:] }
