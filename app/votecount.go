package app

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// voteCount takes the counts of an open vote, by keys alone or by the mouse:
// a row an option, for the partner chosen or for the room.
type voteCount struct {
	c     *Control
	poll  workshop.Poll
	rows  []*tallyRow
	total *fynecanvas.Text
	voice *chip
	wrong *widget.Label // why a count was not taken
}

// votePanel is what counts an open vote.
func (c *Control) votePanel(p workshop.Poll) fyne.CanvasObject {
	v := &voteCount{c: c, poll: p, total: c.line("", font{small, nil, "second"})}
	v.wrong = widget.NewLabel("")
	v.wrong.SizeName, v.wrong.Wrapping, v.wrong.Importance = theme.SizeNameCaptionText, fyne.TextWrapWord, widget.DangerImportance
	v.wrong.Hide()
	v.voice = c.small("", func() { v.nextVoice(1) })
	title := orElse(p.Criterion, c.Or("enum."+p.Method, p.Method))
	head := c.Say("vote.open")
	if p.Round > 1 {
		head = c.Say("vote.round", strconv.Itoa(p.Round))
	}
	col := column(8, c.heading(head), c.words(title, c.side()-40, font{body, heavy, "ink"}), v.total,
		c.words(c.Say("vote.hidden"), c.side()-40, font{tiny, nil, "second"}), v.voice)
	was, _ := c.win.Canvas().Focused().(*tallyRow)
	for _, n := range workshop.Counts(c.desk.Document(), p.ID) {
		r := newTallyRow(v, n.Option)
		v.rows = append(v.rows, r)
		col.Add(r)
		if c.parts.first == nil || was != nil && was.option.ID == n.Option.ID {
			c.parts.first = r
		}
	}
	col.Add(v.wrong)
	keys := c.Say("vote.keys")
	if q, ok := workshop.Find[workshop.Partner](c.desk.Document(), c.capture.partner); ok && p.OneAnswer() {
		keys = c.Say("vote.keys.one", q.Tag)
	}
	col.Add(c.words(keys, c.side()-40, font{tiny, nil, "second"}))
	buttons := container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8), c.strong(c.Say("deed.close"), func() { c.closeVote() }), c.small(c.Say("vote.numbers"), func() { c.focusOn(p.ID) }))
	col.Add(buttons)
	v.refresh()
	return col
}

// beginCounting starts with the room's hands; where each partner answers as one,
// with the first partner. Who was speaking speaks again when the vote is closed.
func (c *Control) beginCounting(method string) {
	c.parts.shown.spoke = c.capture.partner
	c.capture.partner = ""
	if ps := workshop.List[workshop.Partner](c.desk.Document()); method == workshop.Gradients && len(ps) > 0 {
		c.capture.partner = ps[0].ID
	}
	c.refreshBottom()
	c.focusOn("")
	c.startCounting()
}

// startCounting puts the keys on the first option.
func (c *Control) startCounting() {
	if r, ok := c.parts.first.(*tallyRow); ok {
		c.win.Canvas().Focus(r)
	}
}

// refresh says what stands: in all, for whom, and at each option.
func (v *voteCount) refresh() {
	d := v.c.desk.Document()
	all := 0
	for _, n := range workshop.Counts(d, v.poll.ID) {
		all += n.N
	}
	v.poll, _ = workshop.Find[workshop.Poll](d, v.poll.ID)
	v.total.Text = v.c.Say("vote.total", strconv.Itoa(all))
	if most, _ := v.poll.Limit(); most > 0 {
		v.total.Text = v.c.Say("vote.total.of", strconv.Itoa(all), strconv.Itoa(most))
	}
	v.total.Refresh()
	who := v.c.Say("poll.room")
	if q, ok := workshop.Find[workshop.Partner](d, v.c.capture.partner); ok {
		who = q.Tag
	}
	v.voice.SetText(v.c.Say("vote.for", who))
	for _, r := range v.rows {
		r.refresh()
	}
}

// set makes the count of an option n for whoever is counted now. A party that
// answers as one stands at one place.
func (v *voteCount) set(o workshop.Option, n int) {
	who := v.c.capture.partner
	d := v.c.desk.Document()
	change := workshop.Cast(d, o.ID, who, n-v.count(o))
	v.c.parts.typing = true // the rows say it themselves: the keys stay where they are
	err := v.c.desk.Type("", change)
	v.c.parts.typing = false
	v.wrong.Hide()
	if err != nil {
		v.wrong.SetText(v.c.Explain(err))
		v.wrong.Show()
	}
	v.refresh()
}

// count is what whoever is counted now gave an option.
func (v *voteCount) count(o workshop.Option) int {
	t, _ := workshop.Find[workshop.Tally](v.c.desk.Document(), workshop.TallyID(o.Poll, o.ID, v.c.capture.partner))
	return t.Count
}

// nextVoice counts for the next at the table: the partners, then the room.
func (v *voteCount) nextVoice(by int) {
	voices := []workshop.ID{""}
	at := 0
	for p := range workshop.All[workshop.Partner](v.c.desk.Document()) {
		if p.ID == v.c.capture.partner {
			at = len(voices)
		}
		voices = append(voices, p.ID)
	}
	v.c.capture.partner = voices[(at+by+len(voices))%len(voices)]
	v.c.refreshBottom()
	v.c.refreshSide() // with room for its counts, and what its keys do
}

// to moves the keys by rows.
func (v *voteCount) to(from *tallyRow, by int) {
	for i, r := range v.rows {
		if r == from {
			v.c.win.Canvas().Focus(v.rows[(i+by+len(v.rows))%len(v.rows)])
			return
		}
	}
}

// tallyRow is one option with its count.
type tallyRow struct {
	widget.BaseWidget
	of      *voteCount
	option  workshop.Option
	box     *fynecanvas.Rectangle
	number  *fynecanvas.Text
	inside  fyne.CanvasObject
	typed   string // the digits of the number being typed
	pressed time.Time
}

// tallyGap is between the parts of a row.
const tallyGap float32 = 4

// widest is the room for a count: the same in every row, so that nothing beside
// it moves while it grows.
func (v *voteCount) widest() float32 {
	s := "000"
	for _, t := range append(workshop.List[workshop.Tally](v.c.desk.Document()), workshop.Tally{Poll: v.poll.ID, Party: v.c.capture.partner}) {
		if t.Poll == v.poll.ID && t.Party != "" { // of how many in all
			s = "00 / 00"
		}
	}
	return v.c.measure(s, font{body, heavy, "ink"})
}

func newTallyRow(v *voteCount, o workshop.Option) *tallyRow {
	c := v.c
	r := &tallyRow{of: v, option: o, box: fynecanvas.NewRectangle(c.paint("card")), number: c.line("0", font{body, heavy, "ink"})}
	r.box.CornerRadius = 7
	minus := c.small("−", func() { r.by(-1) })
	plus := c.small("+", func() { r.by(1) })
	widest := v.widest()
	beside := minus.MinSize().Width + plus.MinSize().Width + widest + 3*tallyGap + 10
	words := c.words(c.placeWords(v.poll, o), max(c.side()-40-beside, 60), font{small, nil, "ink"})
	r.number.Alignment = fyne.TextAlignCenter
	row := container.New(layout.NewCustomPaddedHBoxLayout(tallyGap), middle(words), layout.NewSpacer(), middle(minus), middle(container.New(fixedWidth(widest), r.number)), middle(plus))
	r.inside = container.NewStack(r.box, pad(row, 6, 4, 4, 4))
	r.ExtendBaseWidget(r)
	return r
}

// refresh shows what whoever is counted now gave, and of how many in all.
func (r *tallyRow) refresh() {
	n, all := r.of.count(r.option), 0
	for _, x := range workshop.Counts(r.of.c.desk.Document(), r.option.Poll) {
		if x.Option.ID == r.option.ID {
			all = x.N
		}
	}
	r.number.Text = strconv.Itoa(n)
	if all != n {
		r.number.Text += " / " + strconv.Itoa(all)
	}
	r.number.Refresh()
}

func (r *tallyRow) by(n int) {
	r.typed = ""
	r.of.set(r.option, max(r.of.count(r.option)+n, 0))
}

// FocusGained implements fyne.Focusable.
func (r *tallyRow) FocusGained() {
	r.typed = ""
	r.box.StrokeColor, r.box.StrokeWidth, r.box.FillColor = r.of.c.paint("focus"), 2, r.of.c.paint("hover")
	r.box.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *tallyRow) FocusLost() {
	r.box.StrokeWidth, r.box.FillColor = 0, r.of.c.paint("card")
	r.box.Refresh()
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next voice.
func (r *tallyRow) AcceptsTab() bool { return true }

// mostDigits is how long a count can be.
const mostDigits = 5

// TypedRune implements fyne.Focusable.
func (r *tallyRow) TypedRune(c rune) {
	switch {
	case c == '+' || c == '=':
		r.by(1)
	case c == '-' || c == '−':
		r.by(-1)
	case c >= '0' && c <= '9':
		if now := time.Now(); now.Sub(r.pressed) > 1200*time.Millisecond || len(r.typed) >= mostDigits {
			r.typed = ""
		}
		r.pressed = time.Now()
		r.typed += string(c)
		n, _ := strconv.Atoi(r.typed)
		r.of.set(r.option, n)
	default:
		r.of.c.capture.begin(c)
	}
}

// TypedKey implements fyne.Focusable.
func (r *tallyRow) TypedKey(e *fyne.KeyEvent) {
	back := 1
	if r.of.c.board.Modifiers()&fyne.KeyModifierShift != 0 {
		back = -1
	}
	switch e.Name {
	case fyne.KeyUp:
		r.of.to(r, -1)
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		r.of.to(r, 1)
	case fyne.KeyRight:
		r.by(1)
	case fyne.KeyLeft:
		r.by(-1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		r.typed = ""
		r.of.set(r.option, 0)
	case fyne.KeyTab:
		r.typed = ""
		r.of.nextVoice(back)
	case fyne.KeyEscape:
		r.of.c.letGo()
	default:
		r.of.c.keyed(e)
	}
}

// holds implements holder.
func (r *tallyRow) holds() fyne.CanvasObject { return r.inside }

// Tapped implements fyne.Tappable.
func (r *tallyRow) Tapped(*fyne.PointEvent) { r.of.c.win.Canvas().Focus(r) }

// Cursor implements desktop.Cursorable.
func (r *tallyRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *tallyRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inside) }
