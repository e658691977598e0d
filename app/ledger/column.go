package ledger

import (
	"slices"
	"strconv"
	"strings"

	"trestle/app/workshop"
)

// wide is how much room the columns of a table share.
const wide = 806

// most is how many years, or parties, stand beside each other in a table; the
// panel shows the others.
const (
	mostYears   = YearsShown
	mostParties = 7
)

// YearsShown is how many years stand beside each other in a table of costs.
const YearsShown = 5

// plan is a column before its words are looked up: its name and its width.
type plan struct {
	name string
	wide float32
}

// columns are what the step asks of a kind, nil where it has no table.
func (s Sheet) columns(k workshop.Kind) []Column {
	var want []plan
	switch k {
	case "benefit":
		want = s.benefitPlan()
	case "cost":
		want = s.costPlan()
	case "indicator":
		want = s.measurePlan()
	case "party":
		want = []plan{{"name", 420}, {"tag", 120}}
	}
	out := make([]Column, 0, len(want))
	free := float32(wide)
	for _, p := range want {
		free -= p.wide
	}
	for i, p := range want {
		c := s.column(k, p.name)
		c.Wide = p.wide
		if i == 0 && free > 0 && k != "party" {
			c.Wide += free
		}
		out = append(out, c)
	}
	return out
}

func (s Sheet) benefitPlan() []plan {
	switch {
	case s.Step.ID == "value.anyway":
		return []plan{{"title", 200}, {"gross", 92}, {"deadweight", 74}, {"displacement", 74}, {"attribution", 74}, {"grade", 50}, {"counts", 106}, {"worth", 92}}
	case s.Step.ID == "value.who":
		out := []plan{{"title", 190}, {"class", 96}}
		if len(s.at.parties) > mostParties || len(s.at.parties) == 0 {
			out = append(out, plan{"shares", 250})
		} else {
			each := min(float32(300)/float32(len(s.at.parties)), 62)
			for _, p := range s.at.parties {
				out = append(out, plan{"share:" + string(p.id), max(each, 46)})
			}
		}
		return append(out, plan{"unallocated", 66}, plan{"cashable", 54}, plan{"worth", 84})
	case s.Step.ID == "value.check" || slices.Contains(s.Step.Yields, "actual"):
		out := []plan{{"title", 160}, {"officer", 110}, {"indicator", 130}}
		if len(s.at.came) == 0 && !slices.Contains(s.Step.Yields, "actual") { // nothing can have come yet
			return []plan{{"title", 220}, {"officer", 190}, {"indicator", 220}, {"review", 90}, {"worth", 86}}
		}
		for y := range min(s.Horizon(), mostYears) {
			out = append(out, plan{"actual:" + strconv.Itoa(y), 64})
		}
		return append(out, plan{"worth", 84})
	}
	return []plan{{"title", 200}, {"category", 80}, {"count", 104}, {"unitValue", 84}, {"lag", 52}, {"duration", 52}, {"dropOff", 58}, {"grade", 52}, {"worth", 96}}
}

func (s Sheet) costPlan() []plan {
	if s.Step.ID == "value.anyway" {
		return []plan{{"text", 240}, {"party", 72}, {"paid", 92}, {"mitigation", 92}, {"grade", 54}, {"worth", 96}}
	}
	out := []plan{{"text", 190}, {"party", 62}, {"nature", 66}}
	years := min(s.Horizon(), mostYears)
	each := min(float32(355)/float32(years), 78)
	for y := range years {
		out = append(out, plan{"year:" + strconv.Itoa(y), each})
	}
	return append(out, plan{"grade", 42}, plan{"worth", 91})
}

func (s Sheet) measurePlan() []plan {
	if s.Step.ID == "value.check" {
		return []plan{{"name", 200}, {"baseline", 76}, {"reading", 84}, {"target", 76}, {"targetDate", 84}, {"frequency", 96}, {"owner", 60}, {"ownerRole", 110}}
	}
	return []plan{{"name", 200}, {"unit", 70}, {"baseline", 84}, {"target", 66}, {"targetDate", 84}, {"trend", 100}, {"source", 106}, {"owner", 62}}
}

// column is a column of a kind by its name, however wide.
func (s Sheet) column(k workshop.Kind, name string) Column {
	c := Column{Name: name, Title: s.Words.Or("ledger."+string(k)+"."+name, name)}
	head, rest, _ := strings.Cut(name, ":")
	switch head {
	case "year", "actual":
		c.Year, _ = strconv.Atoi(rest)
		c.Title, c.Sort = s.yearTitle(c.Year), Paid
		if head == "actual" {
			c.Sort = Came
		}
	case "share":
		c.Of, c.Sort = workshop.ID(rest), Share
		c.Title = s.at.heads[c.Of].tag
	case "count":
		c.Sort = Count
	case "shares":
		c.Sort = Shares
	case "reading":
		c.Sort = Reading
	default:
		sh, _ := workshop.ShapeOf(k)
		f, ok := sh.Field(name)
		c.Field, c.Sort = f, sortOf(f)
		if !ok {
			c.Sort = Worked
		}
	}
	return c
}

// Column is any column a kind may have, on this step or not: the panel's and
// those that pasted headings name.
func (s Sheet) Column(k workshop.Kind, name string) Column { return s.column(k, name) }

func sortOf(f workshop.Field) Sort {
	switch f.Type {
	case workshop.EnumField:
		return Choice
	case workshop.RefField:
		return Whose
	case workshop.DateField:
		return Day
	case workshop.MoneyField:
		return Money
	case workshop.IntField:
		return Whole
	case workshop.MaybeField, workshop.NumberField:
		switch {
		case strings.HasPrefix(f.Unit, "minor units"):
			return Money
		case f.Min == 0 && f.Max == 1:
			return Rate
		}
		return Number
	}
	return Text
}

// Right says whether the column's figures stand at the right.
func (c Column) Right() bool {
	switch c.Sort {
	case Text, Choice, Whose, Day, Shares:
		return false
	}
	return c.Name != "trend"
}

// Typed says whether the column takes what is typed.
func (c Column) Typed() bool { return c.Sort != Worked }
