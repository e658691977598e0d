package workshop

import (
	"encoding/base64"
	"strconv"
)

// Picture is a photograph or a drawing on the board: of a wall of paper notes,
// a map, a chart. The file holds it whole, small enough for one line, so that
// nothing outside the file is ever needed. Its place is as a note's.
type Picture struct {
	ID      ID      `json:"id"`
	Step    string  `json:"step" rule:"need,max=60"`
	Zone    string  `json:"zone" rule:"max=60"`
	X       float64 `json:"x" rule:"min=-100000,max=100000" unit:"board units"`
	Y       float64 `json:"y" rule:"min=-100000,max=100000" unit:"board units"`
	W       float64 `json:"w" rule:"min=0,max=4000" unit:"board units, 0 for the usual"`
	H       float64 `json:"h" rule:"min=0,max=4000" unit:"board units, 0 for the usual"`
	Z       int     `json:"z" rule:"min=-1000000,max=1000000"`
	Alt     string  `json:"alt" rule:"max=300"`
	Name    string  `json:"name" rule:"max=120"`
	Type    string  `json:"type" rule:"enum=image/jpeg|image/png"`
	Data    string  `json:"data" rule:"data=700000" unit:"bytes in base64"`
	State   string  `json:"state" rule:"enum=active|parked|archived"`
	Private bool    `json:"private"`
}

// The types a picture may have, how many bytes one may hold, and how many of
// them a workshop may hold: all of them, written twice, still leave most of a
// file's room to words.
const (
	JPEG            = "image/jpeg"
	PNG             = "image/png"
	MaxPictureBytes = 700_000
	MaxPictures     = 60
)

// Ident implements Record.
func (r Picture) Ident() ID { return r.ID }

// Shown says whether the picture stands on the board.
func (r Picture) Shown() bool { return r.State == "" || r.State == Active }

// Title is what the picture is called in lists: what it shows, else its file's name.
func (r Picture) Title() string {
	if r.Alt != "" {
		return r.Alt
	}
	return r.Name
}

// AddPicture is the change that puts a picture of these bytes on the board, in
// front of all else.
func AddPicture(d Document, p Picture, bytes []byte) Change {
	if p.ID == "" {
		p.ID = NewID("picture")
	}
	p.Z = Front(d)
	p.Name, p.Alt = cut(Clean(p.Name), 120), cut(Clean(p.Alt), 300)
	p.Data = base64.StdEncoding.EncodeToString(bytes)
	return Put(d, "picture.add", p)
}

// pictureRule holds what keeps a file readable: there are not too many
// pictures, and one never becomes another, so that no change holds two.
func pictureRule(old, next Document, r Record) error {
	p := r.(Picture)
	was, known := Find[Picture](old, p.ID)
	if known && was.Data != "" && was.Data != p.Data {
		return RuleError{"picture", p.ID, "rule.picture-other", nil}
	}
	if !known && next.Count("picture") > MaxPictures {
		return RuleError{"picture", p.ID, "rule.pictures-many", []string{strconv.Itoa(MaxPictures)}}
	}
	return nil
}

// Where is where a note or a picture stands.
func Where(d Records, id ID) (Moved, bool) {
	if n, ok := Find[Note](d, id); ok {
		return Moved{ID: id, Step: n.Step, Zone: n.Zone, X: n.X, Y: n.Y}, true
	}
	if p, ok := Find[Picture](d, id); ok {
		return Moved{ID: id, Step: p.Step, Zone: p.Zone, X: p.X, Y: p.Y}, true
	}
	return Moved{}, false
}

// dataLength is how many letters of base64 so many bytes take.
func dataLength(bytes float64) int { return base64.StdEncoding.EncodedLen(int(bytes)) }

// isData says whether s is base64 as this program writes it. It is asked of
// each megabyte read, so it looks at letters and decodes nothing.
func isData(s string) bool {
	if len(s)%4 != 0 {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
		case c == '=' && i >= len(s)-2:
		default:
			return false
		}
	}
	return true
}
