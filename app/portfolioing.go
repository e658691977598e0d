package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// showPortfolio asks for a folder and writes every workshop in it into one
// workbook.
func (p *Program) showPortfolio(w fyne.Window, near string) {
	k := p.kit
	var s *sheet
	var do func()
	keys := func(key fyne.KeyName, _ fyne.KeyModifier) bool {
		if key == fyne.KeyEscape {
			s.close()
		}
		return key == fyne.KeyEscape
	}
	dir, out := newField(keys), newField(keys)
	follow := true // the workbook's name follows the folder until it is typed
	set := func(folder string) {
		if follow && folder != "" {
			out.SetText(filepath.Join(folder, k.Say("portfolio.name")+".xlsx"))
			follow = true
		}
	}
	dir.OnChanged = set
	out.OnChanged = func(string) { follow = false }
	dir.SetText(near)
	bad := widget.NewLabel("")
	bad.Importance, bad.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	bad.Hide()
	do = func() {
		g := gathering{dir: strings.TrimSpace(dir.Text), out: strings.TrimSpace(out.Text), say: k.Say, explain: k.ExplainRead, now: p.now()}
		st, err := os.Stat(g.dir)
		switch {
		case err != nil || !st.IsDir():
			bad.SetText(k.Say("portfolio.no-folder"))
			bad.Show()
			w.Canvas().Focus(dir)
			return
		case !strings.EqualFold(filepath.Ext(g.out), ".xlsx"):
			g.out += ".xlsx"
		}
		s.close()
		p.gather(w, g)
	}
	dir.enter = func() { w.Canvas().Focus(out) }
	out.enter = do
	choose := func() {
		s.close()
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if err != nil {
				p.tell(w, err)
				return
			}
			if u != nil {
				near = u.Path()
			}
			p.showPortfolio(w, near)
		}, w)
		showFiles(d)
	}
	row := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return column(4, k.line(k.Say(key), font{small, medium, "second"}), o)
	}
	s = k.sheetOn(w, k.Say("command.portfolio"), container.New(fixedWidth(560), column(12, k.words(k.Say("portfolio.what"), 560, font{body, nil, "ink"}), row("portfolio.folder", dir), row("portfolio.out", out), bad)),
		k.plain(k.Say("cancel"), func() { s.close() }), k.plain(k.Say("portfolio.choose"), choose), k.strong(k.Say("portfolio.do"), func() { do() }))
	w.Canvas().Focus(dir)
}

// gather writes the portfolio off the window's goroutine, shows how far it is,
// and can be called off.
func (p *Program) gather(w fyne.Window, g gathering) {
	k := p.kit
	ctx, stop := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	at := k.line(k.Say("portfolio.looking"), font{small, nil, "second"})
	var s *sheet
	cancel := k.plain(k.Say("cancel"), stop)
	s = k.sheetOn(w, k.Say("portfolio.making"), container.New(fixedWidth(460), column(10, bar, at)), cancel)
	cancel.keys = func(e *fyne.KeyEvent) { // Escape calls it off; the card closes when it has stopped
		if e.Name == fyne.KeyEscape {
			stop()
		}
	}
	w.Canvas().Focus(cancel)
	last := -1
	g.told = func(done, all int, name string) {
		if tick := done * 200 / max(all, 1); tick != last || done == all { // a window need not follow every file
			last = tick
			p.later(func() {
				bar.SetValue(float64(done) / float64(max(all, 1)))
				at.Text = k.fit(k.Say("portfolio.at.name", itoa(done), itoa(all), name), 460, font{small, nil, "second"})
				at.Refresh()
			})
		}
	}
	go func() {
		n, err := g.write(ctx)
		p.later(func() {
			stop()
			s.close()
			switch {
			case stopped(err): // somebody wanted it so
				k.say(w, k.Say("portfolio.making"), k.Explain(err))
			case err != nil:
				p.tell(w, err)
			default:
				p.gathered(w, g.out, n)
			}
		})
	}()
}

// gathered says where the portfolio is and what is in it.
func (p *Program) gathered(w fyne.Window, path string, n gathered) {
	k := p.kit
	said := k.Say("portfolio.written", itoa(n.Workshops), path)
	if n.Unread > 0 {
		said += "\n" + k.Say("portfolio.unread", itoa(n.Unread))
	}
	var s *sheet
	ok := k.strong(k.Say("ok"), func() { s.close() })
	open := k.plain(k.Say("portfolio.open"), func() { s.close(); p.tell(w, p.openFile(path)) })
	s = k.sheetOn(w, k.Say("portfolio.ready"), k.words(said, 520, font{body, nil, "ink"}), open, ok)
	w.Canvas().Focus(ok)
}

// openFile hands a file to the program the system opens it with.
func (p *Program) openFile(path string) error {
	u, err := fileAddress(path)
	if err != nil {
		return err
	}
	return p.fyne.OpenURL(u)
}
