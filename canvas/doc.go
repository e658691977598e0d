// Package canvas is the board as a Fyne widget: camera, input, the entry over
// a note, and the room's screen.
//
// Its nouns: a Board shows one View of a workshop and turns what the hands do
// into an Act; a Screen shows what the room sees, in pages. It decides nothing
// about the workshop: changes are asked of whoever owns the session. What a
// step looks like is scene's, pixels are paint's, gestures are tool's.
package canvas
