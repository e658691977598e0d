package scene

import (
	"math"
	"strconv"
)

// figure is a number as people write it: thousands apart, no needless zeros.
func figure(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, part := s, ""
	for i, r := range s {
		if r == '.' {
			whole, part = s[:i], s[i:]
			break
		}
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if v < 0 {
		return "−" + whole + part
	}
	return whole + part
}

// Sign is how a currency is written before an amount.
func Sign(currency string) string {
	switch currency {
	case "GBP":
		return "£"
	case "EUR":
		return "€"
	case "USD":
		return "$"
	}
	return currency + " "
}

// Pounds is an amount in major units of a currency, in whole units.
func Pounds(v float64, currency string) string {
	s := Sign(currency) + figure(math.Floor(math.Abs(v)+0.5))
	if v <= -0.5 {
		return "−" + s
	}
	return s
}

// Short is an amount to three figures, for pictures: "£1.24m", "£73.0k".
func Short(v float64, currency string) string {
	a := math.Abs(v)
	neg := ""
	if v < 0 {
		neg = "−"
	}
	switch {
	case a >= 999_500_000_000_000:
		return neg + Sign(currency) + strconv.FormatFloat(a, 'e', 1, 64)
	case a >= 999_500_000_000:
		return neg + Sign(currency) + three(a/1e12) + "tn"
	case a >= 999_500_000:
		return neg + Sign(currency) + three(a/1e9) + "bn"
	case a >= 999_500:
		return neg + Sign(currency) + three(a/1e6) + "m"
	case a >= 9_999.5:
		return neg + Sign(currency) + three(a/1e3) + "k"
	}
	return Pounds(v, currency)
}

// Signed is Short with a plus where it is one: a gain must not be told by its
// colour alone.
func Signed(v float64, currency string) string {
	s := Short(v, currency)
	if v > 0 && s != Short(0, currency) {
		return "+" + s
	}
	return s
}

func three(v float64) string {
	places := 2
	switch {
	case v >= 99.95:
		places = 0
	case v >= 9.995:
		places = 1
	}
	return strconv.FormatFloat(v, 'f', places, 64)
}
