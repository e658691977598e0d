package value

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"trestle/app/workshop"
)

// PresetList is what others have published and a line may be valued by.
type PresetList struct {
	Values   []PresetValue `json:"values"`
	Optimism []Preset      `json:"optimism"`
	Source   string        `json:"optimism_source"` // of the bounds
}

// PresetValue is what one of something is worth, in major units of its
// currency. Low and High are the ends of the range its source gives, 0 where it
// gives none.
type PresetValue struct {
	Name      string  `json:"name"`
	Unit      string  `json:"unit"`
	Category  string  `json:"category"`
	Currency  string  `json:"currency"`
	Value     float64 `json:"value"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	PriceYear int     `json:"price_year"`
	Source    string  `json:"source"`
	Note      string  `json:"note"`
}

// ReadPresets reads a list of presets. It takes nothing without a source and a
// price year.
func ReadPresets(raw []byte) (PresetList, error) {
	var list PresetList
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&list); err != nil {
		return PresetList{}, fmt.Errorf("presets: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return PresetList{}, fmt.Errorf("presets: more than one list")
	}
	for _, v := range list.Values {
		if err := v.sound(); err != nil {
			return PresetList{}, err
		}
	}
	share := func(v float64) bool { return v >= 0 && v <= maxOptimism }
	for _, p := range list.Optimism {
		if p.Project == "" || !share(p.Capital) || !share(p.Duration) {
			return PresetList{}, fmt.Errorf("presets: %s: no bound", p.Project)
		}
	}
	return list, nil
}

// sound says what is wrong with a value: it could not be a row of a price list,
// or nobody says where it is from.
func (v PresetValue) sound() error {
	u := v.UnitCost()
	u.ID = "unitcost:check"
	if err := workshop.Check(u); err != nil {
		return fmt.Errorf("presets: %s: %w", v.Name, err)
	}
	if v.Source == "" || v.PriceYear < 1900 || v.Currency == "" {
		return fmt.Errorf("presets: %s: no source, price year or currency", v.Name)
	}
	if !(v.Value > 0) || v.Low > v.Value || v.High != 0 && v.High < v.Value {
		return fmt.Errorf("presets: %s: no value within its range", v.Name)
	}
	return nil
}

// UnitCost is the preset as a row of a team's price list, without a name of its
// own: for workshop.UsePrice, or to be kept.
func (v PresetValue) UnitCost() workshop.UnitCost {
	return workshop.UnitCost{
		Name: v.Name, Category: v.Category, Unit: v.Unit, Value: workshop.Know(v.Value * minor),
		PriceYear: v.PriceYear, Source: v.Source, Note: v.Note,
	}
}
