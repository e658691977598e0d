package app

import (
	"testing"

	"github.com/godbus/dbus/v5"
)

// TestWantsLess: what all desktops share goes before what one of them says, and
// silence lets things move.
func TestWantsLess(t *testing.T) {
	type answers map[string]dbus.Variant
	const shared, gnome = "org.freedesktop.appearance reduced-motion", "org.gnome.desktop.interface enable-animations"
	of := dbus.MakeVariant(uint32(1))
	for name, c := range map[string]struct {
		says answers
		want bool
	}{
		"nobody answers":            {nil, false},
		"reduced":                   {answers{shared: of}, true},
		"no preference":             {answers{shared: dbus.MakeVariant(uint32(0)), gnome: dbus.MakeVariant(false)}, false},
		"wrapped twice":             {answers{shared: dbus.MakeVariant(of)}, true},
		"gnome without animations":  {answers{gnome: dbus.MakeVariant(false)}, true},
		"gnome with them":           {answers{gnome: dbus.MakeVariant(true)}, false},
		"words instead of a number": {answers{shared: dbus.MakeVariant("yes")}, false},
	} {
		got := wantsLess(func(space, key string) (dbus.Variant, bool) { v, ok := c.says[space+" "+key]; return v, ok })
		if got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestNoBusNoWait: without a bus nothing is started and nothing is asked.
func TestNoBusNoWait(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	if lessMotion() {
		t.Error("less motion, and nobody was asked")
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
	if lessMotion() {
		t.Error("less motion, and nobody answered")
	}
}

// portal is a desktop that says which motion its user wants.
type portal struct{ old bool }

// ReadOne is what newer portals answer.
func (p portal) ReadOne(space, key string) (dbus.Variant, *dbus.Error) {
	if p.old || space != "org.freedesktop.appearance" || key != "reduced-motion" {
		return dbus.MakeVariant(0), dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(uint32(1)), nil
}

// Read is what older ones answer: GNOME's own setting, wrapped once more.
func (p portal) Read(space, _ string) (dbus.Variant, *dbus.Error) {
	if !p.old || space != "org.gnome.desktop.interface" {
		return dbus.MakeVariant(0), dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(false)), nil
}

// TestMotionOfTheDesktop asks portals of both versions over a real bus.
func TestMotionOfTheDesktop(t *testing.T) {
	conn := sessionBus(t)
	if lessMotion() {
		t.Error("less motion, and there is no portal")
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	for _, old := range []bool{false, true} {
		if err := conn.Export(portal{old}, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"); err != nil {
			t.Fatal(err)
		}
		if !lessMotion() {
			t.Errorf("an old portal %v: its wish for less motion is not heard", old)
		}
	}
}
