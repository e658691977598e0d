package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
)

// benchPlan is what is asked of a measurement.
type benchPlan struct {
	work      benchWork
	gestures  []string
	width     int
	height    int
	projector bool
	age       time.Duration // how old the process was when the command began
}

// cmdBench measures the real window under real input.
func (l *line) cmdBench() *cobra.Command {
	var workload, gesture, size string
	var notes int
	var projector, asJSON bool
	c := &cobra.Command{
		Use: "bench", Short: "Measure the window: real input, frames as they are shown (needs an X display)", Args: exactly(0),
		Long: `Opens the program's window on a made workshop, moves the pointer and presses keys
as a person would, and prints how long frames and answers took. Leave mouse and
keyboard alone while it runs.

A frame's work is from the start of the board's picture until the whole window
was swapped; an answer is from the input until the first frame that had it.

Workloads: T, a public whiteboard's benchmark; R, a real room: 12 partners,
notes, links, dots, actions; or FILE.json, {"notes":[{"x":0,"y":0,"w":172,
"h":118,"text":"…","partner":0}]}.`,
		RunE: func(c *cobra.Command, _ []string) error {
			plan := benchPlan{projector: projector, age: processAge()}
			err := plan.read(gesture, size)
			if err == nil {
				plan.work, err = readWork(workload, notes, c.Flags().Changed("notes"))
			}
			if err != nil {
				return usageError{err}
			}
			return l.bench(plan, asJSON)
		},
	}
	c.Flags().StringVar(&workload, "workload", "T", "T, R or FILE.json")
	c.Flags().IntVar(&notes, "notes", 0, "how many things to make: T 1000, R 600 where left out")
	c.Flags().StringVar(&gesture, "gesture", "all", strings.Join(gestureNames(), ", ")+" or all; several with commas")
	c.Flags().StringVar(&size, "size", "1280x720", "the window's inside, in pixels")
	c.Flags().BoolVar(&projector, "projector", false, "open the room's window too")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return c
}

// read takes the words of the command.
func (p *benchPlan) read(gesture, size string) error {
	known := gestureNames()
	for _, g := range strings.Split(gesture, ",") {
		switch {
		case g == "all":
			p.gestures = known
		case slices.Contains(known, g):
			p.gestures = append(p.gestures, g)
		default:
			return fmt.Errorf("no gesture %q: %s or all", g, strings.Join(known, ", "))
		}
	}
	var rest string
	n, _ := fmt.Sscanf(size+" .", "%dx%d %s", &p.width, &p.height, &rest)
	if n != 3 || p.width < 760 || p.height < 480 || p.width > 8000 || p.height > 5000 {
		return fmt.Errorf("size %q: width x height, such as 1280x720; from 760x480 to 8000x5000", size)
	}
	return nil
}

func (l *line) bench(plan benchPlan, asJSON bool) error {
	if l.window == nil {
		return NoDisplayError{"This build of Trestle has no window, so there is nothing to measure; build it with a C compiler (CGO_ENABLED=1)."}
	}
	home, err := newBenchHome(plan.work, l.now)
	if err != nil {
		return err
	}
	defer home.remove()
	began := time.Now()
	// Under a name of its own: a measurement must neither read nor change the
	// user's settings.
	d, err := l.window(programName + ".bench")
	if err != nil {
		return err
	}
	report, err := runBench(d, plan, home, began)
	switch {
	case len(report.Gestures) == 0: // what was measured before something failed still counts
		return err
	case asJSON:
		return errors.Join(l.json(report), err)
	}
	l.printBench(report)
	return err
}

// printBench prints the figures for people.
func (l *line) printBench(r benchReport) {
	window := r.Size
	if r.Projector {
		window += " and the projector"
	}
	fmt.Fprintf(l.Out, "Workload %s: %d notes, %d links. Window %s. Drawn by %s.\n", r.Workload, r.Notes, r.Links, window, r.Renderer)
	fmt.Fprintf(l.Out, "Start to usable %.0f ms, of which opening the file until it is shown %.0f ms.\n\n", r.StartMs, r.OpenMs)
	w := tabwriter.NewWriter(l.Out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tin view\tframes\tpaints\twork p50\tp95\tp99\tmax\t>16.7\t>33\tevery p50\tp95\tanswer p50\tp95\tallocs\tRSS MB\tCPU\t")
	for _, g := range r.Gestures {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.0f%%\t%.0f%%\t%.1f\t%.1f\t%.1f\t%.1f\t%.0f\t%.0f\t%.0f%%\t\n",
			g.Name, g.InView, g.Frames, g.Paints, g.Work.P50, g.Work.P95, g.Work.P99, g.Work.Max, 100*g.Over16, 100*g.Over33,
			g.Interval.P50, g.Interval.P95, g.Answer.P50, g.Answer.P95, g.Allocs, g.RSS, 100*g.CPU)
	}
	_ = w.Flush()
	fmt.Fprintln(l.Out, "\nms: work, from the board's picture begun to the window swapped; every, between shown frames; answer, from input to the frame that has it.")
	for _, g := range r.Gestures {
		if g.Selected > 0 {
			fmt.Fprintf(l.Out, "%s: %d notes dragged.\n", g.Name, g.Selected)
		}
		if g.Unanswered > 0 {
			fmt.Fprintf(l.Out, "%s: %d of %d inputs showed no frame.\n", g.Name, g.Unanswered, g.Inputs)
		}
		if blurred := g.Paints - g.Sharp; blurred > 0 {
			fmt.Fprintf(l.Out, "%s: %d of %d paints were not yet sharp.\n", g.Name, blurred, g.Paints)
		}
	}
}
