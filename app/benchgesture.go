package app

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// gesture is one thing that hands do: ready brings the board to where it
// begins, act is what is measured.
type gesture struct {
	name       string
	ready, act func(*benchRun) error
}

// gestures is the one table. What changes the document comes last.
func gestures() []gesture {
	return []gesture{
		{"pan", (*benchRun).seeSixty, (*benchRun).pan},
		{"zoom", (*benchRun).seeSixty, (*benchRun).zoom},
		{"fitpan", (*benchRun).seeAll, (*benchRun).wheel},
		{"fitzoom", (*benchRun).seeAll, (*benchRun).zoom},
		{"type", (*benchRun).seeNote, (*benchRun).typeNote},
		{"idle", (*benchRun).seeSixty, (*benchRun).idle},
		{"drag", (*benchRun).selectMany, (*benchRun).drag},
	}
}

func gestureNames() []string {
	var out []string
	for _, g := range gestures() {
		out = append(out, g.name)
	}
	return out
}

func gestureNamed(name string) gesture {
	for _, g := range gestures() {
		if g.name == name {
			return g
		}
	}
	return gesture{}
}

const (
	mouseEvery = 8 * time.Millisecond // a plain mouse reports 125 times a second
	panSpeed   = 600.0                // pixels a second
	wheelEvery = time.Second / 60
	zoomEvery  = time.Second / 30
	keyEvery   = 100 * time.Millisecond
	keyCount   = 60
	doubleGap  = 60 * time.Millisecond
	dragMost   = 200 // notes
	viewNotes  = 60  // notes in a view that can be read
)

// idleFor is how long nothing is done, to see that nothing is painted.
const idleFor = 10 * time.Second

// idle keeps the hands still.
func (r *benchRun) idle() error {
	time.Sleep(idleFor)
	return nil
}

// count notes that an input which must show is sent now.
func (r *benchRun) count() { r.sent = append(r.sent, time.Now()) }

// every does a thing n times, on a beat that a late turn does not shift.
func (r *benchRun) every(beat time.Duration, n int, do func(i int) error) error {
	from := time.Now()
	for i := range n {
		time.Sleep(time.Until(from.Add(time.Duration(i) * beat)))
		if err := do(i); err != nil {
			return err
		}
	}
	return nil
}

// moveTo puts the pointer over a place on the board.
func (r *benchRun) moveTo(p fyne.Position) error {
	x, y := r.where.corner.X+p.X*r.where.scale, r.where.corner.Y+p.Y*r.where.scale
	return r.in.Move(int(math.Round(float64(x))), int(math.Round(float64(y))))
}

func (r *benchRun) middle() fyne.Position {
	return fyne.NewPos(r.where.size.Width/2, r.where.size.Height/2)
}

func (r *benchRun) click(n byte) error {
	return errors.Join(r.in.Button(n, true), r.in.Button(n, false))
}

func (r *benchRun) tapKey(sym uint32) error {
	return errors.Join(r.in.Key(sym, true), r.in.Key(sym, false))
}

func (r *benchRun) withControl(do func() error) error {
	return errors.Join(r.in.Key(symControl, true), do(), r.in.Key(symControl, false))
}

// seeAll frames everything with its key, the pointer in the middle.
func (r *benchRun) seeAll() error {
	if err := r.moveTo(r.middle()); err != nil {
		return err
	}
	err := r.withControl(func() error { return r.tapKey('0') })
	r.settle()
	return err
}

// seeSixty frames everything, then goes nearer until some sixty notes are in
// view, as a room reads its board. Getting there is not measured.
func (r *benchRun) seeSixty() error {
	if err := r.seeAll(); err != nil {
		return err
	}
	for range 4 {
		n := r.inView()
		if n <= viewNotes*5/4 {
			break
		}
		fyne.DoAndWait(func() { r.control.board.Zoom(float32(math.Sqrt(float64(n) / viewNotes))) })
	}
	return nil
}

// seeNote goes back until a note is wholly in view: where hundreds lie on each
// other, sixty may be in view and none of them free.
func (r *benchRun) seeNote() error {
	err := r.seeSixty()
	for range 6 {
		if _, _, none := r.freeNote(r.noteIDs); none == nil {
			break
		}
		fyne.DoAndWait(func() { r.control.board.Zoom(0.7) })
	}
	return err
}

// pan pulls the board along with the middle button: left, up and right.
func (r *benchRun) pan() error {
	for _, way := range [][2]float64{{-1, 0}, {0, -1}, {1, 0}} {
		side := r.where.size.Width
		if way[0] == 0 {
			side = r.where.size.Height
		}
		reach := math.Min(panSpeed, 0.84*float64(side*r.where.scale))
		at := func(gone float64) fyne.Position {
			off := (gone - reach/2) / float64(r.where.scale)
			return r.middle().AddXY(float32(way[0]*off), float32(way[1]*off))
		}
		if err := errors.Join(r.moveTo(at(0)), r.in.Button(buttonMiddle, true)); err != nil {
			return err
		}
		step := panSpeed * mouseEvery.Seconds()
		err := r.every(mouseEvery, int(reach/step), func(i int) error {
			r.count()
			return r.moveTo(at(float64(i+1) * step))
		})
		if err := errors.Join(err, r.in.Button(buttonMiddle, false)); err != nil {
			return err
		}
	}
	return nil
}

// zoom turns the wheel ten in and ten out with Ctrl held, four times.
func (r *benchRun) zoom() error {
	return r.withControl(func() error {
		return r.every(zoomEvery, 80, func(i int) error {
			r.count()
			if i/10%2 == 0 {
				return r.click(wheelUp)
			}
			return r.click(wheelDown)
		})
	})
}

// wheel pans with the wheel, down and up again.
func (r *benchRun) wheel() error {
	return r.every(wheelEvery, 180, func(i int) error {
		r.count()
		if i/15%2 == 0 {
			return r.click(wheelDown)
		}
		return r.click(wheelUp)
	})
}

// freeNote is a note wholly in view that a press on its middle takes, of those
// given: the board moves to bring the rest of a note into view, and a moved
// board is not what is to be measured.
func (r *benchRun) freeNote(of func() []workshop.ID) (id workshop.ID, at fyne.Position, err error) {
	err = errors.New("no note in view that a press would take")
	fyne.DoAndWait(func() {
		for _, n := range of() {
			p, s, ok := r.control.board.Place(n)
			if !ok || p.X < 0 || p.Y < 0 || p.X+s.Width > r.where.size.Width || p.Y+s.Height > r.where.size.Height {
				continue
			}
			p = p.AddXY(s.Width/2, s.Height/2)
			if hit, ok := r.control.board.At(p); ok && hit == n {
				id, at, err = n, p, nil
				return
			}
		}
	})
	return id, at, err
}

// typeNote opens a note with a double click and types into it.
func (r *benchRun) typeNote() error {
	id, at, err := r.freeNote(r.noteIDs)
	if err != nil {
		return err
	}
	if err := r.openNote(at); err != nil {
		return err
	}
	before := r.letters(id)
	err = r.every(keyEvery, keyCount, func(i int) error {
		if i%6 == 4 { // a note keeps no space at its end: this shows with the next letter
			return r.tapKey(' ')
		}
		r.count()
		return r.tapKey(uint32('a' + i*7%26))
	})
	r.settle()
	got := r.letters(id) - before
	if err = errors.Join(err, r.tapKey(symEscape)); err == nil && got != len(r.sent) {
		err = fmt.Errorf("%d letters were typed, the note took %d", len(r.sent), got)
	}
	return err
}

// openNote double clicks on a place, and sees that an entry opens over it.
func (r *benchRun) openNote(at fyne.Position) error {
	err := errors.Join(r.moveTo(at), r.click(buttonLeft))
	time.Sleep(doubleGap)
	if err := errors.Join(err, r.click(buttonLeft)); err != nil {
		return err
	}
	r.settle()
	var open bool
	fyne.DoAndWait(func() {
		f := r.control.win.Canvas().Focused()
		open = f != nil && f != fyne.Focusable(r.control.capture.entry)
	})
	if !open {
		return fmt.Errorf("two clicks %v apart were not taken as a double one: no note opened", doubleGap)
	}
	return nil
}

// note is a note as the workshop has it now.
func (r *benchRun) note(id workshop.ID) (n workshop.Note) {
	fyne.DoAndWait(func() { n, _ = workshop.Find[workshop.Note](r.control.desk.Document(), id) })
	return n
}

// letters counts a note's letters, spaces left out: those at an end are not kept.
func (r *benchRun) letters(id workshop.ID) int {
	return utf8.RuneCountInString(strings.Join(strings.Fields(r.note(id).Text), ""))
}
