package app

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"trestle/app/value"
	"trestle/app/workshop"
)

// accountCommands are what can be done to the account as a whole.
func accountCommands() []Command {
	return []Command{
		{"basis", Chord{}, nil, func(c *Control) { c.showBasis() }},
		{"keep-result", Chord{}, nil, func(c *Control) { c.keepResult() }},
	}
}

// basisSheet is what the account rests on: the grade table, the rates by year
// where they are the workshop's own, and the results kept so far. What is typed
// is in the document as soon as the field is left.
type basisSheet struct {
	c    *Control
	s    *sheet
	body *fyne.Container
	bad  *fyne.Container // what is wrong with what was typed last
	kept *fyne.Container
	rest *fyne.Container // in words
}

func (c *Control) newBasisSheet() *basisSheet {
	return &basisSheet{c: c, body: column(18), bad: column(0), kept: column(6), rest: column(0)}
}

func (c *Control) showBasis() {
	b := c.newBasisSheet()
	b.fill()
	b.s = c.sheet(c.Say("basis.title"), b.body,
		c.plain(c.Say("basis.more"), func() { b.s.close(); c.focusOn(workshop.Sole("workshop")) }),
		c.plain(c.Say("basis.reset"), func() { b.reset() }),
		c.strong(c.Say("ok"), func() { b.s.close() }))
}

// fill makes the parts anew.
func (b *basisSheet) fill() {
	c := b.c
	a := b.account()
	b.body.RemoveAll()
	b.body.Add(b.rest)
	b.body.Add(b.grades(a))
	if a.Convention.Discount == value.Custom {
		b.body.Add(b.bands())
	}
	b.body.Add(b.bad)
	b.body.Add(column(6, c.heading(c.Say("basis.kept")), b.kept))
	b.list(a)
}

func (b *basisSheet) account() value.Account {
	return value.Of(b.c.desk.For(workshop.Facilitator))
}

// grades is the confidence table: how far a cost is raised, and a benefit
// lowered, for evidence of each grade.
func (b *basisSheet) grades(a value.Account) fyne.CanvasObject {
	c := b.c
	col := column(4, c.heading(c.Say("basis.grades")), b.row(c.line("", font{small, nil, "ink"}),
		c.line(c.Say("basis.cost"), font{tiny, medium, "second"}), c.line(c.Say("basis.benefit"), font{tiny, medium, "second"})))
	for _, g := range a.Tables.Grades {
		set := func(cost, benefit float64) { b.do(workshop.SetGrade(c.desk.Document(), g.Number, cost, benefit)) }
		now := func() value.GradeRow { return b.account().Tables.Grades[g.Number-1] }
		col.Add(b.row(c.words(strconv.Itoa(g.Number)+" · "+c.Say("evidence.grade."+strconv.Itoa(g.Number)), 250, font{small, nil, "ink"}),
			b.share(g.Cost, 5, func(v float64) { set(v, now().Benefit) }), b.share(g.Benefit, 1, func(v float64) { set(now().Cost, v) })))
	}
	return col
}

// bands are the workshop's own rates, from year on, and a row for the next.
func (b *basisSheet) bands() fyne.CanvasObject {
	c := b.c
	col := column(4, c.heading(c.Say("basis.bands")))
	next := 1
	for x := range workshop.All[workshop.Band](c.desk.Document()) {
		from := x.From
		next = max(next, from+1)
		col.Add(b.row(c.line(c.Say("basis.from", strconv.Itoa(from)), font{small, nil, "ink"}), gap(1, 1),
			b.share(x.Rate, 1, func(v float64) { b.do(workshop.SetBand(c.desk.Document(), from, v)) })))
	}
	year := newField(nil)
	year.whole = true
	year.SetText(strconv.Itoa(next))
	rate := b.share(math.NaN(), 1, func(v float64) {
		from, err := strconv.Atoi(strings.TrimSpace(year.Text))
		if err != nil || from < 1 || from > 300 {
			b.wrong(c.Say("basis.bad.year", year.Text))
			return
		}
		b.do(workshop.SetBand(c.desk.Document(), from, v))
		b.fill()
	})
	col.Add(b.row(c.line(c.Say("basis.next"), font{small, nil, "ink"}), year, rate))
	return col
}

// row sets a name and two cells beside each other.
func (b *basisSheet) row(name, first, second fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, beside(8, container.New(fixedWidth(110), first), container.New(fixedWidth(110), second)), middle(name))
}

// share is a field that holds a share in per cent, up to most; not a number is
// none yet.
func (b *basisSheet) share(v, most float64, set func(float64)) fyne.CanvasObject {
	e := newField(nil)
	e.whole = true
	was := ""
	if !math.IsNaN(v) {
		was = b.c.number(value.Round(100*v, 4))
	}
	e.SetText(was)
	e.SetPlaceHolder("%")
	take := func() {
		if strings.TrimSpace(e.Text) == was {
			return
		}
		x, ok := b.c.percentTyped(e.Text, most)
		if !ok {
			b.wrong(b.c.Say("basis.bad.share", e.Text, strconv.Itoa(int(100*most))))
			return
		}
		was = strings.TrimSpace(e.Text)
		b.wrong("")
		set(x)
	}
	e.enter, e.lost = take, take
	return e
}

// percentTyped is a share typed in per cent, from 0 to most.
func (t *Tongue) percentTyped(s string, most float64) (float64, bool) {
	v, ok := t.numerals().Read(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	if !ok || !(v >= 0 && v <= 100*most) {
		return 0, false
	}
	return v / 100, true
}

// do makes a change, and brings the kept results up to date with it.
func (b *basisSheet) do(ch workshop.Change) {
	if ch.Empty() {
		return
	}
	if err := b.c.desk.Do(ch); err != nil {
		b.wrong(b.c.Explain(err))
		return
	}
	b.list(b.account())
}

// wrong says what is wrong, or nothing any more.
func (b *basisSheet) wrong(words string) {
	b.bad.RemoveAll()
	if words != "" {
		b.bad.Add(b.c.words(words, 460, font{small, medium, "bad"}))
	}
}

func (b *basisSheet) reset() {
	d := b.c.desk.Document()
	b.do(workshop.ResetGrades(d))
	b.wrong("")
	b.fill()
}

// list says what the account rests on, and shows the kept results, newest
// first; one that stands on another basis says so in words.
func (b *basisSheet) list(a value.Account) {
	c := b.c
	var rests []string
	for _, s := range value.Rests(a) {
		rests = append(rests, c.Say(s.Key, s.Args...))
	}
	b.rest.RemoveAll()
	b.rest.Add(c.words(strings.Join(rests, " · "), 460, font{small, nil, "second"}))
	b.kept.RemoveAll()
	for _, k := range a.Kept {
		cur := a.Convention.Currency
		says := c.Say("value.kept.since", c.signed(k.Since, cur))
		ink := "second"
		if k.Stale {
			says, ink = c.Say("value.kept.stale"), "bad"
		}
		b.kept.Add(container.NewHBox(c.line(c.fit(k.Name, 220, font{small, nil, "ink"}), font{small, nil, "ink"}), layout.NewSpacer(),
			c.line(c.money(k.NPSV*100, cur), font{small, medium, "ink"}), c.line(says, font{small, nil, ink})))
	}
	if len(a.Kept) == 0 {
		b.kept.Add(c.line(c.Say("basis.none"), font{small, nil, "second"}))
	}
	b.kept.Add(beside(8, c.small(c.Say("command.keep-result"), func() { c.keepResult(); b.list(b.account()) })))
}

// signed is an amount with its sign, also where it is a gain.
func (t *Tongue) signed(v float64, currency string) string {
	if v >= 0.5 {
		return "+" + t.money(v*100, currency)
	}
	return t.money(v*100, currency)
}
