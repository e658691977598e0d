package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"trestle/app/workshop"
)

// askReview asks which workshop a review meeting looks at: one that was open
// last, one in another file, or none.
func (p *Program) askReview() {
	w, k := p.frontWindow(), p.kit
	var s *sheet
	width := min(520*k.widen(), w.Canvas().Size().Width-110)
	col := column(8, k.words(k.Say("review.which.about"), width, font{small, nil, "second"}))
	add := func(words string, do func()) {
		face := chipStyle{fill: "card", edge: "line", ink: "ink", left: true, size: body}
		col.Add(container.New(fixedWidth(width), k.chip(k.fit(words, width-30, font{body, medium, ""}), face, func() { s.close(); do() })))
	}
	for _, r := range p.settings.recents() {
		add(r.Title+" · "+ago(k, r.Path, p.now()), func() { p.tell(w, p.review(r.Path)) })
	}
	add(k.Say("review.which.other"), func() { p.askWorkshop(w, p.review) })
	add(k.Say("review.which.none"), func() { p.showNew("review") })
	s = k.sheetOn(w, k.Say("review.which"), col, k.plain(k.Say("cancel"), func() { s.close() }))
}

// review opens a workshop and begins a sitting that looks at what it agreed.
func (p *Program) review(path string) error {
	if err := p.open(path); err != nil {
		return err
	}
	for _, c := range p.controls {
		if sameFile(c.desk.store.Path(), path) {
			c.startReview()
		}
	}
	return nil
}

// askWorkshop asks for a workshop's file and does something with it.
func (p *Program) askWorkshop(w fyne.Window, do func(path string) error) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			p.tell(w, err)
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		p.tell(w, do(path))
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".trestle"}))
	showFiles(d)
}

// startReview begins a sitting with the review's steps, today; a review that is
// on already goes on.
func (c *Control) startReview() {
	b, f, err := c.room().framework("review")
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	today := workshop.Date(c.program.now().Format("2006-01-02"))
	if c.desk.flow.Name == f.Name && workshop.SittingDay(c.desk.Document()) >= today {
		return
	}
	ch, err := workshop.BeginReview(c.desk.Document(), workshop.Sitting{Date: today}, f, b)
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.runFlow(ch)
}
