package tool

import (
	"math/rand/v2"
	"testing"
)

// TestWriting is the table of what keys do to a text; | is the place, and a
// marked stretch lies between [ and ] with the place at its end.
func TestWriting(t *testing.T) {
	show := func(w Writing) string {
		from, to := w.Span()
		if from == to {
			return string(w.Text[:from]) + "|" + string(w.Text[from:])
		}
		return string(w.Text[:from]) + "[" + string(w.Text[from:to]) + "]" + string(w.Text[to:])
	}
	start := func(s string, at int) Writing { return Write(s, 20).Go(at, false) }
	for _, c := range []struct {
		name string
		got  Writing
		want string
	}{
		{"letters go in at the place", start("ab", 1).Insert("x"), "ax|b"},
		{"what is marked gives way", start("abcd", 1).Go(3, true).Insert("x"), "ax|d"},
		{"no more than there is room for", Write("123456789012345678", 20).Insert("abcdef"), "123456789012345678ab|"},
		{"control letters stay out, line breaks go in", start("", 0).Insert("a\x00\tb\nc"), "ab\nc|"},
		{"backspace", start("abc", 2).Delete(false, false), "a|c"},
		{"backspace at the start", start("abc", 0).Delete(false, false), "|abc"},
		{"delete", start("abc", 1).Delete(true, false), "a|c"},
		{"delete takes what is marked", start("abc", 0).Go(2, true).Delete(true, false), "|c"},
		{"a word back", start("one two", 7).Delete(false, true), "one |"},
		{"a word on", start("one two", 0).Delete(true, true), "|two"},
		{"left leaves a mark at its start", start("abc", 1).Go(3, true).Step(false, false, false), "a|bc"},
		{"right leaves a mark at its end", start("abc", 3).Go(1, true).Step(true, false, false), "abc|"},
		{"shift marks", start("abc", 1).Step(true, false, true), "a[b]c"},
		{"a word with shift", start("one two", 0).Step(true, true, true), "[one ]two"},
		{"an accent stays with its letter", Write("e\u0301x", 20).Step(false, false, false).Step(false, false, false), "|e\u0301x"},
		{"backspace takes letter and accent", start("ae\u0301", 3).Delete(false, false), "a|"},
		{"a double press marks a word", start("one two", 0).Word(5), "one [two]"},
		{"all", start("abc", 1).All(), "[abc]"},
	} {
		if got := show(c.got); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestWritingHolds: whatever is pressed, the place lies within the text and the
// text within its length.
func TestWritingHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 4))
	w := Write("some words", 30)
	for range 20000 {
		b := func() bool { return r.IntN(2) == 0 }
		switch r.IntN(6) {
		case 0:
			w = w.Insert([]string{"a", " ", "long words", "\n", "\u0301"}[r.IntN(5)])
		case 1:
			w = w.Delete(b(), b())
		case 2:
			w = w.Step(b(), b(), b())
		case 3:
			w = w.Go(r.IntN(60)-10, b())
		case 4:
			w = w.Word(r.IntN(60) - 10)
		case 5:
			if r.IntN(20) == 0 {
				w = w.All()
			}
		}
		if from, to := w.Span(); from < 0 || to > len(w.Text) || len(w.Text) > 30 {
			t.Fatalf("%+v", w)
		}
	}
}
