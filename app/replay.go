package app

import (
	"strconv"
	"time"

	"trestle/app/workshop"
	"trestle/canvas"
)

// replay shows the room how the workshop came about, moment by moment.
type replay struct {
	p       *projector
	moments []moment
	at      int
	paused  bool
	ticker  *time.Ticker
	stop    chan struct{}
}

// moment is the workshop as it was after a change that the room could see.
type moment struct {
	doc  workshop.Document
	step string
	at   time.Time
	id   workshop.ID // what the change touched
}

// mostMoments is how many a replay has at most: more are passed over, evenly.
const mostMoments = 240

// whole is how long a replay takes, and the bounds of one moment.
const (
	whole    = 60 * time.Second
	quickest = 150 * time.Millisecond
	slowest  = 900 * time.Millisecond
)

func replaying(c *Control) bool { return c.projector != nil && c.projector.replay != nil }

// toggleReplay begins a replay in the room's window; while one runs it stops and
// goes on.
func (c *Control) toggleReplay() {
	if replaying(c) {
		c.projector.replay.pause(!c.projector.replay.paused)
		return
	}
	moments := moments(c.desk.store.History(), c.desk.Document())
	if len(moments) == 0 {
		return
	}
	c.inRoom(func(p *projector) {
		p.toStep()
		p.camera.frozen, p.camera.blank = false, false
		p.screen.Freeze(false)
		p.screen.Blank(false)
		p.replay = &replay{p: p, moments: moments, stop: make(chan struct{})}
		p.replay.show()
		p.replay.run()
	})
}

// moments are the states of a workshop that the room is shown, oldest first: a
// record that somebody goes on filling in is one of them.
func moments(history []workshop.Change, now workshop.Document) []moment {
	var out []moment
	for _, next := range instants(history, now) {
		if n := len(out); n > 0 && out[n-1].goesOn(next) {
			out[n-1] = next
		} else {
			out = append(out, next)
		}
	}
	if n := len(out); n > mostMoments {
		few := make([]moment, mostMoments)
		for i := range few {
			few[i] = out[(i+1)*n/mostMoments-1]
		}
		out = few
	}
	return out
}

// instants are the states after each of the changes that touched something the room could see
// then and can see now. What was taken back since is left out.
func instants(history []workshop.Change, now workshop.Document) []moment {
	var out []moment
	var d workshop.Document
	for _, c := range workshop.Merge(history) {
		d = d.Replay([]workshop.Change{c})
		if c.Cause == workshop.Marking {
			continue
		}
		room := workshop.For(d, workshop.Room).Veiled(now)
		for _, e := range c.Edits {
			if _, ok := room.Record(e.ID); !ok || !told(e.ID.Kind()) {
				continue
			}
			out = append(out, moment{d, stepOf(d, e.ID), c.At.Clock(), e.ID})
			break
		}
	}
	return out
}

// oneForm is how long somebody may stay with one form for it to be one moment.
const oneForm = 2 * time.Minute

// goesOn says whether the next moment is the same record, still being filled in.
func (m moment) goesOn(next moment) bool {
	return m.id == next.id && next.at.Sub(m.at) <= oneForm
}

// told says whether a kind of record is part of the story that a replay tells.
func told(k workshop.Kind) bool {
	switch k {
	case "workshop", "framework", "sitting", "minutes", "partner", "party", "attendance", "wording", "readback", "option", "snapshot":
		return false
	}
	return true
}

// stepOf is the step at which a change was made: a note's own, else where the
// workshop stood.
func stepOf(d workshop.Document, id workshop.ID) string {
	if n, ok := workshop.Find[workshop.Note](d, id); ok {
		return n.Step
	}
	return workshop.One[workshop.Workshop](d).Step
}

// show draws the moment, as the room may see it now.
func (r *replay) show() {
	m := r.moments[r.at]
	v := r.p.c.scene()
	v.Showing = workshop.For(m.doc, workshop.Room).Veiled(r.p.c.desk.Document())
	v.Step = m.step
	if _, ok := v.Flow.Step(m.step); !ok {
		v.Step = r.p.c.desk.Step().ID
	}
	r.p.screen.Follow(nil)
	r.p.screen.Shows(canvas.ShowStep)
	r.p.screen.Draw(v, r.when(), r.p.floor())
	r.p.screen.Reveal(m.id)
	r.p.screen.Cut()
	r.p.c.refreshBanner()
}

// turn goes n moments on by hand: it stops then.
func (r *replay) turn(n int) {
	r.paused = true
	r.step(n)
}

func (r *replay) step(n int) {
	r.at = min(max(r.at+n, 0), len(r.moments)-1)
	r.show()
}

func (r *replay) pause(on bool) {
	r.paused = on
	if !on && r.at == len(r.moments)-1 {
		r.at = 0
	}
	r.show()
}

// run goes on by itself until it is ended.
func (r *replay) run() {
	each := min(max(whole/time.Duration(len(r.moments)), quickest), slowest)
	r.ticker = time.NewTicker(each)
	c := r.p.c
	go func() {
		defer r.ticker.Stop()
		for {
			select {
			case <-r.stop:
				return
			case <-r.ticker.C:
				c.program.later(func() { r.beat() })
			}
		}
	}()
}

// beat is one tick of a running replay; at the end it stands still.
func (r *replay) beat() {
	if r.p.replay != r || r.paused {
		return
	}
	if r.at == len(r.moments)-1 {
		r.paused = true
		r.p.c.refreshBanner()
		return
	}
	r.step(1)
}

// when is the time of the moment, with its day where that is not today.
func (r *replay) when() string {
	c, at := r.p.c, r.moments[r.at].at.Local()
	if clock := at.Format("15:04"); at.Format("2006-01-02") == c.program.now().Local().Format("2006-01-02") {
		return clock
	}
	return c.room().dayWords(workshop.Date(at.Format("2006-01-02"))) + " · " + at.Format("15:04")
}

// words say where a replay stands.
func (r *replay) words() []string {
	return []string{r.when(), strconv.Itoa(r.at + 1), strconv.Itoa(len(r.moments))}
}

// endReplay lets the room see the workshop as it is again.
func (p *projector) endReplay() {
	if p.replay == nil {
		return
	}
	close(p.replay.stop)
	p.replay = nil
	if p.camera.follow {
		p.screen.Follow(p.c.board)
	}
}
