package tool

import (
	"slices"
	"unicode"
)

// Writing is a text that is being changed in place: its letters, where the next
// one goes, and where what is marked begins. It draws nothing and knows no
// lines: up and down are asked of who laid the text out.
type Writing struct {
	Text []rune
	At   int // the place between letters where one writes
	Mark int // the other end of what is marked; At where nothing is
	most int
}

// Write is a writing of a text of at most so many letters, with the place at
// its end.
func Write(text string, most int) Writing {
	r := []rune(text)
	return Writing{Text: r, At: len(r), Mark: len(r), most: most}
}

// Span is what is marked: from, up to but not including to.
func (w Writing) Span() (from, to int) { return min(w.At, w.Mark), max(w.At, w.Mark) }

// Marked are the words that are marked.
func (w Writing) Marked() string {
	from, to := w.Span()
	return string(w.Text[from:to])
}

// Insert writes s in place of what is marked; what there is no room for is left out.
func (w Writing) Insert(s string) Writing {
	from, to := w.Span()
	in := []rune(s)
	in = slices.DeleteFunc(in, func(r rune) bool { return unicode.IsControl(r) && r != '\n' })
	if room := w.most - (len(w.Text) - (to - from)); len(in) > room {
		in = in[:max(room, 0)]
	}
	w.Text = slices.Concat(w.Text[:from], in, w.Text[to:])
	w.At = from + len(in)
	w.Mark = w.At
	return w
}

// Delete takes what is marked away, else the letter, or the word, before or
// after the place.
func (w Writing) Delete(forward, word bool) Writing {
	if w.At == w.Mark {
		w.Mark = w.beside(forward, word)
	}
	return w.Insert("")
}

// Step moves the place by a letter or a word; with mark, what lies between is
// marked too.
func (w Writing) Step(forward, word, mark bool) Writing {
	if from, to := w.Span(); from != to && !mark && !word {
		if forward {
			return w.Go(to, false)
		}
		return w.Go(from, false)
	}
	return w.Go(w.beside(forward, word), mark)
}

// Go puts the place somewhere.
func (w Writing) Go(to int, mark bool) Writing {
	w.At = min(max(to, 0), len(w.Text))
	if !mark {
		w.Mark = w.At
	}
	return w
}

// All marks everything.
func (w Writing) All() Writing {
	w.Mark, w.At = 0, len(w.Text)
	return w
}

// Word marks the word at a place.
func (w Writing) Word(at int) Writing {
	at = min(max(at, 0), len(w.Text))
	from, to := at, at
	for from > 0 && letter(w.Text[from-1]) {
		from--
	}
	for to < len(w.Text) && letter(w.Text[to]) {
		to++
	}
	w.Mark, w.At = from, to
	return w
}

// beside is the next place on either side. A mark that belongs to the letter
// before it is never parted from it.
func (w Writing) beside(forward, word bool) int {
	at := w.At
	if !forward {
		if at == 0 {
			return 0
		}
		at--
		for at > 0 && joins(w.Text[at]) {
			at--
		}
		if !word {
			return at
		}
		for at > 0 && !letter(w.Text[at]) {
			at--
		}
		for at > 0 && letter(w.Text[at-1]) {
			at--
		}
		return at
	}
	if at >= len(w.Text) {
		return len(w.Text)
	}
	at++
	for at < len(w.Text) && joins(w.Text[at]) {
		at++
	}
	if !word {
		return at
	}
	for at < len(w.Text) && letter(w.Text[at-1]) && letter(w.Text[at]) {
		at++
	}
	for at < len(w.Text) && !letter(w.Text[at]) {
		at++
	}
	return at
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || joins(r) || r == '\'' }

// joins says whether a rune is drawn as part of the letter before it.
func joins(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || r == 0x200D || r >= 0xFE00 && r <= 0xFE0F
}
