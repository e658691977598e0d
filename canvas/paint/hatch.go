package paint

import (
	"image/color"

	"trestle/canvas/scene"
)

// hatch draws the lines over a box that tell it apart without its colour.
func (b *brush) hatch(l scene.Look, r rect, c color.RGBA) {
	if l.Pattern == scene.Fine {
		b.s.hatch(r.inset(1), c)
		return
	}
	w := max(l.Stroke*b.cam.zoom, 1)
	b.s.slant(r, bars{step: max(w*5, 4), width: w * 1.5}, c)
	if l.Pattern == scene.Crossed {
		b.s.slant(r, bars{step: max(w*5, 4), width: w * 1.5, back: true}, c)
	}
}

// bars are slanted lines: how far apart, how wide, which way they lean.
type bars struct {
	step, width float32
	back        bool
}

// slant draws slanted bars over a box, from its corner on, so that they are the
// same whatever part of the box is in view.
func (s surface) slant(r rect, b bars, c color.RGBA) {
	for y := max(floor(r.y0), 0); y < min(ceil(r.y1), s.h); y++ {
		cover := min(float32(y+1), r.y1) - max(float32(y), r.y0)
		lean := float32(y) + 0.5 - r.y0
		if b.back {
			lean = -lean
		}
		first := float32(ceil((max(r.x0, 0)-r.x0-b.width-lean)/b.step)) * b.step
		for x := r.x0 + lean + first; x < min(r.x1, float32(s.w)); x += b.step {
			s.row(y, max(x, r.x0), min(x+b.width, r.x1), c, uint32(255*cover))
		}
	}
}
