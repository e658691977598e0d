// Package scene is what a step looks like: a document as its audience may see
// it becomes items, boxes and words in world units.
//
// Its nouns: a Lens says who looks at which step; a Scene is its Items in
// drawing order; a Placed zone is a region of the board with its box. It also
// finds what lies under a point, sets notes in order and breaks a step into
// pages for the projector. It draws no pixel, knows no toolkit and changes no
// workshop. A question of the flow is a file here: board, offer, value, commit.
package scene
