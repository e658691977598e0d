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

// signs are how a language writes numbers: what parts whole from fraction, and
// thousands from each other.
type signs struct{ point, group string }

func (w Words) signs() signs { return signs{w.Or("number.point", "."), w.Or("number.group", ",")} }

// currencies are the signs of money that may be typed before or after a number.
const currencies = "£€$"

// read is a number as people type it: "9,234", "£60k", "1.2m", "(850)", "−3".
func (n signs) read(s string) (float64, bool) {
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

// scaled takes "k", "m" or "bn" off the end of a number.
func scaled(s string) (string, float64) {
	low := strings.ToLower(s)
	for _, x := range []struct {
		end   string
		times float64
	}{{"bn", 1e9}, {"k", 1e3}, {"m", 1e6}} {
		if strings.HasSuffix(low, x.end) {
			return s[:len(s)-len(x.end)], x.times
		}
	}
	return s, 1
}

// plain is the number with a point and nothing between thousands; false where
// it is none. Thousands are parted at every third digit or not at all: "1,5" is
// not fifteen.
func (n signs) plain(s string) (string, bool) {
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

// write is a number as people read it, with at most so many digits after the
// point and no needless ones.
func (n signs) write(v float64, most int) string {
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

// money is an amount of minor units: pence only where there are some.
func (n signs) money(minor float64, currency string) string {
	s := n.write(math.Abs(minor)/100, 2)
	if _, part, ok := strings.Cut(s, n.point); ok && len(part) == 1 {
		s += "0"
	}
	if minor < 0 {
		return "−" + Sign(currency) + s
	}
	return Sign(currency) + s
}

// percent is a share of 0 to 1.
func (n signs) percent(v float64) string { return n.write(v*100, 4) + "%" }

// rate reads a share: "20" and "20%" are a fifth, and so is "0.2", which nobody
// types for a fifth of a per cent.
func (n signs) rate(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	body, marked := strings.CutSuffix(s, "%")
	v, ok := n.read(body)
	if !ok {
		return 0, false
	}
	if marked || v >= 1 || v <= 0 {
		v = math.Round(v*1e8) / 1e10
	}
	return v, true
}
