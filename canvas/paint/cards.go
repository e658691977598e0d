package paint

import (
	"image"

	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// card is the picture of one item on nothing, with the alpha of its corners and
// its shadow: what is dragged is drawn once and then only moved.
type card struct {
	item   scene.Item
	zoom   float32
	theme  Theme
	pix    []uint8 // premultiplied
	x0, y0 int     // of its corner from that of the item
	w, h   int
}

// cards holds them by record, bounded in bytes.
type cards struct {
	of    map[workshop.ID]*card
	bytes int
}

const (
	keepCardBytes = 24 << 20
	cardMargin    = 10 // world units around an item for its shadow
)

// lay draws what lies over the tiles: links to what is in the hand, marks, the
// note being edited, and ghosts.
func (m *Mosaic) lay(s surface, e eye, o Options) {
	st := m.p.stage.Load()
	plain := Options{Theme: o.Theme, Selected: o.Selected, Found: o.Found}
	var shapes []scene.Item
	for i := range o.Ghosts {
		g := &o.Ghosts[i]
		if g.Layer == scene.Notes && g.ID != "" {
			m.cards.draw(m.pen, s, e, g, o.Theme)
			continue
		}
		shapes = append(shapes, *g)
	}
	m.pen.joined(st, s, e, o)
	if o.Hidden != "" {
		if i, ok := st.at[o.Hidden]; ok {
			m.pen.wordless(st, s, e, plain, &st.items[i])
		}
	}
	plain.Ghosts = shapes
	m.pen.over(st, s, e, plain)
}

// joined draws the links of what is in the hand, to where the hand has it.
func (n *pen) joined(st *stage, s surface, e eye, o Options) {
	if len(st.lifted) == 0 {
		return
	}
	held := make(map[workshop.ID]scene.Box, len(o.Ghosts))
	for i := range o.Ghosts {
		if id := o.Ghosts[i].ID; id != "" {
			held[id] = o.Ghosts[i].Box
		}
	}
	n.brush = brush{p: n, stage: st, s: s, cam: e, o: Options{Theme: o.Theme}}
	for i := range st.items {
		it := st.items[i]
		if it.Ends[0] == "" || !st.isLifted(i) {
			continue
		}
		var at [2]scene.Box
		for k, id := range it.Ends {
			if at[k], _ = st.place(id); held[id].W > 0 {
				at[k] = held[id]
			}
		}
		it.Line = []scene.Point{clip(at[0], at[1].Centre()), clip(at[1], at[0].Centre())}
		it.Ends = [2]workshop.ID{}
		n.brush.path(&it)
	}
}

// wordless draws one item without its own words, over what is there: its shadow
// lies there already, its tag stays.
func (n *pen) wordless(st *stage, s surface, e eye, o Options, it *scene.Item) {
	bare := *it
	bare.Look.Shadow = false
	if len(bare.Texts) > 0 {
		bare.Texts = bare.Texts[1:]
	}
	n.brush = brush{p: n, stage: st, s: s, cam: e, o: o}
	n.brush.item(&bare)
}

// draw lays the card of an item where the item stands, on whole pixels.
func (c *cards) draw(n *pen, s surface, e eye, it *scene.Item, t Theme) {
	x, y := e.screen(scene.Point{X: it.Box.X, Y: it.Box.Y})
	if x > float32(s.w) || y > float32(s.h) || x+it.Box.W*e.zoom < 0 || y+it.Box.H*e.zoom < 0 {
		return
	}
	k, ok := c.of[it.ID]
	if !ok || k.zoom != e.zoom || k.theme != t || !sameFace(&k.item, it) {
		k = makeCard(n, it, e.zoom, t)
		if c.of == nil || c.bytes+len(k.pix) > keepCardBytes {
			c.of, c.bytes = map[workshop.ID]*card{}, 0
		}
		c.of[it.ID] = k
		c.bytes += len(k.pix)
	}
	s.over(k, int(nearest(x))+k.x0, int(nearest(y))+k.y0)
}

// makeCard paints an item on black and on white: what differs is what shines
// through, so the alpha of every pixel follows without a second painter.
func makeCard(n *pen, it *scene.Item, zoom float32, t Theme) *card {
	grow := ceil(cardMargin * zoom)
	k := &card{item: *it, zoom: zoom, theme: t, x0: -grow, y0: -grow}
	k.w, k.h = ceil(it.Box.W*zoom)+2*grow, ceil(it.Box.H*zoom)+2*grow
	rect := image.Rect(0, 0, k.w, k.h)
	dark, light := image.NewRGBA(rect), image.NewRGBA(rect)
	for i := range light.Pix {
		light.Pix[i] = 0xFF
	}
	moved := *it
	moved.Box.X, moved.Box.Y = 0, 0
	e := eye{zoom, float32(-grow), float32(-grow)}
	for _, img := range []*image.RGBA{dark, light} {
		n.brush = brush{p: n, stage: newStage(scene.Scene{}, nil), s: onto(img), cam: e, o: Options{Theme: t}}
		n.brush.item(&moved)
	}
	for i := 0; i < len(dark.Pix); i += 4 {
		// Rounding may make the channels differ by one: green is the middle.
		dark.Pix[i+3] = 0xFF - (light.Pix[i+1] - min(dark.Pix[i+1], light.Pix[i+1]))
	}
	k.pix = dark.Pix
	return k
}

// over lays a card on the picture.
func (s surface) over(k *card, x, y int) {
	from, to := max(x, 0), min(x+k.w, s.w)
	if from >= to {
		return
	}
	for j := max(y, 0); j < min(y+k.h, s.h); j++ {
		src := k.pix[((j-y)*k.w+from-x)*4 : ((j-y)*k.w+to-x)*4]
		dst := s.pix[j*s.stride+from*4 : j*s.stride+to*4]
		for i := 0; i+3 < len(src); {
			switch a := src[i+3]; a {
			case 0:
				i += 4
			case 0xFF:
				n := i + 4
				for n < len(src) && src[n+3] == 0xFF {
					n += 4
				}
				copy(dst[i:n], src[i:n])
				i = n
			default:
				b := 255 - uint32(a)
				dst[i] = src[i] + uint8(uint32(dst[i])*b/255)
				dst[i+1] = src[i+1] + uint8(uint32(dst[i+1])*b/255)
				dst[i+2] = src[i+2] + uint8(uint32(dst[i+2])*b/255)
				i += 4
			}
		}
	}
}
