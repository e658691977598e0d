package export

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
