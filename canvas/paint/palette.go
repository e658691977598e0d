package paint

import (
	"image/color"
	"strconv"
	"strings"

	"trestle/canvas/scene"
)

// Theme is one of the two palettes.
type Theme uint8

// The palettes.
const (
	Light Theme = iota
	Dark
)

// palette holds the colours of each name: light, dark. Body text keeps 7:1 on
// its fill, other text 4.5:1, edges that mean something 3:1; a test computes it.
var palette = map[scene.Colour][2]uint32{
	"ink":    {0x14213D, 0xF3F1EA},
	"second": {0x4A556B, 0xC3C8D2},
	"third":  {0x7B8496, 0x959DAD},
	"paper":  {0xF7F5F0, 0x161B26},
	"card":   {0xFFFFFF, 0x1F2635},
	"zone":   {0xFDFCFA, 0x1B2130},
	"line":   {0xE2DDD2, 0x3A4357},
	"grid":   {0xDFDACD, 0x2A3142},
	"accent": {0xD9A441, 0xD9A441},
	"marked": {0xBFD4EE, 0x34507A},

	"good": {0x2A6B4A, 0x7CC79F}, "bad": {0xB4472B, 0xF0997F}, "warn": {0xE0B040, 0xB98A2A}, "warn.fill": {0xFDF1D2, 0x3B3116},
	"good.fill": {0xE4F0EA, 0x1E3A2C}, "bad.fill": {0xFBE9E2, 0x43251D},

	"chart.gain": {0x2A6B4A, 0x7CC79F}, "chart.cost": {0x9A6A08, 0xE0B25A}, "chart.cost.fill": {0xFBF0D3, 0x3D300F},

	"phase.open": {0x4A556B, 0xB8C0CF}, "phase.problem": {0xB4472B, 0xF0997F}, "phase.goal": {0x1D4E89, 0x8FB9EC},
	"phase.offer": {0x9A6A08, 0xE0B25A}, "phase.value": {0x2A6B4A, 0x7CC79F}, "phase.deliver": {0x6A3D6B, 0xD0A3D1},
	"phase.open.tint": {0xEFEDE7, 0x262D3C}, "phase.problem.tint": {0xF3E9E3, 0x35231F}, "phase.goal.tint": {0xE7EDF4, 0x1E2B3F},
	"phase.offer.tint": {0xF9F2E0, 0x332A17}, "phase.value.tint": {0xE5F0E9, 0x1C3127}, "phase.deliver.tint": {0xF2E8F2, 0x312333},

	"partner.1.fill": {0xE3F0F8, 0x16324A}, "partner.1.edge": {0x0072B2, 0x5FB3E8},
	"partner.2.fill": {0xFBE9E2, 0x46241B}, "partner.2.edge": {0xB4472B, 0xF0997F},
	"partner.3.fill": {0xE0F3EC, 0x143A2F}, "partner.3.edge": {0x00795A, 0x55C9A6},
	"partner.4.fill": {0xFDF1D2, 0x3D300F}, "partner.4.edge": {0x8A5A00, 0xE0B25A},
	"partner.5.fill": {0xF7E6F1, 0x40223A}, "partner.5.edge": {0x8A3F75, 0xE0A0D0},
	"partner.6.fill": {0xE8E6F5, 0x2A2950}, "partner.6.edge": {0x4B4A9C, 0xA9A8EE},
	"partner.7.fill": {0xE6EFF0, 0x1C363B}, "partner.7.edge": {0x3D6770, 0x93C2CC},
	"partner.8.fill": {0xF3EADF, 0x3A2A1A}, "partner.8.edge": {0x7A5230, 0xD9AE85},
}

// RGBA is what a palette name looks like; nothing for the empty name and for
// names nobody knows. Partners past the eighth take the first eight again.
func (t Theme) RGBA(name scene.Colour) color.RGBA {
	if name == "" || name == "none" {
		return color.RGBA{}
	}
	v, ok := palette[name]
	if !ok {
		v, ok = palette[again(name)]
	}
	if !ok {
		return color.RGBA{}
	}
	c := v[t&1]
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xFF}
}

// again is the name of the partner colour that a number past eight shares.
func again(name scene.Colour) scene.Colour {
	parts := strings.Split(string(name), ".")
	if len(parts) != 3 || parts[0] != "partner" {
		return ""
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil || n < 1 {
		return ""
	}
	return scene.Colour("partner." + strconv.Itoa((n-1)%8+1) + "." + parts[2])
}
