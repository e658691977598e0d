package app

import (
	"math"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"trestle/canvas"
)

// benchReport is all that a measurement found.
type benchReport struct {
	Workload  string           `json:"workload"`
	Notes     int              `json:"notes"`
	Links     int              `json:"links"`
	Size      string           `json:"size"`
	Projector bool             `json:"projector"`
	Renderer  string           `json:"renderer"`
	StartMs   float64          `json:"startMs"`
	OpenMs    float64          `json:"openMs"`
	Gestures  []gestureFigures `json:"gestures"`
}

// gestureFigures are one gesture's. Times are milliseconds.
type gestureFigures struct {
	Name       string  `json:"name"`
	InView     int     `json:"inView"`
	Selected   int     `json:"selected,omitempty"`
	Inputs     int     `json:"inputs"`
	Unanswered int     `json:"unanswered"`
	Frames     int     `json:"frames"`
	Paints     int     `json:"paints"`
	Sharp      int     `json:"sharp"`
	Work       spread  `json:"workMs"`
	Interval   spread  `json:"intervalMs"`
	Answer     spread  `json:"answerMs"`
	Over16     float64 `json:"over16"`
	Over33     float64 `json:"over33"`
	Allocs     float64 `json:"allocsPerFrame"`
	RSS        float64 `json:"rssMB"`
	CPU        float64 `json:"cpu"` // of one processor, while the gesture went on
}

// spread is how a set of times lies.
type spread struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

// spreadOf sorts the times.
func spreadOf(ms []float64) spread {
	slices.Sort(ms)
	return spread{percentile(ms, 50), percentile(ms, 95), percentile(ms, 99), percentile(ms, 100)}
}

// percentile is the nearest rank of sorted times: the smallest that p percent
// of them do not exceed; 0 of none.
func percentile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	rank := int(math.Ceil(p / 100 * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}

// over is the share of times above a limit.
func over(ms []float64, limit float64) float64 {
	n := 0
	for _, v := range ms {
		if v > limit {
			n++
		}
	}
	return float64(n) / float64(max(len(ms), 1))
}

func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// shot is one frame of the window in which the board was painted.
type shot struct {
	polled time.Time // input had been taken in until then
	began  time.Time // the board's first paint of the frame
	shown  time.Time // the window was swapped by then; zero while it was not
	paints int
	sharp  int
}

// frameLog gathers frames: the window's goroutine writes, the measuring one reads.
type frameLog struct {
	mu     sync.Mutex
	polled time.Time
	shots  []shot
	ticks  int // turns of the window's loop
	turn   int // the turn that the last shot was begun in
}

// turned notes that the window's loop has taken its input in and will draw next.
func (l *frameLog) turned() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.polled = time.Now()
	l.ticks++
}

// paint notes a paint of the board.
//
// When it is shown: Fyne's loop is one select over functions to run and a tick;
// the tick takes input in, runs animations, draws every window that is dirty
// and swaps it, all in one go (runGL and drawSingleFrame in Fyne's
// internal/driver/glfw/loop.go). A function handed over while drawing runs at
// the next turn of the select, so after the swap. It must be handed over from
// another goroutine, for not to run at once or wait for itself. Where the next
// tick is due already, select may take that first: the frame was shown by the
// time the next one is begun.
func (l *frameLog) paint(f canvas.FrameInfo) {
	if at, first := l.begin(f); first {
		go fyne.Do(func() { l.shown(at) })
	}
}

// begin gives the frame that a paint belongs to, and whether it is its first.
func (l *frameLog) begin(f canvas.FrameInfo) (at int, first bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	sharp := 0
	if f.Sharp {
		sharp = 1
	}
	if n := len(l.shots); n > 0 && l.turn == l.ticks {
		l.shots[n-1].paints++
		l.shots[n-1].sharp += sharp
		return n - 1, false
	}
	if n := len(l.shots); n > 0 && l.shots[n-1].shown.IsZero() {
		l.shots[n-1].shown = f.Began
	}
	l.turn = l.ticks
	l.shots = append(l.shots, shot{polled: l.polled, began: f.Began, paints: 1, sharp: sharp})
	return len(l.shots) - 1, true
}

func (l *frameLog) shown(at int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.shots[at].shown.IsZero() {
		l.shots[at].shown = time.Now()
	}
}

// since are the shown frames begun after a moment.
func (l *frameLog) since(t time.Time) []shot {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []shot
	for _, s := range l.shots {
		if s.began.After(t) && !s.shown.IsZero() {
			out = append(out, s)
		}
	}
	return out
}

// figures are what the frames and the moments of input come to.
func figures(shots []shot, sent []time.Time) gestureFigures {
	f := gestureFigures{Frames: len(shots), Inputs: len(sent)}
	var work, every, answer []float64
	for i, s := range shots {
		f.Paints += s.paints
		f.Sharp += s.sharp
		work = append(work, millis(s.shown.Sub(s.began)))
		if i > 0 {
			every = append(every, millis(s.shown.Sub(shots[i-1].shown)))
		}
	}
	at := 0
	for _, t := range sent {
		// The frame must have taken input in after this was sent: one that was
		// only drawn after it may not have it.
		for at < len(shots) && !shots[at].polled.After(t) {
			at++
		}
		if at == len(shots) {
			f.Unanswered++
			continue
		}
		answer = append(answer, millis(shots[at].shown.Sub(t)))
	}
	f.Over16, f.Over33 = over(work, 1000.0/60), over(work, 1000.0/30)
	f.Work, f.Interval, f.Answer = spreadOf(work), spreadOf(every), spreadOf(answer)
	return f
}
