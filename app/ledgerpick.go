package app

import (
	"errors"
	"os"
	"strings"

	"trestle/app/ledger"
	"trestle/app/value"
	"trestle/app/workshop"
)

// canPrice says whether the line in hand can be valued from a list, or its
// optimism be.
func canPrice(c *Control) bool {
	if !hasCell(c) {
		return false
	}
	s, _ := c.board.Ledger()
	at := c.board.Cell()
	kind := s.Tables[at.Table].Kind
	return kind == "benefit" || kind == "cost" && at.Row < len(s.Tables[at.Table].Rows)
}

// pickPrice values the line in hand by the team's own list or by what others
// have published; a cost takes an upper bound for its kind of project.
func (c *Control) pickPrice() {
	s, _ := c.board.Ledger()
	id, _, _ := s.Cell(c.board.Cell())
	if s.Tables[c.board.Cell().Table].Kind == "cost" {
		c.pickFrom("prices.optimism", c.optimismChoices(id))
		return
	}
	c.pickFrom("prices.pick", c.priceChoices(s, id))
}

// pickFrom shows a list to pick from; typed words narrow it.
func (c *Control) pickFrom(key string, all []choice) {
	c.pick(c.Say(key), c.Say("prices.type"), func(typed string) []choice {
		var out []choice
		for _, x := range all {
			if strings.Contains(strings.ToLower(x.text+" "+x.end), strings.ToLower(strings.TrimSpace(typed))) {
				out = append(out, x)
			}
		}
		return out
	})
}

// priceChoices are the rows of the team's list, then the presets of the
// workshop's currency, and last the way to a list in a file.
func (c *Control) priceChoices(s ledger.Sheet, id workshop.ID) []choice {
	var out []choice
	add := func(u workshop.UnitCost) {
		text := u.Name
		if u.Unit != "" {
			text += " · " + u.Unit
		}
		end := s.Money(u.Value.V) + " · " + itoa(u.PriceYear)
		out = append(out, choice{text: text + " · " + u.Source, end: end, do: func() { c.usePrice(id, u) }})
	}
	for u := range workshop.All[workshop.UnitCost](c.desk.Document()) {
		if u.Value.Known {
			add(u)
		}
	}
	list, err := presets()
	if err != nil {
		c.program.tell(c.win, err)
	}
	for _, v := range list.Values {
		if v.Currency == currencyOf(c.desk.Document()) {
			add(v.UnitCost())
		}
	}
	return append(out, choice{text: c.Say("prices.import"), end: "CSV", do: func() { c.importPrices() }})
}

// usePrice values a line, or begins one.
func (c *Control) usePrice(id workshop.ID, u workshop.UnitCost) {
	c.win.Canvas().Focus(c.board)
	if id != "" {
		_ = c.desk.Do(workshop.UsePrice(c.desk.Document(), id, u))
		c.board.GoTo(id, "count")
		return
	}
	row := ledger.Fresh("benefit")
	b := row.Rec.(workshop.Benefit)
	b.Title, b.Unit, b.UnitValue, b.PriceYear, b.Source = firstWords(u.Name, 120), u.Unit, u.Value, u.PriceYear, u.Source
	if u.Category != "" {
		b.Category = u.Category
	}
	row.Rec = b
	if err := c.put("benefit.price", row); err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.board.GoTo(b.ID, "count")
}

func (c *Control) optimismChoices(id workshop.ID) []choice {
	list, err := presets()
	if err != nil {
		c.program.tell(c.win, err)
	}
	s, _ := c.board.Ledger()
	var out []choice
	for _, p := range list.Optimism {
		out = append(out, choice{text: c.Or("optimism."+p.Project, p.Project), end: "+" + s.Percent(p.Capital), do: func() {
			c.win.Canvas().Focus(c.board)
			x, ok := workshop.Find[workshop.Cost](c.desk.Document(), id)
			if !ok {
				return
			}
			x.Optimism, x.OptimismSource = workshop.Know(p.Capital), p.Project+": "+list.Source
			_ = c.desk.Do(workshop.Put(c.desk.Document(), "cost.optimism", x))
		}})
	}
	return out
}

// importPrices takes a team's list of unit costs from a CSV file, whole or not
// at all, and says line by line what is wrong with it.
func (c *Control) importPrices() {
	c.askFile([]string{".csv", ".tsv", ".txt"}, func(path string) {
		f, err := os.Open(path)
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		defer func() { _ = f.Close() }()
		rows, err := value.ReadPrices(f, currencyOf(c.desk.Document()))
		var wrong value.PriceErrors
		switch {
		case errors.As(err, &wrong):
			c.say(c.win, c.Say("prices.refused"), strings.Join(c.Prices(wrong), "\n"))
			return
		case err != nil:
			c.program.tell(c.win, err)
			return
		}
		change := workshop.ImportPrices(c.desk.Document(), rows)
		if !change.Empty() && c.desk.Do(change) != nil {
			return
		}
		c.say(c.win, c.Say("prices.title"), c.Say("prices.taken", itoa(len(rows)), itoa(len(change.Edits))))
	})
}
