package xl

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	formulaCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f>(?:<v>.*?</v>|<v/>|<v></v>)?</c>`)
	typeAttr    = regexp.MustCompile(` t="[a-z]+"`)
	override    = regexp.MustCompile(`<(?:Override|Default) [^>]*?(?:/>|></(?:Override|Default)>)`)
)

// settle writes the parts in one order, with one time, and gives every formula
// the value our engine computed: excelize stores none.
func (b *Book) settle(raw []byte, w io.Writer) error {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	files := slices.Clone(in.File)
	slices.SortFunc(files, func(a, c *zip.File) int { return strings.Compare(a.Name, c.Name) })
	out := zip.NewWriter(w)
	for _, f := range files {
		body, err := readPart(f)
		if err != nil {
			return err
		}
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := part.Write(b.settled(f.Name, body)); err != nil {
			return err
		}
	}
	return out.Close()
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func (b *Book) settled(name string, body []byte) []byte {
	switch {
	case name == "[Content_Types].xml":
		rows := override.FindAll(body, -1)
		sorted := slices.Clone(rows)
		slices.SortFunc(sorted, bytes.Compare)
		i := 0
		return override.ReplaceAllFunc(body, func([]byte) []byte { i++; return sorted[i-1] })
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(name, "xl/worksheets/sheet"), ".xml"))
		if err != nil || n < 1 || n > len(b.sheets) {
			return body
		}
		return withValues(body, b.cached[b.sheets[n-1].name])
	}
	return body
}

// withValues gives each formula of a sheet its value.
func withValues(body []byte, values map[string]Cell) []byte {
	if len(values) == 0 {
		return body
	}
	return formulaCell.ReplaceAllFunc(body, func(m []byte) []byte {
		p := formulaCell.FindSubmatch(m)
		c, ok := values[string(p[1])]
		if !ok {
			return m
		}
		attrs := typeAttr.ReplaceAll(p[2], nil)
		v := strconv.FormatFloat(c.num, 'g', 17, 64)
		kind := ""
		if c.kind == text {
			kind, v = ` t="str"`, escaped(c.text)
		}
		return []byte(`<c r="` + string(p[1]) + `"` + string(attrs) + kind + `><f>` + string(p[3]) + `</f><v>` + v + `</v></c>`)
	})
}

func escaped(s string) string {
	var b bytes.Buffer
	if xml.EscapeText(&b, []byte(s)) != nil {
		return ""
	}
	return b.String()
}
