package workshop

import (
	"strings"

	"github.com/google/uuid"
)

// ID names one record for ever: its kind, a colon, and a part that is never
// used again, such as "note:0190f3c2…".
type ID string

// NewID is a fresh name for a record of kind k. It sorts by the time it was made.
func NewID(k Kind) ID {
	u, err := uuid.NewV7()
	if err != nil { // the system has no randomness left: the time and node part still differs
		u = uuid.Must(uuid.NewUUID())
	}
	return ID(string(k) + ":" + strings.ReplaceAll(u.String(), "-", ""))
}

// Kind is the part of the name before the colon.
func (id ID) Kind() Kind {
	k, _, ok := strings.Cut(string(id), ":")
	if !ok {
		return ""
	}
	return Kind(k)
}

// Valid says whether the name has a kind, a part of its own, no white space,
// and a length a file can hold.
func (id ID) Valid() bool {
	k, rest, ok := strings.Cut(string(id), ":")
	return ok && k != "" && rest != "" && len(id) <= 120 && !strings.ContainsAny(string(id), " \t\r\n\"\\")
}
