package scene

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	_ "image/jpeg" // what pictures are made of
	_ "image/png"
	"math"

	"trestle/app/workshop"
)

// Picture is what an item shows in place of a fill: the bytes of an image in
// base64, shared with the record, and the record's name to remember it by. A
// record's data never changes.
type Picture struct {
	ID   workshop.ID
	Data string
}

// maxSide is the most pixels a side of a picture has: more is no picture of ours.
const maxSide = 2000

// errPicture says that the data is no image that the program would have kept.
var errPicture = errors.New("the picture cannot be shown")

// Image is the picture's pixels. A file from elsewhere may hold anything, so
// its size is read before its pixels are.
func (p Picture) Image() (image.Image, error) {
	b, err := base64.StdEncoding.DecodeString(p.Data)
	if err != nil {
		return nil, err
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if c.Width < 1 || c.Height < 1 || c.Width > maxSide || c.Height > maxSide || format != "jpeg" && format != "png" {
		return nil, errPicture
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	return img, err
}

// The measures of a picture on the board: it fits a zone of one column.
const (
	PictureW float32 = 360
	pictureH float32 = 480
	leastW   float32 = 24
)

// PictureSize is how large a picture of so many pixels is put on the board.
func PictureSize(w, h int) (float32, float32) {
	if w < 1 || h < 1 {
		return PictureW, PictureW
	}
	scale := min(1, PictureW/float32(w), pictureH/float32(h))
	whole := func(v int) float32 { return max(float32(math.Round(float64(float32(v)*scale))), leastW) }
	return whole(w), whole(h)
}

// PictureHome is the zone that a new picture goes to: the one that is wanted
// where the step has it, else the step's first for notes, else the first that
// is drawn beside it. False where what the step shows has no room for one.
func PictureHome(l Lens, want string) (step, zone string, ok bool) {
	s := Of(l)
	best := 0
	for i := range s.Items {
		z, is := s.Items[i].zone()
		if !is || !forNotes(l.Framework, z) {
			continue
		}
		rank := 1
		if z.Step == l.Step {
			rank = 2
			if z.Zone.ID == want {
				rank = 3
			}
		}
		if rank > best {
			best, step, zone = rank, z.Step, z.Zone.ID
		}
	}
	return step, zone, best > 0
}

func forNotes(f workshop.Framework, z Placed) bool {
	st, _ := f.Step(z.Step)
	zone, ok := st.Zone(z.Zone.ID)
	return ok && zone.Yields == "note"
}

// PicturePlace is where a box of that size goes in a zone, from its corner: the
// first place on the grid where it lies on nothing.
func PicturePlace(d workshop.Records, f workshop.Framework, at [2]string, w, h float32) Point {
	st, _ := f.Step(at[0])
	z, _ := st.Zone(at[1])
	return placesFor([]Box{{W: w, H: h}}, columnsOf(z), occupied(d, at))[0]
}

// occupied are the boxes that are taken in a zone: notes, pictures, clusters.
func occupied(d workshop.Records, at [2]string) []Box {
	var taken []Box
	for n := range workshop.All[workshop.Note](d) {
		if n.Step == at[0] && n.Zone == at[1] && n.Shown() {
			taken = append(taken, noteBox(n))
		}
	}
	return append(taken, fixed(d, at)...)
}

// fixed are the boxes that stay when notes are set in rows: pictures, clusters.
func fixed(d workshop.Records, at [2]string) []Box {
	var taken []Box
	for p := range workshop.All[workshop.Picture](d) {
		if p.Step == at[0] && p.Zone == at[1] && p.Shown() {
			taken = append(taken, pictureBox(p))
		}
	}
	for _, c := range clusterBoxes(d, at[0], at[1]) {
		taken = append(taken, c)
	}
	return taken
}

// pictureBox is a picture's box from the corner of its zone.
func pictureBox(p workshop.Picture) Box {
	w, h := float32(p.W), float32(p.H)
	if w <= 0 {
		w = PictureW
	}
	if h <= 0 {
		h = PictureW * 3 / 4
	}
	return Box{float32(p.X), float32(p.Y), w, h}
}

// pictures puts the phase's pictures on its board, below all notes: what is
// said about a picture is stuck on it.
func (b *build) pictures(zones []Placed) {
	for _, p := range b.shownPictures() {
		o := origin(zones, p.Step, p.Zone)
		b.add(b.picture(p, pictureBox(p).Move(o.X, o.Y)))
	}
}

// shownPictures are the pictures that stand on the phase's board, lowest first.
func (b *build) shownPictures() []workshop.Picture {
	if b.Showing.Count("picture") == 0 {
		return nil
	}
	inPhase := map[string]bool{}
	for _, s := range b.Framework.Of(b.step().Phase) {
		inPhase[s.ID] = true
	}
	var out []workshop.Picture
	for p := range workshop.All[workshop.Picture](b.Showing) {
		if !inPhase[p.Step] || !p.Shown() {
			continue
		}
		at := len(out)
		for at > 0 && out[at-1].Z > p.Z {
			at--
		}
		out = append(out[:at], append([]workshop.Picture{p}, out[at:]...)...)
	}
	return out
}

// picture draws one. One without data, as a newer program may leave it, says
// in words what it shows.
func (b *build) picture(p workshop.Picture, box Box) Item {
	it := Item{
		ID: p.ID, Layer: Notes, Box: box, Picture: Picture{p.ID, p.Data},
		Look: Look{Fill: "card", Edge: "line", Stroke: 1, Radius: 6, Shadow: true},
	}
	if p.Data == "" {
		it.Texts = append(it.Texts, words(p.Title(), 15, 10, box.W-30, box.H-20).coloured("second"))
	}
	if p.Private {
		it.Look.Dash, it.Look.Edge = true, "second"
		it.Texts = append(it.Texts, words("◐", box.W-30, box.H-24, 22, 15).sized(11).heavy(Bold).coloured("card").aligned(End).pilled("second"))
	}
	return it
}

// picturePages are the step's pictures as the room sees them, one a page, with
// what they show in words below.
func (p *page) picturePages() [][]Item {
	var out [][]Item
	for _, x := range p.shownPictures() {
		if x.Step == p.Step {
			out = append(out, p.picturePage(x))
		}
	}
	return out
}

func (p *page) picturePage(x workshop.Picture) []Item {
	a, l := p.area(), p.letter
	var items []Item
	if x.Alt != "" {
		low := min(p.height(x.Alt, l, a.W, Medium)+l*0.4, a.H*0.6)
		a.H -= low
		items = append(items, Item{Part: "caption", Layer: Zones, Box: Box{a.X, a.Bottom(), a.W, low}, Texts: []Text{words(x.Alt, 0, l*0.3, a.W, low).sized(l).heavy(Medium).aligned(Middle)}})
	}
	own := pictureBox(x)
	scale := min(a.W/own.W, a.H/own.H)
	w, h := own.W*scale, own.H*scale
	it := p.picture(x, Box{a.X + (a.W-w)/2, a.Y + (a.H-h)/2, w, h})
	it.Look.Shadow, it.Texts = false, nil
	return append([]Item{it}, items...)
}
