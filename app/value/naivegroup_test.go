package value

import (
	"strings"

	"trestle/app/workshop"
)

// naiveGroups is a number for each benefit that may count: the same for those
// that are in one group, by name or by the title the group has. It joins until
// there is nothing left to join.
func naiveGroups(d workshop.Records) map[workshop.ID]int {
	group := map[workshop.ID]int{}
	var list []workshop.Benefit
	for b := range workshop.All[workshop.Benefit](d) {
		if _, ok := naiveValue(b, 1, 0); ok {
			list = append(list, b)
			group[b.ID] = len(list)
		}
	}
	same := func(a, b string) bool {
		a, b = strings.ToLower(strings.TrimSpace(a)), strings.ToLower(strings.TrimSpace(b))
		return a == b && a != ""
	}
	for moved := true; moved; {
		moved = false
		for _, a := range list {
			for _, b := range list {
				joined := same(a.Group, b.Group) || same(a.Group, b.Title) || same(a.Title, b.Title) && naiveNamed(list, a.Title)
				if x, y := group[a.ID], group[b.ID]; joined && x != y {
					group[a.ID], group[b.ID], moved = min(x, y), min(x, y), true
				}
			}
		}
	}
	return group
}

// naiveNamed says whether a group has this name.
func naiveNamed(list []workshop.Benefit, name string) bool {
	for _, b := range list {
		if b.Group != "" && strings.EqualFold(strings.TrimSpace(b.Group), strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}
