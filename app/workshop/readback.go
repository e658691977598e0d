package workshop

import (
	"hash/crc32"
	"reflect"
)

// ReadBack says that the room heard a record read back and agreed that this is
// what was meant. It holds for the words it was said of: changed words have not
// been heard.
type ReadBack struct {
	ID    ID   `json:"id"`
	Of    ID   `json:"of" rule:"need"`
	Words int  `json:"words" rule:"min=0,max=1000000000" unit:"check number of the words"`
	At    Time `json:"at"`
}

// Ident implements Record.
func (r ReadBack) Ident() ID { return r.ID }

// readBackOf is the name of the tick of a record: there is one at most.
func readBackOf(of ID) ID { return ID("readback:" + string(of)) }

// wordsOf is a check number of a record's texts.
func wordsOf(r Record) int {
	s := byGo[reflect.TypeOf(r)]
	if s == nil {
		return 0
	}
	sum := crc32.NewIEEE()
	set := Values(r)
	for _, f := range s.Fields {
		if f.Type == TextField && f.Name != "step" && f.Name != "zone" {
			_, _ = sum.Write([]byte(f.Name + "\x00" + string(set[f.Name]) + "\x00"))
		}
	}
	return int(sum.Sum32() % 1_000_000_000)
}

// WasRead says whether the record of that name was heard as the room now reads it.
func WasRead(s Showing, id ID) bool {
	r, ok := For(s.doc, Room).Record(id)
	if !ok {
		return false
	}
	h, ok := Find[ReadBack](s.doc, readBackOf(id))
	return ok && h.Words == wordsOf(r)
}

// TickRead is the change that ticks a record as heard at a moment, or takes the
// tick back. What the room may not see it cannot have heard.
func TickRead(d Document, id ID, yes bool, at Time) Change {
	r, ok := For(d, Room).Record(id)
	if !ok {
		return Change{}
	}
	if !yes {
		return Drop(d, "readback.drop", readBackOf(id))
	}
	return Put(d, "readback.add", ReadBack{ID: readBackOf(id), Of: id, Words: wordsOf(r), At: at})
}
