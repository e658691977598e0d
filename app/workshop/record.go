package workshop

// Kind is the tag of a record in the file: add kinds, never rename one.
type Kind string

// Record is one small comparable value of the document.
type Record interface {
	// Ident is the record's name, which says its kind.
	Ident() ID
}
