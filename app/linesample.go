package app

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/canvas"
	"trestle/export"
)

// cmdSample writes the sample anew from the program that makes it.
func (l *line) cmdSample() *cobra.Command {
	return &cobra.Command{
		Use: "sample OUT", Short: "Write the invented Suffolk workshop anew", Args: exactly(1), Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			h, err := Suffolk()
			if err != nil {
				return err
			}
			return file.WriteHistory(args[0], l.options(), h)
		},
	}
}

// notesFor is the change that captures texts into a zone, face down where the
// step is written in silence.
func notesFor(d *Desk, step, zone string, who workshop.ID, texts []string) workshop.Change {
	doc := d.Document()
	w := workshop.One[workshop.Workshop](doc)
	if w.Attribution == "chatham house" || w.Attribution == "anonymous" {
		who = ""
	}
	places := canvas.FreePlaces(doc, d.flow, [2]string{step, zone}, len(texts))
	var recs []workshop.Record
	for i, t := range texts {
		n := workshop.Note{ID: workshop.NewID("note"), Step: step, Zone: zone, Text: t, Party: who, FaceDown: workshop.Silent(doc, step)}
		if i < len(places) {
			n.X, n.Y = places[i][0], places[i][1]
		}
		recs = append(recs, n)
	}
	return workshop.Put(doc, "note.add", recs...)
}

func (l *line) render(path, out string, r rendering) error {
	o, err := l.read(path)
	if err != nil {
		return err
	}
	flow, err := workshop.FrameworkOf(o.Document)
	if err != nil {
		return err
	}
	if r.step == "" {
		r.step = workshop.One[workshop.Workshop](o.Document).Step
	}
	if _, ok := flow.Step(r.step); !ok {
		return usageError{fmt.Errorf("no step %q in this workshop's framework", r.step)}
	}
	t, err := tongueOf(o.Document, "")
	if err != nil {
		return err
	}
	report := export.Report{Options: export.Options{Say: t.Say, Now: l.now(), Framework: flow, Step: r.step, Before: workshop.LastSitting(o.History(), o.Document)}, Showing: workshop.For(o.Document, r.as)}
	return file.Atomic(out, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(out), ".json") {
			return export.ScreenWords(w, report, r.page)
		}
		return export.Screen(w, report, r.page)
	})
}
