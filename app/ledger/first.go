package ledger

// First is where the hands begin in a table. Where the step only asks of lines
// that are there it is the first question, a "?" or a share that nobody has, else
// the first figure: what is typed there on arrival answers, it does not rename a
// line. A step where lines are named begins at a name.
func (s Sheet) First(table int) Spot {
	t := s.Tables[table]
	at := Spot{Table: table}
	if len(t.Rows) == 0 || s.Step.ID != "value.anyway" && s.Step.ID != "value.who" {
		return at
	}
	for row, id := range t.Rows {
		for col, c := range t.Cols {
			said := s.Show(id, c)
			open := (c.Sort == Share && said == "" || c.Sort == Shares) && s.Shared(id) < 2-over
			if c.Typed() && (said == Unknown || open) {
				return Spot{table, row, col}
			}
		}
	}
	for col, c := range t.Cols {
		if c.Typed() && (c.Right() || c.Sort == Shares) {
			at.Col = col
			break
		}
	}
	return at
}
