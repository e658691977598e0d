package value

import "trestle/app/workshop"

// worst is the grade of uncorroborated judgement.
const worst = 6

// GradeRow is one row of the confidence table: how far a cost is raised and a
// benefit lowered for evidence of that grade. Shares, not per cent.
type GradeRow struct {
	Number  int     `json:"grade"`
	Cost    float64 `json:"cost_correction"`
	Benefit float64 `json:"benefit_correction"`
	Edited  bool    `json:"edited"` // the workshop changed it from the starter value
}

// Starters are the starter values of the confidence table, for grades 1
// (audited, agency data or trial) to 6 (uncorroborated judgement), after the
// optimism bias correction of the Greater Manchester cost benefit model.
func Starters() []GradeRow {
	return []GradeRow{
		{Number: 1},
		{Number: 2, Cost: 0.05, Benefit: 0.05},
		{Number: 3, Cost: 0.10, Benefit: 0.10},
		{Number: 4, Cost: 0.15, Benefit: 0.15},
		{Number: 5, Cost: 0.25, Benefit: 0.25},
		{Number: 6, Cost: 0.40, Benefit: 0.40},
	}
}

// gradesOf is the confidence table with the workshop's own rows in it.
func gradesOf(d workshop.Records) []GradeRow {
	rows := Starters()
	for g := range workshop.All[workshop.Grade](d) {
		if g.Number < 1 || g.Number > worst {
			continue
		}
		start := Starters()[g.Number-1]
		row := GradeRow{Number: g.Number, Cost: within(g.Cost, 0, 5), Benefit: within(g.Benefit, 0, 1)}
		row.Edited = row.Cost != start.Cost || row.Benefit != start.Benefit
		rows[g.Number-1] = row
	}
	return rows
}

// graded is the row of a grade; what has none, or none of the table, is taken
// as the worst.
func graded(rows []GradeRow, grade int) GradeRow {
	if grade < 1 || grade > len(rows) {
		grade = len(rows)
	}
	return rows[grade-1]
}

// Preset is a generic upper bound of optimism for one kind of project, from
// the Green Book's supplementary guidance on optimism bias: how much capital
// cost and works duration turn out above first estimates. Shares.
type Preset struct {
	Project  string  `json:"project"`
	Capital  float64 `json:"capital"`
	Duration float64 `json:"duration"`
}

// Presets is the table of upper bounds, for whoever sets a cost correction.
func Presets() []Preset {
	return []Preset{
		{"standard buildings", 0.24, 0.04},
		{"non-standard buildings", 0.51, 0.39},
		{"standard civil engineering", 0.44, 0.20},
		{"non-standard civil engineering", 0.66, 0.25},
		{"equipment and development", 2.00, 0.54},
	}
}
