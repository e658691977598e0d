package canvas

import (
	"image"
	"time"

	"trestle/app/workshop"
	"trestle/canvas/paint"
	"trestle/canvas/scene"
)

// View is what a board is to show: what its audience may see, at which step,
// in which words.
type View struct {
	Showing workshop.Showing
	Flow    workshop.Framework
	Step    string
	Say     func(key string, args ...string) string
	Now     time.Time
	Before  workshop.Document // as it stood at the end of the last sitting
	Agenda  workshop.Agenda   // for the day's plan alone
}

// phase is the phase of the step that is shown.
func (v View) phase() string {
	s, _ := v.Flow.Step(v.Step)
	return s.Phase
}

func (v View) lens(r scene.Ruler) scene.Lens {
	return scene.Lens{Showing: v.Showing, Framework: v.Flow, Step: v.Step, Ruler: r, Say: v.Say, Now: v.Now, Before: v.Before, Agenda: v.Agenda}
}

// Act is what a board asks for: a change of the document, or, where the change
// is empty, that the selection is now Selected.
type Act struct {
	Change   workshop.Change
	Key      string // part of the newest change where that had the same key: typing, nudging
	Selected workshop.ID
	Cell     bool   // the place in a ledger has moved, Selected is its line
	Typed    *Typed // what was typed into a cell
}

// Thumbnail is a small picture of a view, w × h pixels.
func Thumbnail(v View, w, h int, dark bool) image.Image {
	p := paint.New()
	s := scene.Of(v.lens(p))
	p.Show(s)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	p.Paint(img, paint.Fit(s.Focus, w, h, 12), paint.Options{Theme: themeOf(dark)})
	return img
}

// Keys are the words a board needs, in English, for the language files.
func Keys() map[string]string { return scene.Keys() }

// Reading are the records of a view's step that are read back, in their order.
func Reading(v View) []workshop.ID { return scene.Reading(v.lens(paint.NewRuler())) }

// Words are all words on a view's board, for tests and for those who have it
// read to them.
func Words(v View) []string {
	var out []string
	for _, it := range scene.Of(v.lens(paint.NewRuler())).Items {
		for _, t := range it.Texts {
			out = append(out, t.S)
		}
	}
	return out
}
