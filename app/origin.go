package app

import (
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/value"
	"trestle/app/workshop"
)

// isFigure says whether what is in hand is a figure of the account, not a record.
func isFigure(id workshop.ID) bool { return id.Kind() == "figure" }

// originPanel says where a figure of the account comes from: what went in, each
// leading to its record, the formula, and the steps with their numbers. False
// where the figure means nothing any more.
func (c *Control) originPanel(id workshop.ID) bool {
	name := strings.TrimPrefix(string(id), "figure:")
	a := value.Of(c.desk.For(workshop.Facilitator))
	trail := a.Trail(name)
	if len(trail) == 0 {
		return false
	}
	col := column(12, container.NewHBox(c.heading(c.Say("origin.title")), layout.NewSpacer(), c.small("✕", func() { c.focusOn("") })))
	if s := c.saidOf(a, name); s != "" {
		col.Add(c.words(s, c.side()-40, font{body, medium, "ink"}))
	}
	for _, x := range trail {
		col.Add(c.origin(x, a.Convention.Currency))
	}
	var rests []string
	for _, s := range value.Rests(a) {
		rests = append(rests, c.Say(s.Key, s.Args...))
	}
	col.Add(c.words(strings.Join(rests, " · "), c.side()-40, font{tiny, nil, "second"}))
	c.scrolled(col)
	return true
}

// saidOf is the sentence a figure stands in, if it stands in one.
func (c *Control) saidOf(a value.Account, name string) string {
	key, ok := strings.CutPrefix(name, "word/")
	if !ok {
		return ""
	}
	for _, s := range value.Words(a) {
		if s.Key == key {
			return c.Say(s.Key, s.Args...)
		}
	}
	return ""
}

// origin is one figure: its result in large, what went in, and the steps.
func (c *Control) origin(x value.Trace, currency string) fyne.CanvasObject {
	name := c.Say(x.Key)
	if x.Text != "" {
		name += " · " + x.Text
	}
	box := column(6, c.words(name, c.side()-68, font{small, medium, "second"}), c.line(c.result(x.Result, currency), font{large, heavy, "ink"}))
	for _, in := range x.Inputs {
		if o := c.originInput(in, currency); o != nil {
			box.Add(o)
		}
	}
	box.Add(pad(c.words(x.Formula, c.side()-68, font{small, medium, "ink"}), 0, 4, 0, 0))
	for _, s := range x.Steps {
		if s.With == "" && len(x.Steps) < 2 {
			continue
		}
		says := c.figure(s.Figure, currency)
		if s.Figure == x.Result {
			says = c.result(x.Result, currency)
		}
		text := grouped(s.With) + " = " + says
		if s.With == "" {
			text = says
		}
		if s.Symbol != "" {
			text = c.Or("value.step."+strings.ReplaceAll(s.Symbol, " ", "-"), s.Symbol) + ": " + text
		}
		box.Add(c.words(text, c.side()-68, font{tiny, nil, "second"}))
	}
	return c.panelBox(box, "paper", "line", 12)
}

// result is what a trace comes to, rounded as the sentence and the picture
// round it: shares to whole per cent.
func (c *Control) result(f value.Figure, currency string) string {
	if f.Kind == value.Share && f.Value.OK {
		f.Value.V = value.Round(f.Value.V, 2)
	}
	return c.figure(f, currency)
}

// stepFigure is a figure in the text of a step.
var stepFigure = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)

// grouped is a step's text with its figures in threes: 142787.16 is 142,787.16.
func grouped(s string) string {
	return stepFigure.ReplaceAllStringFunc(s, func(n string) string {
		whole, part, _ := strings.Cut(n, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if part != "" {
			whole += "." + part
		}
		return whole
	})
}

// originInput is one figure that went in; a press on it goes to where it was
// answered. What was not answered is a question mark, never 0.
func (c *Control) originInput(in value.Input, currency string) fyne.CanvasObject {
	name := in.Text
	if in.Key != "" {
		name = c.Say(in.Key)
		if in.Text != "" {
			name += " " + in.Text
		}
	}
	if name == "" {
		return nil
	}
	if by := c.sourceOf(in); by != "" {
		name += " (" + by + ")"
	}
	says := c.figure(in.Figure, currency)
	if in.Field == "quantity" && in.Value.OK && in.Unit != "" {
		says += " " + in.Unit
	}
	row := container.NewBorder(nil, nil, nil, c.line(says, font{small, medium, "ink"}),
		c.words(name, c.side()-84-c.measure(says, font{small, medium, "ink"}), font{small, nil, "ink"}))
	if in.Ref == "" || !c.desk.Document().Has(in.Ref) {
		return row
	}
	ref := in.Ref
	return newTapArea(row, func() { c.focusOn(ref) })
}

// sourceOf is who says so, in prices of which year, and how sure.
func (c *Control) sourceOf(in value.Input) string {
	var out []string
	if in.Source != "" {
		out = append(out, in.Source)
	}
	if in.PriceYear != 0 {
		out = append(out, c.Say("value.rests.prices", strconv.Itoa(in.PriceYear)))
	}
	if in.Grade != 0 {
		out = append(out, c.Say("origin.grade", strconv.Itoa(in.Grade)))
	}
	return strings.Join(out, ", ")
}

// figure is a figure as it is read: money in whole units, shares in per cent.
func (c *Control) figure(f value.Figure, currency string) string {
	if !f.Value.OK {
		return "?"
	}
	v := f.Value.V
	plain := func(places int) string { return c.number(value.Round(v, places)) }
	switch f.Kind {
	case value.Money:
		return c.money(v*100, currency)
	case value.Share:
		return c.number(value.Round(100*v, 1)) + " %"
	case value.Rate:
		return c.numerals().Each(v, currency)
	case value.Times:
		return "× " + plain(6)
	case value.Years:
		return c.Say(map[bool]string{true: "origin.year", false: "origin.years"}[v == 1], plain(2))
	}
	return plain(2)
}
