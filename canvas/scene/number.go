package scene

import (
	"trestle/app/ledger"
	"trestle/app/workshop"
)

// Sign is how a currency is written beside an amount.
func Sign(currency string) string { return ledger.Sign(currency) }

// numerals are how the lens's language writes numbers.
func (l Lens) numerals() ledger.Numerals { return ledger.Words(l.say).Numerals() }

// figure is a number as people write it: thousands apart, no needless zeros.
func (l Lens) figure(v float64) string { return l.numerals().Write(v, 12) }

// fixed is a number with so many digits after the point.
func (l Lens) fixed(v float64, places int) string { return l.numerals().Fixed(v, places) }

// pounds is an amount in major units of a currency, in whole units.
func (l Lens) pounds(v float64, currency string) string { return l.numerals().Whole(v, currency) }

// short is an amount to three figures, for pictures: "£1.24m", "£73.0k".
func (l Lens) short(v float64, currency string) string { return l.numerals().Short(v, currency) }

// signed is short with a plus where it is one: a gain must not be told by its
// colour alone.
func (l Lens) signed(v float64, currency string) string {
	s := l.short(v, currency)
	if v > 0 && s != l.short(0, currency) {
		return "+" + s
	}
	return s
}

// month is a date as "Sep 2026".
func (l Lens) month(d workshop.Date) string { return ledger.Words(l.say).Month(d) }

// day is a date as "2 Dec".
func (l Lens) day(d workshop.Date) string { return ledger.Words(l.say).Day(d) }

// dated is a day as "2 Dec 2026".
func (l Lens) dated(d workshop.Date) string { return ledger.Words(l.say).Dated(d) }
