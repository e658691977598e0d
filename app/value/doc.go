// Package value works out the value account of a workshop: what the partners
// put in, what the public gets out of it, who pays, who gains, and what money
// cannot show.
//
// Its nouns: an Account is the whole answer; a CostLine and a BenefitLine are
// one row of it with every intermediate figure; a Schedule turns years into
// discount factors; a GradeRow says how far a figure of that strength of
// evidence is corrected for optimism; a Ratio is a figure that may be n/a; a
// PartyLine is one payer or gainer; a Finding is something to know before the
// figures are quoted; a Sentence is the account put into words, by rule.
//
// All arithmetic is float64 at full precision, in major units of the
// workshop's currency and base-year prices. Only Round rounds, and only what
// is shown or exported calls it. What was not answered is never taken for 0
// silently: the line stays out of the totals, or a Finding says so.
//
// The package does not change the workshop, draw, translate, or open files; it
// knows no clock and gives the same account for the same records.
package value
