package app

import (
	"bufio"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// saver is a desktop's screen saver that counts who holds it back.
type saver struct {
	mu   sync.Mutex
	held map[uint32]string
	next uint32
}

// Inhibit is what video players call.
func (s *saver) Inhibit(who, why string) (uint32, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	s.held[s.next] = who + ": " + why
	return s.next, nil
}

// UnInhibit lets go.
func (s *saver) UnInhibit(cookie uint32) *dbus.Error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.held, cookie)
	return nil
}

func (s *saver) holders() (out []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.held {
		out = append(out, h)
	}
	return out
}

// TestAwakeOnTheDesktop: while the projector is open the desktop's screen saver
// is held back, and let go once, however often it is asked.
func TestAwakeOnTheDesktop(t *testing.T) {
	conn := sessionBus(t)
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
	t.Setenv("DISPLAY", "")
	s := &saver{held: map[uint32]string{}}
	if err := conn.Export(s, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.ScreenSaver", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	wait := func(n int) {
		t.Helper()
		for range 100 {
			if len(s.holders()) == n {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("held back by %q, want %d", s.holders(), n)
	}
	release := keepAwake("the room")
	wait(1)
	if h := s.holders()[0]; h != "Trestle: the room" {
		t.Errorf("held back by %q", h)
	}
	release()
	wait(0)
	release()
	keepAwake("at once")() // let go before anybody was asked
	time.Sleep(200 * time.Millisecond)
	wait(0)
}

// sessionBus is a bus of its own that the program finds, and a place on it.
func sessionBus(t *testing.T) *dbus.Conn {
	t.Helper()
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("no dbus-daemon here: CI_TOOLS=1 sh .ci/setup brings one")
	}
	bus := exec.Command(path, "--session", "--nofork", "--print-address=1", "--address=unix:dir="+t.TempDir())
	out, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bus.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Process.Kill(); _ = bus.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	conn, err := dbus.Connect(strings.TrimSpace(address))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}
