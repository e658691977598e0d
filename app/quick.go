package app

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"trestle/app/workshop"
)

// quick is a line that takes several records at once: a cost's money year by
// year, a benefit's shares by partner.
func (c *Control) quick(r workshop.Record) fyne.CanvasObject {
	switch r := r.(type) {
	case workshop.Cost:
		return c.quickLine("quick.amounts", c.spellAmounts(r.ID), func(s string) (workshop.Change, string) { return c.readAmounts(r.ID, s) })
	case workshop.Benefit:
		return c.quickLine("quick.shares", c.spellShares(r.ID), func(s string) (workshop.Change, string) { return c.readShares(r.ID, s) })
	case workshop.Contribution:
		return c.waits(r.ID)
	case workshop.Tension:
		return c.quickLean(r)
	}
	return nil
}

func (c *Control) quickLine(key, now string, read func(string) (workshop.Change, string)) fyne.CanvasObject {
	bad := widget.NewLabel("")
	bad.SizeName, bad.Wrapping, bad.Importance = theme.SizeNameCaptionText, fyne.TextWrapWord, widget.DangerImportance
	bad.Hide()
	e := newField(c.entryKey)
	e.SetText(now)
	e.OnChanged = func(s string) {
		change, wrong := read(s)
		if wrong == "" {
			c.parts.typing = true
			if err := c.desk.Type(key, change); err != nil {
				wrong = c.Explain(err)
			}
			c.parts.typing = false
		}
		bad.SetText(wrong)
		if wrong == "" {
			bad.Hide()
		} else {
			bad.Show()
		}
	}
	return column(3, c.words(c.Say(key), c.side()-40, font{tiny, medium, "second"}), e, bad)
}

// spellAmounts is a cost's money from year 0 on, as it is typed.
func (c *Control) spellAmounts(cost workshop.ID) string {
	by := map[int]int64{}
	last := -1
	for a := range workshop.All[workshop.Amount](c.desk.Document()) {
		if a.Cost == cost {
			by[a.Year] = a.Money
			last = max(last, a.Year)
		}
	}
	var out []string
	for y := 0; y <= last; y++ {
		out = append(out, strconv.FormatFloat(float64(by[y])/100, 'f', -1, 64))
	}
	return strings.Join(out, " ")
}

// readAmounts reads "60000 40000 40000": one amount a year from year 0 on.
func (c *Control) readAmounts(cost workshop.ID, s string) (workshop.Change, string) {
	d := c.desk.Document()
	shape, _ := workshop.ShapeOf("amount")
	fd, _ := shape.Field("money")
	typed := map[int]int64{}
	for y, w := range strings.Fields(strings.NewReplacer(";", " ", "·", " ").Replace(s)) {
		v, why := c.readTyped(fd, w)
		if why != "" || y > 60 {
			return workshop.Change{}, c.Say("trouble.field."+orElse(why, "range"), w, c.rangeOf(fd))
		}
		n, _ := strconv.ParseInt(string(v), 10, 64)
		typed[y] = n
	}
	known := map[int]workshop.Record{}
	for a := range workshop.All[workshop.Amount](d) {
		if a.Cost == cost {
			a.Money, a.Unknown = typed[a.Year], false
			known[a.Year] = a
		}
	}
	return workshop.Put(d, "amount.edit", merged(known, typed, func(y int, m int64) workshop.Record {
		return workshop.Amount{ID: workshop.AmountID(cost, y), Cost: cost, Year: y, Money: m}
	})...), ""
}

// spellShares is who gets which part of a benefit, as it is typed.
func (c *Control) spellShares(benefit workshop.ID) string {
	var out []string
	for s := range workshop.All[workshop.Share](c.desk.Document()) {
		if s.Benefit == benefit && s.Part > 0 {
			out = append(out, c.tagOf(s.Party)+" "+c.number(s.Part*100))
		}
	}
	return strings.Join(out, ", ")
}

func (c *Control) tagOf(id workshop.ID) string {
	if p, ok := workshop.Find[workshop.Partner](c.desk.Document(), id); ok {
		return p.Tag
	}
	p, _ := workshop.Find[workshop.Party](c.desk.Document(), id)
	return orElse(p.Tag, p.Name)
}

// readShares reads "SCC 50, DWP 50": a tag and a percentage each.
func (c *Control) readShares(benefit workshop.ID, s string) (workshop.Change, string) {
	d := c.desk.Document()
	byTag := map[string]workshop.ID{}
	for p := range workshop.All[workshop.Partner](d) {
		byTag[strings.ToLower(p.Tag)] = p.ID
	}
	for p := range workshop.All[workshop.Party](d) {
		byTag[strings.ToLower(orElse(p.Tag, p.Name))] = p.ID
	}
	parts := map[workshop.ID]float64{}
	for _, w := range apart(s) {
		tag, n, ok := strings.Cut(strings.TrimSpace(w), " ")
		if tag == "" {
			continue
		}
		id, known := byTag[strings.ToLower(tag)]
		v, read := c.numerals().Read(strings.TrimSuffix(strings.TrimSpace(n), "%"))
		switch {
		case !known:
			return workshop.Change{}, c.Say("quick.nobody", tag)
		case !ok || n == "":
			continue
		case !read || !(v >= 0 && v <= 100):
			return workshop.Change{}, c.Say("trouble.field.range", tag, "0 – 100")
		}
		parts[id] = v / 100
	}
	known := map[workshop.ID]workshop.Record{}
	for x := range workshop.All[workshop.Share](d) {
		if x.Benefit == benefit {
			x.Part = parts[x.Party]
			known[x.Party] = x
		}
	}
	return workshop.Put(d, "share.edit", merged(known, parts, func(id workshop.ID, p float64) workshop.Record {
		return workshop.Share{ID: workshop.ShareID(benefit, id), Benefit: benefit, Party: id, Part: p}
	})...), ""
}

// apart is what stands between commas and semicolons; a comma between two digits
// is a part of a number.
func apart(s string) []string {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	var out []string
	from := 0
	for i := range len(s) {
		if s[i] == ';' || s[i] == ',' && !(digit(i-1) && digit(i+1)) {
			out, from = append(out, s[from:i]), i+1
		}
	}
	return append(out, s[from:])
}

// merged are the records there were, changed, and a new one for each key that
// had none, in the order of the keys.
func merged[K cmp.Ordered, V any](known map[K]workshop.Record, typed map[K]V, fresh func(K, V) workshop.Record) []workshop.Record {
	all := maps.Clone(known)
	for k, v := range typed {
		if _, ok := known[k]; !ok {
			all[k] = fresh(k, v)
		}
	}
	var out []workshop.Record
	for _, k := range slices.Sorted(maps.Keys(all)) {
		out = append(out, all[k])
	}
	return out
}
