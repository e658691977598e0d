package app

import (
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
	"golang.org/x/sys/unix"
)

// xInput makes input with the XTEST extension: the display server hands it on
// like that of a device. xgb speaks X in plain Go, so the measurement needs no
// other program and no C library.
type xInput struct {
	conn   *xgb.Conn
	root   xproto.Window
	window xproto.Window
	codes  map[xproto.Keysym]byte
}

// newInput is the input of the display that a window is on; close lets it go.
func newInput(window uintptr) (in input, closeInput func(), err error) {
	if window == 0 {
		return nil, nil, NoDisplayError{"The window is not on an X display, and input can be made on X only; under Wayland run it with WAYLAND_DISPLAY unset and DISPLAY set."}
	}
	xgb.Logger.SetOutput(io.Discard) // it tells of things that are no trouble, such as a display without a password
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, nil, NoDisplayError{"There is no X display to make input on: " + err.Error()}
	}
	if err := xtest.Init(conn); err != nil {
		conn.Close()
		return nil, nil, NoDisplayError{"This X display has no XTEST extension, so no input can be made on it."}
	}
	setup := xproto.Setup(conn)
	x := &xInput{conn: conn, root: setup.DefaultScreen(conn).Root, window: xproto.Window(window)}
	if err := x.readKeys(setup.MinKeycode, setup.MaxKeycode); err != nil {
		conn.Close()
		return nil, nil, err
	}
	return x, conn.Close, nil
}

// readKeys asks which key writes what without another held down.
func (x *xInput) readKeys(first, last xproto.Keycode) error {
	m, err := xproto.GetKeyboardMapping(x.conn, first, byte(last-first+1)).Reply()
	if err != nil {
		return err
	}
	x.codes = map[xproto.Keysym]byte{}
	for at := 0; at < len(m.Keysyms); at += int(m.KeysymsPerKeycode) {
		if _, have := x.codes[m.Keysyms[at]]; !have {
			x.codes[m.Keysyms[at]] = byte(int(first) + at/int(m.KeysymsPerKeycode))
		}
	}
	return nil
}

// Take implements input. A window manager gives the keyboard to the window that
// asks for it; where there is none, the window takes it.
func (x *xInput) Take() (image.Rectangle, error) {
	for range 20 {
		f, err := xproto.GetInputFocus(x.conn).Reply()
		if err != nil {
			return image.Rectangle{}, err
		}
		if f.Focus == x.window {
			break
		}
		time.Sleep(20 * time.Millisecond)
		_ = xproto.SetInputFocusChecked(x.conn, xproto.InputFocusParent, x.window, xproto.TimeCurrentTime).Check()
	}
	g, err := xproto.GetGeometry(x.conn, xproto.Drawable(x.window)).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	at, err := xproto.TranslateCoordinates(x.conn, x.window, x.root, 0, 0).Reply()
	if err != nil {
		return image.Rectangle{}, err
	}
	corner := image.Pt(int(at.DstX), int(at.DstY))
	return image.Rectangle{Min: corner, Max: corner.Add(image.Pt(int(g.Width), int(g.Height)))}, nil
}

// fake asks for one event and waits until the server took it.
func (x *xInput) fake(kind, detail byte, px, py int) error {
	return xtest.FakeInputChecked(x.conn, kind, detail, 0, x.root, int16(px), int16(py), 0).Check()
}

// Move implements input.
func (x *xInput) Move(px, py int) error { return x.fake(xproto.MotionNotify, 0, px, py) }

// Button implements input.
func (x *xInput) Button(n byte, down bool) error {
	if down {
		return x.fake(xproto.ButtonPress, n, 0, 0)
	}
	return x.fake(xproto.ButtonRelease, n, 0, 0)
}

// Key implements input.
func (x *xInput) Key(sym uint32, down bool) error {
	code, ok := x.codes[xproto.Keysym(sym)]
	if !ok {
		return fmt.Errorf("this keyboard has no key for %#x", sym)
	}
	if down {
		return x.fake(xproto.KeyPress, code, 0, 0)
	}
	return x.fake(xproto.KeyRelease, code, 0, 0)
}

// clockTicks is how many parts of a second the kernel counts a process's start
// in: 100 on every system that Go runs on.
const clockTicks = 100

// processAge is how long ago this process began; 0 where it cannot be known.
func processAge() time.Duration {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	// The program's name is in parentheses and may hold anything: count from its end.
	f := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &now); err != nil || len(f) < 20 {
		return 0
	}
	began, err := strconv.ParseInt(f[19], 10, 64)
	if err != nil {
		return 0
	}
	return time.Duration(now.Nano()) - time.Duration(began)*(time.Second/clockTicks)
}

// processorTime is what the process has used of the processors so far.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// residentMB is the memory the process holds.
func residentMB() (float64, error) {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, rest, ok := strings.Cut(string(b), "VmRSS:")
	var kb float64
	if _, err := fmt.Sscan(rest, &kb); !ok || err != nil {
		return 0, errors.New("/proc/self/status has no VmRSS")
	}
	return kb / 1024, nil
}
