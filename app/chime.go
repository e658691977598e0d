package app

import (
	"os"
	"os/exec"
	"runtime"
	"time"
)

// chimes are the sound commands of the systems we know, the first that is there
// is used. The program brings no sound of its own.
func chimes() [][]string {
	switch runtime.GOOS {
	case "darwin":
		return [][]string{{"afplay", "/System/Library/Sounds/Glass.aiff"}}
	case "windows":
		return [][]string{{"powershell", "-NoProfile", "-Command", "[console]::beep(880,350)"}}
	}
	const bell = "/usr/share/sounds/freedesktop/stereo/complete.oga"
	return [][]string{{"canberra-gtk-play", "-i", "complete"}, {"pw-play", bell}, {"paplay", bell}, {"ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", bell}}
}

// findChime is the sound command of this system; false where there is none.
func findChime() ([]string, bool) {
	for _, c := range chimes() {
		path, err := exec.LookPath(c[0])
		if err != nil {
			continue
		}
		if last := c[len(c)-1]; last[0] == '/' {
			if _, err := os.Stat(last); err != nil {
				continue
			}
		}
		return append([]string{path}, c[1:]...), true
	}
	return nil, false
}

// chime sounds once, where the facilitator wants it and the system can. It is
// never waited for: a sound system that hangs holds nobody up.
func (p *Program) chime() {
	if !p.settings.chimes() {
		return
	}
	if p.ring != nil {
		p.ring()
		return
	}
	c, ok := findChime()
	if !ok {
		return
	}
	go func() {
		cmd := exec.Command(c[0], c[1:]...)
		if cmd.Start() != nil {
			return
		}
		t := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		t.Stop()
	}()
}

// chimes says whether the end of a step's minutes is to be heard; it is not
// unless somebody asked for it.
func (s *settings) chimes() bool { return s.prefs.Bool("chime") }

// flipChime turns the chime on or off and lets it be heard once.
func (c *Control) flipChime() {
	on := !c.program.settings.chimes()
	c.program.settings.prefs.SetBool("chime", on)
	_, can := findChime()
	switch {
	case !on:
		c.say(c.win, c.Say("chime.title"), c.Say("chime.off"))
	case !can && c.program.ring == nil:
		c.say(c.win, c.Say("chime.title"), c.Say("chime.none"))
	default:
		c.program.chime()
		c.say(c.win, c.Say("chime.title"), c.Say("chime.on"))
	}
}
