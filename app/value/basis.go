package value

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
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

// KeptLine is a result that was kept, beside what the account says now.
type KeptLine struct {
	ID    workshop.ID `json:"id"`
	Name  string      `json:"name"`
	At    string      `json:"at"`
	PVC   float64     `json:"pvc"`
	PVB   float64     `json:"pvb"`
	NPSV  float64     `json:"npsv"`
	BCR   Ratio       `json:"bcr"`
	Stale bool        `json:"stale"`      // kept on another basis: not to be compared with today's (I20)
	Since float64     `json:"npsv_since"` // the NPSV now less the one kept
}

// keep lists the kept results, the newest first.
func (l *ledger) keep() {
	list := make([]KeptLine, 0, l.d.Count("snapshot"))
	if cap(list) > 0 {
		basis := Basis(l.account)
		for s := range workshop.All[workshop.Snapshot](l.d) {
			pvc, pvb := within(s.PVC, -maxPV, maxPV), within(s.PVB, -maxPV, maxPV)
			list = append(list, KeptLine{
				ID: s.ID, Name: s.Name, At: string(s.At), PVC: pvc, PVB: pvb, NPSV: pvb - pvc, BCR: over(pvb, pvc),
				Stale: s.Basis != basis, Since: l.account.NPSV - (pvb - pvc),
			})
		}
	}
	slices.SortStableFunc(list, func(a, b KeptLine) int { return strings.Compare(b.At, a.At) })
	l.account.Kept = list
}

// Keep is the result of today as a record to be kept: its figures, their range
// and the basis they were computed on. What the name field cannot hold is the
// caller's to mend.
func Keep(a Account, name string, at workshop.Time) workshop.Snapshot {
	s := workshop.Snapshot{
		ID: workshop.NewID("snapshot"), Name: name, At: at, PVB: within(a.PVB, -maxPV, maxPV), PVC: within(a.PVC, -maxPV, maxPV),
		Basis: Basis(a), Low: within(a.Range.Low.NPSV, -maxPV, maxPV), High: within(a.Range.High.NPSV, -maxPV, maxPV),
	}
	if f, ok := a.Finding("value.gross-lines"); ok {
		s.Left = f.Count
	}
	return s
}

// maxPV is the largest present value a kept result may hold.
const maxPV = 1e15

func exact(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
