package value

import (
	"math"
	"strconv"

	"trestle/app/workshop"
)

// Ratio is a figure that may be n/a: a ratio without a cost to divide by, or a
// number that was not answered. In JSON it is a number or null.
type Ratio struct {
	V  float64
	OK bool
}

// MarshalJSON implements json.Marshaler.
func (r Ratio) MarshalJSON() ([]byte, error) {
	if !r.OK || math.IsNaN(r.V) || math.IsInf(r.V, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, r.V, 'g', -1, 64), nil
}

// over is a/b, n/a where b is not above 0 (I14).
func over(a, b float64) Ratio {
	if !(b > 0) {
		return Ratio{}
	}
	return finite(a / b)
}

// answered is m as a ratio, held between lo and hi.
func answered(m workshop.Maybe, lo, hi float64) Ratio {
	if !m.Known {
		return Ratio{}
	}
	return Ratio{V: within(m.V, lo, hi), OK: true}
}

// or is the figure, or d where it is n/a.
func (r Ratio) or(d float64) float64 {
	if r.OK {
		return r.V
	}
	return d
}

// within holds v between lo and hi, and takes what is no number for lo: files
// written by other hands are not held to the limits of the records.
func within(v, lo, hi float64) float64 {
	if math.IsNaN(v) {
		return lo
	}
	return math.Min(hi, math.Max(lo, v))
}

// Round is v at so many decimal places, halves away from zero, for display and
// export only. A half is told at fifteen significant digits, as a spreadsheet
// does, so that 1.005 gives 1.01 although no float64 is exactly 1.005.
func Round(v float64, places int) float64 {
	const whole = 1 << 52 // from here on a float64 has no places
	scale := math.Pow10(max(places, -places))
	x := math.Abs(v) * scale
	if places < 0 {
		x = math.Abs(v) / scale
	}
	if v == 0 || math.IsNaN(x) || places >= 0 && x >= whole {
		return v
	}
	x = math.Floor(x*(1+1e-15) + 0.5)
	if x == 0 {
		return 0 // never −0, which prints a sign
	}
	if places < 0 {
		return math.Copysign(x*scale, v)
	}
	return math.Copysign(x/scale, v)
}

// finite is v, n/a where it is no number any more.
func finite(v float64) Ratio {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Ratio{}
	}
	return Ratio{V: v, OK: true}
}
