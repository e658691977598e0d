package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/workshop"
)

// showReword asks for this step in this workshop's own words: the question the
// room reads, and the advice and probes that only the facilitator does.
func (c *Control) showReword() {
	step, d := c.desk.Step(), c.desk.For(workshop.Facilitator)
	width := min(560*c.scale, c.win.Canvas().Size().Width-120)
	var s *sheet
	var keep func()
	keys := func(k fyne.KeyName, m fyne.KeyModifier) bool {
		switch {
		case k == fyne.KeyEscape:
			s.close()
		case k == fyne.KeyReturn && m == ctrl:
			keep()
		default:
			return false
		}
		return true
	}
	line := func(words string, rows int) *field {
		f := newField(keys)
		f.Wrapping = fyne.TextWrapWord
		f.MultiLine = rows > 1
		f.SetMinRowsVisible(rows)
		f.SetText(words)
		return f
	}
	board := line(workshop.Prompt(d, step), 2)
	advice := line(workshop.AdviceOf(d, step), 2)
	probes := line(strings.Join(workshop.ProbesOf(d, step), "\n"), 4)
	count := c.line("", font{small, nil, "second"})
	tell := func(string) {
		n := len(strings.Fields(board.Text))
		count.Text, count.Color = c.Say("reword.count", strconv.Itoa(n), strconv.Itoa(workshop.MaxBoardWords)), c.paint("second")
		if n > workshop.MaxBoardWords {
			count.Text, count.Color = c.Say("rule.words", strconv.Itoa(n), strconv.Itoa(workshop.MaxBoardWords)), c.paint("bad")
		}
		count.Refresh()
	}
	board.OnChanged = tell
	tell("")
	keep = func() {
		ch := workshop.Reword(c.desk.Document(), step, workshop.Wording{Text: strings.ReplaceAll(board.Text, "\n", " "), Advice: advice.Text, Probes: probes.Text})
		if ch.Empty() || c.desk.Mark(ch) == nil {
			s.close()
		}
	}
	shipped := func() {
		board.SetText(step.Board)
		advice.SetText(step.Advice)
		probes.SetText(strings.Join(step.Probes, "\n"))
	}
	row := func(key string, o ...fyne.CanvasObject) fyne.CanvasObject {
		return column(4, append([]fyne.CanvasObject{c.line(c.Say(key), font{small, medium, "second"})}, o...)...)
	}
	s = c.sheet(c.Say("reword.title", step.Title), container.New(fixedWidth(width), column(12, row("reword.board", board, count), row("reword.advice", advice), row("reword.probes", probes))),
		c.plain(c.Say("reword.shipped"), shipped), c.plain(c.Say("cancel"), func() { s.close() }), c.strong(c.Say("reword.keep"), keep))
	c.win.Canvas().Focus(board)
}
