package canvas

import (
	"bytes"
	"image/png"
	"strconv"
	"testing"
)

// TestKeyPage: however many keys there are, all of them are on the one page and
// none lies on another.
func TestKeyPage(t *testing.T) {
	for _, sizes := range [][]int{{3}, {16, 12, 13, 42, 6, 5, 11, 24, 5, 3, 5, 4, 3}, {1, 1, 1, 1, 1}, {90, 90, 90}, {}} {
		var chapters []KeyChapter
		want := 1
		for _, n := range sizes {
			c := KeyChapter{Title: "Chapter"}
			for i := range n {
				c.Rows = append(c.Rows, [2]string{"Ctrl+" + strconv.Itoa(i), "what it does"})
			}
			chapters = append(chapters, c)
			want += 1 + 2*n
		}
		s := keyPage("Keys", chapters)
		if len(s.Items)-1 != want {
			t.Errorf("%v: %d words, want %d", sizes, len(s.Items)-1, want)
		}
		for i, it := range s.Items[1:] {
			if it.Box.X < 0 || it.Box.Right() > keyPageW || it.Box.Bottom() > keyPageH {
				t.Errorf("%v: %q leaves the page: %+v", sizes, it.Texts[0].S, it.Box)
			}
			for _, o := range s.Items[1 : i+1] {
				if o.Box.Meets(it.Box.Grow(-0.5)) {
					t.Fatalf("%v: %q lies on %q", sizes, it.Texts[0].S, o.Texts[0].S)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := KeyPage(&b, "Keys", []KeyChapter{{Title: "File", Rows: [][2]string{{"Ctrl+Z", "Undo"}}}}); err != nil {
		t.Fatal(err)
	}
	if m, err := png.DecodeConfig(&b); err != nil || m.Width != int(keyPageW) {
		t.Errorf("%+v %v", m, err)
	}
}
