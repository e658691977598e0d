package app

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

func audience(name string) (workshop.Audience, error) {
	switch a := workshop.Audience(name); a {
	case workshop.Facilitator, workshop.Room, workshop.Reader:
		return a, nil
	}
	return "", usageError{fmt.Errorf("no audience %q: facilitator, room or reader", name)}
}

func (l *line) cmdShow() *cobra.Command {
	var as, step string
	var asJSON bool
	c := &cobra.Command{
		Use: "show FILE [--as facilitator|room|reader] [--step S] [--json]", Short: "Print what an audience may see", Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := audience(as)
			if err != nil {
				return err
			}
			o, err := l.read(args[0])
			if err != nil {
				return err
			}
			return l.show(workshop.For(o.Document, a), o.Document.Present(), step, asJSON)
		},
	}
	c.Flags().StringVar(&as, "as", "facilitator", "facilitator, room or reader")
	c.Flags().StringVar(&step, "step", "", "only what belongs to this step")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return c
}

// shownRecord is a record as show prints it.
type shownRecord struct {
	Kind   workshop.Kind              `json:"kind"`
	ID     workshop.ID                `json:"id"`
	Fields map[string]json.RawMessage `json:"fields"`
}

func (l *line) show(s workshop.Showing, kinds []workshop.Kind, step string, asJSON bool) error {
	out := []shownRecord{}
	for _, k := range kinds {
		if k == "framework" {
			continue
		}
		for r := range s.Of(k) {
			v := workshop.Values(r)
			if step != "" && v["step"] != workshop.TextValue(step) {
				continue
			}
			f := map[string]json.RawMessage{}
			shape, _ := workshop.ShapeOf(k)
			for name, x := range v {
				if fd, _ := shape.Field(name); fd.Type != workshop.DataField {
					f[name] = json.RawMessage(x)
				}
			}
			out = append(out, shownRecord{k, r.Ident(), f})
		}
	}
	if asJSON {
		return l.json(map[string]any{"audience": s.Audience(), "records": out})
	}
	last := workshop.Kind("")
	for _, r := range out {
		if r.Kind != last {
			fmt.Fprintf(l.Out, "%s\n", l.tongue.Or("kinds."+string(r.Kind), plainName(string(r.Kind))))
			last = r.Kind
		}
		rec, _ := s.Record(r.ID)
		fmt.Fprintf(l.Out, "  %s\t%s\n", r.ID, strings.ReplaceAll(titleOf(rec), "\n", " "))
	}
	return nil
}

func (l *line) cmdCheck() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "check FILE [--json]", Short: "What the gates still miss, and whether the file is sound (exit 1 where it is damaged)", Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error { return l.check(args[0], asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return c
}

// checked is what check prints as JSON.
type checked struct {
	File     file.Soundness     `json:"file"`
	Records  []string           `json:"records"` // what is wrong with single records
	Findings []workshop.Finding `json:"findings"`
}

func (l *line) check(path string, asJSON bool) error {
	out := checked{File: file.Check(path), Records: []string{}, Findings: []workshop.Finding{}}
	o, err := file.Read(path)
	if err != nil && out.File.Sound {
		return err
	}
	if err == nil {
		for _, e := range workshop.Sound(o.Document) {
			out.Records = append(out.Records, e.Error())
		}
		if flow, err := workshop.FrameworkOf(o.Document); err == nil {
			for _, s := range flow.Steps {
				out.Findings = append(out.Findings, workshop.Findings(o.Document, s)...)
			}
		}
	}
	if asJSON {
		if err := l.json(out); err != nil {
			return err
		}
	} else {
		l.sayChecked(out)
	}
	if !out.File.Sound {
		return damageError{path}
	}
	return nil
}

func (l *line) sayChecked(c checked) {
	fmt.Fprintln(l.Out, l.tongue.Say(map[bool]string{true: "check.sound", false: "check.damaged"}[c.File.Sound], strconv.Itoa(c.File.Lines), strconv.Itoa(c.File.Bad)))
	for _, r := range c.Records {
		fmt.Fprintln(l.Out, "! "+r)
	}
	for _, f := range c.Findings {
		mark := "–"
		if f.OK {
			mark = "✓"
		}
		fmt.Fprintln(l.Out, mark+" "+l.tongue.Say(f.Key, f.Args...))
	}
}

func (l *line) cmdExport() *cobra.Command {
	var as, step, at, language string
	c := &cobra.Command{
		Use: "export FILE OUT.xlsx|.png|.csv|.json [--as reader] [--step S] [--at TIME] [--language en]", Short: "Write the workshop for managers", Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			when := l.now()
			if at != "" {
				t, err := time.Parse(time.RFC3339, at)
				if err != nil {
					return usageError{fmt.Errorf("--at wants a time such as 2026-11-24T09:00:00Z")}
				}
				when = t
			}
			a, err := audience(as)
			if err != nil {
				return err
			}
			return l.export(args[0], args[1], exporting{a, step, language, when})
		},
	}
	c.Flags().StringVar(&as, "as", "reader", "reader, room or facilitator")
	c.Flags().StringVar(&step, "step", "", "the step a picture shows; where the workshop stands when left out")
	c.Flags().StringVar(&language, "language", "", "the workshop's own when left out; "+strings.Join(Languages(), ", "))
	c.Flags().StringVar(&at, "at", "", "the time the export is stamped with (RFC 3339); now when left out")
	return c
}

// exporting is for whom, of which step, in which language and when.
type exporting struct {
	as       workshop.Audience
	step     string
	language string // "" is the board's
	at       time.Time
}

func (l *line) export(path, out string, e exporting) error {
	o, err := l.read(path)
	if err != nil {
		return err
	}
	flow, err := workshop.FrameworkOf(o.Document)
	if err != nil {
		return err
	}
	if e.step == "" {
		e.step = workshop.One[workshop.Workshop](o.Document).Step
	}
	if _, ok := flow.Step(e.step); !ok {
		return usageError{fmt.Errorf("no step %q in this workshop's framework", e.step)}
	}
	for _, f := range export.Formats() {
		if strings.EqualFold(strings.TrimPrefix(f.Ext, "."), strings.TrimPrefix(filepath.Ext(out), ".")) {
			t, err := tongueOf(o.Document, e.language)
			if err != nil {
				return err
			}
			report := export.Arrange(workshop.For(o.Document, e.as), export.Options{Say: t.Say, Now: e.at, Program: "trestle " + Version, Framework: flow, Step: e.step, Before: workshop.LastSitting(o.History(), o.Document), Source: export.Source{Workshop: o.Workshop(), Language: t.Tag}, Left: export.LeftOut(workshop.For(o.Document, workshop.Facilitator), workshop.For(o.Document, e.as))})
			return file.Atomic(out, func(w io.Writer) error { return f.Write(w, report) })
		}
	}
	return usageError{fmt.Errorf("no format for %q: .xlsx, .png, .csv or .json", filepath.Ext(out))}
}

func (l *line) cmdRender() *cobra.Command {
	var as, step, size string
	var page export.Page
	c := &cobra.Command{
		Use: "render FILE OUT.png|.json --step S --size WxH [--page N] [--depth N] [--show what] [--clock T] [--as room] [--dark]", Short: "Paint a step as the projector shows it, or tell its words and the size of their letters", Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := audience(as)
			if err != nil {
				return err
			}
			if n, err := fmt.Sscanf(size, "%dx%d", &page.W, &page.H); n != 2 || err != nil || min(page.W, page.H) < 64 || max(page.W, page.H) > 16384 {
				return usageError{fmt.Errorf("--size wants WxH from 64x64 to 16384x16384")}
			}
			return l.render(args[0], args[1], rendering{a, step, page})
		},
	}
	c.Flags().StringVar(&as, "as", "room", "room, reader or facilitator")
	c.Flags().StringVar(&step, "step", "", "the step; where the workshop stands when left out")
	c.Flags().IntVar(&page.Number, "page", 1, "which page, where the step has several")
	c.Flags().BoolVar(&page.Dark, "dark", false, "in the dark colours")
	c.Flags().StringVar(&size, "size", "1920x1080", "pixels, width x height")
	c.Flags().Float64Var(&page.Depth, "depth", 0, "how many picture heights away the back row sits, 4 to 8")
	c.Flags().StringVar(&page.Clock, "clock", "", "the time to show, such as 04:10")
	c.Flags().StringVar(&page.Show, "show", "step", "step, clock, card or reading")
	return c
}

// rendering is for whom, of which step, and which page of it.
type rendering struct {
	as   workshop.Audience
	step string
	page export.Page
}
