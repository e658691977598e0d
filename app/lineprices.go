package app

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"trestle/app/value"
	"trestle/app/workshop"
)

// refusedError is a list that was not taken: nothing was written.
type refusedError struct{ lines []string }

// Error implements error.
func (e refusedError) Error() string {
	out := ""
	for i, l := range e.lines {
		if i > 0 {
			out += "\ntrestle: "
		}
		out += l
	}
	return out
}

func (l *line) cmdPrices() *cobra.Command {
	return &cobra.Command{
		Use: "prices FILE [LIST.csv]", Args: oneOrTwo,
		Short: "Take a list of unit costs (CSV: name, value, price year, source, unit, category) into a workshop, whole or not at all; without LIST print what there is",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return l.prices(args[0])
			}
			in, done, err := l.input(args[1])
			if err != nil {
				return err
			}
			defer done()
			return l.write(args[0], func(d *Desk) error {
				rows, err := value.ReadPrices(in, currencyOf(d.Document()))
				var wrong value.PriceErrors
				if errors.As(err, &wrong) {
					return refusedError{l.tongue.Prices(wrong)}
				}
				if err != nil {
					return err
				}
				change := workshop.ImportPrices(d.Document(), rows)
				fmt.Fprintln(l.Out, l.tongue.Say("prices.taken", fmt.Sprint(len(rows)), fmt.Sprint(len(change.Edits))))
				if change.Empty() {
					return nil
				}
				return d.session.Do(change)
			})
		},
	}
}

func oneOrTwo(_ *cobra.Command, args []string) error {
	if len(args) != 1 && len(args) != 2 {
		return usageError{fmt.Errorf("prices wants a workshop, and a list or none")}
	}
	return nil
}

// currencyOf is the workshop's one currency.
func currencyOf(d workshop.Records) string {
	if c := workshop.One[workshop.Workshop](d).Currency; c != "" {
		return c
	}
	return "GBP"
}

// prices prints the price list of a workshop, and the presets after it.
func (l *line) prices(path string) error {
	o, err := l.read(path)
	if err != nil {
		return err
	}
	list, err := presets()
	if err != nil {
		return err
	}
	rows := workshop.List[workshop.UnitCost](o.Document)
	for _, v := range list.Values {
		rows = append(rows, v.UnitCost())
	}
	for _, u := range rows {
		fmt.Fprintf(l.Out, "%s %10.2f %-60s %s (%d, %s)\n", currencyOf(o.Document), u.Value.Or(0)/100, u.Name, u.Unit, u.PriceYear, u.Source)
	}
	for _, p := range list.Optimism {
		fmt.Fprintf(l.Out, "+%11.0f %% %-60s (%s)\n", 100*p.Capital, p.Project, list.Source)
	}
	return nil
}
