package app

import (
	"errors"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// selectMany selects up to two hundred notes, the whole board in view: all with
// their key, or of more those inside a rubber band.
func (r *benchRun) selectMany() error {
	if err := r.seeAll(); err != nil {
		return err
	}
	var from, to fyne.Position
	var found bool
	fyne.DoAndWait(func() { from, to, found = r.band() })
	if !found {
		return errors.New("no free place on the board to begin a rubber band")
	}
	err := errors.Join(r.moveTo(from), r.in.Button(buttonLeft, true))
	for i := range 20 {
		part := float32(i+1) / 20
		time.Sleep(mouseEvery)
		err = errors.Join(err, r.moveTo(from.AddXY((to.X-from.X)*part, (to.Y-from.Y)*part)))
	}
	if err = errors.Join(err, r.in.Button(buttonLeft, false)); err != nil {
		return err
	}
	r.settle()
	if r.report.Notes <= dragMost {
		return r.withControl(func() error { return r.tapKey('a') })
	}
	return nil
}

// band is a rubber band from a free place near the board's corner that takes
// some two hundred notes; on the window's goroutine.
func (r *benchRun) band() (from, to fyne.Position, found bool) {
	s, b := r.where.size, r.control.board
	for d := float32(2); d < min(s.Width, s.Height)/2 && !found; d += 3 {
		for _, p := range []fyne.Position{{X: d, Y: d}, {X: d, Y: s.Height / 3}, {X: s.Width / 3, Y: d}} {
			if _, hit := b.At(p); !hit && !found {
				from, found = p, true
			}
		}
	}
	for part := float32(0.02); part <= 0.98; part += 0.02 {
		to = from.AddXY((s.Width-from.X)*part, (s.Height-from.Y)*part)
		n := 0
		for _, id := range r.noteIDs() {
			at, size, ok := b.Place(id)
			if ok && at.X < to.X && at.Y < to.Y && at.X+size.Width > from.X && at.Y+size.Height > from.Y {
				n++
			}
		}
		if n >= dragMost {
			break
		}
	}
	return from, to, found
}

// drag carries what is selected round for two seconds and lets it go.
func (r *benchRun) drag() error {
	id, at, err := r.freeNote(func() []workshop.ID { return r.control.board.Selected() })
	if err != nil {
		return err
	}
	const turns, radius = 2, 80
	n := int(2 * time.Second / mouseEvery)
	if err := errors.Join(r.moveTo(at), r.in.Button(buttonLeft, true)); err != nil {
		return err
	}
	err = r.every(mouseEvery, n, func(i int) error {
		angle := 2 * math.Pi * turns * float64(i+1) / float64(n-n/8)
		r.count()
		return r.moveTo(at.AddXY(float32(radius*math.Sin(angle)), float32(radius*(1-math.Cos(angle)))))
	})
	was := r.note(id)
	if err := errors.Join(err, r.in.Button(buttonLeft, false)); err != nil {
		return err
	}
	r.settle()
	if now := r.note(id); now.X == was.X && now.Y == was.Y {
		return errors.New("what was dragged did not move")
	}
	return nil
}
