package app

import (
	"os"
	"syscall"

	"github.com/godbus/dbus/v5"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/screensaver"
)

// keepAwake asks the desktop, the session's keeper and the X server each not to
// blank, lock or sleep until it is released: which of them is there, and which
// of them decides, differs from desktop to desktop. None of them may make the
// window wait, so all of it happens beside it.
func keepAwake(why string) (release func()) {
	asked := make(chan releases, 1)
	go func() {
		var r releases
		for _, ask := range []func(string) func(){awakeDesktop, awakeLogin, awakeServer} {
			if f := ask(why); f != nil {
				r = append(r, f)
			}
		}
		asked <- r
	}()
	return releases{func() {
		go func() { (<-asked).all()() }()
	}}.all()
}

// awakeDesktop asks the desktop's screen saver, as video players do.
func awakeDesktop(why string) func() {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" { // looking for a bus would start one
		return nil
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil
	}
	saver := bus.Object("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
	var cookie uint32
	if err := saver.Call("org.freedesktop.ScreenSaver.Inhibit", 0, "Trestle", why).Store(&cookie); err != nil {
		_ = bus.Close()
		return nil
	}
	return func() {
		_ = saver.Call("org.freedesktop.ScreenSaver.UnInhibit", 0, cookie).Err
		_ = bus.Close()
	}
}

// awakeLogin asks the keeper of sessions; it holds as long as a file is open.
func awakeLogin(why string) func() {
	bus, err := dbus.ConnectSystemBus()
	if err != nil {
		return nil
	}
	keeper := bus.Object("org.freedesktop.login1", "/org/freedesktop/login1")
	var fd dbus.UnixFD
	err = keeper.Call("org.freedesktop.login1.Manager.Inhibit", 0, "idle:sleep", "Trestle", why, "block").Store(&fd)
	_ = bus.Close()
	if err != nil {
		return nil
	}
	return func() { _ = syscall.Close(int(fd)) }
}

// awakeServer holds the X server's own screen saver and power saving for as
// long as the connection lives.
func awakeServer(string) func() {
	if os.Getenv("DISPLAY") == "" {
		return nil
	}
	x, err := xgb.NewConn()
	if err != nil {
		return nil
	}
	if screensaver.Init(x) != nil {
		x.Close()
		return nil
	}
	if _, err := screensaver.QueryVersion(x, 1, 1).Reply(); err != nil {
		x.Close()
		return nil
	}
	if screensaver.SuspendChecked(x, 1).Check() != nil {
		x.Close()
		return nil
	}
	return x.Close
}
