package export

import "trestle/app/workshop"

func indicators(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"indicator", 32, ""}, Column{"definition", 30, ""}, Column{"unit", 10, ""}, Column{"direction", 10, "List_Direction"},
		Column{"baseline", 10, ""}, Column{"baseline-date", 11, ""}, Column{"source", 16, ""}, Column{"target", 9, ""}, Column{"target-date", 11, ""}, Column{"do-nothing", 11, ""},
		Column{"latest", 9, ""}, Column{"latest-date", 11, ""}, Column{"progress", 10, ""}, Column{"frequency", 11, ""}, Column{"owner", 22, ""},
	)}
	for _, p := range r.Account.Indicators {
		i, _ := workshop.Find[workshop.Indicator](r.Showing, p.ID)
		done, on := none(), none()
		if p.Done.OK {
			done = rate(p.Done.V)
		}
		if i.Direction != "hold" {
			done.Formula = progressFormula
			if done.Kind == NoValue {
				done.Kind = TextValue
			}
		}
		if n := len(p.Readings); n > 0 {
			on = date(workshop.Date(p.Readings[n-1].Date))
		}
		t.Rows = append(t.Rows, []Value{
			words(r.refs[i.ID]), words(i.Name), words(i.Definition), words(i.Unit), words(r.enum(i.Direction)),
			maybe(i.Baseline), date(i.BaselineDate), words(i.Source), maybe(i.Target), date(i.TargetDate), maybe(i.DoNothing),
			ratio(p.Reading), on, done, words(i.Frequency), words(joined(", ", r.name(i.Owner), i.OwnerRole)),
		})
	}
	return t
}

// progressFormula is how far the latest reading has come from baseline to target.
const progressFormula = `IF(OR(F{row}="",I{row}="",L{row}="",I{row}=F{row}),"",(L{row}-F{row})/(I{row}-F{row}))`

// readings are in the order of their making; the newest day is the latest above.
func readings(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 6, ""}, Column{"indicator", 32, ""}, Column{"source", 30, ""}, Column{"reading", 10, ""}, Column{"date", 10.5, ""})}
	for x := range workshop.All[workshop.Reading](r.Showing) {
		i, _ := workshop.Find[workshop.Indicator](r.Showing, x.Indicator)
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(i.Name), words(x.Source), number(x.Value), date(x.Date)})
	}
	return t
}
