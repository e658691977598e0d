package export

import "trestle/app/workshop"

func tensions(r Report) Table {
	t := Table{Columns: r.columns(
		Column{"ref", 6, ""}, Column{"pole-a", 18, ""}, Column{"pole-b", 18, ""}, Column{"how", 36, ""}, Column{"warnings", 26, ""},
		Column{"stance", 9, "List_Stance"}, Column{"watcher", 14, ""}, Column{"review", 11, ""}, Column{"purpose", 18, ""}, Column{"fear", 18, ""},
		Column{"up-a", 17, ""}, Column{"down-a", 17, ""}, Column{"up-b", 17, ""}, Column{"down-b", 17, ""},
	)}
	for x := range workshop.All[workshop.Tension](r.Showing) {
		t.Rows = append(t.Rows, []Value{
			words(r.refs[x.ID]), words(x.PoleA), words(x.PoleB), words(x.How), words(x.Warnings),
			words(r.enum(x.Stance)), words(x.Watcher), date(x.Review), words(x.Purpose), words(x.Fear),
			words(x.UpA), words(x.DownA), words(x.UpB), words(x.DownB),
		})
	}
	return t
}

// redlines stand under the tensions: their long words in the wide columns.
func redlines(r Report) Table {
	t := Table{Columns: r.columns(Column{"ref", 6, ""}, Column{"partner", 18, ""}, Column{"ground", 18, "List_Ground"}, Column{"line", 36, ""}, Column{"move", 26, ""})}
	for x := range workshop.All[workshop.RedLine](r.Showing) {
		t.Rows = append(t.Rows, []Value{words(r.refs[x.ID]), words(r.name(x.Partner)), words(r.enum(x.Ground)), words(x.Text), words(x.Move)})
	}
	return t
}
