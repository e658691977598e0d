package app

import "fyne.io/fyne/v2"

// Display is a display, or a window's place, in pixels of the desktop.
type Display struct {
	Name       string
	X, Y, W, H int
	Primary    bool
	Mirrored   bool // a second display shows the same picture
}

// Screens are the displays of the machine and the windows on them.
type Screens interface {
	// Displays are those that are connected now.
	Displays() []Display
	// Place is where a window stands, false where that cannot be known.
	Place(w fyne.Window) (Display, bool)
	// Move sets a window down as a plain one.
	Move(w fyne.Window, to Display)
	// Fill covers a display with a window.
	Fill(w fyne.Window, d Display)
}

// sameAs says whether two displays are one, at the same resolution.
func (d Display) sameAs(o Display) bool {
	return d.Name == o.Name && d.X == o.X && d.Y == o.Y && d.W == o.W && d.H == o.H
}

// holds says whether a window lies on the display: the middle of it; of one too
// large for the display, the corner with its title.
func (d Display) holds(w Display) bool {
	x, y := w.X+w.W/2, w.Y+w.H/2
	if w.W > d.W || w.H > d.H {
		x, y = w.X+min(w.W/2, d.W/4), w.Y+min(w.H/2, d.H/4)
	}
	return x >= d.X && x < d.X+d.W && y >= d.Y && y < d.Y+d.H
}

// meets says whether a window reaches onto the display, by more than its frame.
func (d Display) meets(w Display) bool {
	const frame = 12
	return w.X+frame < d.X+d.W && w.X+w.W-frame > d.X && w.Y+frame < d.Y+d.H && w.Y+w.H-frame > d.Y
}

// inner is a plain window's place on the display: its middle, in sixths.
func (d Display) inner() Display {
	return Display{X: d.X + d.W/6, Y: d.Y + d.H/6, W: d.W * 2 / 3, H: d.H * 2 / 3}
}

// holding is the display that a window lies on; the primary one where it lies
// on none, or where that cannot be known.
func holding(all []Display, w Display, known bool) (d Display, on bool) {
	for _, x := range all {
		if known && x.holds(w) {
			return x, true
		}
		if x.Primary || d.W == 0 {
			d = x
		}
	}
	return d, false
}

// beyond is the display for the room: the first that the facilitator's window
// does not lie on.
func beyond(all []Display, control Display) (Display, bool) {
	for _, d := range all {
		if d.X != control.X || d.Y != control.Y {
			return d, true
		}
	}
	return Display{}, false
}

// connected is the display of that name and place as it is now.
func connected(all []Display, d Display) (now Display, ok bool) {
	for _, x := range all {
		if x.Name == d.Name && x.X == d.X && x.Y == d.Y {
			return x, true
		}
	}
	for _, x := range all {
		if x.Name == d.Name && d.Name != "" {
			return x, true
		}
	}
	return Display{}, false
}
