package app

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"trestle/app/ledger"
	"trestle/app/workshop"
)

// grammar is what the capture line listens for in one language. English is
// always understood beside it: rooms mix their words.
type grammar struct {
	money, quantity      []*regexp.Regexp // groups "n", "times", "unit", "each"
	from, until          *regexp.Regexp   // day, month, year
	to, fromTag, nothing *regexp.Regexp
	words                heard
	numerals             []ledger.Numerals // the language's, then those of English
}

// heard are words that mean one thing.
type heard struct {
	months    map[string]int    // names and short names, in small letters
	periods   map[string]string // "year" to "a year"
	times     map[string]float64
	fte       []string
	staff     []string
	resources map[string][]string
}

// guessed are the resources that words give away, in the order they are tried.
func guessed() []string {
	return []string{"data", "premises", "process", "credit", "control", "target", "knowledge"}
}

// newGrammar makes the grammar of a tongue out of the words of its file beside
// those of English; "|" parts words that mean the same.
func newGrammar(own, english map[string]string) *grammar {
	v := vocabulary{own, english}
	g := &grammar{words: heard{months: map[string]int{}, periods: map[string]string{}, times: map[string]float64{}, resources: map[string][]string{}}}
	for _, words := range v {
		g.numerals = append(g.numerals, ledger.Words(func(key string, _ ...string) string { return orElse(words[key], key) }).Numerals())
		for _, key := range []string{"date.months", "date.months.full"} {
			for i, m := range strings.Fields(words[key]) {
				for _, m = range typings(strings.ToLower(strings.TrimSuffix(m, "."))) {
					g.words.months[m] = i%12 + 1 // Welsh months have a second form: o Fedi, tan Ragfyr
				}
			}
		}
	}
	for _, p := range []string{"week", "month", "year"} {
		for _, w := range v.of("said." + p) {
			g.words.periods[w] = "a " + p
		}
	}
	for key, n := range map[string]float64{"said.thousand": 1e3, "said.million": 1e6} {
		for _, w := range v.of(key) {
			g.words.times[w] = n
		}
	}
	g.words.fte, g.words.staff = v.of("said.fte"), v.of("said.staff")
	for _, r := range guessed() {
		g.words.resources[r] = v.of("said.is." + r)
	}
	g.compile(v.either)
	return g
}

// vocabulary is a language's file and the English one.
type vocabulary [2]map[string]string

// of are the words of a key, as they may be typed, the longest first: "a partir
// de" before "a".
func (v vocabulary) of(key string) []string {
	var out []string
	for _, words := range v {
		for _, w := range strings.Split(words[key], "|") {
			for _, w = range typings(strings.ToLower(strings.TrimSpace(w))) {
				if w != "" && !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// either is a pattern of all words of the keys.
func (v vocabulary) either(keys ...string) string {
	var out []string
	for _, k := range keys {
		for _, w := range v.of(k) {
			out = append(out, strings.ReplaceAll(regexp.QuoteMeta(w), " ", `\s+`))
		}
	}
	return "(?:" + strings.Join(out, "|") + ")"
}

// typings are a word as it is written and as it is typed in haste: without
// accents, with a straight apostrophe.
func typings(w string) []string {
	straight := strings.ReplaceAll(w, "’", "'")
	return []string{w, straight, workshop.Unaccented(w), workshop.Unaccented(straight)}
}

// Edges of words (\b knows only letters without accents), and a number.
const (
	begin   = `(?:^|[^\p{L}\p{N}])`
	end     = `(?:$|[^\p{L}\p{N}])`
	numeral = `(?P<n>[0-9]{1,3}(?:[,.\x{a0}\x{202f} ][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)`
)

func (g *grammar) compile(alt func(...string) string) {
	must := func(s string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + s) }
	each := `\s*` + alt("said.per") + `\s*(?P<each>` + alt("said.week", "said.month", "said.year") + `)`
	times := `\s?(?P<times>` + alt("said.thousand", "said.million") + `)`
	g.money = []*regexp.Regexp{
		must(`[£€$]\s?` + numeral + `(?:` + times + `)?(?:` + each + `)?` + end),
		must(begin + numeral + `(?:` + times + `)?\s?[£€$](?:` + each + `)?` + end),
		must(`(?:^|\s)` + numeral + `\s?(?P<times>` + alt("said.thousand") + `)(?:` + each + `)?` + end),
		must(`(?:^|\s)(?P<n>[0-9]{1,3}(?:[,.\x{a0}\x{202f} ][0-9]{3})+|[0-9]{4,})` + each + end),
	}
	g.quantity = []*regexp.Regexp{must(begin + `(?P<n>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>` + alt("said.fte", "said.staff", "said.units") + `)(?:` + each + `)?` + end)}
	when := `\s+(?:([0-9]{1,2})(?:st|nd|rd|th|er|\.?º|af|ail|il|ydd|fed|ed|eg|ain)?\s+(?:del?\s+)?)?(\p{L}{3,})\.?(?:\s+(?:del?\s+)?(20[0-9]{2}))?`
	g.from = must(begin + alt("said.from") + when)
	g.until = must(begin + alt("said.until") + when)
	g.to = must(`^(?:(\S+)\s+)?` + alt("said.to") + `\s+(\S+?)\s*:\s*(\S.*)$`)
	g.fromTag = must(`^(\S.*?)[,;]?\s+` + alt("said.of") + `\s+(\S+)$`)
	g.nothing = must(`^` + alt("said.nothing") + `(?:\s*[,:;–-]\s*|\s+)(?:` + alt("said.because") + `\s*)?(\S.*)$`)
}

// find is the first of the patterns that is in the text, by the names of its groups.
func find(patterns []*regexp.Regexp, text string) (map[string]string, bool) {
	for _, r := range patterns {
		m := r.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		out := map[string]string{}
		for i, name := range r.SubexpNames() {
			if m[i] != "" {
				out[name] = strings.ToLower(m[i])
			}
		}
		return out, true
	}
	return nil, false
}

// inThrees is a number whose thousands are parted by commas; no amount has three
// digits of pence.
var inThrees = regexp.MustCompile(`^[0-9]{1,3}(?:,[0-9]{3})+$`)

// number reads a count as the language writes it, else as English does.
func (g *grammar) number(s string) (float64, bool) {
	for _, n := range g.numerals {
		if v, ok := n.Read(s); ok {
			return v, true
		}
	}
	return 0, false
}

// month is the number of a month by its name, or by how that begins.
func (g *grammar) month(s string) int {
	s = strings.ToLower(s)
	if n := g.words.months[s]; n > 0 {
		return n
	}
	for name, n := range g.words.months {
		if len(s) >= 3 && strings.HasPrefix(name, s) {
			return n
		}
	}
	return 0
}

// date is the day that words name, or the first (or last) of the month where
// they name none; without a year the next such month from today.
func (g *grammar) date(r *regexp.Regexp, text string, today time.Time, last bool) workshop.Date {
	for _, m := range r.FindAllStringSubmatch(text, -1) {
		month := g.month(m[2])
		if month == 0 { // "from DWP from Sep"
			continue
		}
		year := today.Year()
		if m[3] != "" {
			year, _ = strconv.Atoi(m[3])
		} else if time.Month(month) < today.Month() {
			year++
		}
		day := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		end := day.AddDate(0, 1, -1)
		switch n, _ := strconv.Atoi(m[1]); {
		case n > 0 && n <= end.Day():
			day = day.AddDate(0, 0, n-1)
		case last:
			day = end
		}
		return workshop.Date(day.Format("2006-01-02"))
	}
	return ""
}
