package app

import (
	"time"

	"fyne.io/fyne/v2"

	"trestle/app/workshop"
)

// notice is a line that the banner says for a few seconds: what a key did where
// that is not to be seen, or why it did nothing.
type notice struct {
	bannerLine
	over *time.Timer
}

// noticed is how long a notice stands: long enough to look up from the keys.
const noticed = 6 * time.Second

// notice says a line until it has been read, or another takes its place.
func (c *Control) notice(key string, args ...string) {
	c.quiet()
	n := &notice{bannerLine: bannerLine{key: key, args: args}}
	n.over = time.AfterFunc(noticed, func() {
		c.program.later(func() {
			if c.parts.notice == n {
				c.quiet()
				c.refreshBanner()
			}
		})
	})
	c.parts.notice = n
	c.refreshBanner()
}

// quiet takes the notice off.
func (c *Control) quiet() {
	if n := c.parts.notice; n != nil {
		n.over.Stop()
		c.parts.notice = nil
	}
}

// noticing says whether the notice of that key stands.
func (c *Control) noticing(key string) bool {
	return c.parts.notice != nil && c.parts.notice.key == key
}

// whyNot says why a chord did nothing, where it is a command's: a key that is
// pressed while people talk is never answered by silence.
func (c *Control) whyNot(key fyne.KeyName, mod fyne.KeyModifier) {
	why, name := "", ""
	for _, cmd := range c.commands {
		if cmd.Key != (Chord{key, mod}) || cmd.Can == nil || cmd.Can(c) {
			continue
		}
		if k := c.whyNotKey(cmd); why == "" || why == "notice.not-now" { // where two share a chord, the one that can say more
			why, name = k, c.named(cmd)
		}
	}
	if why != "" {
		c.notice(why, name)
	}
}

// whyNotKey is why a command cannot be done now.
func (c *Control) whyNotKey(cmd Command) string {
	switch cmd.ID {
	case "follow", "freeze", "blank", "page-next", "page-back", "picture-next", "picture-back", "room-full":
		return "notice.no-room"
	case "swap":
		return "notice.one-display"
	case "undo", "redo":
		return "notice.nothing-to"
	case "reveal-next", "reveal-partner", "reveal-all":
		return "notice.none-down"
	case "vote-close", "dot-more", "dot-less":
		return "notice.no-vote"
	case "fit-selection", "group", "ungroup", "link", "larger", "smaller", "front", "back", "to-zone", "from-zone", "merge", "park", "face-down", "private":
		return "notice.none-in-hand"
	}
	return "notice.not-now"
}

// meant is what a command is about where it may be the words just taken down:
// what is selected, else, while the capture line is empty, what it added last.
func (c *Control) meant() []workshop.ID {
	if ids := c.selected(); len(ids) > 0 {
		return ids
	}
	last := c.capture.last
	if last == "" || c.capture.entry.Text != "" || !c.desk.Document().Has(last) || c.stateOf(last) != "" {
		return nil
	}
	if s := stepOf(c.desk.Document(), last); s != "" && s != c.desk.Step().ID {
		return nil
	}
	return []workshop.ID{last}
}

// canMean says whether such a command has anything to do it to.
func canMean(c *Control) bool { return len(c.meant()) > 0 }

// done confirms what was done to words that are not in hand: which, and what
// they are now.
func (c *Control) done(key string, ids []workshop.ID) {
	if r, ok := c.desk.Document().Record(ids[0]); ok {
		c.notice(key, firstWords(titleOf(r), 60))
	}
}
