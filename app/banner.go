package app

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// refreshBanner makes the lines under the bar: what a facilitator must know
// now, such as a file that has gone or a frozen projector.
func (c *Control) refreshBanner() {
	c.parts.banner.Objects = nil
	add := func(key string, args []string, do func(), doKey string) {
		row := container.NewHBox(c.words(c.Say(key, args...), max(c.win.Canvas().Size().Width-260, 400), font{small, medium, "ink"}), layout.NewSpacer())
		if do != nil {
			row.Add(c.small(c.Say(doKey), do))
		}
		c.parts.banner.Add(container.NewStack(c.fill("warn.fill"), pad(row, gutter, 8, gutter, 8)))
	}
	st := c.desk.store.State()
	switch {
	case st.Full:
		add("banner.full", nil, nil, "")
	case st.Away:
		add("banner.away", []string{c.desk.store.Path()}, nil, "")
	}
	if r := c.desk.opening; r.ReadOnly() {
		add("banner.read-only", []string{r.Lock.By, r.Lock.Since.Local().Format("15:04")}, nil, "")
	}
	for _, l := range c.roomLines() {
		if l.pin {
			add(l.key, l.args, l.do, l.doKey)
		}
	}
	if row := c.modes(); row != nil {
		c.parts.banner.Add(row)
	}
	c.parts.banner.Refresh()
	c.relayout()
}

// storeChanged is told by the flusher what became of the file.
func (c *Control) storeChanged() {
	c.program.later(func() {
		c.refreshTop()
		if st := c.desk.store.State(); st.Away || st.Full || len(c.parts.banner.Objects) > 0 {
			c.refreshBanner()
		}
	})
}
