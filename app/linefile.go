package app

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"trestle/app/file"
	"trestle/app/workshop"
)

func (l *line) cmdNew() *cobra.Command {
	var title, place, partners, framework, form, language string
	c := &cobra.Command{
		Use: "new FILE --title T --partners \"SCC=Suffolk County Council,IBC=Ipswich Borough Council\"", Short: "Make a new workshop", Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			list, err := workshop.ParsePartners(partners)
			if err != nil {
				return err
			}
			st := workshop.Start{Title: title, Place: place, Partners: list, Form: form, Today: workshop.Date(l.now().Format("2006-01-02"))}
			t, err := Speak(language)
			if err != nil {
				return usageError{fmt.Errorf("no language %q: %s", language, strings.Join(Languages(), ", "))}
			}
			if st.Source, st.Framework, err = t.framework(framework); err != nil {
				return usageError{fmt.Errorf("no framework %q: collaborate, capacity or review", framework)}
			}
			return CreateFile(args[0], st, l.options())
		},
	}
	c.Flags().StringVar(&title, "title", "", "what the workshop is called (needed)")
	c.Flags().StringVar(&place, "place", "", "where it is held")
	c.Flags().StringVar(&partners, "partners", "", "TAG=Name, separated by commas")
	c.Flags().StringVar(&framework, "framework", "collaborate", "collaborate, capacity or review")
	c.Flags().StringVar(&language, "language", "en", "of the board: "+strings.Join(Languages(), ", "))
	c.Flags().StringVar(&form, "form", "full", "full, half or ninety")
	return c
}

func (l *line) cmdSchema() *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of every kind of record, with units", Args: exactly(0),
		RunE: func(*cobra.Command, []string) error { return l.json(workshop.Schema()) },
	}
}

func (l *line) json(v any) error {
	e := json.NewEncoder(l.Out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (l *line) cmdApply() *cobra.Command {
	return &cobra.Command{
		Use: "apply FILE CHANGES.jsonl", Short: "Make changes, one a line: {\"name\":…,\"put\":[{\"kind\":…,…}],\"remove\":[id…]}",
		Long: "Each line is one change and applies whole or not at all; the first line that is\nrefused ends the run, with line, field and reason. CHANGES may be - for standard\ninput. The ids of what was made are printed, one JSON array a line.",
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			in, closeIn, err := l.input(args[1])
			if err != nil {
				return err
			}
			defer closeIn()
			return l.write(args[0], func(d *Desk) error { return l.applyLines(d, in) })
		},
	}
}

func (l *line) input(path string) (io.Reader, func(), error) {
	if path == "-" {
		return l.In, func() {}, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return f, func() { _ = f.Close() }, nil
}

// maxApplyLine bounds one line of changes.
const maxApplyLine = 1 << 20

func (l *line) applyLines(d *Desk, in io.Reader) error {
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 64<<10), maxApplyLine)
	for n := 1; sc.Scan(); n++ {
		if len(bytes.TrimSpace(sc.Bytes())) == 0 {
			continue
		}
		change, err := readChange(d.Document(), sc.Bytes())
		if err == nil && !change.Empty() {
			err = d.session.Do(change)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		ids, _ := json.Marshal(change.IDs())
		fmt.Fprintln(l.Out, string(ids))
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("a line is longer than %d bytes, or cannot be read: %w", maxApplyLine, err)
	}
	return nil
}

// readChange reads one line of changes against the document.
func readChange(d workshop.Document, b []byte) (workshop.Change, error) {
	var w struct {
		Name   string                       `json:"name"`
		Put    []map[string]json.RawMessage `json:"put"`
		Remove []workshop.ID                `json:"remove"`
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&w); err != nil {
		return workshop.Change{}, workshop.FieldError{ID: "line:0", Field: "json", Reason: "type", Detail: err.Error()}
	}
	out := workshop.Change{Name: orElse(workshop.Clean(w.Name), "apply")}
	made := map[workshop.ID]bool{}
	for _, rec := range w.Put {
		c, err := putOne(d, out.Name, rec)
		if err != nil {
			return out, err
		}
		for _, e := range c.Edits {
			if made[e.ID] {
				return out, workshop.FieldError{ID: e.ID, Field: "id", Reason: "twice"}
			}
			made[e.ID] = true
		}
		out.Edits = append(out.Edits, c.Edits...)
	}
	for _, id := range w.Remove {
		if !d.Has(id) {
			return out, workshop.FieldError{ID: id, Field: "remove", Reason: "ref", Detail: string(id)}
		}
	}
	out.Edits = append(out.Edits, workshop.Drop(d, out.Name, w.Remove...).Edits...)
	return out, nil
}

func putOne(d workshop.Document, name string, rec map[string]json.RawMessage) (workshop.Change, error) {
	var kind workshop.Kind
	var id workshop.ID
	_ = json.Unmarshal(rec["kind"], &kind)
	_ = json.Unmarshal(rec["id"], &id)
	if kind == "" {
		kind = id.Kind()
	}
	if _, ok := workshop.ShapeOf(kind); !ok {
		return workshop.Change{}, workshop.FieldError{ID: workshop.ID(kind) + ":?", Field: "kind", Reason: "unknown", Detail: string(kind)}
	}
	if id == "" {
		id = newID(kind)
	}
	if id.Kind() != kind {
		return workshop.Change{}, workshop.FieldError{ID: id, Field: "id", Reason: "type", Detail: string(kind)}
	}
	set := map[string]workshop.Value{}
	for k, v := range rec {
		if k == "kind" || k == "id" {
			continue
		}
		val, err := workshop.Canonical(v)
		if err != nil {
			return workshop.Change{}, workshop.FieldError{ID: id, Field: k, Reason: "type"}
		}
		set[k] = val
	}
	return workshop.PutFields(d, name, id, set)
}

func (l *line) cmdAdd() *cobra.Command {
	var step, zone, partner string
	c := &cobra.Command{
		Use: "add FILE --step S [--zone Z] [--partner TAG] TEXT…", Short: "Capture notes, one a TEXT", Args: atLeast(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return l.write(args[0], func(d *Desk) error { return addNotes(d, step, zone, partner, args[1:]) })
		},
	}
	c.Flags().StringVar(&step, "step", "", "the step, such as problem.who (needed)")
	c.Flags().StringVar(&zone, "zone", "", "the zone; the step's first where left out")
	c.Flags().StringVar(&partner, "partner", "", "the partner's tag")
	return c
}

func addNotes(d *Desk, step, zone, tag string, texts []string) error {
	s, ok := d.flow.Step(step)
	if !ok {
		return usageError{fmt.Errorf("no step %q in this workshop's framework", step)}
	}
	if zone == "" && len(s.Zones) > 0 {
		zone = s.Zones[0].ID
	}
	if _, ok := s.Zone(zone); !ok && zone != "" {
		return usageError{fmt.Errorf("no zone %q in step %s", zone, step)}
	}
	var who workshop.ID
	for p := range workshop.All[workshop.Partner](d.Document()) {
		if strings.EqualFold(p.Tag, tag) {
			who = p.ID
		}
	}
	if tag != "" && who == "" {
		return usageError{fmt.Errorf("no partner with the tag %q", tag)}
	}
	return d.session.Do(notesFor(d, s.ID, zone, who, texts))
}

func (l *line) cmdMerge() *cobra.Command {
	return &cobra.Command{
		Use: "merge A B OUT", Short: "Join two copies that were edited apart into a new file", Args: exactly(3),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := file.Read(args[0])
			if err != nil {
				return err
			}
			b, err := file.Read(args[1])
			if err != nil {
				return err
			}
			return file.WriteMerged(args[2], a, b)
		},
	}
}
