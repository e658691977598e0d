package paint

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"

	"trestle/canvas/scene"
)

// tileSide is how many pixels wide and high a tile is.
const tileSide = 256

// tileKey says which part of the world a tile shows, at which zoom.
type tileKey struct {
	zoom float32
	x, y int32 // in tiles
}

func (k tileKey) eye() eye {
	return eye{k.zoom, float32(k.x) * tileSide, float32(k.y) * tileSide}
}

// keepTileBytes bounds a shelf: what is not in view and was shown longest ago
// goes first.
const keepTileBytes = 48 << 20

// shelf holds the tiles of one look.
type shelf struct {
	tiles map[tileKey]*tile
	zooms map[float32]int // how many tiles of each
	want  []tileKey
	order []float32
	frame int
	spare []*tile
}

func newShelf() shelf { return shelf{tiles: map[tileKey]*tile{}, zooms: map[float32]int{}} }

func (s *shelf) put(k tileKey, img *image.RGBA) {
	if t, ok := s.tiles[k]; ok {
		t.img, t.old = img, false
		return
	}
	s.tiles[k] = &tile{key: k, img: img, used: s.frame}
	s.zooms[k.zoom]++
	if len(s.tiles)*tileSide*tileSide*4 > keepTileBytes {
		s.drop()
	}
}

// drop lets go of the quarter that was shown longest ago, but of nothing that
// the last frame showed.
func (s *shelf) drop() {
	s.spare = s.spare[:0]
	for _, t := range s.tiles {
		if t.used < s.frame-1 {
			s.spare = append(s.spare, t)
		}
	}
	slices.SortFunc(s.spare, func(a, b *tile) int { return cmp.Compare(a.used, b.used) })
	for _, t := range s.spare[:min(len(s.spare), len(s.tiles)/4)] {
		delete(s.tiles, t.key)
		if s.zooms[t.key.zoom]--; s.zooms[t.key.zoom] == 0 {
			delete(s.zooms, t.key.zoom)
		}
	}
}

// touch marks the tiles that show any of the boxes as old. They stay, to be
// shown until they are painted anew.
func (s *shelf) touch(boxes []scene.Box) {
	if len(boxes) == 0 {
		return
	}
	for k, t := range s.tiles {
		if t.old {
			continue
		}
		b := k.eye().sees(tileSide, tileSide)
		for i := range boxes {
			if boxes[i].Meets(b) {
				t.old = true
				break
			}
		}
	}
}

// span is the tiles that a picture of w × h pixels is made of: from, up to but
// not including to.
func span(e eye, w, h int) (x0, y0, x1, y1 int32) {
	down := func(v float32) int32 { return int32(math.Floor(float64(v) / tileSide)) }
	return down(e.ox), down(e.oy), down(e.ox+float32(w)-1) + 1, down(e.oy+float32(h)-1) + 1
}

// count is how many tiles a picture is made of.
func (s *shelf) count(e eye, dst surface) int {
	x0, y0, x1, y1 := span(e, dst.w, dst.h)
	return int(x1-x0) * int(y1-y0)
}

// missing are the tiles in view that are not there or old, those nearest to the
// middle first. The slice is good until the next call.
func (s *shelf) missing(e eye, dst surface) []tileKey {
	x0, y0, x1, y1 := span(e, dst.w, dst.h)
	s.want = s.want[:0]
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			k := tileKey{e.zoom, x, y}
			if t, ok := s.tiles[k]; !ok || t.old {
				s.want = append(s.want, k)
			}
		}
	}
	mx, my := (x0+x1)/2, (y0+y1)/2
	slices.SortFunc(s.want, func(a, b tileKey) int {
		return cmp.Compare((a.x-mx)*(a.x-mx)+(a.y-my)*(a.y-my), (b.x-mx)*(b.x-mx)+(b.y-my)*(b.y-my))
	})
	return s.want
}

// around are the tiles one beyond the view that are not there.
func (s *shelf) around(e eye, dst surface) []tileKey {
	x0, y0, x1, y1 := span(e, dst.w, dst.h)
	var out []tileKey
	for y := y0 - 1; y <= y1; y++ {
		for x := x0 - 1; x <= x1; x++ {
			k := tileKey{e.zoom, x, y}
			if t, ok := s.tiles[k]; !ok || t.old {
				out = append(out, k)
			}
		}
	}
	return out
}

// compose lays the tiles in view side by side; where one is missing, the
// nearest zoom that shows the place is stretched over it.
func (s *shelf) compose(dst surface, e eye, paper color.RGBA) {
	s.frame++
	s.rank(e.zoom)
	x0, y0, x1, y1 := span(e, dst.w, dst.h)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			k := tileKey{e.zoom, x, y}
			px, py := int(k.eye().ox-e.ox), int(k.eye().oy-e.oy)
			if t, ok := s.tiles[k]; ok {
				t.used = s.frame
				dst.copyFrom(t.img, px, py)
				continue
			}
			s.stretch(dst, e, image.Rect(px, py, px+tileSide, py+tileSide), paper)
		}
	}
}

// rank orders the zooms at hand by how near they are to one.
func (s *shelf) rank(zoom float32) {
	s.order = s.order[:0]
	for z := range s.zooms {
		if z != zoom {
			s.order = append(s.order, z)
		}
	}
	far := func(z float32) float32 {
		if z < zoom {
			return zoom / z * 1.01 // of two as near, the finer one
		}
		return z / zoom
	}
	slices.SortFunc(s.order, func(a, b float32) int { return cmp.Compare(far(a), far(b)) })
}

// copyFrom lays a tile with its corner at a pixel.
func (s surface) copyFrom(img *image.RGBA, x, y int) {
	from, to := max(x, 0), min(x+tileSide, s.w)
	if from >= to {
		return
	}
	for j := max(y, 0); j < min(y+tileSide, s.h); j++ {
		copy(s.pix[j*s.stride+from*4:j*s.stride+to*4], img.Pix[(j-y)*img.Stride+(from-x)*4:])
	}
}

// stretch fills a part of the picture from the nearest zoom that covers it, or
// from the nearest that covers any of it.
func (s *shelf) stretch(dst surface, e eye, r image.Rectangle, paper color.RGBA) {
	r = r.Intersect(image.Rect(0, 0, dst.w, dst.h))
	if r.Empty() {
		return
	}
	for _, whole := range []bool{true, false} {
		for i, z := range s.order {
			if i > 24 {
				break
			}
			if s.covers(e, z, r, whole) {
				s.sample(dst, e, z, r, paper)
				return
			}
		}
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		dst.span(y, r.Min.X, r.Max.X, paper)
	}
}

// covers says whether the tiles of another zoom show all, or any, of a part.
func (s *shelf) covers(e eye, z float32, r image.Rectangle, whole bool) bool {
	f := z / e.zoom
	other := eye{z, (e.ox + float32(r.Min.X)) * f, (e.oy + float32(r.Min.Y)) * f}
	x0, y0, x1, y1 := span(other, max(int(float32(r.Dx())*f), 1), max(int(float32(r.Dy())*f), 1))
	if int64(x1-x0)*int64(y1-y0) > 64 {
		return false
	}
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if _, ok := s.tiles[tileKey{z, x, y}]; ok != whole {
				return !whole
			}
		}
	}
	return whole
}

// sample takes for each pixel the nearest of another zoom's tiles.
func (s *shelf) sample(dst surface, e eye, z float32, r image.Rectangle, paper color.RGBA) {
	f := float64(z) / float64(e.zoom)
	step := int64(f * 65536)
	fill := uint32(paper.R) | uint32(paper.G)<<8 | uint32(paper.B)<<16 | 0xFF000000
	for y := r.Min.Y; y < r.Max.Y; y++ {
		sy := int(math.Floor((float64(e.oy) + float64(y) + 0.5) * f))
		line := sy & (tileSide - 1) * tileSide * 4
		row := dst.pix[y*dst.stride+r.Min.X*4 : y*dst.stride+r.Max.X*4]
		sx := int64((float64(e.ox) + float64(r.Min.X) + 0.5) * f * 65536)
		for len(row) >= 4 {
			tx := sx >> 24 // of the tile: 256 pixels of 65,536 parts
			t := s.tiles[tileKey{z, int32(tx), int32(sy >> 8)}]
			end := (tx + 1) << 24
			if t == nil {
				for ; sx < end && len(row) >= 4; sx += step {
					binary.LittleEndian.PutUint32(row, fill)
					row = row[4:]
				}
				continue
			}
			src := t.img.Pix[line : line+tileSide*4]
			for ; sx < end && len(row) >= 4; sx += step {
				o := int(sx>>16) & (tileSide - 1) * 4
				binary.LittleEndian.PutUint32(row, binary.LittleEndian.Uint32(src[o:]))
				row = row[4:]
			}
		}
	}
}
