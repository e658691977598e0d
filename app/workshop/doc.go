// Package workshop is the document: what the group said, and every way it may
// change.
//
// Its nouns: a Record is one small value of one Kind, named by an ID for ever;
// a Document is an immutable set of records; a Change is a named set of Edits,
// each an edit of one record's fields with what stood before and after; a
// Session makes changes, undoes them and tells whoever watches; a Showing is
// what one Audience may see; a Framework is the guided flow, and its gates say
// what a step still misses. A verb is a function from a document to a change.
//
// It draws nothing, writes no file and knows no clock but the one it is given.
package workshop
