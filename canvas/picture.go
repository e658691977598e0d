package canvas

import (
	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// PlacePicture is where a new picture of so many pixels goes: to the zone that
// is wanted, or another of the view that takes notes, at a free place, as large
// as the board shows it. False where the view has no room for one.
func PlacePicture(v View, want string, w, h int) (workshop.Picture, bool) {
	step, zone, ok := scene.PictureHome(v.lens(scene.FixedRuler{}), want)
	if !ok {
		return workshop.Picture{}, false
	}
	bw, bh := scene.PictureSize(w, h)
	p := scene.PicturePlace(v.Showing, v.Flow, [2]string{step, zone}, bw, bh)
	return workshop.Picture{Step: step, Zone: zone, X: float64(p.X), Y: float64(p.Y), W: float64(bw), H: float64(bh)}, true
}
