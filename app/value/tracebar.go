package value

// OriginOfBar is where the ends of a bar of the tornado come from: the answer,
// its grade's known error, and the NPSV with the answer moved.
func (a Account) OriginOfBar(b Bar) Trace {
	t := a.tracer()
	e := from("e", "value.figure.known-error", share1(known(b.Error)))
	e.Grade = b.Grade
	x := from("x", b.Key(), t.field(b, b.Used))
	x.Text, x.Ref, x.Field = b.Title, b.Ref, b.Field
	out := Trace{
		Key: "value.figure.swing", Text: b.Title, Ref: b.Ref, Place: -1, Formula: "|NPSV(most) − NPSV(least)|",
		Inputs: []Input{x, e, from("NPSV", "value.figure.npsv", t.pv(a.NPSV))}, Result: t.pv(b.Swing()),
	}
	least, most := b.Low, b.High
	if b.Falls {
		least, most = most, least
	}
	out.Steps = []Step{
		{Symbol: "least", Formula: "x × (1 − e)", With: t.moves(b, b.Least, "−"), Figure: t.field(b, b.Least)},
		{Symbol: "most", Formula: "x × (1 + e)", With: t.moves(b, b.Most, "+"), Figure: t.field(b, b.Most)},
		{Symbol: "NPSV(least)", Formula: "NPSV(x = least)", Figure: t.pv(least)},
		{Symbol: "NPSV(most)", Formula: "NPSV(x = most)", Figure: t.pv(most)},
		{Symbol: "swing", Formula: "|NPSV(most) − NPSV(least)|", With: t.pv(b.High).plain() + " − " + t.pv(b.Low).plain(), Figure: t.pv(b.Swing())},
	}
	return out
}

// moves is the moved answer with its numbers, or nothing where it was held at
// what the field may hold, or is a number of whole years.
func (t tracer) moves(b Bar, to float64, sign string) string {
	want := b.Used * (1 + b.Error)
	if sign == "−" {
		want = b.Used * (1 - b.Error)
	}
	if want != to {
		return ""
	}
	return t.field(b, b.Used).plain() + " × (1 " + sign + " " + share1(known(b.Error)).plain() + ")"
}

// field is a value of the bar's field as it is written.
func (t tracer) field(b Bar, v float64) Figure { return b.Figure(v, t.cur) }

// Key is the word of the language files for what was moved.
func (v Varied) Key() string {
	if v.Field == "amount" { // of one year, elsewhere
		return "value.figure.amounts"
	}
	return "value.figure." + v.Field
}

// Figure is a value of the field that was moved, with what it counts: the
// answer as used, or where it was moved to.
func (v Varied) Figure(x float64, currency string) Figure {
	switch v.Field {
	case "amount":
		return Figure{known(x), Money, currency + ", all years"}
	case "unitValue":
		return Figure{known(x), Money, currency + " a unit"}
	case "quantity":
		return number(known(x), "units of the line")
	case "population":
		return number(known(x), "people")
	case "multiplier":
		return times(known(x))
	case "duration":
		return years(known(x))
	}
	return share1(known(x))
}
