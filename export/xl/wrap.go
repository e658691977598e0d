package xl

import "strings"

// advances are how far the letters of Calibri from space to ~ go on, in
// thousandths of their size.
const advances = "226326401498507715682221303303498498250306252386507507507507507507507507507507268268498498498463894" +
	"579544533615488459631623252319520420855646662517673543459487642567890519487468307386307498498291" +
	"479525423525498305471525230239455230799525527525525349391335525452715433453395314460314498"

// advance is how far one letter goes on, in ems; what is not Latin is taken as
// wide as a CJK letter where it may be one.
func advance(r rune) float64 {
	switch {
	case r >= ' ' && r <= '~':
		i := int(r-' ') * 3
		return float64(advances[i]-'0')/10 + float64(advances[i+1]-'0')/100 + float64(advances[i+2]-'0')/1000
	case r >= 0x2E80:
		return 1
	}
	return 0.56
}

// length is how long a run of words is, in ems.
func length(s string) float64 {
	n := 0.0
	for _, r := range s {
		n += advance(r)
	}
	return n
}

// lines is how many lines words take in a column so many letters wide, set in
// so many points. A column's letter is 5.25 points, and 4 are its margins.
func lines(t string, width, points float64) int {
	room := (width*5.25 - 4) / points * 0.98
	n := 0
	for _, para := range strings.Split(t, "\n") {
		n += wrapped(para, room)
	}
	return n
}

// wrapped is how many lines of a length, in ems, words take.
func wrapped(s string, room float64) int {
	space := advance(' ')
	n, used := 1, 0.0
	for _, w := range strings.Fields(s) {
		l := length(w)
		if used > 0 && used+space+l > room {
			n, used = n+1, 0
		}
		if used > 0 {
			used += space
		}
		used += l
		for used > room && room > 1 { // a word longer than a line is broken
			n, used = n+1, used-room
		}
	}
	return n
}

// grow makes a row as high as its words need. The height is a first guess:
// programs that fit rows themselves may.
func (s *Sheet) grow(col, row int, t string, l look) {
	n, w := 1, s.width[col]
	if l.wrap && w > 0 {
		size := l.points()
		if l.bold {
			size *= 1.06
		}
		n = lines(t, w, size)
	}
	if h := min(float64(n)*l.points()*1.24+3, 409); h > 16.5 {
		s.line[row] = max(s.line[row], h)
	}
}
