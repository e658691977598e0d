// Package xl writes workbooks: the one room that knows excelize.
//
// Its nouns: a Book holds Sheets; a Cell is text, a number, money, a rate, a
// date or a formula with the value our own engine computed; a Column heads one
// column of a table. It knows nothing of workshops. The same calls give the
// same bytes.
package xl
