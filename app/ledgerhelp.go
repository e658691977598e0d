package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// ledgerHelp is the panel of a ledger while no line is in hand: what can be
// done here, and the keys.
func (c *Control) ledgerHelp() fyne.CanvasObject {
	col := column(14, c.heading(c.Say("ledger.help")))
	acts := column(6)
	if n := len(c.pullable()); n > 0 {
		acts.Add(c.wide(c.Say("ledger.help.pull", itoa(n)), func() { c.pullCosts() }))
	}
	if canPrice(c) {
		acts.Add(c.wide(c.Say("command.prices"), func() { c.pickPrice() }))
	}
	acts.Add(c.wide(c.Say("command.lines-import"), func() { c.importLines() }))
	col.Add(acts)
	keys := column(7)
	for _, k := range [][2]string{
		{"A…", "type"},
		{"Tab", "tab"},
		{"Enter", "enter"},
		{"F2", "edit"},
		{"Esc", "esc"},
		{"Delete", "delete"},
		{"Ctrl+Delete", "remove"},
		{"?", "unknown"},
		{"F10", "assume"},
		{"Shift ↓", "block"},
		{"Ctrl+Shift+D", "fill"},
		{"Ctrl+V", "paste"},
		{"Ctrl+↓", "table"},
		{"Ctrl+Enter", "more"},
	} {
		keys.Add(container.New(layout.NewFormLayout(), container.New(fixedWidth(88), c.line(k[0], font{small, medium, "ink"})), c.words(c.Say("ledger.key."+k[1]), c.side()-140, font{small, nil, "second"})))
	}
	col.Add(keys)
	return col
}

// wide is a button as wide as the panel.
func (c *Control) wide(text string, do func()) fyne.CanvasObject {
	ch := c.chip(text, chipStyle{fill: "card", edge: "line", ink: "ink", left: true}, do)
	ch.keys = c.keyed
	return ch
}
