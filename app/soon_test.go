package app

import (
	"testing"
	"time"
)

// TestSoonDay: days said from Tuesday 24 November 2026.
func TestSoonDay(t *testing.T) {
	now := time.Date(2026, 11, 24, 22, 30, 0, 0, time.UTC)
	for said, want := range map[string]string{
		"today": "2026-11-24", "Tomorrow": "2026-11-25", "friday": "2026-11-27", "Fri": "2026-11-27", "on friday": "2026-11-27",
		"next friday": "2026-12-04", "next  Mon": "2026-11-30", "tuesday": "2026-12-01", "monday": "2026-11-30", "sunday": "2026-11-29", "next sunday": "2026-12-06",
		"in 2 weeks": "2026-12-08", "in a month": "2026-12-24", "in three days": "2026-11-27", "in 1 year": "2027-11-24", "next week": "2026-11-30",
		"next": "", "soon": "", "31 Mar 2027": "", "": "", "in weeks": "", "fr": "",
	} {
		if got := soonDay(said, now); got != want {
			t.Errorf("%q is %q, want %q", said, got, want)
		}
	}
	if got := soonDay("monday", time.Date(2026, 11, 29, 9, 0, 0, 0, time.UTC)); got != "2026-11-30" { // said on a Sunday
		t.Errorf("Monday from Sunday is %s", got)
	}
}
