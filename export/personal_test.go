package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"trestle/app/workshop"
)

// TestPersonal: what looks like one person's is found, what only looks like it
// at first is not. The numbers are made up; the NHS ones pass its sum.
func TestPersonal(t *testing.T) {
	for words, want := range map[string]string{
		"ring Dr Jane Smith-Jones on Monday":      "name:Dr Jane Smith-Jones",
		"Mrs. O'Hara waited, Cllr B. Green knew":  "name:Mrs. O'Hara name:Cllr B. Green",
		"Ms Ng and Prof Ål":                       "name:Ms Ng name:Prof Ål",
		"write to a.b+c@example.co.uk, please":    "email:a.b+c@example.co.uk",
		"call 01473 123456 or +44 (0)1473 123456": "phone:01473 123456 phone:+44 (0)1473 123456",
		"mobile 07700 900123.":                    "phone:07700 900123",
		"(01473) 123 456":                         "phone:(01473) 123 456",
		"her number is 943 476 5919":              "nhs:943 476 5919",
		"9434765919":                              "nhs:9434765919",
		"QQ 12 34 56 C and ab123456d":             "ni:ab123456d", // QQ begins no number
		"on 2026-11-24, £85,000 a year, 14 weeks": "",
		"943 476 5918 has a wrong sum":            "",
		"Drainage, Missed visits, Sirens":         "",
		"mr smith in small letters":               "",
		"We need 1000000000 pounds":               "",
		"GB123456A":                               "",
	} {
		var got []string
		for _, p := range personalIn("note:1", "text", words) {
			got = append(got, p.Kind+":"+p.Words())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", words, s, want)
		}
	}
}

// TestPersonalOfAudience: what a reader does not get is not pointed at, and any
// kind of record is looked through.
func TestPersonalOfAudience(t *testing.T) {
	d := room(t,
		workshop.Note{ID: "note:p1", Step: "problem.why", Text: "Mr Brown said so"},
		workshop.Note{ID: "note:p2", Step: "problem.why", Text: "Mr Green said so", Private: true},
		workshop.Action{ID: "action:p", Text: "ring 07700 900123", Role: "lead"},
		workshop.Benefit{ID: "benefit:p", Title: "x", Story: "a@example.org wrote"})
	var got []string
	for _, p := range FindPersonal(workshop.For(d, workshop.Reader)) {
		got = append(got, string(p.ID)+" "+p.Field+" "+p.Words())
	}
	want := "note:p1 text Mr Brown|benefit:p story a@example.org|action:p text 07700 900123"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	if n := len(FindPersonal(workshop.For(d, workshop.Facilitator))); n != 4 {
		t.Errorf("the facilitator has %d", n)
	}
}

// FuzzPersonal: whatever the words, each piece is one of them, none lies over
// another, and without it the rest is whole.
func FuzzPersonal(f *testing.F) {
	for _, s := range []string{"Dr Who 07700 900123 a@b.c", "\xff Mr \xfe", "+++000 @@@@", "943 476 5919943 476 5919", "Mr A B C D E F"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, p := range personalIn("note:1", "text", s) {
			if p.From < last || p.To <= p.From || p.To > len(s) {
				t.Fatalf("%q: %d to %d after %d", s, p.From, p.To, last)
			}
			last = p.To
			if utf8.ValidString(s) && !utf8.ValidString(p.Without("[x]")) {
				t.Fatalf("%q is cut inside a letter", s)
			}
		}
	})
}

// BenchmarkPersonal looks through R10.
func BenchmarkPersonal(b *testing.B) {
	s := workshop.For(r10.document(b), workshop.Reader)
	for b.Loop() {
		_ = FindPersonal(s)
	}
}
