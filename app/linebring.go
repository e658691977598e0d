package app

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/export"
)

// UndecidedError says that a workbook and the workshop were changed in the same
// places, and nobody said which to keep.
type UndecidedError struct{ N int }

// Error implements error.
func (e UndecidedError) Error() string { return fmt.Sprintf("%d conflicts", e.N) }

// bringing is how a workbook is brought back.
type bringing struct{ dry, asJSON, ours, theirs bool }

func (l *line) cmdBring() *cobra.Command {
	var b bringing
	c := &cobra.Command{
		Use: "bring FILE BOOK.xlsx [--dry-run] [--json] [--ours|--theirs]", Short: "Bring back what was changed in an exported workbook, as one change",
		Long: "Holds the workbook against the workshop as it was exported and as it is now, and\ntakes what was changed in the workbook alone. Where both were changed nothing is\nwritten (exit 3) unless --ours or --theirs says which to keep. New rows are taken,\nrows that are gone or there twice are listed and change nothing. A value that\nbreaks a rule is listed with why, and the rest is taken.",
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if b.ours && b.theirs {
				return usageError{errors.New("--ours or --theirs, not both")}
			}
			return l.bring(args[0], args[1], b)
		},
	}
	c.Flags().BoolVar(&b.dry, "dry-run", false, "say what would be taken and write nothing")
	c.Flags().BoolVar(&b.asJSON, "json", false, "one JSON object")
	c.Flags().BoolVar(&b.ours, "ours", false, "where both were changed keep what the workshop has")
	c.Flags().BoolVar(&b.theirs, "theirs", false, "where both were changed take what the workbook has")
	return c
}

func (l *line) bring(path, book string, b bringing) error {
	bytes, err := readBook(book)
	if err != nil {
		return err
	}
	if b.dry {
		o, err := l.read(path)
		if err != nil {
			return err
		}
		back, err := export.ReadBack(bytes, l.past(o.Workshop(), o.Document, o.History))
		if err != nil {
			return err
		}
		return l.sayBrought(back, b, nil)
	}
	return l.write(path, func(d *Desk) error {
		back, err := export.ReadBack(bytes, l.past(d.store.Workshop(), d.Document(), d.store.History))
		if err != nil {
			return err
		}
		if n := conflicts(back); n > 0 && !b.ours && !b.theirs {
			return errors.Join(l.sayBrought(back, b, nil), UndecidedError{n})
		}
		change, refused, err := broughtChange(back, d.Document(), b.takes)
		if err == nil && !change.Empty() {
			err = d.Do(change)
		}
		if err != nil {
			return err
		}
		return l.sayBrought(back, b, refused)
	})
}

// takes says whether an item is taken.
func (b bringing) takes(i export.Item) bool {
	if i.Sort == export.Conflict {
		return b.theirs
	}
	return i.Take
}

func (l *line) past(name string, now workshop.Document, history func() []workshop.Change) export.Past {
	flow, err := workshop.FrameworkOf(now)
	if err != nil {
		flow = workshop.Framework{}
	}
	return export.Past{Workshop: name, History: history(), Now: now, Framework: flow, Say: sayIn(l.tongue), Clock: l.now}
}

// sayIn gives the words of a language, those of another where it is not known.
func sayIn(other *Tongue) func(string) func(string, ...string) string {
	return func(tag string) func(string, ...string) string {
		if t, err := Speak(tag); err == nil {
			return t.Say
		}
		return other.Say
	}
}

// readBook reads a workbook's file, if it is not too large to be one.
func readBook(path string) ([]byte, error) {
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !st.Mode().IsRegular():
		return nil, export.RefusedError{Reason: "not"}
	case st.Size() > export.MaxBook:
		return nil, export.RefusedError{Reason: "large"}
	}
	return os.ReadFile(path)
}

func conflicts(b export.Back) (n int) {
	for _, i := range b.Items {
		if i.Sort == export.Conflict {
			n++
		}
	}
	return n
}

// broughtChange is what is taken of a workbook as one change that the file can hold.
func broughtChange(b export.Back, now workshop.Document, take func(export.Item) bool) (workshop.Change, []export.Item, error) {
	c, refused := b.Change(now, take)
	if len(c.AppendJSON(nil)) > file.MaxLine-1000 {
		return c, refused, file.ErrLine
	}
	return c, refused, nil
}

// broughtItem is an item as bring prints it.
type broughtItem struct {
	Sort   export.Sort `json:"sort"`
	Ref    string      `json:"ref"`
	ID     workshop.ID `json:"id"`
	About  string      `json:"about"`
	Column string      `json:"column"`
	Where  string      `json:"where"`
	Was    string      `json:"was"`
	Ours   string      `json:"ours"`
	Theirs string      `json:"theirs"`
	Taken  bool        `json:"taken"`
	Why    string      `json:"why,omitempty"`
}

func (l *line) sayBrought(b export.Back, how bringing, refused []export.Item) error {
	out := []broughtItem{}
	for _, i := range b.Items {
		x := broughtItem{i.Sort, i.Ref, i.ID, i.About, i.Head, i.Where, i.Words.Was, i.Words.Ours, i.Words.Theirs, i.Choice() && how.takes(i), ""}
		for _, no := range refused {
			if no.Where == i.Where && no.Head == i.Head && no.ID == i.ID {
				i.Why, x.Taken = no.Why, false
			}
		}
		if i.Why != nil {
			x.Why = l.tongue.Explain(i.Why)
		}
		out = append(out, x)
	}
	if how.asJSON {
		return l.json(map[string]any{"revision": b.Stamp.Revision, "unsure": b.Unsure, "already": b.Already, "absent": append([]string{}, b.Absent...), "items": out, "written": !how.dry && (conflicts(b) == 0 || how.ours || how.theirs)})
	}
	last := export.Sort("")
	for _, x := range out {
		if x.Sort != last {
			fmt.Fprintln(l.Out, l.tongue.Say("bring.sort."+string(x.Sort)))
			last = x.Sort
		}
		fmt.Fprintln(l.Out, "  "+l.tongue.spellBrought(x))
	}
	for _, s := range b.Absent {
		fmt.Fprintln(l.Out, l.tongue.Say("bring.absent", s))
	}
	if len(out) == 0 {
		fmt.Fprintln(l.Out, l.tongue.Say("bring.nothing"))
	}
	return nil
}

// spellBrought is an item on one line.
func (t *Tongue) spellBrought(x broughtItem) string {
	s := x.Ref
	if x.About != "" && x.Sort != export.Fresh && x.Sort != export.Copied {
		s += " " + firstWords(x.About, 40)
	}
	if x.Column != "" {
		s += " · " + x.Column
	}
	switch x.Sort {
	case export.Conflict, export.Changed:
		s += ": " + orElse(firstWords(x.Ours, 60), "–") + " → " + orElse(firstWords(x.Theirs, 60), "–")
	case export.Missing:
	default:
		s += ": " + orElse(firstWords(x.Theirs, 120), "–")
	}
	if x.Where != "" {
		s += "   (" + x.Where + ")"
	}
	if x.Why != "" {
		s += "   ! " + x.Why
	}
	return s
}
