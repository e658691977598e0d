package app

import (
	"errors"
	"fmt"
	"image"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"trestle/app/workshop"
	"trestle/canvas"
)

// benchRun is a measurement under way. Its methods run beside the window's
// goroutine, but for those that say otherwise.
type benchRun struct {
	plan     benchPlan
	control  *Control
	in       input
	log      frameLog
	where    boardPlace
	sent     []time.Time // when each input that counts was sent
	selected int
	report   benchReport
}

// boardPlace is where the board is on the screen.
type boardPlace struct {
	corner fyne.Position // in pixels
	scale  float32
	size   fyne.Size // of the board, not in pixels
}

const (
	// benchPatience is how long the window may take for what it must do.
	benchPatience = 30 * time.Second
	// benchQuiet is how long no frame comes once a gesture's work is over.
	benchQuiet = 300 * time.Millisecond
)

// runBench opens the made workshop as a user would and measures; began is when
// the program would have begun, had it made no workload.
func runBench(d Driver, plan benchPlan, home benchHome, began time.Time) (benchReport, error) {
	p, err := newProgram(d, home.dir)
	if err != nil {
		return benchReport{}, err
	}
	p.settings.keepSize(fyne.NewSize(float32(plan.width), float32(plan.height)))
	r := &benchRun{plan: plan}
	r.report.Workload, r.report.Links, r.report.Renderer = plan.work.name, len(plan.work.links), "unknown"
	opened := time.Now()
	if err := p.open(home.path); err != nil {
		return r.report, err
	}
	r.control = p.controls[0]
	r.report.Notes = r.control.desk.Document().Count("note")
	r.control.board.OnFrame(func(f canvas.FrameInfo) {
		if d.Renderer != nil && r.report.Renderer == "unknown" {
			if s := d.Renderer(); s != "" {
				r.report.Renderer = s
			}
		}
		r.log.paint(f)
	})
	// An animation ticks between taking input in and drawing; it draws nothing.
	turns := fyne.NewAnimation(time.Hour, func(float32) { r.log.turned() })
	turns.RepeatCount = fyne.AnimationRepeatForever
	turns.Start()
	result := make(chan error, 1)
	go func() {
		result <- r.all(began, opened)
		fyne.Do(d.App.Quit)
	}()
	d.App.Run()
	turns.Stop()
	select {
	case err = <-result:
	default:
		err = errors.New("the window was closed before the measurement was over")
	}
	return r.report, errors.Join(err, p.closeAll())
}

// all waits for the window and does every gesture.
func (r *benchRun) all(began, opened time.Time) error {
	if err := r.until("the window shows no frame", func() bool { return len(r.log.since(began)) > 0 }); err != nil {
		return err
	}
	usable := r.log.since(began)[0].shown
	r.report.StartMs, r.report.OpenMs = millis(r.plan.age+usable.Sub(began)), millis(usable.Sub(opened))
	in, closeInput, err := newInput(r.native())
	if err != nil {
		return err
	}
	defer closeInput()
	r.in = in
	r.settle()
	if err := r.fitWindow(); err != nil {
		return err
	}
	if r.plan.projector {
		if err := r.project(); err != nil {
			return err
		}
	}
	var failed []error // one gesture that cannot be done leaves the others worth measuring
	for _, name := range r.plan.gestures {
		if err := r.measure(gestureNamed(name)); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", name, err))
		}
	}
	return errors.Join(failed...)
}

// native is the window's name on an X display, 0 on any other.
func (r *benchRun) native() uintptr {
	var at uintptr
	fyne.DoAndWait(func() {
		if w, ok := r.control.win.(driver.NativeWindow); ok {
			w.RunNative(func(context any) {
				if x, ok := context.(driver.X11WindowContext); ok {
					at = x.WindowHandle
				}
			})
		}
	})
	return at
}

// fitWindow makes the window's inside as large as asked, in pixels.
func (r *benchRun) fitWindow() error {
	var inside image.Rectangle
	var err error
	want := image.Pt(r.plan.width, r.plan.height)
	for range 5 {
		if inside, err = r.take(); err != nil || inside.Size() == want {
			break
		}
		fyne.DoAndWait(func() {
			s := r.control.win.Canvas().Scale()
			r.control.win.Resize(fyne.NewSize(float32(want.X)/s, float32(want.Y)/s))
		})
		r.settle()
	}
	r.report.Size = fmt.Sprintf("%dx%d", inside.Dx(), inside.Dy())
	if err == nil && inside.Size() != want {
		err = fmt.Errorf("the window is %s and would not become %dx%d: is the display large enough?", r.report.Size, want.X, want.Y)
	}
	return err
}

// project opens the room's window with its key, and comes back.
func (r *benchRun) project() error {
	if err := r.tapKey(symF5); err != nil {
		return err
	}
	if err := r.until("the projector's window did not open", func() bool {
		var open bool
		fyne.DoAndWait(func() { open = r.control.projector != nil })
		return open
	}); err != nil {
		return err
	}
	r.report.Projector = true
	r.settle()
	return nil
}

// take brings the window to the front and notes where its board is.
func (r *benchRun) take() (image.Rectangle, error) {
	fyne.DoAndWait(r.control.win.RequestFocus)
	inside, err := r.in.Take()
	fyne.DoAndWait(func() {
		s := r.control.win.Canvas().Scale()
		at := r.control.program.fyne.Driver().AbsolutePositionForObject(r.control.board)
		corner := fyne.NewPos(float32(inside.Min.X)+at.X*s, float32(inside.Min.Y)+at.Y*s)
		r.where = boardPlace{corner: corner, scale: s, size: r.control.board.Size()}
	})
	return inside, err
}

// measure does one gesture and adds its figures.
func (r *benchRun) measure(g gesture) error {
	if _, err := r.take(); err != nil {
		return err
	}
	if err := g.ready(r); err != nil {
		return err
	}
	r.settle()
	seen := r.inView()
	r.sent, r.selected = nil, 0
	if g.name == "drag" {
		fyne.DoAndWait(func() { r.selected = len(r.control.board.Selected()) })
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	from, busy := time.Now(), processorTime()
	if err := g.act(r); err != nil {
		return err
	}
	cpu := float64(processorTime()-busy) / float64(time.Since(from))
	r.settle()
	runtime.ReadMemStats(&after)
	f := figures(r.log.since(from), r.sent)
	if f.Frames == 0 && g.name != "idle" {
		return errors.New("the window showed no frame: did the input reach it?")
	}
	f.Name, f.InView, f.Selected = g.name, seen, r.selected
	f.Allocs = float64(after.Mallocs-before.Mallocs) / float64(max(f.Frames, 1))
	f.CPU = cpu
	var err error
	f.RSS, err = residentMB()
	r.report.Gestures = append(r.report.Gestures, f)
	return err
}

// inView counts the notes that the board shows now.
func (r *benchRun) inView() int {
	n := 0
	fyne.DoAndWait(func() {
		for _, id := range r.noteIDs() {
			at, size, ok := r.control.board.Place(id)
			if ok && at.X < r.where.size.Width && at.Y < r.where.size.Height && at.X+size.Width > 0 && at.Y+size.Height > 0 {
				n++
			}
		}
	})
	return n
}

// noteIDs are the notes of the workshop; on the window's goroutine.
func (r *benchRun) noteIDs() []workshop.ID {
	var out []workshop.ID
	for n := range workshop.All[workshop.Note](r.control.desk.Document()) {
		out = append(out, n.ID)
	}
	return out
}

// until waits for what must come.
func (r *benchRun) until(otherwise string, come func() bool) error {
	for end := time.Now().Add(benchPatience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if come() {
			return nil
		}
	}
	return fmt.Errorf("%s within %v", otherwise, benchPatience)
}

// settle waits until the board has not been painted for a while and the
// window's goroutine is free.
func (r *benchRun) settle() {
	for end := time.Now().Add(benchPatience); time.Now().Before(end); {
		from := time.Now()
		time.Sleep(benchQuiet)
		fyne.DoAndWait(func() {})
		if len(r.log.since(from)) == 0 {
			return
		}
	}
}
