package app

import (
	"trestle/app/ledger"
	"trestle/app/workshop"
)

// numerals are how the language writes numbers and money.
func (t *Tongue) numerals() ledger.Numerals { return ledger.Words(t.Say).Numerals() }

// number is a figure as people read it: thousands apart, no needless zeros.
func (t *Tongue) number(v float64) string { return t.numerals().Write(v, 6) }

// money is an amount of minor units in whole ones: "£85,000".
func (t *Tongue) money(minor float64, currency string) string {
	return t.numerals().Whole(minor/100, currency)
}

// dayWords is a day as words: "1 Sep 2027".
func (t *Tongue) dayWords(d workshop.Date) string { return ledger.Words(t.Say).Dated(d) }
