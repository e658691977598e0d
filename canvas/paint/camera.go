package paint

import (
	"math"

	"trestle/canvas/scene"
)

// The limits of zoom.
const (
	MinZoom float32 = 0.05
	MaxZoom float32 = 4
)

// Camera says which part of the world a picture shows: the world point at its
// upper left corner, and pixels a world unit.
type Camera struct{ X, Y, Zoom float32 }

// World is the world point under a pixel.
func (c Camera) World(px, py float32) scene.Point {
	return scene.Point{X: c.X + px/c.Zoom, Y: c.Y + py/c.Zoom}
}

// Screen is the pixel of a world point.
func (c Camera) Screen(p scene.Point) (x, y float32) {
	return (p.X - c.X) * c.Zoom, (p.Y - c.Y) * c.Zoom
}

// sane is the camera within what can be painted: no NaN, no zoom of nothing.
func (c Camera) sane() Camera {
	ok := func(v float32) bool {
		return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) && v > -1e7 && v < 1e7
	}
	if !ok(c.X) {
		c.X = 0
	}
	if !ok(c.Y) {
		c.Y = 0
	}
	if !ok(c.Zoom) || c.Zoom <= 0 {
		c.Zoom = 1
	}
	c.Zoom = min(max(c.Zoom, 0.005), 64)
	return c
}

// Fit frames b in a picture of w × h pixels with a margin in pixels around it.
func Fit(b scene.Box, w, h int, margin float32) Camera {
	if b.W <= 0 || b.H <= 0 {
		return Camera{X: b.X, Y: b.Y, Zoom: 1}
	}
	z := min((float32(w)-2*margin)/b.W, (float32(h)-2*margin)/b.H)
	z = min(max(z, MinZoom), MaxZoom)
	return Camera{X: b.X - (float32(w)/z-b.W)/2, Y: b.Y - (float32(h)/z-b.H)/2, Zoom: z}
}

// eye is a camera in pixels: a world point times zoom, less the pixel the
// picture begins at. The pixel is whole, so that a picture painted in pieces,
// or moved, has the same pixels as one painted at once.
type eye struct{ zoom, ox, oy float32 }

func (c Camera) eye() eye {
	c = c.sane()
	return eye{c.Zoom, nearest(c.X * c.Zoom), nearest(c.Y * c.Zoom)}
}

func nearest(v float32) float32 { return float32(math.Floor(float64(v) + 0.5)) }

// screen is the pixel of a world point.
func (e eye) screen(p scene.Point) (x, y float32) {
	return grain(p.X*e.zoom) - e.ox, grain(p.Y*e.zoom) - e.oy
}

// grain is a length in whole 64ths of a pixel: sums of such are exact, whichever
// pixel a picture begins at.
func grain(v float32) float32 { return nearest(v*64) / 64 }

// sees is the part of the world that a picture of w × h pixels shows.
func (e eye) sees(w, h int) scene.Box {
	return scene.Box{X: e.ox / e.zoom, Y: e.oy / e.zoom, W: float32(w) / e.zoom, H: float32(h) / e.zoom}
}
