// Package ledger is the value account as a sheet of cells: which tables and
// columns a step has, what a cell says, and what becomes of what is typed or
// pasted into it. It works nothing out and draws nothing.
//
// A sheet holds tables, a table columns and rows; a spot is one cell; a row in
// hand is a record with what hangs on it, on its way into a change. What cannot
// be read is said in one word of the language files: why.
package ledger
