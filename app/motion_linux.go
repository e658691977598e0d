package app

import (
	"context"
	"os"
	"time"

	"github.com/godbus/dbus/v5"
)

// patience is how long a desktop may take to answer.
const patience = time.Second

// lessMotion asks the desktop's portal whether the user wants less motion; false
// where nobody answers. Source: XDG Desktop Portal, org.freedesktop.portal.Settings.
func lessMotion() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" { // looking for a bus would start one
		return false
	}
	ctx, done := context.WithTimeout(context.Background(), patience)
	defer done()
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer func() { _ = bus.Close() }()
	portal := bus.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	return wantsLess(func(space, key string) (v dbus.Variant, ok bool) {
		err := portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.ReadOne", dbus.FlagNoAutoStart, space, key).Store(&v)
		if err != nil { // a portal of the first version knows only this, a variant in a variant
			err = portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", dbus.FlagNoAutoStart, space, key).Store(&v)
		}
		return v, err == nil
	})
}

// wantsLess reads the answer: what all desktops share (1 is less motion) goes
// before what GNOME alone says (whether anything is animated).
func wantsLess(read func(space, key string) (dbus.Variant, bool)) bool {
	if v, ok := read("org.freedesktop.appearance", "reduced-motion"); ok {
		if n, is := bare(v).Value().(uint32); is {
			return n == 1
		}
	}
	if v, ok := read("org.gnome.desktop.interface", "enable-animations"); ok {
		if on, is := bare(v).Value().(bool); is {
			return !on
		}
	}
	return false
}

// bare is a variant however often it was wrapped in others.
func bare(v dbus.Variant) dbus.Variant {
	for {
		inner, ok := v.Value().(dbus.Variant)
		if !ok {
			return v
		}
		v = inner
	}
}
