package workshop

// Schema describes every kind of record as JSON Schema (draft 2020-12), kind
// by kind, units in words. The program and other tools read the same.
func Schema() map[string]any {
	defs := map[string]any{}
	for _, s := range shapes {
		defs[string(s.Kind)] = s.schema()
	}
	return map[string]any{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "Trestle records",
		"description": "Every kind of record a .trestle file holds. Money is in minor units of the workshop's currency; rates are 0 to 1; null or absent means not answered.",
		"$defs":       defs,
	}
}

func (s Shape) schema() map[string]any {
	props := map[string]any{
		"kind": map[string]any{"const": string(s.Kind)},
		"id":   map[string]any{"type": "string", "pattern": "^" + string(s.Kind) + ":[^ ]+$", "description": "left out: a new one is made"},
	}
	need := []string{"kind"}
	for _, f := range s.Fields {
		props[f.Name] = f.schema()
		if f.Need {
			need = append(need, f.Name)
		}
	}
	return map[string]any{"type": "object", "properties": props, "required": need, "additionalProperties": false}
}

func (f Field) schema() map[string]any {
	out := map[string]any{}
	if f.Unit != "" {
		out["unit"] = f.Unit
	}
	if f.Private {
		out["private"] = true
	}
	switch f.Type {
	case TextField:
		out["type"], out["maxLength"] = "string", int(f.Max)
	case DataField:
		out["type"], out["contentEncoding"], out["maxLength"] = "string", "base64", dataLength(f.Max)
	case EnumField:
		out["type"], out["enum"] = "string", append([]string{""}, f.Enum...)
	case RefField:
		out["type"], out["refersTo"] = "string", f.Refs
	case DateField:
		out["type"], out["format"] = "string", "date"
	case TimeField:
		out["type"], out["format"] = "string", "date-time"
	case BoolField:
		out["type"] = "boolean"
	case IntField, MoneyField:
		out["type"], out["minimum"], out["maximum"] = "integer", f.Min, f.Max
	case NumberField:
		out["type"], out["minimum"], out["maximum"] = "number", f.Min, f.Max
	case MaybeField:
		out["type"], out["minimum"], out["maximum"] = []string{"number", "null"}, f.Min, f.Max
	}
	return out
}
