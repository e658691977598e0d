package export

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// Stamp is the mark a workbook carries on its Provenance sheet: which state of
// which workshop it shows, to whom, and in which language.
type Stamp struct {
	Workshop string
	Revision uint64
	Audience workshop.Audience
	Digest   string // of all that the audience saw
	Language string
}

const stampMark = "trestle:back:1:"

// String is the stamp as it stands in a cell.
func (s Stamp) String() string {
	return stampMark + strings.Join([]string{s.Workshop, strconv.FormatUint(s.Revision, 10), string(s.Audience), s.Digest, s.Language}, ":")
}

// readStamp reads a stamp; false where the words are none.
func readStamp(words string) (Stamp, bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(words), stampMark)
	f := strings.Split(rest, ":")
	if !ok || len(f) != 5 {
		return Stamp{}, false
	}
	n, err := strconv.ParseUint(f[1], 10, 64)
	s := Stamp{Workshop: f[0], Revision: n, Audience: workshop.Audience(f[2]), Digest: f[3], Language: f[4]}
	known := s.Audience == workshop.Facilitator || s.Audience == workshop.Room || s.Audience == workshop.Reader
	return s, err == nil && known
}

func stampOf(r Report) Stamp {
	return Stamp{Workshop: r.Source.Workshop, Revision: r.Showing.Revision(), Audience: r.Showing.Audience(), Digest: digest(r.Showing), Language: r.Source.Language}
}

// digest tells two states of a workshop apart that have the same clock: copies
// that were joined can.
func digest(s workshop.Showing) string {
	h := sha256.New()
	for _, k := range workshop.Kinds() {
		if k == "picture" || k == "framework" { // large, and nothing of them is read back
			continue
		}
		for r := range s.Of(k) {
			h.Write([]byte(r.Ident()))
			v := workshop.Values(r)
			for _, name := range slices.Sorted(maps.Keys(v)) {
				h.Write([]byte("\x00" + name + "\x01" + string(v[name])))
			}
			h.Write([]byte{'\n'})
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
