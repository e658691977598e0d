package app

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/file"
	"trestle/app/workshop"
)

// flowCommands are about the framework and its words.
func flowCommands() []Command {
	return []Command{
		{"flow", Chord{fyne.KeyF, ctrl | shift}, nil, func(c *Control) { c.toggleFlow() }},
		{"reword", Chord{fyne.KeyQ, ctrl | shift}, nil, func(c *Control) { c.showReword() }},
		{"flow-switch", Chord{}, nil, func(c *Control) { c.pickFlow() }},
		{"flow-load", Chord{}, nil, func(c *Control) { c.askFile([]string{".json"}, c.loadFlow) }},
		{"flow-save", Chord{}, nil, func(c *Control) { c.saveFlow() }},
		{"review", Chord{}, nil, func(c *Control) { c.beginReview() }},
	}
}

// shippedFlows are the frameworks the program brings, in the order they are offered.
func shippedFlows() []string { return []string{"collaborate", "capacity", "review"} }

// FlowError says that a file is no framework that can be run, and why.
type FlowError struct{ Why error }

// Error implements error.
func (e FlowError) Error() string { return e.Why.Error() }

// Unwrap is why.
func (e FlowError) Unwrap() error { return e.Why }

// readFlow reads a framework's file strictly.
func readFlow(path string) ([]byte, workshop.Framework, error) {
	var none workshop.Framework
	st, err := os.Stat(path)
	if err != nil {
		return nil, none, err
	}
	if st.Size() > workshop.MaxFlowFile || !st.Mode().IsRegular() {
		return nil, none, FlowError{workshop.FlowFault{Reason: "large", Args: []string{strconv.Itoa(workshop.MaxFlowFile / 1000)}}}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, none, err
	}
	f, err := workshop.ReadFramework(b)
	if err != nil {
		return nil, f, FlowError{err}
	}
	return b, f, nil
}

// loadFlow shows what a framework's file would change, and runs it when asked to.
func (c *Control) loadFlow(path string) {
	b, f, err := readFlow(path)
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.offerFlow(f, func() { c.takeFlow(f, b) })
}

// offerFlow says what another framework has and what would have no place in it,
// and runs it when asked to.
func (c *Control) offerFlow(f workshop.Framework, run func()) {
	words := c.Say("flow.about", f.Title, strconv.Itoa(len(f.Phases)), strconv.Itoa(len(f.Steps)))
	var forms []string
	for _, x := range f.Forms {
		n := 0
		for _, s := range f.Steps {
			n += s.MinutesOf(x.ID)
		}
		forms = append(forms, c.Say("flow.form", x.Title, strconv.Itoa(n)))
	}
	if len(forms) > 0 {
		words += "\n" + strings.Join(forms, " · ")
	}
	if n := workshop.Homeless(c.desk.Document(), f); n > 0 {
		words += "\n" + c.Say("flow.homeless", strconv.Itoa(n))
	}
	var s *sheet
	take := c.strong(c.Say("flow.take"), func() { s.close(); run() })
	s = c.sheet(c.Say("flow.title"), c.words(words, 480, font{body, nil, "ink"}), c.plain(c.Say("cancel"), func() { s.close() }), take)
	c.win.Canvas().Focus(take)
}

// takeFlow runs another framework from now on; undo goes back to the one before.
func (c *Control) takeFlow(f workshop.Framework, source []byte) {
	ch, err := workshop.TakeFlow(c.desk.Document(), f, source)
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	c.runFlow(ch)
}

// runFlow makes the change that another framework comes with, on its board.
func (c *Control) runFlow(ch workshop.Change) {
	c.clock.leave()
	c.showBoard()
	if c.desk.Do(ch) == nil {
		c.capture.arrive()
		c.refreshBottom()
		c.settle()
	}
}

// pickFlow chooses among the frameworks the program brings and those the
// workshop holds already.
func (c *Control) pickFlow() {
	type flow struct {
		f      workshop.Framework
		source []byte
	}
	var all []flow
	has := map[string]bool{c.desk.flow.Name: true}
	for x := range workshop.All[workshop.FrameworkCopy](c.desk.Document()) {
		if f, err := workshop.ParseFramework([]byte(x.Text)); err == nil && !has[f.Name] {
			has[f.Name] = true
			all = append(all, flow{f, []byte(x.Text)})
		}
	}
	for _, name := range shippedFlows() {
		if b, f, err := c.room().framework(name); err == nil && !has[name] {
			all = append(all, flow{f, b})
		}
	}
	c.pick(c.Say("flow.pick"), c.Say("palette.find"), func(want string) []choice {
		var out []choice
		for _, x := range all {
			if _, ok := fuzzy(want, x.f.Title); ok {
				out = append(out, choice{x.f.Title, c.Say("flow.steps", strconv.Itoa(len(x.f.Steps))), func() { c.offerFlow(x.f, func() { c.takeFlow(x.f, x.source) }) }})
			}
		}
		return out
	})
}

// cameFlow is the framework as it came, in the board's language where the
// program knows its words in that.
func (c *Control) cameFlow() (f workshop.Framework, source []byte, ok bool) {
	f, source, ok = workshop.AsTaken(c.desk.Document(), c.desk.store.History())
	if room := c.room(); ok && f.Language != room.Tag {
		from := c.program.settings.tongues.of(f.Language, c.Tongue)
		if said, err := room.translated(f, from); err == nil {
			if b, err := said.Source(); err == nil {
				f, source = said, b
			}
		}
	}
	return f, source, ok
}

// resetFlow runs the framework as it came, once it was asked whether to.
func (c *Control) resetFlow() {
	f, source, ok := c.cameFlow()
	if !ok {
		return
	}
	c.offerFlow(f, func() {
		ch, err := workshop.ResetFlow(c.desk.Document(), f, source)
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		c.runFlow(ch)
	})
}

// saveFlow writes the framework that runs, in this workshop's words and with its
// minutes, rests and own steps, as a file that any workshop can take.
func (c *Control) saveFlow() {
	path, title := newField(nil), newField(nil)
	title.SetText(c.desk.flow.Title)
	path.SetText(freeFlowPath(filepath.Join(filepath.Dir(c.desk.store.Path()), c.desk.flow.Name)))
	var s *sheet
	do := func() {
		s.close()
		b, err := workshop.FlowFile(c.desk.Document(), title.Text)
		if err == nil {
			err = file.Atomic(path.Text, writeBytes(b))
		}
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		c.exported(path.Text)
	}
	title.enter, path.enter = func() { c.win.Canvas().Focus(path) }, do
	row := func(key string, f *field) fyne.CanvasObject {
		return column(4, c.line(c.Say(key), font{small, medium, "second"}), f)
	}
	s = c.sheet(c.Say("flow.save"), container.New(fixedWidth(520), column(12, row("flow.save.title", title), row("flow.save.path", path))), c.plain(c.Say("cancel"), func() { s.close() }), c.strong(c.Say("copy.do"), do))
	c.win.Canvas().Focus(title)
}

// freeFlowPath is a name for a framework's file that is not taken.
func freeFlowPath(stem string) string {
	for n := 1; ; n++ {
		path := stem + ".json"
		if n > 1 {
			path = stem + " " + strconv.Itoa(n) + ".json"
		}
		if _, err := os.Stat(path); err != nil {
			return path
		}
	}
}

// beginReview opens a sitting to look at what was agreed; the boards of the
// workshop stay, one command away.
func (c *Control) beginReview() {
	if c.desk.flow.Name == "review" {
		c.say(c.win, c.Say("review.title"), c.Say("review.on"))
		return
	}
	var s *sheet
	do := c.strong(c.Say("review.do"), func() {
		s.close()
		c.startReview()
	})
	s = c.sheet(c.Say("review.title"), c.words(c.Say("review.about"), 480, font{body, nil, "ink"}), c.plain(c.Say("cancel"), func() { s.close() }), do)
	c.win.Canvas().Focus(do)
}
