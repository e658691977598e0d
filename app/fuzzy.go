package app

import (
	"strings"
	"unicode"

	"trestle/app/workshop"
)

// fuzzy says how well words fit what is looked for, better being more; false
// where they do not hold its letters in order. Words that begin so come before
// words that hold it, those before words whose every word is begun somewhere,
// and letters that are merely there come last.
func fuzzy(want, text string) (int, bool) {
	straight := strings.NewReplacer("’", "'", "‘", "'") // as a keyboard types it
	plain := func(s string) string { return strings.ToLower(workshop.Unaccented(straight.Replace(s))) }
	want, text = plain(strings.Join(strings.Fields(want), " ")), plain(text)
	if want == "" {
		return 0, true
	}
	short := -len([]rune(text)) / 4
	switch at := strings.Index(text, want); {
	case at == 0:
		return 1000 + short, true
	case at > 0 && !unicode.IsLetter(rune(text[at-1])):
		return 800 + short - at/4, true
	case allBegun(want, text):
		return 600 + short, true
	case at > 0 && len(want) > 2:
		return 500 + short - at/4, true
	}
	letters := []rune(strings.ReplaceAll(want, " ", ""))
	if n, ok := scattered(letters, []rune(text)); ok && n >= 3*len(letters) { // letters strewn about are no find
		return 100 + n + short, true
	}
	return 0, false
}

// allBegun says whether every word looked for begins a word of the text.
func allBegun(want, text string) bool {
	has := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range strings.Fields(want) {
		found := false
		for _, h := range has {
			found = found || strings.HasPrefix(h, w)
		}
		if !found {
			return false
		}
	}
	return true
}

// scattered is the worth of the best way the letters lie in the text in order:
// each that begins a word counts most, each that follows on counts too.
func scattered(want, text []rune) (int, bool) {
	const none = -1 << 20
	best := make([]int, len(want)+1) // of the first n letters, the last of them anywhere before here
	ends := make([]int, len(want)+1) // the same, the last of them right before here
	for i := range best {
		best[i], ends[i] = none, none
	}
	best[0] = 0
	for i, r := range text {
		begins := i == 0 || !unicode.IsLetter(text[i-1])
		for n := len(want); n > 0; n-- {
			ends[n] = none
			if want[n-1] == r {
				worth := -1
				if begins {
					worth = 8
				}
				ends[n] = max(best[n-1]+worth, ends[n-1]+4)
			}
			best[n] = max(best[n], ends[n])
		}
	}
	return best[len(want)], best[len(want)] > none/2
}
