package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// linter reads the parts of a workbook and says what is wrong with them: all
// that Excel repairs with a frightening question, and what the house forbids.
type linter struct {
	parts map[string][]byte
	found []string

	sheets  []sheetPart
	defined map[string]string
	strings []string
}

// sheetPart is a sheet by its name and its part.
type sheetPart struct{ name, part string }

func lint(book []byte) []string {
	l := &linter{parts: map[string][]byte{}, defined: map[string]string{}}
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return []string{err.Error()}
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return []string{err.Error()}
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return []string{err.Error()}
		}
		if _, twice := l.parts[f.Name]; twice {
			l.say("%s is there twice", f.Name)
		}
		l.parts[f.Name] = b
	}
	for _, check := range []func(){l.wellFormed, l.types, l.relations, l.workbook, l.sharedStrings, l.allSheets, l.tables, l.drawings, l.properties} {
		check()
	}
	return l.found
}

func (l *linter) say(format string, a ...any) { l.found = append(l.found, fmt.Sprintf(format, a...)) }

// element is one element with its attributes.
type element struct {
	name string
	attr map[string]string
}

// walk gives every element of a part, in order.
func (l *linter) walk(part string, see func(element)) {
	d := xml.NewDecoder(bytes.NewReader(l.parts[part]))
	for {
		t, err := d.Token()
		if err != nil {
			return
		}
		if s, ok := t.(xml.StartElement); ok {
			e := element{s.Name.Local, map[string]string{}}
			for _, a := range s.Attr {
				name := a.Name.Local
				if strings.HasSuffix(a.Name.Space, "relationships") {
					name = "r:" + name
				}
				e.attr[name] = a.Value
			}
			see(e)
		}
	}
}

func (l *linter) wellFormed() {
	for name, b := range l.parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				l.say("%s: %v", name, err)
				break
			}
		}
		for _, never := range []string{"mergeCell", "externalReference", "pivotTable", "vbaProject", `hidden="1"`, `hidden="true"`, `veryHidden`, `t="e"`, `t="array"`} {
			if bytes.Contains(b, []byte(never)) {
				l.say("%s holds %s", name, never)
			}
		}
	}
}

// types: every part has a type of content, and no type is of no part.
func (l *linter) types() {
	byExt, byName := map[string]bool{}, map[string]bool{}
	l.walk("[Content_Types].xml", func(e element) {
		switch e.name {
		case "Default":
			byExt[e.attr["Extension"]] = true
		case "Override":
			name := strings.TrimPrefix(e.attr["PartName"], "/")
			if byName[name] {
				l.say("the type of %s is given twice", name)
			}
			byName[name] = true
			if l.parts[name] == nil {
				l.say("a type of %s, which is not there", name)
			}
		}
	})
	for name := range l.parts {
		if name != "[Content_Types].xml" && !byName[name] && !byExt[strings.TrimPrefix(path.Ext(name), ".")] {
			l.say("%s has no type", name)
		}
	}
}

// rels are the relations of a part: id to the part it leads to.
func (l *linter) rels(part string) map[string]string {
	out := map[string]string{}
	l.walk(path.Dir(part)+"/_rels/"+path.Base(part)+".rels", func(e element) {
		if e.name == "Relationship" {
			to := e.attr["Target"]
			if !strings.HasPrefix(to, "/") {
				to = path.Join(path.Dir(part), to)
			}
			out[e.attr["Id"]] = strings.TrimPrefix(to, "/")
		}
	})
	return out
}

// relations lead to parts that are there, and are what parts ask for.
func (l *linter) relations() {
	for name := range l.parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		owner := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
		seen := map[string]bool{}
		l.walk(name, func(e element) {
			if e.name != "Relationship" {
				return
			}
			if seen[e.attr["Id"]] {
				l.say("%s: two of %s", name, e.attr["Id"])
			}
			seen[e.attr["Id"]] = true
			if e.attr["TargetMode"] == "External" {
				l.say("%s leads outside, to %s", name, e.attr["Target"])
			}
		})
		for id, to := range l.rels(owner) {
			if l.parts[to] == nil {
				l.say("%s: %s leads to %s, which is not there", name, id, to)
			}
		}
	}
	for name := range l.parts {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		rels := l.rels(name)
		l.walk(name, func(e element) {
			for _, key := range []string{"r:id", "r:embed"} {
				if id, ok := e.attr[key]; ok && rels[id] == "" {
					l.say("%s asks for %s, which is no relation of it", name, id)
				}
			}
		})
	}
}

// workbook: names of sheets, defined names, nothing private kept.
func (l *linter) workbook() {
	rels := l.rels("xl/workbook.xml")
	ids, full := map[string]bool{}, false
	l.walk("xl/workbook.xml", func(e element) {
		switch e.name {
		case "sheet":
			name := e.attr["name"]
			if len([]rune(name)) > 31 || strings.ContainsAny(name, `[]:*?/\`) || slices.ContainsFunc(l.sheets, func(s sheetPart) bool { return strings.EqualFold(s.name, name) }) || ids[e.attr["sheetId"]] {
				l.say("sheet %q", name)
			}
			ids[e.attr["sheetId"]] = true
			l.sheets = append(l.sheets, sheetPart{name, rels[e.attr["r:id"]]})
		case "workbookPr":
			if e.attr["filterPrivacy"] == "true" || e.attr["filterPrivacy"] == "1" {
				l.say("filterPrivacy is on")
			}
		case "calcPr":
			full = e.attr["fullCalcOnLoad"] == "1" || e.attr["fullCalcOnLoad"] == "true"
		}
	})
	if !full {
		l.say("nothing is recalculated on opening")
	}
	l.names()
}

var nameAndRange = regexp.MustCompile(`^'?((?:[^'!]|'')+)'?!\$[A-Z]+\$\d+|^'?((?:[^'!]|'')+)'?!\$\d+:\$\d+`)

func (l *linter) names() {
	var w struct {
		Names []struct {
			Name  string `xml:"name,attr"`
			Local string `xml:"localSheetId,attr"`
			To    string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	if err := xml.Unmarshal(l.parts["xl/workbook.xml"], &w); err != nil {
		l.say("%v", err)
	}
	for _, n := range w.Names {
		key := n.Name + "/" + n.Local
		if l.defined[key] != "" {
			l.say("%s is defined twice", key)
		}
		l.defined[key] = n.To
		m := nameAndRange.FindStringSubmatch(n.To)
		if m == nil || l.sheet(strings.ReplaceAll(m[1]+m[2], "''", "'")) == "" {
			l.say("%s is %s, which is no place here", n.Name, n.To)
		}
	}
}

// sheet is the part of a sheet by its name.
func (l *linter) sheet(name string) string {
	for _, s := range l.sheets {
		if s.name == name {
			return s.part
		}
	}
	return ""
}

func (l *linter) sharedStrings() {
	var sst struct {
		Count  int `xml:"count,attr"`
		Unique int `xml:"uniqueCount,attr"`
		SI     []struct {
			T string `xml:"t"`
		} `xml:"si"`
	}
	if err := xml.Unmarshal(l.parts["xl/sharedStrings.xml"], &sst); err != nil {
		l.say("%v", err)
	}
	seen := map[string]bool{}
	for _, si := range sst.SI {
		if seen[si.T] {
			l.say("%q is shared twice", si.T)
		}
		seen[si.T] = true
		l.strings = append(l.strings, si.T)
	}
	used := 0
	for _, s := range l.sheets {
		l.walk(s.part, func(e element) {
			if e.name == "c" && e.attr["t"] == "s" {
				used++
			}
		})
	}
	if sst.Count != used || sst.Unique != len(sst.SI) {
		l.say("shared texts: %d of %d said to be used, %d of %d are", sst.Unique, sst.Count, len(sst.SI), used)
	}
}

// properties: the program made it, nobody else.
func (l *linter) properties() {
	var core struct {
		Creator  string `xml:"creator"`
		Modified string `xml:"lastModifiedBy"`
	}
	if err := xml.Unmarshal(l.parts["docProps/core.xml"], &core); err != nil {
		l.say("%v", err)
	}
	if !strings.HasPrefix(core.Creator, "trestle") || core.Modified != core.Creator {
		l.say("made by %q, changed by %q", core.Creator, core.Modified)
	}
	for _, tag := range []string{"<Manager>", "<Company>"} {
		if bytes.Contains(l.parts["docProps/app.xml"], []byte(tag)) {
			l.say("docProps/app.xml has %s", tag)
		}
	}
}
