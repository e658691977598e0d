package app

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// settings are what the program remembers of this user: window size, recent
// files, look and language. Nothing of a workshop is kept here.
type settings struct {
	prefs   fyne.Preferences
	tongues tongues
	system  string // the language of the system, where the program ships it
}

func readSettings(p fyne.Preferences) *settings { return &settings{prefs: p, tongues: tongues{}} }

const maxRecent = 9

// recent is a workshop that was open: its path and title.
type recent struct{ Path, Title string }

func (s *settings) recents() []recent {
	var out []recent
	for _, line := range s.prefs.StringList("recent") {
		path, title, _ := strings.Cut(line, "\t")
		if _, err := os.Stat(path); err == nil {
			out = append(out, recent{path, title})
		}
	}
	return out
}

func (s *settings) remember(path, title string) {
	list := []string{path + "\t" + title}
	for _, line := range s.prefs.StringList("recent") {
		if p, _, _ := strings.Cut(line, "\t"); p != path && len(list) < maxRecent {
			list = append(list, line)
		}
	}
	s.prefs.SetStringList("recent", list)
}

// size is how large the window was last; a laptop's screen at first.
func (s *settings) size() fyne.Size {
	w, h := s.prefs.FloatWithFallback("width", 1440), s.prefs.FloatWithFallback("height", 900)
	return fyne.NewSize(float32(min(max(w, 760), 8000)), float32(min(max(h, 480), 5000)))
}

func (s *settings) keepSize(z fyne.Size) {
	s.prefs.SetFloat("width", float64(z.Width))
	s.prefs.SetFloat("height", float64(z.Height))
}

// language is the one chosen; unless one was, the system's.
func (s *settings) language() string {
	return s.prefs.StringWithFallback("language", orElse(s.system, "en"))
}

func (s *settings) scale() float32 {
	return float32(min(max(s.prefs.FloatWithFallback("scale", 1), 1), 2))
}

// dark is the palette chosen, nil where the system decides. Unless chosen it is
// the light one: a projected board is read by daylight.
func (s *settings) dark() *bool {
	on := s.prefs.String("theme") == "dark"
	if s.prefs.String("theme") == "system" {
		return nil
	}
	return &on
}

func (s *settings) keepDark(on bool) {
	s.prefs.SetString("theme", map[bool]string{true: "dark", false: "light"}[on])
}

// roomDark says whether the room's picture is in the dark colours: only where
// that was chosen, whatever the facilitator's own window is in.
func (s *settings) roomDark() bool { return s.prefs.String("room-theme") == "dark" }

func (s *settings) keepRoomDark(on bool) {
	s.prefs.SetString("room-theme", map[bool]string{true: "dark", false: "light"}[on])
}

// themes are the palettes in the order the settings show them.
func themes() []string { return []string{"system", "light", "dark"} }

// showSettings asks for language, theme, text size and motion.
func (p *Program) showSettings(c *Control) {
	var labels []string
	tags := map[string]string{}
	for _, t := range Languages() {
		labels = append(labels, tongueName(t))
		tags[tongueName(t)] = t
	}
	lang := newDropDown(labels)
	lang.SetSelected(tongueName(p.settings.language()))
	theme := newDropDown([]string{p.Say("settings.system"), p.Say("settings.light"), p.Say("settings.dark")})
	theme.SetSelectedIndex(max(slices.Index(themes(), p.settings.prefs.StringWithFallback("theme", "light")), 0))
	picture := newDropDown([]string{p.Say("settings.light"), p.Say("settings.dark")})
	picture.SetSelectedIndex(map[bool]int{true: 1}[p.settings.roomDark()])
	sizes := []string{"100 %", "125 %", "150 %", "175 %", "200 %"}
	size := newDropDown(sizes)
	size.SetSelected(strconv.Itoa(int(p.settings.scale()*100)) + " %")
	motion := newDropDown([]string{p.Say("settings.system"), p.Say("settings.motion.less"), p.Say("settings.motion.full")})
	motion.SetSelectedIndex(slices.Index(motions(), p.settings.motion()))
	k := p.kit
	row := func(key string, w fyne.CanvasObject) fyne.CanvasObject {
		return container.New(fixedWidth(340*k.widen()), column(4, k.line(k.Say(key), font{small, medium, "second"}), w))
	}
	var s *sheet
	done := func() {
		s.close()
		p.settings.prefs.SetString("language", tags[lang.Selected])
		p.settings.prefs.SetString("theme", themes()[max(theme.SelectedIndex(), 0)])
		p.settings.keepRoomDark(picture.SelectedIndex() == 1)
		n, _ := strconv.Atoi(strings.TrimSuffix(size.Selected, " %"))
		p.settings.prefs.SetFloat("scale", float64(max(n, 100))/100)
		p.settings.prefs.SetString("motion", motions()[max(motion.SelectedIndex(), 0)])
		p.applySettings()
	}
	s = k.sheetOn(c.win, k.Say("settings.title"), column(12, row("settings.language", lang), row("settings.theme", theme), row("settings.room", picture), row("settings.size", size), row("settings.motion", motion)),
		k.plain(k.Say("cancel"), func() { s.close() }), k.strong(k.Say("ok"), done))
}

func (p *Program) applySettings() {
	if t, err := Speak(p.settings.language()); err == nil {
		p.kit.Tongue = t
	}
	p.look.scale = p.settings.scale()
	p.look.dark = p.settings.dark()
	p.applyMotion()
	p.restyle()
}

func itoa(n int) string { return strconv.Itoa(n) }
