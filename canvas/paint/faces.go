package paint

import (
	"bytes"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"trestle/assets"
	"trestle/canvas/scene"
)

// faceNo names a face within one setter: the four weights of the embedded
// family first, then the embedded emoji, then what the system lent.
type faceNo uint16

const emojiFace faceNo = 4

// faces are what letters are drawn with. What the embedded fonts lack is looked
// for among those of the system, once such a letter comes.
type faces struct {
	all    []*font.Face
	no     map[*font.Font]faceNo
	system *fontscan.FontMap
	tried  bool
}

// loadFaces reads the embedded fonts. It cannot fail but by a broken build.
func loadFaces() *faces {
	f := &faces{no: map[*font.Font]faceNo{}}
	for _, b := range [][]byte{assets.Regular, assets.Medium, assets.SemiBold, assets.Bold, assets.Emoji} {
		face, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			panic("paint: embedded font: " + err.Error())
		}
		f.add(face)
	}
	return f
}

func (f *faces) add(face *font.Face) faceNo {
	if n, ok := f.no[face.Font]; ok {
		return n
	}
	n := faceNo(len(f.all))
	f.all, f.no[face.Font] = append(f.all, face), n
	return n
}

// choice finds the face of each letter of a text in one weight.
type choice struct {
	faces  *faces
	weight scene.Weight
}

// ResolveFace implements shaping.Fontmap.
func (c choice) ResolveFace(r rune) *font.Face {
	own := c.faces.all[c.weight&3]
	if has(own, r) {
		return own
	}
	if emoji := c.faces.all[emojiFace]; has(emoji, r) {
		return emoji
	}
	if lent := c.faces.lent(r); lent != nil {
		return lent
	}
	return own // its sign for a letter that it lacks
}

// SetScript implements shaping.FontmapScript.
func (c choice) SetScript(s language.Script) {
	if c.faces.system != nil {
		c.faces.system.SetScript(s)
	}
}

func has(f *font.Face, r rune) bool { _, ok := f.NominalGlyph(r); return ok }

// lent is a face of the system that has the letter, or nil.
func (f *faces) lent(r rune) *font.Face {
	if !f.tried {
		f.tried = true
		dir, err := os.UserCacheDir()
		if err != nil {
			dir = os.TempDir()
		}
		m := fontscan.NewFontMap(log.New(io.Discard, "", 0))
		if m.UseSystemFonts(filepath.Join(dir, "trestle")) == nil {
			m.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
			f.system = m
		}
	}
	if f.system == nil {
		return nil
	}
	face := f.system.ResolveFace(r)
	if face == nil || !has(face, r) {
		return nil
	}
	f.add(face)
	return face
}
