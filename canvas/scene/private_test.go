package scene

import (
	"fmt"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// marked is a workshop with a record of every kind the program knows, each text
// field of it a word found nowhere else ("«kind.field»"), everything that can
// be hidden hidden.
func marked(t *testing.T) workshop.Document {
	t.Helper()
	c := workshop.Change{Name: "marked"}
	for _, k := range workshop.Kinds() {
		s, _ := workshop.ShapeOf(k)
		id := workshop.ID(string(k) + ":1")
		set := map[string]workshop.Value{}
		for _, f := range s.Fields {
			switch {
			case f.Type == workshop.TextField && k != "framework" && f.Name != "step" && f.Name != "zone":
				set[f.Name] = workshop.Value(fmt.Sprintf("%q", "«"+string(k)+"."+f.Name+"»"))
			case f.Type == workshop.RefField && len(f.Refs) > 0 && f.Name != "superseded" && f.Name != "into":
				set[f.Name] = workshop.Value(fmt.Sprintf("%q", string(f.Refs[0])+":1"))
			case f.Type == workshop.EnumField && f.Name != "state":
				set[f.Name] = workshop.Value(fmt.Sprintf("%q", f.Enum[0]))
			case f.Type == workshop.DateField:
				set[f.Name] = `"2026-11-24"`
			case f.Type == workshop.MaybeField, f.Type == workshop.IntField && f.Min <= 1 && f.Name != "year" && f.Name != "scale":
				set[f.Name] = "1"
			}
		}
		for _, hidden := range []string{"private", "faceDown"} {
			if _, ok := s.Field(hidden); ok && hidden == "private" {
				set[hidden] = "true"
			}
		}
		c.Edits = append(c.Edits, workshop.Edit{ID: id, Act: workshop.Make, Now: set})
	}
	d, err := workshop.Document{}.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// placed are more notes: one hidden in each way, at every zone of the flow.
func placed(t *testing.T, d workshop.Document, f workshop.Framework) workshop.Document {
	t.Helper()
	var recs []workshop.Record
	for _, s := range f.Steps {
		for _, z := range s.Zones {
			at := func(how string) workshop.Note {
				return workshop.Note{ID: workshop.NewID("note"), Step: s.ID, Zone: z.ID, X: 20, Y: 62, Text: "«note." + how + "»", Party: "partner:1", Evidence: "data"}
			}
			private, down, anonymous, parked, merged, archived := at("private"), at("down"), at("anonymous"), at("parked"), at("merged"), at("archived")
			private.Private, down.FaceDown = true, true
			anonymous.Anonymous, anonymous.Party = true, ""
			parked.State, merged.State, archived.State = workshop.Parked, workshop.Merged, workshop.Archived
			recs = append(recs, private, down, anonymous, parked, merged, archived)
			recs = append(
				recs,
				workshop.Link{ID: workshop.NewID("link"), From: private.ID, To: anonymous.ID, Label: "«link.hidden»"},
				workshop.Link{ID: workshop.NewID("link"), From: parked.ID, To: anonymous.ID},
			)
		}
	}
	next, err := d.Apply(workshop.Put(d, "placed", recs...))
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// everything is a flow with every step the shipped frameworks' kinds of board
// come from: the test's own, and those that only list records.
func everything(t *testing.T) workshop.Framework {
	f := flow(t)
	f.Phases = append(f.Phases, workshop.Phase{ID: "kept", Title: "Kept"}, workshop.Phase{ID: "scored", Title: "Scored"})
	var yields []string
	for _, k := range workshop.Kinds() {
		yields = append(yields, string(k))
	}
	f.Steps = append(
		f.Steps,
		workshop.Step{ID: "kept.all", Phase: "kept", Title: "All", Board: "What was kept?", Activity: workshop.KeepLedger, Yields: yieldsBut(yields, "score")},
		workshop.Step{ID: "scored.insight", Phase: "scored", Title: "Insight", Board: "How good?", Activity: workshop.KeepLedger, Yields: []string{"score"}},
		workshop.Step{ID: "offer.tension", Phase: "offer", Title: "Tension", Board: "Where?", Activity: workshop.WriteStatement},
	)
	return f
}

func yieldsBut(all []string, but string) []string {
	var out []string
	for _, y := range all {
		if y != but {
			out = append(out, y)
		}
	}
	return out
}

// drawnWords are all words a lens shows, on the board and on every page.
func drawnWords(l Lens) string {
	var b strings.Builder
	for _, s := range append(Projector(l, Screen{W: 1280, H: 720, Clock: "04:10"}), Of(l)) {
		b.WriteString(Dump(s))
	}
	return b.String()
}

// TestPrivacyByKindAndAudience: of every record of every kind, an audience is
// shown no word that its showing does not let out, on no board and no page; and
// the facilitator is shown what is private to others.
func TestPrivacyByKindAndAudience(t *testing.T) {
	f := everything(t)
	d := placed(t, marked(t), f)
	facilitatorSaw := map[string]bool{}
	for _, a := range []workshop.Audience{workshop.Facilitator, workshop.Room, workshop.Reader} {
		showing := workshop.For(d, a)
		allowed := letOut(showing)
		drawn := 0
		for _, s := range f.Steps {
			all := drawnWords(Lens{Showing: showing, Framework: f, Step: s.ID, Ruler: FixedRuler{}})
			for _, m := range marks(all) {
				drawn++
				if !allowed[m] {
					t.Errorf("%s sees %s at %s", a, m, s.ID)
				}
				if a == workshop.Facilitator {
					facilitatorSaw[m] = true
				}
			}
		}
		if drawn < 100 {
			t.Errorf("%s: only %d marked words drawn: this test proves little", a, drawn)
		}
		for _, never := range []string{"«note.private»", "«note.down»", "«redline.text»", "«interest.leave»", "«partner.contact»", "«link.hidden»"} {
			if allowed[never] && a != workshop.Facilitator {
				t.Errorf("the showing lets %s out to %s", never, a)
			}
		}
	}
	for _, m := range []string{"«note.private»", "«note.down»", "«redline.text»", "«interest.leave»"} {
		if !facilitatorSaw[m] {
			t.Errorf("not even the facilitator sees %s: this test proves nothing of it", m)
		}
	}
	for _, m := range []string{"«note.parked»", "«note.merged»", "«note.archived»"} {
		if facilitatorSaw[m] {
			t.Errorf("%s stands on a board", m)
		}
	}
}

// letOut are the marked words of all records of a showing.
func letOut(s workshop.Showing) map[string]bool {
	out := map[string]bool{}
	for _, k := range workshop.Kinds() {
		for r := range s.Of(k) {
			for _, v := range workshop.Values(r) {
				for _, m := range marks(string(v)) {
					out[m] = true
				}
			}
		}
	}
	return out
}

// marks are the marked words in a text.
func marks(s string) []string {
	var out []string
	for {
		i := strings.Index(s, "«")
		if i < 0 {
			return out
		}
		s = s[i:]
		j := strings.Index(s, "»")
		if j < 0 {
			return out
		}
		out = append(out, s[:j+len("»")])
		s = s[j:]
	}
}

// TestRuleTakesNamesOff: under Chatham House no note on any board or page has a
// partner's tag, colour or stripe.
func TestRuleTakesNamesOff(t *testing.T) {
	for _, rule := range []string{"on record", "chatham house", "anonymous"} {
		w := workshop.Workshop{ID: "workshop:1", Title: "Warm homes", Currency: "GBP", Attribution: rule}
		for _, a := range []workshop.Audience{workshop.Room, workshop.Reader} {
			named := 0
			for _, step := range []string{"problem.who", "problem.why"} {
				l := lensOf(t, with(t, w), a, step)
				for _, s := range append(Projector(l, Screen{W: 1280, H: 720}), Of(l)) {
					for _, it := range s.Items {
						if it.ID.Kind() == "note" && (strings.HasPrefix(string(it.Look.Stripe), "partner.") || strings.HasPrefix(string(it.Look.Fill), "partner.")) {
							named++
						}
					}
				}
			}
			if (named > 0) != (rule == "on record") {
				t.Errorf("%s, %s: %d notes in a partner's colour", rule, a, named)
			}
		}
	}
}
