package app

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/canvas"
)

// recentCards are the workshops that were open last, with their board's picture.
func (p *Program) recentCards() fyne.CanvasObject {
	k := p.kit
	grid := p.cardRows()
	for _, r := range p.settings.recents()[:min(len(p.settings.recents()), 6)] {
		opening, err := file.Read(r.Path)
		if err != nil {
			continue
		}
		pic := k.thumbnail(opening.Document)
		w := workshop.One[workshop.Workshop](opening.Document)
		about := k.Say("start.card", itoa(opening.Document.Count("partner")), stepTitle(opening.Document), ago(k, r.Path, p.now()))
		text := pad(column(0, k.line(k.fit(w.Title, k.cardWords(), font{14, heavy, "ink"}), font{14, heavy, "ink"}), k.line(k.fit(about, k.cardWords(), font{12, nil, "second"}), font{12, nil, "second"})), 14, 10, 14, 10)
		card := container.NewStack(k.panelBox(gap(240, 170), "card", "line", 0), container.NewBorder(nil, text, nil, nil, pad(pic, 1, 1, 1, 0)))
		grid.Add(p.startCard(card, func() { p.tell(p.start, p.open(r.Path)) }))
	}
	if len(grid.Objects) == 0 {
		none := widget.NewLabel(k.Say("start.none"))
		none.Wrapping = fyne.TextWrapWord
		return column(12, k.line(k.Say("start.recent"), font{large, heavy, "ink"}), pad(none, -9, -9, -9, -9))
	}
	return column(14, k.line(k.Say("start.recent"), font{large, heavy, "ink"}), grid)
}

// startCard is a card that opens something by a press, or by Enter and the space
// bar where it has the keys.
func (p *Program) startCard(card fyne.CanvasObject, do func()) fyne.CanvasObject {
	return newGapLine(p.kit, card, gapKeys{do, func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeySpace {
			do()
		}
	}, func(rune) {}})
}

// thumbnail is a small picture of the phase a workshop stands at.
func (k kit) thumbnail(d workshop.Document) fyne.CanvasObject {
	flow, err := workshop.FrameworkOf(d)
	if err != nil {
		return gap(10, 118)
	}
	step := workshop.One[workshop.Workshop](d).Step
	img := fynecanvas.NewImageFromImage(canvas.Thumbnail(canvas.View{Showing: workshop.For(d, workshop.Room), Flow: flow, Step: step, Say: k.Say}, 560, 236, k.isDark()))
	img.FillMode = fynecanvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(230, 118))
	return img
}

func stepTitle(d workshop.Document) string {
	flow, err := workshop.FrameworkOf(d)
	if err != nil {
		return ""
	}
	s, _ := flow.Step(workshop.One[workshop.Workshop](d).Step)
	ph, _ := flow.Phase(s.Phase)
	return ph.Title
}

// ago is the day a file was changed.
func ago(k kit, path string, now time.Time) string {
	st, err := os.Stat(path)
	if err != nil {
		return ""
	}
	switch days := int(now.Sub(st.ModTime()).Hours() / 24); {
	case days == 0 && now.Day() == st.ModTime().Day():
		return k.Say("start.today")
	case days <= 1:
		return k.Say("start.yesterday")
	}
	return st.ModTime().Format("2006-01-02")
}
