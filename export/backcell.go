package export

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"trestle/app/workshop"
	"trestle/export/xl"
)

// CellError says why what a cell holds cannot be taken.
type CellError struct {
	Reason string // a word of the language files: "formula", "error", "nobody", "several", "gone", "ref", "twice", "no-new"
	Detail string
}

// Error implements error.
func (e CellError) Error() string { return "cell: " + e.Reason + " " + e.Detail }

// tongueCell reads cells of a workbook in one language.
type tongueCell struct {
	say       func(key string) string
	commaIsIt bool                     // the comma is where decimals begin
	names     map[string][]workshop.ID // of partners, parties and indicators, plain
	refs      map[string]workshop.ID
}

// commaTongues write 0,5 and 1.000.
var commaTongues = map[string]bool{"fr": true, "es": true}

// field reads a cell into a field, as its type and the column want it.
func (t tongueCell) field(f workshop.Field, c xl.Seen, h how) (workshop.Value, error) {
	switch {
	case c.Kind == xl.SeenError:
		return "", CellError{"error", c.Text}
	case c.Kind == xl.SeenNothing && c.Formula:
		return "", CellError{"formula", ""}
	case c.Kind == xl.SeenNothing, c.Kind == xl.SeenText && strings.TrimSpace(c.Text) == "":
		return "", nil
	}
	switch f.Type {
	case workshop.TextField:
		if h == asBecause {
			return workshop.TextValue(t.because(cellWords(c))), nil
		}
		return workshop.TextValue(cellWords(c)), nil
	case workshop.EnumField:
		return t.enum(f, cellWords(c))
	case workshop.RefField:
		return t.named(f, cellWords(c))
	case workshop.DateField:
		return t.date(f, c)
	}
	return t.number(f, c, h)
}

// cellWords is a cell as words, also where a program took them for a number.
func cellWords(c xl.Seen) string {
	if c.Kind == xl.SeenDate {
		if d := xl.Day(c.Num); d != "" {
			return d
		}
	}
	return workshop.Clean(c.Text)
}

func (t tongueCell) enum(f workshop.Field, s string) (workshop.Value, error) {
	for _, w := range f.Enum {
		if plain(s) == plain(w) || plain(s) == plain(t.say("enum."+w)) || plain(s) == plain(t.say("export.component."+w)) {
			return workshop.TextValue(w), nil
		}
	}
	var all []string
	for _, w := range f.Enum {
		all = append(all, t.say("enum."+w))
	}
	return "", workshop.FieldError{Field: f.Name, Reason: "enum", Detail: strings.Join(all, ", ")}
}

// named finds a partner, party or indicator by its name, anything by its Ref.
func (t tongueCell) named(f workshop.Field, s string) (workshop.Value, error) {
	fits := func(id workshop.ID) bool {
		for _, k := range f.Refs {
			if id.Kind() == k {
				return true
			}
		}
		return len(f.Refs) == 0
	}
	if id, ok := t.refs[strings.ToUpper(strings.TrimSpace(s))]; ok && fits(id) {
		return workshop.TextValue(string(id)), nil
	}
	var ids []workshop.ID
	for _, id := range t.names[plain(s)] {
		if fits(id) {
			ids = append(ids, id)
		}
	}
	switch len(ids) {
	case 1:
		return workshop.TextValue(string(ids[0])), nil
	case 0:
		return "", CellError{"nobody", s}
	}
	return "", CellError{"several", s}
}

// because takes the usual words off the front of a reason.
func (t tongueCell) because(s string) string {
	front, back, _ := strings.Cut(t.say("export.nothing"), "{0}")
	if len(s) >= len(front)+len(back) && strings.EqualFold(s[:len(front)], front) {
		return strings.TrimSuffix(s[len(front):], back)
	}
	return s
}

func (t tongueCell) date(f workshop.Field, c xl.Seen) (workshop.Value, error) {
	day := ""
	if c.Kind == xl.SeenText {
		day = readDay(c.Text)
	} else if c.Kind == xl.SeenDate || c.Num >= 10_000 { // a small number in a column of dates is a slip
		day = xl.Day(c.Num)
	}
	if day == "" {
		return "", workshop.FieldError{Field: f.Name, Reason: "date", Detail: c.Text}
	}
	return workshop.TextValue(day), nil
}

var (
	dayNumbers = regexp.MustCompile(`^([0-9]{1,4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{2,4})$`)
	dayWords   = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th|er|\.)?[- ]+(?:de )?(\p{L}+)\.?,?[- ]+(?:de )?([0-9]{2,4})$`)
	wordsDay   = regexp.MustCompile(`^(\p{L}+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$`)
)

// months are how the names of months begin in the languages we ship, longest
// needed to tell them apart.
var months = [12]string{
	"jan|ene|ion", "feb|fev|fév|chwe", "mar|maw", "apr|avr|abr|ebr", "may|mai", "jun|juin|meh", "jul|juil|gor", "aug|aou|aoû|ago|aws", "sep|med", "oct|hyd", "nov|tac", "dec|déc|dic|rha",
}

// readDay reads a day as people write it, the day before the month; "" where it
// is none.
func readDay(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " "))
	if i := strings.IndexAny(s, "t "); i == 10 && s[4] == '-' { // with a time behind it
		s = s[:10]
	}
	if m := dayNumbers.FindStringSubmatch(s); m != nil {
		a, b, c := atoi(m[1]), atoi(m[2]), atoi(m[3])
		switch {
		case len(m[1]) == 4:
			return isoDay(a, b, c)
		case len(m[1]) > 2:
			return ""
		case b > 12 && a <= 12: // only the other way round is there such a day
			return isoDay(century(c, m[3]), a, b)
		}
		return isoDay(century(c, m[3]), b, a)
	}
	if m := dayWords.FindStringSubmatch(s); m != nil {
		return isoDay(century(atoi(m[3]), m[3]), monthNamed(m[2]), atoi(m[1]))
	}
	if m := wordsDay.FindStringSubmatch(s); m != nil {
		return isoDay(atoi(m[3]), monthNamed(m[1]), atoi(m[2]))
	}
	return ""
}

// century is the year that two digits mean.
func century(y int, digits string) int {
	if len(digits) == 2 {
		return 2000 + y
	}
	return y
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }
func monthNamed(s string) int {
	for i, names := range months {
		for _, n := range strings.Split(names, "|") {
			if strings.HasPrefix(s, n) {
				return i + 1
			}
		}
	}
	return 0
}

func isoDay(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 9999 || t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return t.Format("2006-01-02")
}

// number reads a cell as the number a field holds.
func (t tongueCell) number(f workshop.Field, c xl.Seen, h how) (workshop.Value, error) {
	v, ok := c.Num, c.Kind == xl.SeenNumber || c.Kind == xl.SeenDate
	if c.Kind == xl.SeenText {
		percent := false
		v, percent, ok = readNumber(c.Text, t.commaIsIt)
		if percent && rateField(f) {
			v /= 100
		}
	}
	if !ok {
		return "", workshop.FieldError{Field: f.Name, Reason: "type", Detail: c.Text}
	}
	if h == asMoney {
		v = math.Round(v * 100)
	}
	switch {
	case h == asSign, h == asFlag:
		if v == -1 && h == asSign || v == 1 && h == asFlag {
			return "true", nil
		}
		if v == 1 || v == 0 && h == asFlag {
			return "", nil
		}
		return "", workshop.FieldError{Field: f.Name, Reason: "enum", Detail: map[how]string{asSign: "-1, 1", asFlag: "0, 1"}[h]}
	case f.Type == workshop.IntField || f.Type == workshop.MoneyField:
		if v != math.Trunc(v) {
			return "", workshop.FieldError{Field: f.Name, Reason: "whole", Detail: c.Text}
		}
		if !(v >= f.Min && v <= f.Max) {
			return "", workshop.FieldError{Field: f.Name, Reason: "range", Detail: limits(f)}
		}
		if v == 0 {
			return "", nil
		}
		return workshop.Value(strconv.FormatInt(int64(v), 10)), nil
	case !(v >= f.Min && v <= f.Max):
		return "", workshop.FieldError{Field: f.Name, Reason: "range", Detail: limits(f)}
	case v == 0 && f.Type == workshop.NumberField:
		return "", nil
	}
	return workshop.Value(strconv.FormatFloat(v, 'g', -1, 64)), nil
}

func limits(f workshop.Field) string {
	return strconv.FormatFloat(f.Min, 'g', 6, 64) + " – " + strconv.FormatFloat(f.Max, 'g', 6, 64)
}

var amountLike = regexp.MustCompile(`^\(?[-+]?[0-9]+(?:[.,' ][0-9]+)*\)?$`)

// readNumber reads a number as people write it: "£1,234.50", "1 234,5", "20 %",
// "(500)". Where one mark may be either, comma says whether it begins decimals.
func readNumber(s string, comma bool) (v float64, percent, ok bool) {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "−", "-", "’", "'", "£", "", "€", "", "$", "").Replace(s)
	s = strings.TrimSpace(s)
	rest, percent := strings.CutSuffix(s, "%")
	rest = strings.TrimSpace(rest)
	if v, err := strconv.ParseFloat(rest, 64); err == nil && strings.ContainsAny(rest, "eE") && !math.IsInf(v, 0) {
		return v, percent, true
	}
	if len(rest) > 60 || !amountLike.MatchString(rest) {
		return 0, false, false
	}
	negative := strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "-")
	rest = strings.NewReplacer("'", "", " ", "", "(", "", ")", "", "+", "", "-", "").Replace(rest)
	v, err := strconv.ParseFloat(pointed(rest, comma), 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false, false
	}
	if negative {
		v = -v
	}
	return v, percent, true
}

// rateField says whether a field holds a share of 1.
func rateField(f workshop.Field) bool {
	number := f.Type == workshop.MaybeField || f.Type == workshop.NumberField
	return number && (f.Min == 0 && f.Max == 1 || strings.HasPrefix(f.Unit, "share"))
}

// pointed is s with a point before its decimals and no other mark.
func pointed(s string, comma bool) string {
	dot, com := strings.LastIndex(s, "."), strings.LastIndex(s, ",")
	mark, other := ".", ","
	switch {
	case dot >= 0 && com >= 0:
		if com > dot {
			mark, other = ",", "."
		}
	case com >= 0:
		if strings.Count(s, ",") > 1 || !comma && len(s)-com == 4 && com <= 3 && s[0] != '0' {
			return strings.ReplaceAll(s, ",", "")
		}
		mark, other = ",", "."
	case strings.Count(s, ".") > 1 || comma && dot >= 0 && len(s)-dot == 4 && dot <= 3 && s[0] != '0':
		return strings.ReplaceAll(s, ".", "")
	}
	return strings.Replace(strings.ReplaceAll(s, other, ""), mark, ".", 1)
}
