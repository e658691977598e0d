package xl

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// walker goes through the XML of one part, element by element, and keeps what
// it is in: tags that do not fit together are an error, whatever a laxer
// reader makes of them.
type walker struct {
	p    *unpacked
	name string
	d    *xml.Decoder
	in   []string
}

const maxDeep = 60

func (p *unpacked) walk(name string, b []byte) *walker {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
	return &walker{p: p, name: path.Base(name), d: d}
}

func (w *walker) broken() error { return RefusedError{Reason: "broken", Detail: w.name} }

// next is the next token, io.EOF at the end of the part.
func (w *walker) next() (xml.Token, error) {
	if w.p.tokens++; w.p.tokens > maxTokens {
		return nil, RefusedError{Reason: "bomb", Detail: w.name}
	}
	t, err := w.d.RawToken()
	if errors.Is(err, io.EOF) {
		if len(w.in) > 0 {
			return nil, w.broken()
		}
		return nil, io.EOF
	}
	if err != nil {
		return nil, w.broken()
	}
	switch x := t.(type) {
	case xml.StartElement:
		if w.in = append(w.in, x.Name.Local); len(w.in) > maxDeep {
			return nil, w.broken()
		}
	case xml.EndElement:
		if len(w.in) == 0 || w.in[len(w.in)-1] != x.Name.Local {
			return nil, w.broken()
		}
		w.in = w.in[:len(w.in)-1]
	case xml.Directive: // a document type could name entities
		return nil, w.broken()
	}
	return t, nil
}

// each calls start for every element that begins.
func (w *walker) each(start func(xml.StartElement) error) error {
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := start(e); err != nil {
				return err
			}
		}
	}
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// relation leads from a part to another.
type relation struct{ kind, target string }

// relations are those of a part by their ids, of the whole package for "".
// What leads outside the file is left out.
func (p *unpacked) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	b, err := p.open(dir + "_rels/" + base + ".rels")
	if errors.Is(err, errNoPart) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string]relation{}
	err = p.walk(base+".rels", b).each(func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || strings.EqualFold(attr(e, "TargetMode"), "External") {
			return nil
		}
		to := attr(e, "Target")
		if !strings.HasPrefix(to, "/") {
			to = "/" + dir + to
		}
		out[attr(e, "Id")] = relation{attr(e, "Type"), strings.TrimPrefix(path.Clean(to), "/")}
		return nil
	})
	return out, err
}

// sheetName is a sheet and the relation that leads to it.
type sheetName struct{ name, rel string }

func (p *unpacked) workbook(part string) ([]sheetName, error) {
	b, err := p.open(part)
	if errors.Is(err, errNoPart) {
		return nil, RefusedError{Reason: "not"}
	}
	if err != nil {
		return nil, err
	}
	var out []sheetName
	w := p.walk(part, b)
	err = w.each(func(e xml.StartElement) error {
		if len(w.in) == 1 && e.Name.Local != "workbook" { // a text, a set of slides
			return RefusedError{Reason: "not"}
		}
		switch e.Name.Local {
		case "workbookPr":
			if v := attr(e, "date1904"); v == "1" || v == "true" {
				p.since = 1462
			}
		case "sheet":
			if out = append(out, sheetName{attr(e, "name"), relOf(e)}); len(out) > maxSheets {
				return RefusedError{Reason: "cells", Detail: strconv.Itoa(maxSheets)}
			}
		}
		return nil
	})
	return out, err
}

// relOf is the relation of an element: the id that has a prefix.
func relOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// readShared reads the words that cells name by number. How they are to be
// pronounced is left out.
func (p *unpacked) readShared(part string) error {
	b, err := p.open(part)
	if errors.Is(err, errNoPart) {
		return nil
	}
	if err != nil {
		return err
	}
	w := p.walk(part, b)
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := w.words("si")
			if err != nil {
				return err
			}
			p.shared = append(p.shared, s)
		}
	}
}

// words are the texts inside the element that has just begun, to its end.
func (w *walker) words(until string) (string, error) {
	var out strings.Builder
	depth := len(w.in)
	for {
		t, err := w.next()
		if errors.Is(err, io.EOF) {
			return "", w.broken()
		}
		if err != nil {
			return "", err
		}
		switch x := t.(type) {
		case xml.CharData:
			if n := len(w.in); w.in[n-1] == "t" && !contains(w.in[depth:], "rPh") {
				out.Write(x)
			}
		case xml.EndElement:
			if x.Name.Local == until && len(w.in) == depth-1 {
				return unescape(out.String()), nil
			}
		}
	}
}

func contains(in []string, name string) bool {
	for _, s := range in {
		if s == name {
			return true
		}
	}
	return false
}

var escaped4 = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape takes back what escape wrote: "_x005F_x0041_" is "_x0041_".
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		at := escaped4.FindStringIndex(s)
		if at == nil {
			b.WriteString(s)
			return b.String()
		}
		n, err := strconv.ParseUint(s[at[0]+2:at[0]+6], 16, 16)
		b.WriteString(s[:at[0]])
		if r := rune(n); err == nil && (r < 0xD800 || r > 0xDFFF) {
			b.WriteRune(r)
		}
		s = s[at[1]:]
	}
}

// readStyles learns which styles show a number as a date.
func (p *unpacked) readStyles(part string) error {
	b, err := p.open(part)
	if errors.Is(err, errNoPart) {
		return nil
	}
	if err != nil {
		return err
	}
	own := map[string]bool{}
	w := p.walk(part, b)
	return w.each(func(e xml.StartElement) error {
		switch {
		case e.Name.Local == "numFmt":
			own[attr(e, "numFmtId")] = datelike(attr(e, "formatCode"))
		case e.Name.Local == "xf" && len(w.in) > 1 && w.in[len(w.in)-2] == "cellXfs":
			id := attr(e, "numFmtId")
			n, _ := strconv.Atoi(id)
			is, known := own[id]
			p.styles = append(p.styles, known && is || !known && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58))
		}
		return nil
	})
}

var notDate = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.`)

// datelike says whether a number's format shows a day.
func datelike(code string) bool {
	code = strings.ToLower(notDate.ReplaceAllString(code, ""))
	return !strings.Contains(code, "general") && strings.ContainsAny(code, "dy")
}
