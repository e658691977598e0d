package ledger

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"trestle/app/workshop"
)

// Into puts what was typed into a column of the line. why says in one word what
// is wrong with it: "number", "range", "share", "whole", "choice", "nobody",
// "day", "long", "need", "over", "product"; the line is then as it was.
func (s Sheet) Into(r Row, c Column, text string) (next Row, why string) {
	text = workshop.Clean(strings.ReplaceAll(text, "\n", " "))
	if text == Unknown && c.Sort != Paid {
		text = ""
	}
	switch c.Sort {
	case Worked:
		return r, "worked"
	case Count:
		b, ok := r.Rec.(workshop.Benefit)
		if !ok {
			return r, "worked"
		}
		return s.intoCount(r, b, text)
	case Paid, Came:
		return s.intoMoney(r, c, text)
	case Share:
		return s.intoShare(r, c, text)
	case Shares:
		return s.intoShares(r, text)
	case Reading:
		return s.intoReading(r, text)
	}
	return s.intoField(r, c, text)
}

func (s Sheet) intoCount(r Row, b workshop.Benefit, text string) (Row, string) {
	if text == "" {
		b.Quantity, b.Population = workshop.Maybe{}, workshop.Maybe{}
		for _, f := range factors(&b) {
			*f = workshop.Maybe{}
		}
	} else if why := s.count(&b, text); why != "" {
		return r, why
	}
	r.Rec = answer(b, "count")
	return r, ""
}

// intoField writes one field of the record.
func (s Sheet) intoField(r Row, c Column, text string) (Row, string) {
	rec := r.Rec
	if i, ok := rec.(workshop.Indicator); ok && c.Sort == Number {
		i, text = s.unitOf(i, text)
		rec = i
	}
	v, why := s.value(c, text)
	if why != "" {
		return r, why
	}
	if b, ok := rec.(workshop.Benefit); ok {
		b = answer(b, c.Name)
		if c.Name == "unitValue" && v != "" {
			b.Disbenefit, v = signed(b.Disbenefit, text, v)
		}
		rec = b
	}
	rec, _, err := workshop.With(rec, map[string]workshop.Value{c.Name: v})
	if err != nil {
		return r, "number"
	}
	r.Rec = rec
	return r, ""
}

// signed takes a loss typed as "−50" for what makes people worse off; "+50"
// takes that back.
func signed(loss bool, text string, v workshop.Value) (bool, workshop.Value) {
	if n, minus := strings.CutPrefix(string(v), "-"); minus {
		return true, workshop.Value(n)
	}
	return loss && !strings.HasPrefix(text, "+"), v
}

// unitOf takes a unit typed after a measure's number, "14 weeks", where the
// measure has none yet, or the same.
func (s Sheet) unitOf(i workshop.Indicator, text string) (workshop.Indicator, string) {
	end := strings.LastIndexAny(text, "0123456789")
	if end < 0 {
		return i, text
	}
	unit := strings.TrimSpace(text[end+1:])
	if unit == "" || i.Unit != "" && !strings.EqualFold(i.Unit, unit) || utf8.RuneCountInString(unit) > 60 {
		return i, text
	}
	if i.Unit == "" {
		i.Unit = unit
	}
	return i, text[:end+1]
}

// value is what was typed as a field's content.
func (s Sheet) value(c Column, text string) (v workshop.Value, why string) {
	if text == "" {
		if c.Field.Need {
			return "", "need"
		}
		return "", ""
	}
	switch c.Sort {
	case Text:
		if utf8.RuneCountInString(text) > int(c.Field.Max) {
			return "", "long"
		}
		return workshop.TextValue(text), ""
	case Choice:
		o, ok := s.Choose(c, text)
		if !ok {
			return "", "choice"
		}
		return workshop.TextValue(o.Value), ""
	case Whose:
		o, ok := s.Choose(c, text)
		if !ok {
			return "", "nobody"
		}
		return workshop.TextValue(o.Value), ""
	case Day:
		d, ok := s.Words.day(text)
		if !ok {
			return "", "day"
		}
		return workshop.TextValue(string(d)), ""
	}
	return s.figure(c, strings.TrimPrefix(text, "+"))
}

// figure is a typed number as a field's content, in its unit.
func (s Sheet) figure(c Column, text string) (workshop.Value, string) {
	n := s.Words.Numerals()
	x, ok := n.Read(text)
	f := c.Field
	switch c.Sort {
	case Rate:
		if x, ok = n.Rate(text); ok && (x < 0 || x > 1) || !ok && unread(text) == "range" {
			return "", "share"
		}
	case Money:
		x = math.Round(x * 100)
	case Whole:
		if ok && x != math.Trunc(x) {
			return "", "whole"
		}
	}
	if !ok {
		return "", unread(text)
	}
	if x < f.Min || x > f.Max || math.IsInf(x, 0) {
		return "", "range"
	}
	if c.Sort == Whole || f.Type == workshop.MoneyField {
		if x == 0 {
			return "", ""
		}
		return workshop.Value(strconv.FormatInt(int64(x), 10)), ""
	}
	return workshop.Value(strconv.FormatFloat(x, 'g', -1, 64)), ""
}

// mostMoney is what an amount can hold, in minor units.
const mostMoney = 1e14

// amount reads the money of one year.
func (s Sheet) amount(text string) (int64, string) {
	x, ok := s.Words.Numerals().Read(text)
	if !ok {
		return 0, unread(text)
	}
	if x = math.Round(x * 100); math.Abs(x) > mostMoney {
		return 0, "range"
	}
	return int64(x), ""
}

// intoMoney sets a year's money; nothing typed takes the year's record out:
// nothing said is not £0. "?" says that a cost is not known, which is not £0
// either.
func (s Sheet) intoMoney(r Row, c Column, text string) (Row, string) {
	money, unknown, why := int64(0), text == Unknown, ""
	if text != "" && !unknown {
		if money, why = s.amount(text); why != "" {
			return r, why
		}
	}
	id := r.Rec.Ident()
	if c.Sort == Paid {
		one, found := workshop.Amount{ID: workshop.AmountID(id, c.Year), Cost: id, Year: c.Year}, false
		for _, a := range s.at.paid[id] {
			if a.Year == c.Year && found { // two hands wrote one year: what is typed now is all of it
				r.Gone = append(r.Gone, a.ID)
			} else if a.Year == c.Year {
				one, found = a, true
			}
		}
		one.Money, one.Unknown = money, unknown
		return r.hang(one, text != ""), ""
	}
	one := workshop.Actual{ID: workshop.ActualID(id, c.Year), Benefit: id, Year: c.Year}
	for _, a := range s.at.came[id] {
		if a.Year == c.Year {
			one = a
		}
	}
	one.Money = money
	return r.hang(one, text != "" && !unknown), ""
}

// hang adds, or with keep false takes out, a record that hangs on the line.
func (r Row) hang(x workshop.Record, keep bool) Row {
	var with []workshop.Record
	for _, w := range r.With {
		if w.Ident() != x.Ident() {
			with = append(with, w)
		}
	}
	r.With = with
	if keep {
		r.With = append(r.With, x)
	} else {
		r.Gone = append(r.Gone, x.Ident())
	}
	return r
}

func (s Sheet) intoReading(r Row, text string) (Row, string) {
	i, _ := r.Rec.(workshop.Indicator)
	if text == "" {
		return r, ""
	}
	i, text = s.unitOf(i, text)
	x, ok := s.Words.Numerals().Read(strings.TrimSuffix(text, "%"))
	if !ok {
		return r, unread(text)
	}
	if math.Abs(x) > 1e12 {
		return r, "range"
	}
	one := workshop.Reading{ID: workshop.NewID("reading"), Indicator: i.ID, Date: s.Today}
	if was, ok := s.at.read[i.ID]; ok && was.Date == s.Today {
		one = was
	}
	one.Value = x
	r.Rec = i
	return r.hang(one, true), ""
}
