package app

import "image"

// input is a made pointer and keyboard: what it does goes through the display
// server, as a person's own does.
type input interface {
	// Take brings the keyboard to the window and says where its inside is on
	// the screen, in pixels.
	Take() (image.Rectangle, error)
	Move(x, y int) error
	Button(n byte, down bool) error
	Key(sym uint32, down bool) error
}

// The buttons of a pointer, as X counts them.
const (
	buttonLeft   = 1
	buttonMiddle = 2
	wheelUp      = 4
	wheelDown    = 5
)

// The keys by their X names; letters, digits and the space are their own.
const (
	symControl = 0xffe3
	symEscape  = 0xff1b
	symF5      = 0xffc2
)
