package app

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/assets"
)

// Version is the program's own, as files and workbooks name it.
const Version = "0.4.0"

// Driver is what main brings: Fyne's driver, the displays, and what draws.
type Driver struct {
	App     fyne.App
	Screens Screens // nil where the displays cannot be known
	Locale  string  // what the system speaks, "cy-GB"; "" where unknown
	// Renderer names what draws the windows, "" where unknown; asked while a
	// window is drawn.
	Renderer func() string
}

// Program is one running Trestle with a window.
type Program struct {
	kit
	fyne     fyne.App
	settings *settings
	data     string // the user's folder for second copies, versions and crash notes
	screens  Screens
	start    fyne.Window
	controls []*Control
	now      func() time.Time
	ring     func()       // sounds the chime in a test, nil: the system does
	later    func(func()) // runs on the windows' goroutine, from any other

	awake func(why string) (release func()) // keeps the machine from sleeping
}

// Run opens the program's windows: the workshop of that path, or the start
// screen where it is empty. It returns when the last window is closed.
func Run(d Driver, path string) error {
	p, err := newProgram(d, dataFolder())
	if err != nil {
		return err
	}
	if path != "" {
		if err := p.open(path); err != nil {
			p.showStart()
			p.tell(p.start, err)
		}
	} else {
		p.showStart()
	}
	p.askMotion(lessMotion)
	d.App.Run()
	return p.closeAll()
}

func newProgram(d Driver, data string) (*Program, error) {
	p := &Program{fyne: d.App, data: data, screens: d.Screens, now: time.Now, later: fyne.Do, awake: keepAwake}
	p.settings = readSettings(d.App.Preferences())
	p.settings.system = localeTag(d.Locale)
	t, err := Speak(p.settings.language())
	if err != nil {
		return nil, err
	}
	l := newLook()
	l.scale = p.settings.scale()
	l.dark = p.settings.dark()
	p.kit = kit{look: l, Tongue: t}
	d.App.Settings().SetTheme(l)
	d.App.SetIcon(fyne.NewStaticResource("trestle.png", assets.Icon))
	return p, nil
}

// dataFolder is where the program keeps what belongs to no one file.
func dataFolder() string {
	if d := os.Getenv("TRESTLE_DATA"); d != "" {
		return d
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "trestle")
}

func (p *Program) options() file.Options {
	return file.Options{Data: p.data, By: "trestle " + Version, Clock: p.now}
}

func (p *Program) dark() bool { return p.isDark() }

// open takes a file to a desk and shows its window.
func (p *Program) open(path string) error {
	for _, c := range p.controls {
		if sameFile(c.desk.store.Path(), path) {
			c.win.RequestFocus()
			return nil
		}
	}
	store, opening, err := file.Open(path, p.options())
	if err != nil {
		return err
	}
	return p.seat(store, opening)
}

func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// seat shows the window of an opened store.
func (p *Program) seat(store *file.Store, opening file.Opening) error {
	var c *Control
	desk, err := SitDown(store, opening, p.now, func(err error) {
		if c != nil {
			p.tell(c.win, err)
		}
	})
	if err != nil {
		return errors.Join(err, store.Close())
	}
	c = newControl(p, desk)
	p.controls = append(p.controls, c)
	store.Watch(func(file.State) { c.storeChanged() })
	p.settings.remember(store.Path(), workshop.One[workshop.Workshop](opening.Document).Title)
	c.win.Show()
	if p.start != nil {
		p.start.Hide()
	}
	c.board.FitFocus()
	c.capture.focus()
	p.report(c, opening.Report)
	return nil
}

// report says what opening the file found, where there is anything to say.
func (p *Program) report(c *Control, r file.Report) {
	switch {
	case r.Damaged != "":
		p.say(c.win, p.Say("opened.damaged.title"), p.Say("opened.damaged", r.Damaged, itoa(len(r.Salvaged))))
	case r.Newer:
		p.say(c.win, p.Say("opened.newer.title"), p.Say("opened.newer"))
	case r.Lock.Held:
		p.say(c.win, p.Say("opened.locked.title"), p.Say("opened.locked", r.Lock.By, r.Lock.Since.Local().Format("15:04")))
	case r.Torn && r.Crash:
		p.say(c.win, p.Say("opened.torn.title"), p.Say("opened.torn", itoa(r.Changes)))
	}
}

// tell says what went wrong, in words, over the window.
func (p *Program) tell(w fyne.Window, err error) {
	if err == nil || w == nil || errors.Is(err, workshop.ErrNothing) {
		return
	}
	p.say(w, p.Say("trouble.title"), p.Explain(err))
}

// closeControl lets a workshop go; the start screen comes back after the last.
func (p *Program) closeControl(c *Control) {
	c.clock.leave()
	c.clock.stop()
	if c.projector != nil {
		c.projector.win.Close()
	}
	p.settings.keepSize(c.win.Canvas().Size())
	err := c.desk.Close()
	for i, x := range p.controls {
		if x == c {
			p.controls = append(p.controls[:i], p.controls[i+1:]...)
			break
		}
	}
	c.win.SetCloseIntercept(nil)
	if len(p.controls) == 0 {
		p.showStart()
	}
	c.win.Close()
	p.tell(p.start, err)
}

func (p *Program) closeAll() error {
	var errs []error
	for _, c := range p.controls {
		errs = append(errs, c.desk.Close())
	}
	p.controls = nil
	return errors.Join(errs...)
}

// flipTheme goes from light to dark and back.
func (p *Program) flipTheme() {
	on := !p.isDark()
	p.settings.keepDark(on)
	p.look.dark = &on
	p.restyle()
}

// flipRoom goes from light to dark and back in the room's picture alone.
func (p *Program) flipRoom() {
	p.settings.keepRoomDark(!p.settings.roomDark())
	p.restyle()
}

// restyle makes every window anew in the look and language in use.
func (p *Program) restyle() {
	p.fyne.Settings().SetTheme(p.look)
	for _, c := range p.controls {
		c.rebuild()
	}
	if p.start != nil {
		p.fillStart()
	}
}
