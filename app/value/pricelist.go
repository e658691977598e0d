package value

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"trestle/app/workshop"
)

// The limits of a price list.
const (
	MaxPriceBytes = 1 << 20
	MaxPriceRows  = 5000
	maxPriceFails = 20 // more of them help nobody
)

// PriceError is what is wrong in one line of a price list: a word of the
// language files, "prices.at." and the reason, and what to put into it.
type PriceError struct {
	Line   int    // 1 is the first; 0 the list as a whole
	Column string // as a list names it, or empty
	Reason string
	Detail string
}

// Error implements error.
func (e PriceError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("line %d %s: %s %s", e.Line, e.Column, e.Reason, e.Detail))
}

// PriceErrors are all that is wrong in a price list, the first twenty.
type PriceErrors []PriceError

// Error implements error.
func (e PriceErrors) Error() string {
	if len(e) == 0 {
		return "no price list"
	}
	return fmt.Sprintf("%s (%d in all)", e[0].Error(), len(e))
}

// priceColumns are the columns a list may have, by the names they go by in
// any language the program speaks. The first four must be there and answered in every line.
var priceColumns = []struct {
	name, also string
	need       bool
}{
	{"name", "item|nom|nombre|enw", true},
	{"value", "unit cost|valeur|valor|gwerth", true},
	{"price year", "year|année de prix|année|año de precios|año|blwyddyn brisiau|blwyddyn", true},
	{"source", "fuente|ffynhonnell", true},
	{"unit", "unité|unidad|uned", false},
	{"category", "catégorie|categoría|categori", false},
	{"currency", "devise|moneda|arian cyfred", false},
	{"note", "notes|remarque|nota|nodyn", false},
}

// ReadPrices reads a price list: lines of comma-separated values (semicolons
// and tabs do as well), the first with the names of the columns. It is taken
// whole or not at all: anything it cannot be sure of is a PriceError, such as
// "1,234", which is one thing to some and another to others. The rows have no
// names of their own yet; workshop.ImportPrices gives them.
func ReadPrices(r io.Reader, currency string) ([]workshop.UnitCost, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxPriceBytes+1))
	if err != nil {
		return nil, fmt.Errorf("price list: %w", err)
	}
	if len(raw) > MaxPriceBytes {
		return nil, PriceErrors{{Reason: "size", Detail: strconv.Itoa(MaxPriceBytes >> 20)}}
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if !utf8.Valid(raw) || bytes.ContainsRune(raw, 0) {
		return nil, PriceErrors{{Reason: "letters"}}
	}
	p := prices{currency: currency, seen: map[workshop.ID]int{}}
	p.read(raw)
	if len(p.fails) > 0 {
		return nil, p.fails
	}
	return p.rows, nil
}

// prices is a price list being read.
type prices struct {
	currency string
	at       map[string]int // where each column is
	seen     map[workshop.ID]int
	rows     []workshop.UnitCost
	fails    PriceErrors
}

func (p *prices) fail(line int, column, reason, detail string) {
	if len(p.fails) < maxPriceFails {
		p.fails = append(p.fails, PriceError{line, column, reason, detail})
	}
}

func (p *prices) read(raw []byte) {
	c := csv.NewReader(bytes.NewReader(raw))
	c.Comma, c.FieldsPerRecord = delimiter(raw), -1
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			p.fail(bad.Line, "", "quotes", "")
			return
		}
		line, _ := c.FieldPos(0)
		switch {
		case p.at == nil:
			if p.head(line, cells); len(p.fails) > 0 {
				return
			}
		case !slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" }): // a line of commas only
		case len(p.rows) == MaxPriceRows:
			p.fail(line, "", "rows", strconv.Itoa(MaxPriceRows))
			return
		default:
			p.row(line, cells)
		}
	}
	if p.at == nil || len(p.rows) == 0 && len(p.fails) == 0 {
		p.fail(0, "", "empty", "")
	}
}

// delimiter is what parts the first line's cells.
func delimiter(raw []byte) rune {
	first, _, _ := bytes.Cut(raw, []byte("\n"))
	for _, d := range ",;\t" {
		if bytes.ContainsRune(first, d) {
			return d
		}
	}
	return ','
}

// head finds the columns.
func (p *prices) head(line int, cells []string) {
	p.at = map[string]int{}
	for i, cell := range cells {
		name := strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(cell, "_", " "))), " ")
		if name == "" {
			continue
		}
		k := -1
		for n, c := range priceColumns {
			if name == c.name || slices.Contains(strings.Split(c.also, "|"), name) {
				k = n
			}
		}
		if k < 0 {
			p.fail(line, cut(cell), "column", "")
			continue
		}
		if _, twice := p.at[priceColumns[k].name]; twice {
			p.fail(line, priceColumns[k].name, "twice", "")
		}
		p.at[priceColumns[k].name] = i
	}
	for _, c := range priceColumns {
		if _, ok := p.at[c.name]; c.need && !ok {
			p.fail(line, c.name, "column-missing", "")
		}
	}
}

// row takes one line.
func (p *prices) row(line int, cells []string) {
	before := len(p.fails)
	for i := range cells {
		if strings.TrimSpace(cells[i]) != "" && !p.named(i) {
			p.fail(line, strconv.Itoa(i+1), "cell", cut(cells[i]))
		}
	}
	cell := func(name string) string {
		i, ok := p.at[name]
		if !ok || i >= len(cells) {
			return ""
		}
		return workshop.Clean(cells[i])
	}
	for _, c := range priceColumns {
		if c.need && cell(c.name) == "" {
			p.fail(line, c.name, "need", "")
		}
	}
	u := workshop.UnitCost{Name: cell("name"), Unit: cell("unit"), Source: cell("source"), Note: cell("note"), Category: strings.ToLower(cell("category"))}
	if v := cell("value"); v != "" {
		p.value(line, v, &u)
	}
	if y := cell("price year"); y != "" {
		p.year(line, y, &u)
	}
	if c := cell("currency"); c != "" && !strings.EqualFold(c, p.currency) {
		p.fail(line, "currency", "currency", cut(c))
	}
	if len(p.fails) == before {
		p.check(line, u)
	}
}

func (p *prices) year(line int, s string, u *workshop.UnitCost) {
	year, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || year < 1900 || year > 2100 {
		p.fail(line, "price year", "year", cut(s))
	}
	u.PriceYear = year
}

// named says whether the i-th column has a name.
func (p *prices) named(i int) bool {
	for _, k := range p.at {
		if k == i {
			return true
		}
	}
	return false
}

// value reads a plain number: digits, and a point before at most four more.
func (p *prices) value(line int, s string, u *workshop.UnitCost) {
	whole, part, point := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !digits(whole) || point && (!digits(part) || len(part) > 4) {
		p.fail(line, "value", "number", cut(s))
		return
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v*minor > maxMoney {
		p.fail(line, "value", "huge", cut(s))
		return
	}
	u.Value = workshop.Know(math.Round(v*minor*100) / 100)
}

// check holds the row against the limits of the record, and against the rows
// before it.
func (p *prices) check(line int, u workshop.UnitCost) {
	u.ID = workshop.PriceID(u)
	var bad workshop.FieldError
	if err := workshop.Check(u); errors.As(err, &bad) {
		p.fail(line, bad.Field, bad.Reason, bad.Detail)
		return
	}
	if first, twice := p.seen[u.ID]; twice {
		p.fail(line, "name", "again", strconv.Itoa(first))
		return
	}
	p.seen[u.ID] = line
	p.rows = append(p.rows, u)
}

// cut is what somebody wrote, short enough for a message.
func cut(s string) string {
	r := []rune(s)
	if len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
