package app

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
)

func (l *line) cmdPortfolio() *cobra.Command {
	var at string
	var asJSON, quiet bool
	c := &cobra.Command{
		Use: "portfolio DIR OUT.xlsx [--json] [--quiet] [--at TIME]", Short: "Write every workshop of a folder tree into one workbook",
		Long: "Reads every .trestle file in DIR and in the folders in it, as a reader may see it,\nand writes one workbook: commitments due, tensions held, indicators off track, value\nby party and gates missing, with links to each file. A file that cannot be read is\nlisted with why; of several copies of one workshop the newest counts. How far it is\nis said on standard error; Ctrl+C stops it and writes nothing.",
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			g := gathering{dir: args[0], out: args[1], say: l.tongue.Say, explain: l.tongue.ExplainRead, now: l.now()}
			if !strings.EqualFold(filepath.Ext(g.out), ".xlsx") {
				return usageError{fmt.Errorf("no format for %q: .xlsx", filepath.Ext(g.out))}
			}
			if at != "" {
				t, err := time.Parse(time.RFC3339, at)
				if err != nil {
					return usageError{fmt.Errorf("--at wants a time such as 2026-11-24T09:00:00Z")}
				}
				g.now = t
			}
			if !quiet {
				g.told = l.counter()
			}
			return l.portfolio(g, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "what was written as one JSON object")
	c.Flags().BoolVar(&quiet, "quiet", false, "do not say how far it is")
	c.Flags().StringVar(&at, "at", "", "the time the workbook is stamped with (RFC 3339); now when left out")
	return c
}

func (l *line) portfolio(g gathering, asJSON bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	n, err := g.write(ctx)
	if err != nil {
		return err
	}
	if n.Unread > 0 { // no failure, but never passed over
		fmt.Fprintln(l.Err, l.tongue.Say("portfolio.unread", itoa(n.Unread)))
	}
	if asJSON {
		return l.json(struct {
			Path      string `json:"path"`
			Workshops int    `json:"workshops"`
			Unread    int    `json:"unread"`
		}{g.out, n.Workshops, n.Unread})
	}
	fmt.Fprintln(l.Out, g.out)
	fmt.Fprintln(l.Out, l.tongue.Say("portfolio.done", itoa(n.Workshops), itoa(n.Unread)))
	return nil
}

// counter says how far it is, ten times at the most.
func (l *line) counter() func(done, all int, name string) {
	var mu sync.Mutex
	said := 0
	return func(done, all int, _ string) {
		mu.Lock()
		defer mu.Unlock()
		if tenth := done * 10 / max(all, 1); tenth > said {
			said = tenth
			fmt.Fprintln(l.Err, l.tongue.Say("portfolio.at", itoa(done), itoa(all)))
		}
	}
}
