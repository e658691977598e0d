// Package export writes a workshop for people who were not in the room: the
// report as a function of the document, formats as functions of the report.
//
// Its nouns: a Report is the document arranged for a reader, in Sections of
// tables; a Format is a kind of file. It takes a Showing, so it can hold only
// what that audience may see, and knows no file system: it writes to a writer.
package export
