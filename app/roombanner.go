package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/workshop"
	"trestle/canvas"
)

// bannerLine is a line under the bar: its words, and what can be done about it.
type bannerLine struct {
	key   string
	args  []string
	do    func()
	doKey string
	pin   bool // a row of its own, in the colour of a warning
}

// modes are the lines that are no warning, side by side in one quiet row; nil
// where there are none.
func (c *Control) modes() fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(18, 4))
	for _, l := range c.roomLines() {
		if l.pin {
			continue
		}
		words := middle(c.line(c.Say(l.key, l.args...), font{small, medium, "ink"}))
		if l.do == nil {
			row.Add(words)
			continue
		}
		row.Add(beside(10, words, middle(c.small(c.Say(l.doKey), l.do))))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return container.NewStack(c.fill("select"), pad(row, gutter, 5, gutter, 5))
}

// roomLines say what the facilitator must know of the room's window, and of what
// is kept from it: the pin of a frozen picture stands here, never there.
func (c *Control) roomLines() []bannerLine {
	var out []bannerLine
	if n := c.parts.notice; n != nil {
		out = append(out, n.bannerLine)
	}
	if p := c.projector; p != nil {
		out = append(out, p.lines()...)
	}
	if l, ok := c.undoneLine(); ok {
		out = append(out, l)
	}
	down := len(c.down(""))
	switch {
	case c.silent():
		out = append(out, bannerLine{"banner.silent", []string{strconv.Itoa(down)}, c.toggleSilent, "banner.silent.end", false})
	case down > 0:
		out = append(out, bannerLine{"banner.down", []string{strconv.Itoa(down)}, c.revealAll, "banner.down.all", false})
	}
	if n := len(workshop.Unplaced(c.desk.Document())); n > 0 && c.parts.pages.list == nil {
		out = append(out, bannerLine{"banner.inbox", []string{strconv.Itoa(n)}, c.toggleInbox, "banner.inbox.open", false})
	}
	return out
}

// followBanner makes the lines anew where they would say something else.
func (c *Control) followBanner() {
	now := ""
	for _, l := range c.roomLines() {
		now += l.key + strings.Join(l.args, " ") + "\n"
	}
	if now != c.parts.shown.room {
		c.parts.shown.room = now
		c.refreshBanner()
	}
}

// lines say what the room sees where that is not the step as it stands.
func (p *projector) lines() []bannerLine {
	var out []bannerLine
	add := func(l bannerLine) { out = append(out, l) }
	if p.stand.gone {
		add(bannerLine{key: "banner.gone", pin: true})
	}
	if p.stand.over {
		add(bannerLine{key: "banner.over", pin: true})
	}
	if p.mirrored() {
		add(bannerLine{key: "banner.mirrored", pin: true})
	}
	if p.camera.frozen {
		l := bannerLine{"banner.frozen", nil, p.toggleFreeze, "banner.unfreeze", true}
		if n := p.waiting(); n > 0 {
			l.key, l.args = "banner.frozen.new", []string{strconv.Itoa(n)}
		}
		add(l)
	}
	if p.camera.blank {
		add(bannerLine{"banner.blank", nil, p.toggleBlank, "banner.unblank", true})
	}
	switch {
	case p.replay != nil && p.replay.paused:
		add(bannerLine{"banner.replay.paused", p.replay.words(), p.toStep, "banner.end", false})
	case p.replay != nil:
		add(bannerLine{"banner.replay", p.replay.words(), p.toStep, "banner.end", false})
	case p.camera.shows == canvas.ShowReading:
		key, args := p.c.readingLine()
		add(bannerLine{key, args, p.toStep, "banner.end", false})
	case p.camera.shows == canvas.ShowClock:
		add(bannerLine{"banner.clock", nil, p.toStep, "banner.end", false})
	case p.camera.shows == canvas.ShowPlan:
		add(bannerLine{"banner.plan", nil, p.toStep, "banner.end", false})
	case p.camera.shows == canvas.ShowCard:
		add(bannerLine{"banner.card", nil, p.toStep, "banner.end", false})
	case p.onCard():
		add(bannerLine{key: "banner.card.step"})
	}
	if p.camera.follow && p.replay == nil {
		add(bannerLine{"banner.follow", nil, p.toggleFollow, "banner.end", false})
	}
	return out
}
