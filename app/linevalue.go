package app

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"trestle/app/value"
	"trestle/app/workshop"
)

func (l *line) cmdValue() *cobra.Command {
	var asJSON bool
	var keep string
	c := &cobra.Command{
		Use: "value FILE [--json] [--keep NAME]", Short: "Print the value account; --json has every intermediate figure with its unit and where it comes from; --keep stores the result", Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if keep != "" {
				if err := l.keep(args[0], keep); err != nil {
					return err
				}
			}
			o, err := l.read(args[0])
			if err != nil {
				return err
			}
			a := value.Of(workshop.For(o.Document, workshop.Facilitator))
			if asJSON {
				return l.json(l.accountOf(a))
			}
			l.account(a)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	c.Flags().StringVar(&keep, "keep", "", "store the result under this name, to hold later ones against")
	return c
}

// keep stores the result of today in the workshop.
func (l *line) keep(path, name string) error {
	return l.write(path, func(d *Desk) error {
		a := value.Of(workshop.For(d.Document(), workshop.Facilitator))
		return d.session.Do(workshop.Put(d.Document(), "snapshot.add", value.Keep(a, name, workshop.At(l.now()))))
	})
}

// saidAccount is the account as value --json prints it: every figure, what the
// figures rest on, what they say, and where each comes from.
type saidAccount struct {
	value.Account
	RestsOn []string       `json:"rests_on"`
	Words   []saidSentence `json:"words"`
	Traces  []value.Trace  `json:"traces"`
}

// saidSentence is a sentence with its words.
type saidSentence struct {
	Text string `json:"text"`
	value.Sentence
}

func (l *line) accountOf(a value.Account) saidAccount {
	out := saidAccount{Account: a, RestsOn: []string{}, Words: []saidSentence{}, Traces: a.Traces()}
	for _, s := range value.Rests(a) {
		out.RestsOn = append(out.RestsOn, l.tongue.Say(s.Key, s.Args...))
	}
	for _, s := range value.Words(a) {
		out.Words = append(out.Words, saidSentence{l.tongue.Say(s.Key, s.Args...), s})
	}
	return out
}

// account prints the value account for people: what it says, what it rests on,
// the figures together, and never the ratio first.
func (l *line) account(a value.Account) {
	said := l.accountOf(a)
	for _, s := range said.Words {
		fmt.Fprintln(l.Out, s.Text)
	}
	fmt.Fprintf(l.Out, "(%s)\n\n", strings.Join(said.RestsOn, " · "))
	m := func(v float64) string { return l.tongue.money(v*100, a.Convention.Currency) }
	fmt.Fprintf(l.Out, "PV cost     %15s\nPV benefit  %15s\nNPSV        %15s   (%s – %s)\n", m(a.PVC), m(a.PVB), m(a.NPSV), m(a.Range.Low.NPSV), m(a.Range.High.NPSV))
	gains, costs := a.Counts()
	if gains == 0 || costs == 0 {
		fmt.Fprintln(l.Out, l.tongue.Say(map[bool]string{true: "scene.no-benefit", false: "scene.no-cost"}[gains == 0]))
	}
	if a.Ratios.BCR.OK && gains > 0 {
		fmt.Fprintf(l.Out, "BCR         %15.4f\n", a.Ratios.BCR.V)
	}
	if a.Payback.Whole.OK {
		fmt.Fprintf(l.Out, "payback     %15.2f\n", a.Payback.Whole.Years)
	}
	for _, p := range a.Parties {
		name := p.Name
		if p.Unallocated {
			name = l.tongue.Say("export.unallocated")
		}
		fmt.Fprintf(l.Out, "%-36s %14s %14s %14s\n", name, m(p.Cost), m(p.Benefit), m(p.Net))
	}
	for _, q := range a.Beyond {
		fmt.Fprintf(l.Out, "%+d  %s\n", q.Scale, q.Title)
	}
	for _, b := range a.Tornado.Top(5) {
		fmt.Fprintf(l.Out, "± %.0f %%  %-30s %14s – %s\n", 100*b.Error, b.Title, m(b.Low), m(b.High))
	}
	for _, k := range a.Kept {
		stale := ""
		if k.Stale {
			stale = " · " + l.tongue.Say("value.kept.stale")
		}
		fmt.Fprintf(l.Out, "= %s  %s  %s%s\n", k.Name, m(k.NPSV), l.tongue.Say("value.kept.since", m(k.Since)), stale)
	}
	for _, r := range a.Remarks {
		field := l.tongue.Or("field."+r.Field, plainName(r.Field))
		fmt.Fprintf(l.Out, "! %s (%s)\n", l.tongue.Say(r.Key, r.Args...), field)
	}
}
