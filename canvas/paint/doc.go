// Package paint turns the items of a scene into pixels: our own painter.
//
// Its nouns: a Painter shows one scene through a Camera; a Theme gives palette
// names their colours; a layout is a text broken into shaped lines, once, in
// world units; a glyph is one letter's coverage at one size. It knows no
// toolkit, no workshop and no screen: the same pixels go to window, projector,
// PNG and thumbnail, and the same scene and camera give the same bytes.
package paint
