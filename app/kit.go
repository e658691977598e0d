package app

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// kit builds the small parts all windows are made of, in the house's look.
type kit struct {
	*look
	*Tongue
}

// font is how a run of words is set.
type font struct {
	size   float32
	face   fyne.Resource // nil is the regular one
	colour string
}

// words sets s within a width, wrapped between words; its height follows.
func (k kit) words(s string, width float32, f font) fyne.CanvasObject {
	lines := k.wrap(s, width, f)
	box := container.New(lineStack{gap: f.size * k.scale * 0.32})
	for _, l := range lines {
		box.Add(k.line(l, f))
	}
	return container.New(fixedWidth(width), box)
}

// line sets s on one line.
func (k kit) line(s string, f font) *fynecanvas.Text {
	t := fynecanvas.NewText(s, k.paint(f.colour))
	t.TextSize = f.size * k.scale
	t.FontSource = f.face
	if f.face == nil {
		t.FontSource = k.reg
	}
	return t
}

func (k kit) measure(s string, f font) float32 {
	face := f.face
	if face == nil {
		face = k.reg
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, f.size*k.scale, fyne.TextStyle{}, face)
	return size.Width
}

// wrap breaks s into lines no wider than width; a word wider than that is cut.
func (k kit) wrap(s string, width float32, f font) []string {
	var out []string
	for _, para := range strings.Split(s, "\n") {
		line := ""
		for _, w := range strings.FieldsFunc(para, func(r rune) bool { return r == ' ' || r == '\t' }) { // not at a space that binds
			try := strings.TrimSpace(line + " " + w)
			if line != "" && k.measure(try, f) > width {
				out = append(out, line)
				try = w
			}
			line = k.fit(try, width, f)
		}
		out = append(out, line)
	}
	return out
}

// fit is s cut to the width with an ellipsis.
func (k kit) fit(s string, width float32, f font) string {
	if k.measure(s, f) <= width {
		return s
	}
	r := []rune(s)
	for len(r) > 1 && k.measure(string(r)+"…", f) > width {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}

// panelBox is a filled rounded box behind o.
func (k kit) panelBox(o fyne.CanvasObject, fill, edge string, inset float32) fyne.CanvasObject {
	r := fynecanvas.NewRectangle(k.paint(fill))
	r.CornerRadius = 10
	if edge != "" {
		r.StrokeColor, r.StrokeWidth = k.paint(edge), 1
	}
	return container.NewStack(r, pad(o, inset, inset, inset, inset))
}

// fill is a plain rectangle of a palette colour.
func (k kit) fill(name string) *fynecanvas.Rectangle { return fynecanvas.NewRectangle(k.paint(name)) }

// rule is a hairline.
func (k kit) rule() fyne.CanvasObject {
	r := k.fill("line")
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// heading is a small capital line over a part of a panel.
func (k kit) heading(s string) fyne.CanvasObject {
	return k.line(strings.ToUpper(s), font{tiny, medium, "second"})
}

// pad surrounds o with empty space: left, top, right, bottom.
func pad(o fyne.CanvasObject, l, t, r, b float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(t, b, l, r), o)
}

// column stacks objects with a gap between them, each as wide as the column.
func column(gap float32, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), o...)
}

// beside sets objects in a row with a gap between them.
func beside(gap float32, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), o...)
}

// gap is empty space.
func gap(w, h float32) fyne.CanvasObject {
	r := fynecanvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// middle centres o in height and leaves its width.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// lineStack sets lines under each other at their own height.
type lineStack struct{ gap float32 }

// MinSize implements fyne.Layout.
func (l lineStack) MinSize(o []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, x := range o {
		m := x.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
		if i > 0 {
			s.Height += l.step(m)
		}
	}
	return s
}

// step keeps the distance of base lines calm whatever the font's own leading.
func (l lineStack) step(m fyne.Size) float32 { return max(0, l.gap-m.Height*0.2) }

// Layout implements fyne.Layout.
func (l lineStack) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	y := float32(0)
	for _, x := range o {
		m := x.MinSize()
		x.Resize(m)
		x.Move(fyne.NewPos(0, y))
		y += m.Height + l.step(m)
	}
}

// fixedWidth gives what it holds one width, whatever it asks for.
type fixedWidth float32

// MinSize implements fyne.Layout.
func (w fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(float32(w), h)
}

// Layout implements fyne.Layout.
func (w fixedWidth) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, x := range o {
		x.Resize(fyne.NewSize(max(float32(w), s.Width), s.Height))
	}
}
