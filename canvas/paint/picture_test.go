package paint

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

var (
	lookInto = flag.String("look", "", "a folder to write the pictures of the extremes to")
	lookAt   = flag.String("at", "", "only those whose name holds this")
)

// drawn is one scene with where it comes from.
type drawn struct {
	name  string
	scene scene.Scene
	w, h  int
}

// everyPicture is every board and every page of a document.
func everyPicture(d workshop.Document, name string, r scene.Ruler) []drawn {
	var out []drawn
	for _, s := range valueFlow().Steps {
		l := scene.Lens{Showing: workshop.For(d, workshop.Room), Framework: valueFlow(), Step: s.ID, Ruler: r}
		b := scene.Of(l)
		out = append(out, drawn{fmt.Sprintf("%s %s board", name, s.ID), b, 0, 0})
		for _, z := range []scene.Screen{{W: 1280, H: 720, Floor: 0.034}, {W: 1024, H: 768, Floor: 0.046}, {W: 3840, H: 2160, Floor: 0.034}, {W: 1024, H: 768, Floor: 0.034}} {
			for n, p := range scene.Projector(l, z) {
				out = append(out, drawn{fmt.Sprintf("%s %s %dx%d %.3f page %d", name, s.ID, z.W, z.H, z.Floor, n+1), p, z.W, z.H})
			}
		}
	}
	return out
}

// inked is where the letters of a text stand.
func inked(r scene.Ruler, it *scene.Item, t scene.Text) scene.Box {
	at := t.Box.Move(it.Box.X, it.Box.Y)
	lines := r.Lines(t.S, t.Size, t.Box.W, t.Weight)
	if t.Box.H > 0 {
		lines = min(lines, max(int(t.Box.H/(t.Size*1.28)+0.15), 1))
	}
	w := at.W
	if lines == 1 {
		w = min(r.Width(t.S, t.Size, t.Weight), at.W)
	}
	switch t.Align {
	case scene.Middle:
		at.X += (at.W - w) / 2
	case scene.End:
		at.X += at.W - w
	}
	return scene.Box{X: at.X, Y: at.Y, W: w, H: float32(lines) * t.Size * 1.28}
}

// TestNoTextLeavesItsPicture: in every picture at every extreme, on the board
// and on every page of the room, each text stands inside its card, none stands
// on another, and no figure is cut.
func TestNoTextLeavesItsPicture(t *testing.T) {
	r := NewRuler()
	for name, d := range extremes(t) {
		if underRace && name != "usual" {
			continue
		}
		seen := map[string]bool{}
		for _, p := range everyPicture(d, name, r) {
			for _, fault := range faults(r, p.scene) {
				if !seen[fault] {
					t.Errorf("%s: %s", p.name, fault)
				}
				seen[fault] = true
			}
		}
	}
}

// faults are what is wrong with the texts of a scene's pictures.
func faults(r scene.Ruler, s scene.Scene) []string {
	var out []string
	for _, card := range s.Items {
		if !strings.HasPrefix(card.Part, "chart:") {
			continue
		}
		var boxes []scene.Box
		var says []string
		for i := range s.Items {
			it := &s.Items[i]
			if m := it.Box.Centre(); !card.Box.Has(m) {
				continue
			}
			for _, x := range it.Texts {
				b := inked(r, it, x)
				in := card.Box.Grow(0.5)
				if x.S == "" {
					continue
				}
				if b.X < in.X || b.Y < in.Y || b.Right() > in.Right() || b.Bottom() > in.Bottom() {
					out = append(out, fmt.Sprintf("%s: %.60q at %.0f leaves %.0f", card.Part, x.S, b, card.Box))
				}
				if strings.ContainsAny(x.S, "£%") && !strings.Contains(x.S, " ") && r.Width(x.S, x.Size, x.Weight) > x.Box.W+1 {
					out = append(out, fmt.Sprintf("%s: %q is cut", card.Part, x.S))
				}
				for k, o := range boxes {
					q := scene.Box{X: b.X + 1, Y: b.Y + x.Size*0.2, W: b.W - 2, H: b.H - x.Size*0.4}
					if q.Meets(o) {
						out = append(out, fmt.Sprintf("%s: %.60q lies on %.60q", card.Part, x.S, says[k]))
					}
				}
				boxes, says = append(boxes, scene.Box{X: b.X + 1, Y: b.Y + x.Size*0.2, W: b.W - 2, H: b.H - x.Size*0.4}), append(says, x.S)
			}
		}
	}
	return out
}

// TestPictureGoldens holds each picture of the account pixel by pixel, as the
// room sees it, in both themes.
func TestPictureGoldens(t *testing.T) {
	p := New()
	p.faces.tried = true
	seen := map[string]bool{}
	for n, step := range []string{"value.who", "value.much", "value.anyway", "value.check", "goal.drift"} {
		l := scene.Lens{Showing: workshop.For(usual(t), workshop.Room), Framework: valueFlow(), Step: step, Ruler: p}
		for _, page := range scene.Projector(l, scene.Screen{W: 960, H: 540, Clock: "04:10"}) {
			name := page.Picture()
			if name == "" || seen[name] {
				continue
			}
			seen[name] = true
			theme := []Theme{Light, Dark}[n%2]
			p.Show(page)
			m := image.NewRGBA(image.Rect(0, 0, 960, 540))
			p.Paint(m, Camera{Zoom: 1}, Options{Theme: theme})
			path := filepath.Join("testdata", "picture", step+"."+name+".png")
			if *update {
				writePNG(t, path, m)
			}
			if want := readPNG(t, path); !bytes.Equal(want.Pix, m.Pix) {
				t.Errorf("%s: pixels differ; look, then go test -update", path)
			}
		}
	}
}

// TestLook writes the pictures of the extremes, to be looked at; without a folder
// those of the usual account, to see that each can be written.
func TestLook(t *testing.T) {
	all := extremes(t)
	if *lookInto == "" {
		*lookInto, *lookAt = t.TempDir(), "usual"
		all = map[string]workshop.Document{"usual": all["usual"]}
	}
	for name, d := range all {
		for _, p := range everyPicture(d, name, NewRuler()) {
			if !strings.Contains(p.name, *lookAt) || p.w > 2000 || strings.Contains(p.name, "page ") && len(p.name[strings.Index(p.name, "page "):]) > len("page 9") {
				continue // the same again, larger or later
			}
			if underRace && p.w > 0 {
				continue
			}
			var b bytes.Buffer
			o := PNGOptions{Width: 1400}
			if p.w > 0 {
				o = PNGOptions{Width: p.w, Height: p.h, Cam: &Camera{Zoom: 1}}
			}
			if err := PNG(&b, p.scene, o); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(*lookInto, strings.ReplaceAll(p.name, " ", "_")+".png"), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// BenchmarkPictures lays out all pictures of an account for the room, and its
// board, with real letters.
func BenchmarkPictures(b *testing.B) {
	all := extremes(b)
	for _, name := range []string{"usual", "thirty", "sixty"} {
		l := scene.Lens{Showing: workshop.For(all[name], workshop.Room), Framework: valueFlow(), Step: "value.who", Ruler: NewRuler()}
		b.Run(name+"/room", func(b *testing.B) {
			for b.Loop() {
				scene.Projector(l, scene.Screen{W: 1920, H: 1080})
			}
		})
		b.Run(name+"/board", func(b *testing.B) {
			for b.Loop() {
				scene.Of(l)
			}
		})
	}
}
