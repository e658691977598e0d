package value

// units are the units of every number in the account's JSON, by its name.
func units(currency string) map[string]string {
	out := map[string]string{}
	put := func(unit string, names ...string) {
		for _, n := range names {
			out[n] = unit
		}
	}
	put(currency+" at base-year prices, a year, not discounted",
		"before_by_year", "after_by_year", "value_by_year", "cost_by_year", "benefit_by_year", "net_by_year",
		"money", "forecast", "actual", "gap")
	put(currency+" at base-year prices, running total, not discounted", "cumulative")
	put(currency+", running total of present values", "cumulative_discounted")
	put(currency+", present value",
		"pv", "pvc", "pvb", "npsv", "pv_fiscal", "pv_cashable", "pv_unallocated", "pv_cost", "pv_benefit", "pv_net", "inputs",
		"pv_bare", "pv_low", "pv_high", "pv_cash_cost", "pv_net_cash", "npsv_low", "npsv_high", "npsv_since")
	put(currency+" a year", "eanb")
	put(currency+" a unit of the line, at base-year prices", "unit_value", "break_even_unit_value")
	put(currency+" for a full year, at base-year prices, not discounted",
		"gross", "after_deadweight", "after_leakage", "after_displacement", "after_substitution", "after_attribution", "net", "worth")
	put("units of the line", "quantity", "direct", "break_even_quantity")
	put("people", "population")
	put("times", "multiplier", "break_even_factor")
	put("as the field that is named holds it", "used", "least", "most")
	put(currency+" for each "+currency+" of cost", "bcr", "fiscal_roi", "cash_roi", "sroi", "net_sroi", "roi")
	put("share, 1 is all", "deadweight", "leakage", "displacement", "substitution", "attribution", "mitigation",
		"predominance", "engagement", "retention", "impact", "share_of_forecast", "cashable_share", "part", "shared",
		"benefit_correction", "switching", "progress")
	put("share of the figure it corrects", "correction", "cost_correction", "optimism", "known_error")
	put("share a year", "flat_rate", "rate", "drop_off")
	put("weight of the year", "discount_factors")
	put("years", "horizon_years", "lag_years", "duration_years", "payback_years", "cut_years")
	put("months", "payback_months")
	put("years after year 0", "year", "payback_year", "from_year")
	put("calendar year", "price_year")
	put("1 audited to 6 judgement, 0 not answered", "grade")
	put("−3 much worse to +3 much better", "scale")
	put("lines", "lines", "count")
	put("amounts", "cut_amounts", "unknown_amounts", "known_amounts")
	put("as the indicator's unit says", "baseline", "target", "reading", "do_nothing", "expected", "gained")
	return out
}
