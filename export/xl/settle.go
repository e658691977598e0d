package xl

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// settle writes the parts in one order and with no time of their own. Rows and
// shared texts are ours: excelize keeps no value beside a formula, and takes
// several times as long.
func (b *Book) settle(w io.Writer) error {
	b.fail(b.f.SetCellStr(b.sheets[0].name, "A1", b.opts.Title)) // so that there is a part for shared texts
	parts := &parts{}
	b.f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return parts })
	if _, err := b.f.WriteToBuffer(); err != nil {
		return err
	}
	for i, s := range b.sheets {
		parts.replace("xl/worksheets/sheet"+number(i+1)+".xml", func(old []byte) []byte { return withRows(s.quiet(old), s.data()) })
	}
	parts.replace("xl/sharedStrings.xml", func([]byte) []byte { return b.words.part() })
	parts.replace("[Content_Types].xml", sorted)
	for _, x := range parts.list {
		if strings.HasPrefix(x.name, "xl/charts/chart") {
			x.body = *bytes.NewBuffer(lined(upright(x.body.Bytes())))
		}
	}
	if b.err != nil {
		return b.err
	}
	return parts.write(w)
}

// part is one file of the workbook.
type part struct {
	name string
	body bytes.Buffer
}

// parts takes what excelize would write into a file of its own.
type parts struct{ list []*part }

// Create implements excelize.ZipWriter.
func (p *parts) Create(name string) (io.Writer, error) {
	x := &part{name: name}
	p.list = append(p.list, x)
	return &x.body, nil
}

// AddFS implements excelize.ZipWriter.
func (p *parts) AddFS(fs.FS) error { return nil }

// Close implements excelize.ZipWriter.
func (p *parts) Close() error { return nil }

func (p *parts) replace(name string, with func([]byte) []byte) {
	for _, x := range p.list {
		if x.name == name {
			x.body = *bytes.NewBuffer(with(x.body.Bytes()))
		}
	}
}

func (p *parts) write(w io.Writer) error {
	slices.SortFunc(p.list, func(a, c *part) int { return strings.Compare(a.name, c.name) })
	out := zip.NewWriter(w)
	pack, err := flate.NewWriter(nil, 5) // one for all parts: each takes half a megabyte to begin with
	if err != nil {
		return err
	}
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		pack.Reset(w)
		return pack, nil
	})
	for _, x := range p.list {
		method := zip.Deflate
		if strings.HasSuffix(x.name, ".png") { // is compressed already
			method = zip.Store
		}
		f, err := out.CreateHeader(&zip.FileHeader{Name: x.name, Method: method})
		if err != nil {
			return err
		}
		if _, err := f.Write(x.body.Bytes()); err != nil {
			return err
		}
	}
	return out.Close()
}

// withRows is a sheet's part with our rows in the place of its own.
func withRows(sheet, rows []byte) []byte {
	from := bytes.Index(sheet, []byte("<sheetData"))
	if from < 0 {
		return sheet
	}
	to := from + bytes.IndexByte(sheet[from:], '>') + 1
	if sheet[to-2] != '/' {
		to = from + bytes.Index(sheet[from:], []byte("</sheetData>")) + len("</sheetData>")
	}
	return slices.Concat(sheet[:from], rows, sheet[to:])
}

// upright keeps the figures of a lying chart below it: where the first category
// stands on top, their axis would too.
func upright(chart []byte) []byte {
	from := bytes.Index(chart, []byte("<valAx>"))
	if from < 0 || !bytes.Contains(chart[:from], []byte(`"maxMin"`)) {
		return chart
	}
	return slices.Concat(chart[:from], bytes.Replace(chart[from:], []byte(`<crosses val="autoZero"`), []byte(`<crosses val="max"`), 1))
}

var radarFill = regexp.MustCompile(`(</tx>)<spPr><a:solidFill><a:srgbClr val="([0-9A-F]{6})"></a:srgbClr></a:solidFill></spPr>`)

// lined gives the lines of a radar their colours: excelize fills what has no area.
func lined(chart []byte) []byte {
	if !bytes.Contains(chart, []byte("<radarChart>")) {
		return chart
	}
	const solid = `<a:solidFill><a:srgbClr val="$2"/></a:solidFill>`
	return radarFill.ReplaceAll(chart, []byte(`$1<spPr><a:ln w="28575" cap="rnd">`+solid+`<a:round/></a:ln></spPr><marker><symbol val="circle"/><size val="6"/><spPr>`+solid+`</spPr></marker>`))
}

// after are the elements that may follow ignoredErrors.
var after = regexp.MustCompile(`<(?:drawing|legacyDrawing|picture|tableParts|extLst) ?|</worksheet>`)

// quiet keeps the green corners away that Excel sets on words that look like
// figures ("007" is what somebody said) and on sums that leave a neighbour out.
func (s *Sheet) quiet(sheet []byte) []byte {
	at := after.FindIndex(sheet)
	if at == nil || s.wide == 0 {
		return sheet
	}
	all := ref(s.wide, max(s.row, len(s.rows)-1))
	return slices.Concat(sheet[:at[0]], []byte(`<ignoredErrors><ignoredError sqref="A1:`+all+`" twoDigitTextYear="1" numberStoredAsText="1" formulaRange="1"/></ignoredErrors>`), sheet[at[0]:])
}

var override = regexp.MustCompile(`<(?:Override|Default) [^>]*?(?:/>|></(?:Override|Default)>)`)

// sorted is the list of content types in one order.
func sorted(body []byte) []byte {
	rows := override.FindAll(body, -1)
	list := slices.Clone(rows)
	slices.SortFunc(list, bytes.Compare)
	i := 0
	return override.ReplaceAllFunc(body, func([]byte) []byte { i++; return list[i-1] })
}
