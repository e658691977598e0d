package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/assets"
)

// showStart opens the start screen, or brings it back.
func (p *Program) showStart() {
	if p.start == nil {
		p.start = p.fyne.NewWindow("Trestle")
		p.start.SetPadded(false)
		p.start.Resize(p.settings.size())
		p.start.SetMaster()
		p.startKeys()
		p.start.SetCloseIntercept(func() {
			if len(p.controls) > 0 {
				p.start.Hide()
				return
			}
			p.start.SetCloseIntercept(nil)
			p.start.Close()
		})
		p.start.SetOnDropped(func(_ fyne.Position, u []fyne.URI) {
			if len(u) > 0 {
				p.tell(p.start, p.open(u[0].Path()))
			}
		})
	}
	p.fillStart()
	p.start.Show()
	each(p.start.Content(), func(o fyne.CanvasObject) bool { // Enter makes a new workshop
		first, ok := o.(*chip)
		if ok {
			p.start.Canvas().Focus(first)
		}
		return ok
	})
}

func (p *Program) fillStart() {
	k := p.kit
	white := func(s string, f font) *fynecanvas.Text { f.colour = "side.ink"; return k.line(s, f) }
	width := 334 + 90*(k.scale-1)
	button := func(key string, strong bool, do func()) fyne.CanvasObject {
		s := chipStyle{fill: "side", edge: "side.line", ink: "side.ink", size: body, left: true, padX: 19, padY: 15, face: medium}
		if strong {
			s.fill, s.ink = "side.button", "side.button.ink"
		}
		return container.New(fixedWidth(width), k.chip(k.fit(k.Say(key), width-2*s.padX, font{body, medium, ""}), s, do))
	}
	words := column(4)
	for _, l := range k.wrap(k.Say("start.line"), width-20, font{16, nil, ""}) {
		words.Add(white(l, font{16, nil, ""}))
	}
	foot := column(4)
	for _, l := range k.wrap(k.Say("start.foot"), width-10, font{14, nil, ""}) {
		foot.Add(white(l, font{14, nil, ""}))
	}
	left := container.NewBorder(
		column(12, white("Trestle", font{31, heavy, ""}), words, gap(1, 36),
			button("start.new", true, func() { p.showNew("full") }),
			button("start.open", false, func() { p.showOpen(p.start) }),
			button("start.sample", false, func() { p.openSample() }),
			button("start.portfolio", false, func() { p.showPortfolio(p.start, documents()) })), foot, nil, nil)
	above := max(60-40*(k.scale-1), 20) // large letters need the room
	side := container.NewStack(k.fill("side"), container.NewVScroll(pad(left, 48, above, 48, above)))
	right := column(26, p.crashCards()...)
	right.Add(p.recentCards())
	right.Add(p.formCards())
	main := container.NewStack(k.fill("paper"), container.NewVScroll(pad(right, 56, 56, 56, 40)))
	p.start.SetContent(container.NewBorder(nil, nil, container.New(fixedWidth(width+96), side), nil, main))
}

// crashCards say what was open when the program stopped, and carry on.
func (p *Program) crashCards() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	k := p.kit
	for _, cr := range file.Crashed(p.data) {
		words := k.words(k.Say("start.crash", cr.Title, itoa(cr.Changes), cr.Last.Local().Format("15:04:05")), 640, font{body, nil, "ink"})
		row := container.NewHBox(middle(words), layout.NewSpacer(), middle(k.strong(k.Say("start.carry-on"), func() { p.tell(p.start, p.open(cr.Path)) })))
		out = append(out, k.panelBox(row, "warn.fill", "warn", 16))
	}
	return out
}

// startKeys are the commands that need no workshop.
func (p *Program) startKeys() {
	for _, s := range []struct {
		key fyne.KeyName
		do  func()
	}{{fyne.KeyN, func() { p.showNew("") }}, {fyne.KeyO, func() { p.showOpen(p.start) }}} {
		p.start.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: s.key, Modifier: ctrl}, func(fyne.Shortcut) {
			if p.start.Canvas().Overlays().Top() == nil {
				s.do()
			}
		})
	}
}

// showNew asks for a title and the partners of a workshop in one of the shipped forms.
func (p *Program) showNew(form string) { p.showNewOf(workshop.Start{Form: form}) }

// showNewOf asks for them where the framework may be known already.
func (p *Program) showNewOf(st workshop.Start) {
	w := p.frontWindow()
	k := p.kit
	var done func()
	title, place := newField(nil), newField(nil)
	partners := newField(func(key fyne.KeyName, mod fyne.KeyModifier) bool {
		if key == fyne.KeyReturn && mod == ctrl {
			done()
			return true
		}
		return false
	})
	partners.MultiLine = true
	title.SetPlaceHolder(k.Say("new.title.hint"))
	place.SetPlaceHolder(k.Say("new.place.hint"))
	partners.SetPlaceHolder(k.Say("new.partners.hint"))
	partners.SetMinRowsVisible(5)
	tongue := newDropDown(nil)
	for _, t := range Languages() {
		tongue.Options = append(tongue.Options, tongueName(t))
	}
	tongue.SetSelected(tongueName(p.Tag))
	bad := widget.NewLabel("")
	bad.Importance, bad.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	wide := min(460*k.widen(), w.Canvas().Size().Width-100)
	row := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return column(4, k.words(k.Say(key), wide, font{small, medium, "second"}), o)
	}
	var s *sheet
	done = func() {
		st.Title, st.Place, st.Language, st.Today = title.Text, place.Text, Languages()[max(tongue.SelectedIndex(), 0)], workshop.Date(p.now().Format("2006-01-02"))
		path, err := p.create(st, partners.Text)
		if err != nil {
			bad.SetText(k.Explain(err))
			return
		}
		s.close()
		p.tell(w, p.open(path))
	}
	heading := k.Say("new.heading")
	if st.Form != "" && len(st.Framework.Steps) == 0 {
		heading += " · " + k.Or("start.form."+st.Form, st.Form)
	}
	s = k.sheetOn(w, heading, container.New(fixedWidth(wide), column(12, row("new.title", title), row("new.place", place), row("new.partners", partners), row("new.language", tongue), bad)),
		k.plain(k.Say("cancel"), func() { s.close() }), k.strong(k.Say("new.do"), done))
	title.OnSubmitted = func(string) { w.Canvas().Focus(place) }
	place.OnSubmitted = func(string) { w.Canvas().Focus(partners) }
	w.Canvas().Focus(title)
}

func (p *Program) frontWindow() fyne.Window {
	if len(p.controls) > 0 {
		return p.controls[len(p.controls)-1].win
	}
	return p.start
}

// create makes the file of a new workshop in the user's documents and closes it.
func (p *Program) create(st workshop.Start, partners string) (string, error) {
	list, err := workshop.ParsePartners(partners)
	if err != nil {
		return "", err
	}
	st.Partners = list
	if len(st.Framework.Steps) == 0 {
		name := "collaborate"
		if slices.Contains(shippedFlows(), st.Form) {
			name, st.Form = st.Form, "full"
		}
		if st.Source, st.Framework, err = p.settings.tongues.of(st.Language, p.Tongue).framework(name); err != nil {
			return "", err
		}
	}
	path := p.freePath(st.Title)
	return path, CreateFile(path, st, p.options())
}

// documents is the user's folder of documents.
func documents() string {
	home, _ := os.UserHomeDir()
	dir := filepath.Join(home, "Documents")
	if st, err := os.Stat(dir); err != nil || !st.IsDir() {
		return home
	}
	return dir
}

// freePath is a name for a new file that is not taken, in the user's documents.
func (p *Program) freePath(title string) string {
	dir := documents()
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, workshop.Clean(title))
	clean = firstWords(orElse(strings.Trim(clean, ". "), "Workshop"), 80)
	for n := 1; ; n++ {
		path := filepath.Join(dir, clean+".trestle")
		if n > 1 {
			path = filepath.Join(dir, clean+" "+itoa(n)+".trestle")
		}
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
	}
}

// openSample opens a copy of the sample, made anew where there is none.
func (p *Program) openSample() {
	path := p.freePath("Suffolk example")
	err := file.Atomic(path, writeBytes(assets.Sample))
	if err == nil {
		err = p.open(path)
	}
	p.tell(p.start, err)
}

// showOpen asks for a file.
func (p *Program) showOpen(w fyne.Window) { p.askWorkshop(w, p.open) }
