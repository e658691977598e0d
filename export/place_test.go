package export

import (
	"testing"

	"trestle/app/workshop"
)

// TestPlacesInWords: a place of a scale is said in words where the language has
// them, else by its number; an answer as it was given.
func TestPlacesInWords(t *testing.T) {
	r := Report{Options: Options{Say: func(key string, _ ...string) string {
		if key == "scale.gradients.2" {
			return "2 support with small points"
		}
		return key
	}}}
	for _, c := range []struct{ method, label, want string }{
		{workshop.Gradients, "2", "support with small points"},
		{workshop.Gradients, "3", "3"},
		{workshop.Answers, "after our board", "after our board"},
	} {
		if got := r.place(workshop.Poll{Method: c.method}, workshop.Option{Label: c.label}); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.method, c.label, got, c.want)
		}
	}
}
