package app

import (
	"strconv"

	"trestle/app/value"
	"trestle/assets"
)

// presets are the values and bounds the program ships, read once they are asked for.
func presets() (value.PresetList, error) { return value.ReadPresets(assets.Presets) }

// Prices says in words what is wrong in a price list, a line each.
func (t *Tongue) Prices(wrong value.PriceErrors) []string {
	var out []string
	for _, e := range wrong {
		column := e.Column
		if t.Or("prices.column."+column, "") != "" {
			column = t.Say("prices.column." + column)
		}
		out = append(out, t.Say("prices.at."+e.Reason, strconv.Itoa(e.Line), column, e.Detail))
	}
	return out
}
