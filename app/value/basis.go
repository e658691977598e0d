package value

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// maxBasis is how long a basis may be, as the snapshot's field holds it.
const maxBasis = 4000

// Basis names what an account's figures rest on, so that two results may be
// compared: the timing, the horizon, the discount rates and the grades. Equal
// rates give an equal basis, whatever the schedule is called.
func Basis(a Account) string {
	var b strings.Builder
	fmt.Fprintf(&b, "timing %s; horizon %d; rates", a.Convention.Timing, a.Convention.Horizon)
	last := -1.0
	for i, r := range a.Tables.Rates {
		if r.Rate == last {
			continue
		}
		from := r.From
		if i == 0 {
			from = 1 // the first rate holds for the years before it too
		}
		fmt.Fprintf(&b, " %d:%s", from, exact(r.Rate))
		last = r.Rate
	}
	b.WriteString("; grades")
	for _, g := range a.Tables.Grades {
		fmt.Fprintf(&b, " %d:+%s−%s", g.Number, exact(g.Cost), exact(g.Benefit))
	}
	if b.Len() <= maxBasis {
		return b.String()
	}
	sum := sha256.Sum256([]byte(b.String()))
	return "sha256 " + hex.EncodeToString(sum[:])
}

// Stale says whether a kept result was computed on another basis than a's (I20).
func Stale(s workshop.Snapshot, a Account) bool { return s.Basis != Basis(a) }

func exact(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
