package app

import (
	"io"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"trestle/app/ledger"
	"trestle/canvas"
)

// pasteCells puts what is on the clipboard into the ledger: one value into the
// cell, rows after they were looked at.
func (c *Control) pasteCells() {
	text := c.program.fyne.Clipboard().Content()
	s, _ := c.board.Ledger()
	rows, err := ledger.Cells(text)
	if err != nil {
		c.sayPaste(c.Say("ledger.paste.much", itoa(ledger.MostRows)))
		return
	}
	if len(rows) == 0 {
		return
	}
	r := c.board.Block()
	if len(rows) == 1 && len(rows[0]) == 1 {
		if r.Single() {
			c.typed(canvas.Typed{At: c.board.Cell(), Text: rows[0][0]})
			return
		}
		if e := s.Write(r, rows[0][0]); len(e.Rows)+len(e.Bad) > 0 {
			c.take("ledger.paste", e)
			return
		}
	}
	at := ledger.Spot{Table: r.Table, Row: r.Top, Col: r.Left}
	c.previewRows(s.Plan(at, rows))
}

func (c *Control) sayPaste(words string) { c.say(c.win, c.Say("ledger.paste"), words) }

// shownLines is how many pasted rows are shown before they are taken.
const shownLines = 10

// previewRows shows what pasted rows will become, and what was not understood.
func (c *Control) previewRows(p ledger.Planned) *sheet {
	k := c.kit
	stand := p.Stand()
	made, bad := 0, 0
	for _, r := range stand {
		if r.New {
			made++
		}
	}
	for _, l := range p.Lines {
		bad += len(l.Bad)
		if l.Lacks != "" {
			bad++
		}
	}
	col := column(8, k.words(c.Say("ledger.paste.will", itoa(made), itoa(len(stand)-made)), 560, font{body, nil, "ink"}))
	if len(p.Strange) > 0 {
		col.Add(k.words(c.Say("ledger.paste.strange", strings.Join(p.Strange, ", ")), 560, font{small, nil, "bad"}))
	}
	then := c.thenSheet(stand)
	for i, l := range p.Lines {
		if i == shownLines {
			col.Add(k.line(c.Say("paste.more", itoa(len(p.Lines)-shownLines)), font{small, nil, "second"}))
			break
		}
		col.Add(c.plannedLine(p, l, then))
	}
	if bad > 0 {
		col.Add(k.words(c.Say("ledger.paste.bad", itoa(bad)), 560, font{small, medium, "bad"}))
	}
	var pop *sheet
	do := k.strong(c.Say("ledger.paste.do", itoa(len(stand))), func() { pop.close(); c.takePlanned(p) })
	pop = c.sheet(c.Say("ledger.paste"), container.New(fixedWidth(580), col), k.plain(c.Say("cancel"), func() { pop.close(); c.win.Canvas().Focus(c.board) }), do)
	c.win.Canvas().Focus(do)
	return pop
}

// thenSheet is the sheet as it will be with the lines in it.
func (c *Control) thenSheet(rows []ledger.Row) ledger.Sheet {
	d, err := c.desk.Document().Apply(ledger.Changed(c.desk.Document(), "look", rows...))
	if err != nil { // it is said when they are taken
		d = c.desk.Document()
	}
	return ledger.Open(d, c.desk.Step(), c.Say)
}

// plannedFigures are what a pasted row will say beside its name.
func plannedFigures(p ledger.Planned, l ledger.Line, then ledger.Sheet) string {
	var out []string
	for _, k := range p.Cols {
		name := k.Name == "title" || k.Name == "text" || k.Name == "name"
		if k.Name == "" || name || !k.Typed() {
			continue
		}
		if said := then.Edit(l.Row.Rec.Ident(), k); said != "" {
			out = append(out, k.Title+" "+firstWords(said, 40))
		}
	}
	return strings.Join(out, " · ")
}

// plannedLine is one pasted row: what it says, and in red what is not clear.
func (c *Control) plannedLine(p ledger.Planned, l ledger.Line, then ledger.Sheet) fyne.CanvasObject {
	k := c.kit
	s, _ := c.board.Ledger()
	title := titleOf(l.Row.Rec)
	mark := c.Say("ledger.paste.changes")
	if l.Row.New {
		mark = c.Say("ledger.paste.new")
	}
	if l.Lacks != "" {
		title = c.Say("ledger.paste.lacks", s.Column(p.Kind, l.Lacks).Title)
		mark = "–"
	}
	col := column(2, beside(8, k.line(mark, font{tiny, medium, "second"}), k.line(k.fit(title, 430, font{small, nil, "ink"}), font{small, nil, "ink"})))
	if said := plannedFigures(p, l, then); said != "" {
		col.Add(k.words(said, 540, font{small, nil, "second"}))
	}
	for _, x := range l.Bad {
		text := s.Column(p.Kind, x.Col).Title + ": “" + firstWords(x.Text, 30) + "” – " + s.Refusal(x)
		col.Add(k.line(k.fit(text, 520, font{small, nil, "bad"}), font{small, nil, "bad"}))
	}
	return k.panelBox(col, "paper", "line", 7)
}

// takePlanned makes the pasted lines, as one change; what was not understood
// stays at its cell.
func (c *Control) takePlanned(p ledger.Planned) {
	e := ledger.Edits{Rows: p.Stand()}
	for _, l := range p.Lines {
		if l.Lacks == "" {
			e.Bad = append(e.Bad, l.Bad...)
		}
	}
	c.take("ledger.paste", e)
	c.win.Canvas().Focus(c.board)
}

// importLines takes the lines of a CSV file into the table that has the keys.
func (c *Control) importLines() {
	c.askFile([]string{".csv", ".tsv", ".txt"}, func(path string) {
		text, err := readText(path)
		if err != nil {
			c.program.tell(c.win, err)
			return
		}
		rows, err := ledger.Cells(text)
		if err != nil {
			c.sayPaste(c.Say("ledger.paste.much", itoa(ledger.MostRows)))
			return
		}
		s, _ := c.board.Ledger()
		t := c.board.Cell().Table
		c.previewRows(s.Plan(ledger.Spot{Table: t, Row: len(s.Tables[t].Rows)}, rows))
	})
}

// mostText is more than any list of lines; what is longer is not read whole.
const mostText = 5 << 20

func readText(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, mostText))
	return string(b), err
}
