// Package assets embeds what the program ships: frameworks, languages, icon,
// fonts and the sample. It holds no logic.
package assets

import "embed"

// Frameworks are the guided flows, framework/NAME.json.
//
//go:embed framework
var Frameworks embed.FS

// Languages are the words of the interface, lang/TAG.json.
//
//go:embed lang
var Languages embed.FS

// Icon is the program's picture, 512 × 512.
//
//go:embed icon/trestle.png
var Icon []byte

// Regular, Medium, SemiBold and Bold are the Inter family (OFL, font/LICENSE.txt).
//
//go:embed font/Inter-Regular.otf
var Regular []byte

// Medium is Inter Medium.
//
//go:embed font/Inter-Medium.otf
var Medium []byte

// SemiBold is Inter SemiBold.
//
//go:embed font/Inter-SemiBold.otf
var SemiBold []byte

// Bold is Inter Bold.
//
//go:embed font/Inter-Bold.otf
var Bold []byte

// Emoji is EmojiOne, its outlines alone without its colours (MIT,
// font/LICENSE-EmojiOne.txt).
//
//go:embed font/EmojiOne-Outline.otf
var Emoji []byte

// Sample is an invented workshop after the Suffolk example.
//
//go:embed sample/suffolk.trestle
var Sample []byte

// Presets are values and upper bounds of optimism that others have published,
// each with its source.
//
//go:embed value/presets.json
var Presets []byte
