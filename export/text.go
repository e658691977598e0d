package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// writeCSV writes every section under each other as one table that starts with
// the section's name: UTF-8 with BOM, CRLF, and no cell that a spreadsheet
// would take for a formula.
func writeCSV(w io.Writer, r Report) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, s := range r.Sections {
		row := []string{safe(s.Title)}
		for _, col := range s.Table.Columns {
			row = append(row, safe(col.Head))
		}
		if err := c.Write(row); err != nil {
			return err
		}
		for _, cells := range s.Table.Rows {
			row := []string{safe(s.ID)}
			for _, v := range cells {
				row = append(row, v.csv())
			}
			if err := c.Write(row); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

// csv is a value as a cell of a table of text.
func (v Value) csv() string {
	switch v.Kind {
	case NumberValue, MoneyValue, WholeMoneyValue, RateValue:
		return strconv.FormatFloat(v.Num, 'f', -1, 64)
	case NoValue:
		return ""
	}
	return safe(v.Text)
}

// safe puts a ' before what a spreadsheet would run (OWASP, CSV injection).
func safe(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// writeJSON writes the sections and the account.
func writeJSON(w io.Writer, r Report) error {
	type section struct {
		ID    string           `json:"id"`
		Title string           `json:"title"`
		Rows  []map[string]any `json:"rows"`
	}
	var out struct {
		Program  string    `json:"program"`
		At       string    `json:"at"`
		Sections []section `json:"sections"`
		Account  any       `json:"account"`
	}
	out.Program, out.At, out.Account = r.Program, r.Now.UTC().Format("2006-01-02T15:04:05Z"), r.Account
	for _, s := range r.Sections {
		x := section{s.ID, s.Title, []map[string]any{}}
		for _, cells := range s.Table.Rows {
			row := map[string]any{}
			for i, v := range cells {
				row[s.Table.Columns[i].Head] = v.json()
			}
			x.Rows = append(x.Rows, row)
		}
		out.Sections = append(out.Sections, x)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (v Value) json() any {
	switch v.Kind {
	case NumberValue, MoneyValue, WholeMoneyValue, RateValue:
		return v.Num
	case NoValue:
		return nil
	}
	return v.Text
}
