package app

import (
	"bufio"
	"errors"
	"io"
	"os"
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

// keeper is a keeper of sessions: it hands out one end of a pipe, and whoever
// holds that open holds sleep back.
type keeper struct {
	asked chan [4]string
	ends  chan *os.File // what is read until the other end is closed
}

// Inhibit is org.freedesktop.login1.Manager's.
func (k *keeper) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	ours, theirs, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	k.asked <- [4]string{what, who, why, mode}
	k.ends <- ours
	fd := dbus.UnixFD(theirs.Fd())
	time.AfterFunc(time.Second, func() { _ = theirs.Close() }) // sent by then: the program has its own copy
	return fd, nil
}

// TestAwakeAtTheKeeper: the keeper of sessions holds sleep back as long as the
// projector is open, and no longer.
func TestAwakeAtTheKeeper(t *testing.T) {
	conn := sessionBus(t)
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("DISPLAY", "")
	k := &keeper{asked: make(chan [4]string, 1), ends: make(chan *os.File, 1)}
	if err := conn.Export(k, "/org/freedesktop/login1", "org.freedesktop.login1.Manager"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	release := keepAwake("the room")
	if got, want := <-k.asked, [4]string{"idle:sleep", "Trestle", "the room", "block"}; got != want {
		t.Errorf("asked %q, want %q", got, want)
	}
	end := <-k.ends
	closed := make(chan error, 1)
	go func() {
		_, err := end.Read(make([]byte, 1))
		closed <- err
	}()
	select {
	case <-closed:
		t.Fatal("let go while the projector is open")
	case <-time.After(1500 * time.Millisecond): // past the keeper's own copy
	}
	release()
	select {
	case err := <-closed:
		if !errors.Is(err, io.EOF) {
			t.Errorf("the file ends with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("sleep is held back after the projector was closed")
	}
}
