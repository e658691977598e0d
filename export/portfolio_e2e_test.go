//go:build e2e

package export

import (
	"bytes"
	"testing"
)

// TestE2EPortfolio: LibreOffice computes the sums by party to what they show.
func TestE2EPortfolio(t *testing.T) {
	var b bytes.Buffer
	if err := WritePortfolio(&b, severalOf(t)); err != nil {
		t.Fatal(err)
	}
	if n := agree(t, b.Bytes()); n < 8 {
		t.Errorf("only %d formulas", n)
	}
}
