package canvas

import (
	"encoding/binary"
	"image"
	"time"
)

// How one page of the room's picture gives way to the next: in fadeTime, where
// that is cheap. Mixing takes 1.2 ms at 1280 × 720 and 3.0 ms at 1920 × 1080;
// what is larger, or drawn too slowly, is a cut.
const (
	fadeTime   = 140 * time.Millisecond
	fadeMost   = 1920 * 1200 // pixels
	fadeSlow   = 3 * beat    // between two pictures
	fadeFrames = 9
)

// fading is a page that comes over the one before it. Only a page that was turned
// to comes so: whatever is taken from the room's eyes is gone at once.
type fading struct {
	painted bool        // there is a picture to come over
	asked   bool        // the next picture comes over the one that is there
	from    *image.RGBA // what was there; nil where nothing fades
	mixed   *image.RGBA
	began   time.Time
	last    time.Time // of the picture before
	n       int       // of pictures so far
	due     bool
	still   bool
	pulse   pulse
}

// Still says whether nothing may move by itself: a page is there at once.
func (s *Screen) Still(on bool) {
	s.fade.still = on
	if on {
		s.fade.stop()
	}
}

// Fade lets the next picture come over the one that is shown.
func (s *Screen) Fade() { s.fade.asked = true }

// Cut lets the next picture be there at once: nothing of the one before shows
// through it.
func (s *Screen) Cut() { s.fade.stop() }

func (f *fading) stop() { f.from, f.asked = nil, false }

// keep holds what is shown, where the picture painted next is to come over it.
func (f *fading) keep(shown *image.RGBA, may bool) {
	begins := f.asked && may && !f.still && len(shown.Pix) <= 4*fadeMost
	f.stop()
	if !begins {
		return
	}
	if f.mixed == nil || f.mixed.Rect != shown.Rect {
		f.mixed = image.NewRGBA(shown.Rect)
	}
	f.from = image.NewRGBA(shown.Rect)
	copy(f.from.Pix, shown.Pix)
	f.began, f.n = f.pulse.now().Add(-beat), 0
}

// over is the picture as it is seen now, the page to on its way; again is asked
// for the next one.
func (f *fading) over(to *image.RGBA, again func()) *image.RGBA {
	if f.from == nil {
		return to
	}
	now := f.pulse.now()
	slow := f.n > 0 && now.Sub(f.last) > fadeSlow
	share := float64(now.Sub(f.began)) / float64(fadeTime)
	if f.n++; share >= 1 || slow || f.n > fadeFrames || f.from.Rect != to.Rect {
		f.stop()
		return to
	}
	f.last = now
	mix(f.mixed.Pix, f.from.Pix, to.Pix, uint64(share*(2-share)*256))
	if !f.due {
		f.due = true
		f.pulse.after(beat, func() { f.due = false; again() })
	}
	return f.mixed
}

// mix sets every byte k 256ths of the way from a to b, eight at a time.
func mix(dst, a, b []byte, k uint64) {
	const even = 0x00ff00ff00ff00ff
	n := 256 - k
	for i := 0; i+8 <= len(dst); i += 8 {
		x, y := binary.LittleEndian.Uint64(a[i:]), binary.LittleEndian.Uint64(b[i:])
		low := ((x&even)*n + (y&even)*k) >> 8 & even
		high := ((x>>8&even)*n + (y>>8&even)*k) & (even << 8)
		binary.LittleEndian.PutUint64(dst[i:], low|high)
	}
	for i := len(dst) &^ 7; i < len(dst); i++ {
		dst[i] = byte((uint64(a[i])*n + uint64(b[i])*k) >> 8)
	}
}
