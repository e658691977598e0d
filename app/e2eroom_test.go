//go:build e2e

package app

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"

	"trestle/app/workshop"
)

// displays is an X server of the kind that has outputs: the dummy driver's, with
// as much memory as two displays of 4K take.
const displays = `Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "screen"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "all"
  Device "card"
  Monitor "screen"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 8192 4096
    Modes "1600x900" "3840x2160" "1920x1080" "1280x720" "1024x768"
  EndSubSection
EndSection
`

// twoDisplayStage is the real program on a machine with a laptop's display,
// 1600 × 900, and a projector at its right, 1280 × 720.
func twoDisplayStage(t *testing.T) *stage {
	t.Helper()
	if _, err := exec.LookPath("Xorg"); err != nil {
		t.Fatal("Xorg and its dummy driver are missing: CI_TOOLS=1 sh .ci/setup")
	}
	s := newStageOn(t, func(s *stage) {
		conf := filepath.Join(s.dir, "displays.conf")
		if err := os.WriteFile(conf, []byte(displays), 0o600); err != nil {
			t.Fatal(err)
		}
		s.start("Xorg", s.display, "-config", conf, "-logfile", filepath.Join(s.dir, "x.log"), "-noreset", "-nolisten", "tcp")
	})
	s.xrandr("--newmode", "3840x2160", "712.75", "3840", "4160", "4576", "5312", "2160", "2163", "2168", "2237")
	for _, mode := range []string{"1280x720", "1024x768", "1920x1080", "3840x2160"} {
		s.xrandr("--addmode", "DUMMY1", mode)
	}
	s.push("1280x720")
	return s
}

func (s *stage) xrandr(args ...string) {
	s.t.Helper()
	s.run("xrandr", args...)
	s.run("xrandr") // asking makes the dummy driver look at its outputs, as a real one does by itself
	time.Sleep(300 * time.Millisecond)
}

// push pushes the projector's cable in, at a resolution; or changes it.
func (s *stage) push(mode string) {
	s.t.Helper()
	s.xrandr("--output", "DUMMY1", "--mode", mode, "--right-of", "DUMMY0")
}

// pull pulls it out.
func (s *stage) pull() { s.t.Helper(); s.xrandr("--output", "DUMMY1", "--off") }

var geometry = regexp.MustCompile(`Absolute upper-left X:\s+(-?\d+)[\s\S]*Absolute upper-left Y:\s+(-?\d+)[\s\S]*Width: (\d+)[\s\S]*Height: (\d+)`)

// window is where the window of that name stands.
func (s *stage) window(name string) (image.Rectangle, bool) {
	c := exec.Command("xwininfo", "-name", name)
	c.Env = s.env
	out, err := c.Output()
	m := geometry.FindStringSubmatch(string(out))
	if err != nil || m == nil {
		return image.Rectangle{}, false
	}
	n := func(i int) int { v, _ := strconv.Atoi(m[i]); return v }
	return image.Rect(n(1), n(2), n(1)+n(3), n(2)+n(4)), true
}

const (
	roomWindow = "Trestle: the room"
	laptop     = "on the laptop's display"
)

// stands waits until the room's window covers a rectangle; nil is a plain window
// on the laptop's display.
func (s *stage) stands(what string, want *image.Rectangle) {
	s.t.Helper()
	var at image.Rectangle
	for range 60 {
		time.Sleep(150 * time.Millisecond)
		var ok bool
		if at, ok = s.window(roomWindow); !ok {
			continue
		}
		if want != nil && at == *want {
			return
		}
		if want == nil && at.In(image.Rect(0, 0, 1600, 900)) && at.Dx() < 1500 {
			return
		}
	}
	s.run("import", "-window", "root", filepath.Join(os.TempDir(), "trestle-e2e.png"))
	if want == nil {
		s.t.Fatalf("%s: the room's window stands at %v, want a plain one %s", what, at, laptop)
	}
	s.t.Fatalf("%s: the room's window stands at %v, want %v", what, at, *want)
}

// controlIn waits until the facilitator's window lies on a display.
func (s *stage) controlIn(what string, on image.Rectangle) {
	s.t.Helper()
	var at image.Rectangle
	for range 40 {
		time.Sleep(150 * time.Millisecond)
		var ok bool
		if at, ok = s.window(s.control); !ok {
			continue
		}
		if mid := at.Min.Add(at.Max).Div(2); mid.In(on) {
			return
		}
	}
	s.t.Fatalf("%s: the facilitator's window stands at %v, want it on %v", what, at, on)
}

func box(x, y, w, h int) *image.Rectangle { r := image.Rect(x, y, x+w, y+h); return &r }

// TestE2EDisplays are the stories on the X server that has outputs, one after
// another: not every machine can run two of it. They run beside the others.
func TestE2EDisplays(t *testing.T) {
	t.Parallel()
	t.Run("Ninety", runNinety)
	t.Run("TwoDisplays", runTwoDisplays)
	t.Run("ScaledDisplays", runScaledDisplays)
}

// runTwoDisplays: the room's window covers the projector, whatever its
// resolution; it survives the cable pulled out and pushed in; the two windows
// change displays over and back; the keys stay with the facilitator all along.
func runTwoDisplays(t *testing.T) {
	s := twoDisplayStage(t)
	path := filepath.Join(s.dir, "home", "Documents", "Two displays.trestle")
	s.run(s.bin, "new", path, "--title", "Two displays", "--partners", "SCC=Suffolk County Council,DWP=Work and Pensions")
	s.open(path)
	s.control = "Two displays · Trestle"
	s.key("F5")
	s.stands("opened", box(1600, 0, 1280, 720))
	s.controlIn("opened", image.Rect(0, 0, 1600, 900))
	s.key("alt+1")
	s.says("a first note")
	s.want(path, "a note typed while the projector is full screen", func(d workshop.Document) bool { return d.Count("note") == 1 })

	for _, mode := range []string{"1024x768", "1920x1080", "3840x2160", "1280x720"} {
		s.push(mode)
		var w, h int
		_, _ = fmt.Sscanf(mode, "%dx%d", &w, &h)
		s.stands("resolution "+mode, box(1600, 0, w, h))
	}
	s.pull()
	s.stands("cable pulled", nil)
	s.says("a note while the cable is out")
	s.want(path, "a note typed without the projector", func(d workshop.Document) bool { return d.Count("note") == 2 })
	s.push("1920x1080")
	s.stands("cable pushed", box(1600, 0, 1920, 1080))
	s.push("1280x720")
	s.stands("back to 720", box(1600, 0, 1280, 720))
	s.standsStill()

	s.key("shift+F5")
	s.stands("swapped", box(0, 0, 1600, 900))
	s.controlIn("swapped", image.Rect(1600, 0, 2880, 720))
	s.says("a note after the swap")
	s.want(path, "a note typed after the swap", func(d workshop.Document) bool { return d.Count("note") == 3 })
	s.pull() // the facilitator's own display
	s.controlIn("own display pulled", image.Rect(0, 0, 1600, 900))
	s.stands("own display pulled", nil)
	s.push("1280x720")
	s.stands("own display pushed", box(1600, 0, 1280, 720))

	s.key("F11")
	s.plainAgain()
	s.key("F11")
	s.stands("full screen again", box(1600, 0, 1280, 720))
	s.awake()
	s.key("F5")
	s.key("F5")
	time.Sleep(time.Second)
	if at, ok := s.window(roomWindow); ok {
		t.Errorf("closed, the room's window stands at %v", at)
	}
	s.mayBlank()
}

// runScaledDisplays: at every scale of the desktop the room's window covers
// the projector, from 720 lines to 4K.
func runScaledDisplays(t *testing.T) {
	s := twoDisplayStage(t)
	s.xrandr("--addmode", "DUMMY0", "3840x2160")
	s.xrandr("--output", "DUMMY0", "--mode", "3840x2160")
	path := filepath.Join(s.dir, "home", "Documents", "Scaled.trestle")
	s.run(s.bin, "new", path, "--title", "Scaled", "--partners", "SCC=Suffolk County Council,DWP=Work and Pensions")
	env := s.env
	for _, scale := range []string{"1.5", "2", "3"} {
		s.env = append(slices.Clone(env), "FYNE_SCALE="+scale)
		s.push("1280x720")
		s.open(path)
		s.key("F5")
		s.stands("scale "+scale, box(3840, 0, 1280, 720))
		s.push("3840x2160")
		s.stands("scale "+scale+", 4K", box(3840, 0, 3840, 2160))
		s.crash()
	}
}

// plainAgain waits until the room's window covers no display any more.
func (s *stage) plainAgain() {
	s.t.Helper()
	for range 40 {
		time.Sleep(150 * time.Millisecond)
		if at, ok := s.window(roomWindow); ok && at != *box(1600, 0, 1280, 720) {
			return
		}
	}
	s.t.Fatal("F11 does not leave full screen")
}

// blanked says whether the X server's screen saver has blanked the displays,
// two seconds after the last key would be enough for it.
func (s *stage) blanked() bool {
	s.t.Helper()
	s.run("xset", "s", "2", "2")
	time.Sleep(5 * time.Second)
	x, err := xgb.NewConnDisplay(s.display)
	if err != nil {
		s.t.Fatal(err)
	}
	defer x.Close()
	if err := screensaver.Init(x); err != nil {
		s.t.Fatal(err)
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	q, err := screensaver.QueryInfo(x, xproto.Drawable(root)).Reply()
	if err != nil {
		s.t.Fatal(err)
	}
	return q.State == screensaver.StateOn
}

// awake: while the room watches, nothing blanks; mayBlank: afterwards it does,
// or the test would prove nothing.
func (s *stage) awake() {
	s.t.Helper()
	if s.blanked() {
		s.t.Error("the displays blank while the projector is open")
	}
}

func (s *stage) mayBlank() {
	s.t.Helper()
	if !s.blanked() {
		s.t.Error("the displays do not blank with the projector closed: the test of the open one proves nothing")
	}
}
