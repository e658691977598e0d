package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/workshop"
)

// Exit codes of the command line.
const (
	ExitOK      = 0 // done
	ExitFailed  = 1 // what was asked could not be done, or check found damage
	ExitUsage   = 2 // the words of the command are off, or there is no display
	ExitInvalid = 3 // a change or a record was refused; nothing was written
)

// Streams are where the command line reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// line is the command line at work.
type line struct {
	Streams
	tongue *Tongue
	now    func() time.Time
	window Windows
}

// Windows brings the window library, for a program of that name; nil in a build
// that has none.
type Windows func(name string) (Driver, error)

// programName is what the program's settings are kept under.
const programName = "io.github.trestle.board"

// usageError is a command whose words are off.
type usageError struct{ err error }

// Error implements error.
func (e usageError) Error() string { return e.err.Error() }

// NoDisplayError says that a window cannot be opened here, and why.
type NoDisplayError struct{ Why string }

// Error implements error.
func (e NoDisplayError) Error() string { return e.Why }

// damageError is a file that check found damaged.
type damageError struct{ path string }

// Error implements error.
func (e damageError) Error() string { return e.path + ": damaged" }

// Line runs the command line: args without the program's name. window brings
// the window library. It gives the exit code.
func Line(args []string, s Streams, window Windows) int {
	t, err := Speak("en")
	if err != nil {
		fmt.Fprintln(s.Err, err)
		return ExitFailed
	}
	l := &line{Streams: s, tongue: t, now: time.Now, window: window}
	root := l.root()
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	return l.code(root.Execute())
}

func (l *line) code(err error) int {
	if err == nil {
		return ExitOK
	}
	var use usageError
	var gone NoDisplayError
	var field workshop.FieldError
	var rule workshop.RuleError
	var conflict workshop.ConflictError
	var refused refusedError
	var open UndecidedError
	switch {
	case errors.As(err, &open):
		fmt.Fprintln(l.Err, "trestle: "+l.tongue.Explain(open))
		return ExitInvalid
	case errors.As(err, &gone):
		fmt.Fprintln(l.Err, gone.Why)
		return ExitUsage
	case errors.As(err, &use):
		fmt.Fprintln(l.Err, "trestle: "+use.Error())
		return ExitUsage
	case errors.As(err, &refused):
		fmt.Fprintln(l.Err, "trestle: "+refused.Error())
		return ExitInvalid
	case errors.As(err, &field), errors.As(err, &rule), errors.As(err, &conflict):
		fmt.Fprintln(l.Err, "trestle: "+err.Error()+": "+l.tongue.Explain(err))
		return ExitInvalid
	}
	fmt.Fprintln(l.Err, "trestle: "+l.tongue.Explain(err))
	return ExitFailed
}

func (l *line) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "trestle [FILE]",
		Short: "A board for rooms where nobody can do it alone",
		Long: `Trestle takes a room of partner organisations from ambition to delivery.

Without a command it opens its window, on FILE where one is given.
The commands below need no display, but bench does.

Exit codes: 0 done; 1 could not be done, or check found damage; 2 the words of
the command are off, or there is no display; 3 a change was refused, nothing
was written. Messages go to standard error, results to standard output.`,
		Version:       Version,
		SilenceErrors: true, SilenceUsage: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("one file at the most, not %d; see trestle --help", len(args))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return l.open(args) },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(l.cmdNew(), l.cmdSchema(), l.cmdApply(), l.cmdAdd(), l.cmdShow(), l.cmdValue(), l.cmdPrices(), l.cmdMerge(), l.cmdCheck(), l.cmdExport(), l.cmdBring(), l.cmdPortfolio(), l.cmdRender(), l.cmdSample(), l.cmdBench())
	return root
}

func (l *line) open(args []string) error {
	path := ""
	if len(args) == 1 {
		path = args[0]
		if _, err := os.Stat(path); err != nil {
			return err
		}
	}
	if l.window == nil {
		return NoDisplayError{"This build of Trestle has no window; these commands need none: new, schema, apply, add, show, value, prices, merge, check, export, bring, portfolio, render (see trestle --help)."}
	}
	d, err := l.window(programName)
	if err != nil {
		return err
	}
	return Run(d, path)
}

// exactly wants n arguments, named in the usage line.
func exactly(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("usage: %s", c.UseLine())}
		}
		return nil
	}
}

// atLeast wants n arguments or more.
func atLeast(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError{fmt.Errorf("usage: %s", c.UseLine())}
		}
		return nil
	}
}

func (l *line) options() file.Options {
	return file.Options{Data: dataFolder(), By: "trestle " + Version, Clock: l.now}
}

// read opens a file to look at it; "-" is standard input.
func (l *line) read(path string) (file.Opening, error) {
	if path == "-" {
		return file.ReadFrom(l.In)
	}
	return file.Read(path)
}

// write opens a file, makes changes and closes it.
func (l *line) write(path string, do func(d *Desk) error) error {
	store, opening, err := file.Open(path, l.options())
	if err != nil {
		return err
	}
	if opening.Report.ReadOnly() {
		return errors.Join(fmt.Errorf("%s is open elsewhere (%s); nothing was changed", path, opening.Report.Lock.By), store.Close())
	}
	var trouble error
	d, err := SitDown(store, opening, l.now, func(e error) { trouble = e })
	if err != nil {
		return errors.Join(err, store.Close())
	}
	err = do(d)
	return errors.Join(err, trouble, d.Close())
}

// NoDisplay says that there is no display, and which commands need none.
func NoDisplay() error {
	return NoDisplayError{"There is no display to open a window on; these commands need none: new, schema, apply, add, show, value, prices, merge, check, export, bring, portfolio, render (see trestle --help)."}
}
