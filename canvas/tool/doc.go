// Package tool holds the gestures of the board as small state machines: an
// event and a view give the next state and an effect.
//
// Its nouns: a State is what the hands are doing (a gerund); an Event is one
// thing they did; a View is what they do it to; an Effect is what is to be
// shown or changed. A half-done gesture is look until it ends: then it is one
// change. It knows no toolkit and draws nothing.
package tool
