package value

import (
	"slices"
	"strings"
)

// groups are the lines by the double-count group they name, and by the title a
// group is named after.
type groups struct {
	lines         []BenefitLine
	named, titled map[string][]int
}

// group settles which lines stand for the same money. Lines of one double-count
// group do, by its name; and where a group is named after another line, that
// line does too. Lines that name each other in a circle are one group like any
// other, so that nothing is counted twice, and are remarked on. A line that is
// not complete joins nothing together: it stays out of every figure.
func (l *ledger) group(lines []BenefitLine) {
	all := gathered(lines, func(*BenefitLine) bool { return true })
	if len(all.named) == 0 {
		return
	}
	for i := range lines {
		if all.circles(i) {
			l.remark(Remark{Key: "value.at.circle", Ref: lines[i].ID, Field: "group", Args: []string{lines[i].Title, lines[i].Group}})
		}
	}
	counting := gathered(lines, func(b *BenefitLine) bool { return b.Complete })
	for i := range lines {
		b := &lines[i]
		switch {
		case !b.Complete:
			b.CountsWith = groupName(b.Group)
		case b.CountsWith == "" && (groupName(b.Group) != "" || counting.named[groupName(b.Title)] != nil):
			counting.spread(i)
		}
	}
}

func gathered(lines []BenefitLine, may func(*BenefitLine) bool) groups {
	g := groups{lines, map[string][]int{}, map[string][]int{}}
	for i := range lines {
		if n := groupName(lines[i].Group); n != "" && may(&lines[i]) {
			g.named[n] = append(g.named[n], i)
		}
	}
	for i := range lines {
		if t := groupName(lines[i].Title); g.named[t] != nil && may(&lines[i]) {
			g.titled[t] = append(g.titled[t], i)
		}
	}
	return g
}

// spread gives line i and all that count with it the name of its group.
func (g groups) spread(i int) {
	key := groupName(g.lines[i].Group)
	if key == "" {
		key = groupName(g.lines[i].Title)
	}
	g.lines[i].CountsWith = key
	for open := []int{i}; len(open) > 0; open = open[1:] {
		b := &g.lines[open[0]]
		for _, name := range []string{groupName(b.Group), groupName(b.Title)} {
			for _, k := range slices.Concat(g.named[name], g.titled[name]) {
				if g.lines[k].CountsWith == "" {
					g.lines[k].CountsWith = key
					open = append(open, k)
				}
			}
		}
	}
}

// circles says whether line i, by way of the lines its group is named after,
// comes back to itself. A line in a group of its own name does not.
func (g groups) circles(i int) bool {
	next := func(k int) []int {
		name := groupName(g.lines[k].Group)
		if name == groupName(g.lines[k].Title) {
			return nil
		}
		return g.titled[name]
	}
	seen := map[int]bool{}
	for open := slices.Clone(next(i)); len(open) > 0; open = open[1:] {
		k := open[0]
		if k == i {
			return true
		}
		if !seen[k] {
			seen[k] = true
			open = append(open, next(k)...)
		}
	}
	return false
}

// groupName is a group, or a title, as they are held against each other.
func groupName(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
