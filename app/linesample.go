package app

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/value"
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

// notesFor is the change that captures texts into a zone.
func notesFor(d *Desk, step, zone string, who workshop.ID, texts []string) workshop.Change {
	doc := d.Document()
	w := workshop.One[workshop.Workshop](doc)
	if w.Attribution == "chatham house" || w.Attribution == "anonymous" {
		who = ""
	}
	places := canvas.FreePlaces(doc, d.flow, [2]string{step, zone}, len(texts))
	var recs []workshop.Record
	for i, t := range texts {
		n := workshop.Note{ID: workshop.NewID("note"), Step: step, Zone: zone, Text: t, Party: who}
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
	report := export.Report{Options: export.Options{Say: l.tongue.Say, Now: l.now(), Framework: flow, Step: r.step}, Showing: workshop.For(o.Document, r.as)}
	return file.Atomic(out, func(w io.Writer) error { return export.Screen(w, report, r.w, r.h) })
}

// account prints the value account for people.
func (l *line) account(a value.Account) {
	cur := a.Convention.Currency
	m := func(v float64) string { return money(v*100, cur) }
	fmt.Fprintf(l.Out, "%s  %s · %s · %d\n", l.tongue.Say("scene.npsv"), l.tongue.Or("enum."+a.Convention.Discount, a.Convention.Discount), a.Convention.Timing, a.Convention.Horizon)
	fmt.Fprintf(l.Out, "PV cost     %15s\nPV benefit  %15s\nNPSV        %15s   (%s – %s)\n", m(a.PVC), m(a.PVB), m(a.NPSV), m(a.Range.Low.NPSV), m(a.Range.High.NPSV))
	if a.Ratios.BCR.OK {
		fmt.Fprintf(l.Out, "BCR         %15.4f\n", a.Ratios.BCR.V)
	}
	if a.Payback.Whole.OK {
		fmt.Fprintf(l.Out, "payback     %15.2f\n", a.Payback.Whole.Years)
	}
	for _, p := range a.Parties {
		fmt.Fprintf(l.Out, "%-36s %14s %14s %14s\n", p.Name, m(p.Cost), m(p.Benefit), m(p.Net))
	}
	for _, f := range a.Findings {
		fmt.Fprintf(l.Out, "! %s (%d)\n", l.tongue.Or(f.Key, f.Key), f.Count)
	}
}
