package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"trestle/app/workshop"
)

// formCards start from a length of the flow, from another framework that the
// program brings, or from one in a file.
func (p *Program) formCards() fyne.CanvasObject {
	k := p.kit
	grid := p.cardRows()
	for _, f := range []struct{ form, tint string }{
		{"full", "phase.deliver"}, {"half", "phase.goal"}, {"ninety", "phase.problem"}, {"capacity", "phase.offer"}, {"review", "phase.value"}, {"file", "ink"},
	} {
		card := k.panelBox(column(2, k.line(k.Say("start.form."+f.form), font{14, heavy, f.tint}), k.line(k.fit(k.Say("start.form."+f.form+".about"), k.cardWords(), font{14, nil, "ink"}), font{14, nil, "ink"})), "card", "line", 14)
		grid.Add(p.startCard(card, func() {
			switch f.form {
			case "file":
				p.askFlow()
			case "review":
				p.askReview()
			default:
				p.showNew(f.form)
			}
		}))
	}
	return column(14, k.line(k.Say("start.from"), font{large, heavy, "ink"}), grid)
}

// askFlow asks for a framework's file and starts a workshop with it.
func (p *Program) askFlow() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			p.tell(p.start, err)
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		p.startWith(path)
	}, p.start)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".json"}))
	showFiles(d)
}

// startWith starts a workshop with the framework of a file.
func (p *Program) startWith(path string) {
	src, flow, err := readFlow(path)
	if err != nil {
		p.tell(p.start, err)
		return
	}
	form := ""
	if len(flow.Forms) > 0 {
		form = flow.Forms[0].ID
	}
	p.showNewOf(workshop.Start{Form: form, Framework: flow, Source: src})
}
