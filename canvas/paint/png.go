package paint

import (
	"image"
	"image/color"
	"image/png"
	"io"

	"trestle/canvas/scene"
)

// PNGOptions are how large a picture is and in which theme. Without a camera
// the whole scene is framed; without a height it follows from the width.
type PNGOptions struct {
	Width, Height int // pixels
	Cam           *Camera
	Theme         Theme
	Margin        float32 // pixels
}

// MaxPNG is the longest side of a picture, in pixels.
const MaxPNG = 16384

// PNG writes the picture of a scene. It is painted band by band as the encoder
// asks for rows, so that a picture of any size needs the memory of one band.
func PNG(w io.Writer, s scene.Scene, o PNGOptions) error {
	o = o.whole(s.Bounds)
	p := New()
	p.Show(s)
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	return e.Encode(w, newBands(p, o))
}

func (o PNGOptions) whole(b scene.Box) PNGOptions {
	if o.Margin == 0 {
		o.Margin = 24
	}
	o.Width = min(max(o.Width, 0), MaxPNG)
	if o.Width == 0 {
		o.Width = min(max(int(b.W+2*o.Margin), 64), MaxPNG)
	}
	if o.Height <= 0 {
		o.Height = 64
		if b.W > 0 {
			o.Height = int((float32(o.Width)-2*o.Margin)*b.H/b.W + 2*o.Margin)
		}
	}
	o.Height = min(max(o.Height, 64), MaxPNG)
	if o.Cam == nil {
		c := Fit(b, o.Width, o.Height, o.Margin)
		o.Cam = &c
	}
	return o
}

// bandRows is how many rows are painted at once.
const bandRows = 128

// bands is an image whose rows are painted when they are asked for, from the
// top down as the encoder does. It is opaque, and says so: else the encoder
// would read it all once just to find out.
type bands struct {
	p    *Painter
	o    PNGOptions
	band *image.RGBA
	from int
}

func newBands(p *Painter, o PNGOptions) *bands {
	return &bands{p: p, o: o, band: image.NewRGBA(image.Rect(0, 0, o.Width, bandRows)), from: -1}
}

// ColorModel implements image.Image.
func (b *bands) ColorModel() color.Model { return color.RGBAModel }

// Bounds implements image.Image.
func (b *bands) Bounds() image.Rectangle { return image.Rect(0, 0, b.o.Width, b.o.Height) }

// Opaque says that no pixel lets anything through.
func (b *bands) Opaque() bool { return true }

// At implements image.Image.
func (b *bands) At(x, y int) color.Color { return b.RGBAAt(x, y) }

// RGBAAt is the colour of one pixel.
func (b *bands) RGBAAt(x, y int) color.RGBA {
	if n := y / bandRows * bandRows; n != b.from {
		cam := *b.o.Cam
		cam.Y += float32(n) / cam.Zoom
		b.p.Paint(b.band, cam, Options{Theme: b.o.Theme})
		b.from = n
	}
	return b.band.RGBAAt(x, y-b.from)
}
