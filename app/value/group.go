package value

import (
	"slices"
	"strings"
)

// group settles which lines stand for the same money. Lines of one double-count
// group do, by its name; and where a group is named after another line, that
// line does too. Lines that name each other in a circle are one group like any
// other, so that nothing is counted twice, and are remarked on.
func (l *ledger) group(lines []BenefitLine) {
	named := map[string][]int{} // lines by the group they name
	for i := range lines {
		if g := groupName(lines[i].Group); g != "" {
			named[g] = append(named[g], i)
		}
	}
	if len(named) == 0 {
		return
	}
	titled := map[string][]int{} // lines a group is named after
	for i := range lines {
		if t := groupName(lines[i].Title); named[t] != nil {
			titled[t] = append(titled[t], i)
		}
	}
	for i := range lines {
		b := &lines[i]
		name := groupName(b.Group)
		if name == "" {
			name = groupName(b.Title)
		}
		if b.CountsWith == "" && (named[name] != nil) {
			spread(lines, i, named, titled)
		}
	}
	for i := range lines {
		if l.circles(lines, i, titled) {
			l.remark(Remark{Key: "value.at.circle", Ref: lines[i].ID, Field: "group", Args: []string{lines[i].Title, lines[i].Group}})
		}
	}
}

// spread gives line i and all that count with it the name of its group.
func spread(lines []BenefitLine, i int, named, titled map[string][]int) {
	key := groupName(lines[i].Group)
	if key == "" {
		key = groupName(lines[i].Title)
	}
	lines[i].CountsWith = key
	for open := []int{i}; len(open) > 0; {
		b := &lines[open[0]]
		open = open[1:]
		for _, name := range []string{groupName(b.Group), groupName(b.Title)} {
			if name == "" || named[name] == nil {
				continue
			}
			for _, k := range slices.Concat(named[name], titled[name]) {
				if lines[k].CountsWith == "" {
					lines[k].CountsWith = key
					open = append(open, k)
				}
			}
		}
	}
}

// circles says whether line i, by way of the lines its group is named after,
// comes back to itself. A line in a group of its own name does not.
func (l *ledger) circles(lines []BenefitLine, i int, titled map[string][]int) bool {
	seen := map[int]bool{}
	next := func(k int) []int {
		if groupName(lines[k].Group) == groupName(lines[k].Title) {
			return nil
		}
		return titled[groupName(lines[k].Group)]
	}
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

func groupName(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
