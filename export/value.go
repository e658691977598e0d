package export

import "trestle/app/workshop"

func payers(r Report) Table {
	t := Table{Columns: r.columns(Column{"party", 36, ""}, Column{"cost", 18, ""}, Column{"benefit", 18, ""}, Column{"net", 18, ""})}
	for _, p := range r.Account.Parties {
		name := p.Name
		if p.Unallocated {
			name = r.say("export.unallocated")
		}
		t.Rows = append(t.Rows, []Value{words(name), money(p.Cost), money(p.Benefit), money(p.Net)})
	}
	return t
}

func beyond(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"what", 50, ""}, Column{"category", 16, ""}, Column{"who", 26, ""}, Column{"scale", 10, ""}, Column{"story", 60, ""})}
	for _, q := range r.Account.Beyond {
		t.Rows = append(t.Rows, []Value{words(r.refs[q.ID]), words(q.Title), words(r.enum(q.Category)), words(q.Who), number(float64(q.Scale)), words(q.Story)})
	}
	return t
}

func indicators(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"indicator", 36, ""}, Column{"definition", 36, ""}, Column{"unit", 14, ""}, Column{"direction", 12, ""}, Column{"baseline", 11, ""}, Column{"baseline-date", 12, ""}, Column{"source", 20, ""}, Column{"target", 11, ""}, Column{"target-date", 12, ""}, Column{"do-nothing", 11, ""}, Column{"latest", 11, ""}, Column{"progress", 10, ""}, Column{"owner", 34, ""})}
	for _, p := range r.Account.Indicators {
		i, _ := workshop.Find[workshop.Indicator](r.Showing, p.ID)
		done := Value{Kind: NoValue}
		if p.Done.OK {
			done = rate(p.Done.V)
		}
		owner := r.name(i.Owner)
		if i.OwnerRole != "" {
			owner += ", " + i.OwnerRole
		}
		t.Rows = append(t.Rows, []Value{words(r.refs[i.ID]), words(i.Name), words(i.Definition), words(i.Unit), words(r.enum(i.Direction)), maybe(i.Baseline), date(i.BaselineDate), words(i.Source), maybe(i.Target), date(i.TargetDate), maybe(i.DoNothing), ratio(p.Reading), done, words(owner)})
	}
	return t
}

func readings(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 7, ""}, Column{"indicator", 36, ""}, Column{"source", 36, ""}, Column{"reading", 12, ""}, Column{"date", 12, ""})}
	for x := range workshop.All[workshop.Reading](r.Showing) {
		i, _ := workshop.Find[workshop.Indicator](r.Showing, x.Indicator)
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(i.Name), words(x.Source), number(x.Value), date(x.Date)})
	}
	return t
}
