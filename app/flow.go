package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"trestle/app/file"
	"trestle/app/workshop"
)

// flowCommands are about the framework and its words.
func flowCommands() []Command {
	return []Command{
		{"reword", Chord{fyne.KeyQ, ctrl | shift}, nil, func(c *Control) { c.showReword() }},
		{"flow-switch", Chord{}, nil, func(c *Control) { c.pickFlow() }},
		{"flow-load", Chord{}, nil, func(c *Control) { c.askFile([]string{".json"}, c.loadFlow) }},
		{"flow-save", Chord{}, nil, func(c *Control) { c.saveFlow() }},
		{"review", Chord{}, nil, func(c *Control) { c.beginReview() }},
	}
}

// shippedFlows are the frameworks the program brings, in the order they are offered.
func shippedFlows() []string { return []string{"collaborate", "capacity", "review"} }

// maxFlowFile is how large a framework's file may be: what a record can hold.
const maxFlowFile = 400_000

// FlowError says that a file is no framework that can be run, and why.
type FlowError struct{ Why error }

// Error implements error.
func (e FlowError) Error() string { return e.Why.Error() }

// Unwrap is why.
func (e FlowError) Unwrap() error { return e.Why }

// readFlow reads a framework's file strictly.
func readFlow(path string) ([]byte, workshop.Framework, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, workshop.Framework{}, err
	}
	if st.Size() > maxFlowFile || !st.Mode().IsRegular() {
		return nil, workshop.Framework{}, FlowError{errors.New("framework: the file is larger than " + strconv.Itoa(maxFlowFile/1000) + " kB")}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, workshop.Framework{}, err
	}
	f, err := workshop.ParseFramework(b)
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
	c.offerFlow(f, b)
}

// offerFlow says what another framework has and what would have no place in it.
func (c *Control) offerFlow(f workshop.Framework, source []byte) {
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
	take := c.strong(c.Say("flow.take"), func() { s.close(); c.takeFlow(f, source) })
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
				out = append(out, choice{x.f.Title, c.Say("flow.steps", strconv.Itoa(len(x.f.Steps))), func() { c.offerFlow(x.f, x.source) }})
			}
		}
		return out
	})
}

// saveFlow writes the framework that runs, in this workshop's words, as a file
// that can be edited and taken into any workshop.
func (c *Control) saveFlow() {
	old := c.desk.store.Path()
	path := widget.NewEntry()
	path.SetText(filepath.Join(filepath.Dir(old), c.desk.flow.Name+".json"))
	var s *sheet
	do := func() {
		s.close()
		b, err := workshop.FlowFile(c.desk.Document())
		if err == nil {
			err = file.Atomic(path.Text, func(w io.Writer) error { _, err := w.Write(b); return err })
		}
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		c.exported(path.Text)
	}
	path.OnSubmitted = func(string) { do() }
	s = c.sheet(c.Say("flow.save"), container.New(fixedWidth(520), path), c.plain(c.Say("cancel"), func() { s.close() }), c.strong(c.Say("copy.do"), do))
	c.win.Canvas().Focus(path)
}

// beginReview opens a sitting to look at what was agreed; the boards of the
// workshop stay, one command away.
func (c *Control) beginReview() {
	b, f, err := c.room().framework("review")
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	if c.desk.flow.Name == f.Name {
		c.say(c.win, c.Say("review.title"), c.Say("review.on"))
		return
	}
	var s *sheet
	do := c.strong(c.Say("review.do"), func() {
		s.close()
		ch, err := workshop.BeginReview(c.desk.Document(), workshop.Sitting{Date: workshop.Date(c.program.now().Format("2006-01-02"))}, f, b)
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		c.runFlow(ch)
	})
	s = c.sheet(c.Say("review.title"), c.words(c.Say("review.about"), 480, font{body, nil, "ink"}), c.plain(c.Say("cancel"), func() { s.close() }), do)
	c.win.Canvas().Focus(do)
}
