package export

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"trestle/app/value"
	"trestle/app/workshop"
	"trestle/export/xl"
)

// Portfolio is every workshop of a folder, for one workbook.
type Portfolio struct {
	Options
	Folder string // what the folder is called
	From   string // how one gets from the workbook's folder to it, "." where they are the same
	Briefs []Brief
	Unread []Unread
}

// Unread is a file that is not in the portfolio, and why, in words.
type Unread struct{ Path, Why string }

// WritePortfolio writes the workbook of many workshops.
func WritePortfolio(w io.Writer, p Portfolio) error {
	slices.SortFunc(p.Briefs, func(a, b Brief) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Head.Title), strings.ToLower(b.Head.Title)), strings.Compare(a.Path, b.Path))
	})
	x := portfolioBook{Portfolio: p, r: Report{Options: p.Options}, b: xl.New(xl.Options{Title: p.Folder, Program: program(p.Program), Created: p.Now, RightLeft: rightLeft(p.Source.Language)})}
	x.overview()
	x.promises()
	x.tensions()
	x.indicators()
	x.parties()
	x.gaps()
	x.unread()
	return x.b.Write(w)
}

// portfolioBook is the workbook being written.
type portfolioBook struct {
	Portfolio
	r Report
	b *xl.Book
}

// many is a sheet of the portfolio with its title and what it holds.
func (x portfolioBook) many(id, name, tab string) *xl.Sheet {
	s := x.b.Sheet(name, tab)
	s.Row(xl.Title(x.r.say("export.many." + id)))
	s.Row(xl.Plain(x.r.say("export.lead.many." + id)).Grey())
	s.Space(6)
	return s
}

// to is a workshop's name with the way to its file.
func (x portfolioBook) to(b Brief) xl.Cell {
	parts := strings.Split(b.Path, "/")
	if x.From != "." && x.From != "" {
		parts = append(strings.Split(x.From, "/"), parts...)
	}
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	name := b.Head.Title
	if name == "" {
		name = b.Path
	}
	return xl.File(name, strings.Join(parts, "/")).Wrapped()
}

func (x portfolioBook) columns(cs ...Column) []xl.Column {
	out := make([]xl.Column, len(cs))
	for i, c := range x.r.columns(cs...) {
		out[i] = xl.Column{Head: c.Head, Width: c.Width}
	}
	return out
}

func figureOf(v value.Ratio) xl.Cell {
	if !v.OK {
		return xl.Empty()
	}
	return xl.Figure(value.Round(v.V, 2))
}

func dayOf(s string) xl.Cell {
	if s == "" {
		return xl.Empty()
	}
	return xl.Date(s)
}

// late says whether a day was before the day of the export.
func (x portfolioBook) late(day string) bool { return day != "" && day < x.Now.Format("2006-01-02") }

// overview is a row a workshop, and in a few lines what stands out in all.
func (x portfolioBook) overview() {
	s := x.many("overview", "Workshops", "14213D")
	var rows [][]xl.Cell
	sum := map[string]int{}
	for _, b := range x.Briefs {
		late, next := 0, ""
		for _, p := range b.Promises {
			if x.late(p.Due) {
				late++
			}
			if p.Due != "" && (next == "" || p.Due < next) {
				next = p.Due
			}
		}
		sum["open"] += len(b.Promises)
		sum["late"] += late
		sum["held"] += len(b.Tensions)
		sum["off"] += len(b.Off)
		sum["gaps"] += len(b.Gaps)
		npsv := xl.Empty()
		if b.Head.NPSV.OK {
			npsv = xl.Money(b.Head.NPSV.V, b.Head.Currency).Round()
		}
		lateCell := xl.Whole(late)
		if late > 0 {
			lateCell = lateCell.Strong()
		}
		rows = append(rows, []xl.Cell{
			x.to(b), xl.Text(b.Head.Place), xl.Text(b.Head.Stands), xl.Whole(b.Head.Partners), xl.Whole(len(b.Promises)), lateCell, dayOf(next),
			xl.Whole(len(b.Tensions)), xl.Whole(len(b.Off)), xl.Whole(len(b.Gaps)), npsv, dayOf(b.Head.Review), xl.Text(b.Path),
		})
	}
	s.Row(xl.Plain(x.r.say("export.many.sums", strconv.Itoa(len(x.Briefs)), strconv.Itoa(sum["open"]), strconv.Itoa(sum["late"]), strconv.Itoa(sum["held"]), strconv.Itoa(sum["off"]), strconv.Itoa(sum["gaps"]))).Strong())
	s.Row(xl.Plain(x.r.say("export.many.made", x.Folder, x.Now.UTC().Format("2006-01-02 15:04"), program(x.Program))).Grey())
	if len(x.Unread) > 0 {
		s.Row(xl.Link(x.r.say("export.many.unread.n", strconv.Itoa(len(x.Unread))), "'Not read'!A1"))
	}
	s.Space(6)
	s.Table("Table_workshops", x.columns(
		Column{"workshop", 34, ""}, Column{"place", 14, ""}, Column{"stands", 22, ""}, Column{"partners", 9.5, ""}, Column{"open", 7, ""}, Column{"late", 9.5, ""}, Column{"next-due", 11.5, ""},
		Column{"held", 10, ""}, Column{"off", 9.5, ""}, Column{"gaps", 9.5, ""}, Column{"npsv", 15, ""}, Column{"next-review", 12.5, ""}, Column{"file", 24, ""},
	), rows)
	s.Print(false, 0)
}

// promises are all open commitments, first due first.
func (x portfolioBook) promises() {
	type line struct {
		b Brief
		p Promise
	}
	var all []line
	for _, b := range x.Briefs {
		for _, p := range b.Promises {
			all = append(all, line{b, p})
		}
	}
	slices.SortStableFunc(all, func(a, b line) int {
		return cmp.Or(workshop.Sooner(workshop.Date(a.p.Due), workshop.Date(b.p.Due)), strings.Compare(a.p.Partner, b.p.Partner))
	})
	rows := make([][]xl.Cell, len(all))
	for i, l := range all {
		due := dayOf(l.p.Due)
		over := xl.Empty()
		if x.late(l.p.Due) {
			due = due.Strong()
			over = xl.Whole(daysBetween(l.p.Due, x.Now))
		}
		rows[i] = []xl.Cell{due, over, xl.Text(l.p.Partner), xl.Text(l.p.What), xl.Text(l.p.Role), xl.Text(l.p.Evidence), xl.Text(l.p.Status), x.to(l.b), xl.Text(l.p.Ref)}
	}
	s := x.many("promises", "Commitments due", "6A3D6B")
	s.Table("Table_due", x.columns(Column{"due", 11.5, ""}, Column{"days-late", 8.5, ""}, Column{"partner", 26, ""}, Column{"what", 44, ""}, Column{"role", 20, ""}, Column{"evidence", 28, ""}, Column{"status", 10, ""}, Column{"workshop", 30, ""}, Column{"ref", 7, ""}), rows)
	s.Print(false, 0)
}

func daysBetween(day string, now time.Time) int {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return 0
	}
	y, m, d := now.Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(t).Hours() / 24)
}

// tensions are those that are held, in the order of their reviews.
func (x portfolioBook) tensions() {
	type line struct {
		b Brief
		t Held
	}
	var all []line
	for _, b := range x.Briefs {
		for _, t := range b.Tensions {
			all = append(all, line{b, t})
		}
	}
	slices.SortStableFunc(all, func(a, b line) int { return workshop.Sooner(workshop.Date(a.t.Review), workshop.Date(b.t.Review)) })
	rows := make([][]xl.Cell, len(all))
	for i, l := range all {
		review := dayOf(l.t.Review)
		if x.late(l.t.Review) {
			review = review.Strong()
		}
		rows[i] = []xl.Cell{review, xl.Text(l.t.A), xl.Text(l.t.B), xl.Text(l.t.How), xl.Text(l.t.Warnings), xl.Text(l.t.Watcher), x.to(l.b), xl.Text(l.t.Ref)}
	}
	s := x.many("tensions", "Tensions held", "9A6A08")
	s.Table("Table_held", x.columns(Column{"review", 11.5, ""}, Column{"pole-a", 24, ""}, Column{"pole-b", 24, ""}, Column{"how", 38, ""}, Column{"warnings", 34, ""}, Column{"watcher", 18, ""}, Column{"workshop", 30, ""}, Column{"ref", 7, ""}), rows)
	s.Print(false, 0)
}

// indicators are those off track.
func (x portfolioBook) indicators() {
	var rows [][]xl.Cell
	for _, b := range x.Briefs {
		for _, i := range b.Off {
			rows = append(rows, []xl.Cell{
				x.to(b), xl.Text(i.Ref), xl.Text(i.Name), xl.Text(x.r.say("export.off." + i.Reason)), xl.Text(i.Unit), figureOf(i.Baseline), figureOf(i.Latest), dayOf(i.Read),
				figureOf(i.Expect), figureOf(i.Target), dayOf(i.By), xl.Text(i.Owner),
			})
		}
	}
	s := x.many("indicators", "Indicators off track", "1D4E89")
	s.Table("Table_off", x.columns(Column{"workshop", 30, ""}, Column{"ref", 7, ""}, Column{"indicator", 34, ""}, Column{"why-off", 26, ""}, Column{"unit", 10, ""}, Column{"baseline", 10, ""}, Column{"latest", 10, ""}, Column{"latest-date", 11.5, ""}, Column{"expected", 10, ""}, Column{"target", 10, ""}, Column{"target-date", 11.5, ""}, Column{"owner", 22, ""}), rows)
	s.Print(false, 0)
}
