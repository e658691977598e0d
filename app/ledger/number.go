package ledger

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Words says a key of the language files. Where there are none it is nil.
type Words func(key string, args ...string) string

// Or is what a key says, or other where it has no words.
func (w Words) Or(key, other string) string {
	if w == nil {
		return other
	}
	if s := w(key); s != key {
		return s
	}
	return other
}

// Numerals are how a language writes numbers and money.
type Numerals struct {
	point, group string // what parts whole from fraction, and thousands from each other
	say          Words
}

// Numerals are those of the words' language; English ones where it says nothing.
func (w Words) Numerals() Numerals {
	return Numerals{w.Or("number.point", "."), w.Or("number.group", ","), w}
}

// currencies are the signs of money that may be typed before or after a number.
const currencies = "£€$"

// Read is a number as people type it: "9,234", "£60k", "1.2m", "(850)", "−3".
func (n Numerals) Read(s string) (float64, bool) {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(currencies, r) {
			return -1
		}
		if r == '−' {
			return '-'
		}
		return r
	}, s)
	sign := 1.0
	if in, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(in, ")") {
		s, sign = strings.TrimSuffix(in, ")"), -1
	}
	s, times := scaled(s)
	s, ok := n.plain(s)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	v *= sign * times
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// scaled takes "k", "m" or "bn" off the end of a number, and what other
// languages say for them: "md", "mil".
func scaled(s string) (string, float64) {
	low := strings.ToLower(s)
	for _, x := range []struct {
		end   string
		times float64
	}{{"bn", 1e9}, {"md", 1e9}, {"mil", 1e3}, {"k", 1e3}, {"m", 1e6}} {
		if strings.HasSuffix(low, x.end) {
			return s[:len(s)-len(x.end)], x.times
		}
	}
	return s, 1
}

// plain is the number with a point and nothing between thousands; false where
// it is none. Thousands are parted at every third digit or not at all: "1,5" is
// not fifteen.
func (n Numerals) plain(s string) (string, bool) {
	body, neg := strings.CutPrefix(s, "-")
	whole, part, has := strings.Cut(body, n.point)
	if !has && n.point != "." && n.group != "." {
		whole, part, _ = strings.Cut(body, ".")
	}
	if n.group = strings.TrimSpace(n.group); n.group != "" && strings.Contains(whole, n.group) {
		for i, g := range strings.Split(whole, n.group) {
			if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3) {
				return "", false
			}
		}
		whole = strings.ReplaceAll(whole, n.group, "")
	}
	if whole+part == "" || strings.Trim(whole+part, "0123456789") != "" || len(whole+part) > 400 {
		return "", false
	}
	out := "0" + whole + "." + part + "0"
	if neg {
		out = "-" + out
	}
	return out, true
}

// Write is a number as people read it, with at most so many digits after the
// point and no needless ones.
func (n Numerals) Write(v float64, most int) string {
	pow := math.Pow(10, float64(most))
	if r := math.Round(v*pow) / pow; !math.IsInf(r, 0) {
		v = r
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + n.group + whole[i:]
	}
	if part != "" {
		whole += n.point + part
	}
	if v < 0 {
		return "−" + whole
	}
	return whole
}

// Sign is how a currency is written before an amount.
func Sign(currency string) string {
	switch currency {
	case "GBP", "":
		return "£"
	case "EUR":
		return "€"
	case "USD":
		return "$"
	}
	return currency + " "
}

// Money is an amount of minor units: pence only where there are some.
func (n Numerals) Money(minor float64, currency string) string {
	s := n.Write(math.Abs(minor)/100, 2)
	if _, part, ok := strings.Cut(s, n.point); ok && len(part) == 1 {
		s += "0"
	}
	return n.priced(minor < 0, s, "", currency)
}

// Whole is an amount in major units, without pence.
func (n Numerals) Whole(v float64, currency string) string {
	return n.priced(v <= -0.5, n.Write(math.Floor(math.Abs(v)+0.5), 0), "", currency)
}

// Fixed is a number with so many digits after the point, needless ones too.
func (n Numerals) Fixed(v float64, places int) string {
	return strings.Replace(strings.Replace(strconv.FormatFloat(v, 'f', places, 64), "-", "−", 1), ".", n.point, 1)
}

// Each is an amount in major units with pence.
func (n Numerals) Each(v float64, currency string) string {
	return n.priced(v < 0, n.Fixed(math.Abs(v), 2), "", currency)
}

// Short is an amount in major units to three figures, for pictures: "£1.24m",
// "£73.0k".
func (n Numerals) Short(v float64, currency string) string {
	a := math.Abs(v)
	if a >= 999_500_000_000_000 {
		return n.priced(v < 0, strconv.FormatFloat(a, 'e', 1, 64), "", currency)
	}
	for _, x := range [...]struct {
		least, by float64
		name      string
	}{{999_500_000_000, 1e12, "tn"}, {999_500_000, 1e9, "bn"}, {999_500, 1e6, "m"}, {9_999.5, 1e3, "k"}} {
		if a >= x.least {
			return n.priced(v < 0, n.three(a/x.by), x.name, currency)
		}
	}
	return n.Whole(v, currency)
}

// Brief is a number in the fewest letters: 2, 0.4, 85k, 1.25m.
func (n Numerals) Brief(v float64) string {
	plain := func(v float64) string {
		s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 3, 64), 64)
		return n.Write(s, 6)
	}
	switch a := math.Abs(v); {
	case a >= 1e6:
		return strings.Replace(n.say.Or("number.m", "{0}m"), "{0}", plain(v/1e6), 1)
	case a >= 1e3:
		return strings.Replace(n.say.Or("number.k", "{0}k"), "{0}", plain(v/1e3), 1)
	}
	return plain(v)
}

// three is a number below a thousand to three figures.
func (n Numerals) three(v float64) string {
	switch {
	case v >= 99.95:
		return n.Fixed(v, 0)
	case v >= 9.995:
		return n.Fixed(v, 1)
	}
	return n.Fixed(v, 2)
}

// priced puts an amount and its currency together as the language does: the
// sign before or behind, times is "k", "m", "bn", "tn" or nothing.
func (n Numerals) priced(loss bool, amount, times, currency string) string {
	key, frame := "number.money", "{0}{1}"
	if times != "" {
		key, frame = key+"."+times, frame+times
	}
	out := strings.NewReplacer("{0}", Sign(currency), "{1}", amount).Replace(n.say.Or(key, frame))
	if loss {
		return "−" + out
	}
	return out
}

// Percent is a share of 0 to 1.
func (n Numerals) Percent(v float64) string {
	return strings.Replace(n.say.Or("number.percent", "{0}%"), "{0}", n.Write(v*100, 4), 1)
}

// Rate reads a share: "20" and "20%" are a fifth, and so is "0.2", which nobody
// types for a fifth of a per cent.
func (n Numerals) Rate(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	body, marked := strings.CutSuffix(s, "%")
	v, ok := n.Read(body)
	if !ok {
		return 0, false
	}
	if marked || v >= 1 || v <= 0 {
		v = math.Round(v*1e8) / 1e10
	}
	return v, true
}
