package app

import (
	"strings"
	"testing"
)

// TestNothingOfferedIsUnknown: before anybody has offered anything the table says
// "–", not £0; what is offered then is counted.
func TestNothingOfferedIsUnknown(t *testing.T) {
	f := sits(t).step("offer.offer")
	if said := textsOf(f.c.onTable()); strings.Contains(said, "0") || strings.Count(said, "–") != 5 {
		t.Errorf("nothing was offered: %q", said)
	}
	f.says("money £5000 a year", "2 staff")
	if said := textsOf(f.c.onTable()); !strings.Contains(said, "5,000") || !strings.Contains(said, "0 of 2") {
		t.Errorf("after two offers: %q", said)
	}
}
