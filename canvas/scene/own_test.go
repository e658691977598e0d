package scene

import (
	"os"
	"strings"
	"testing"

	"trestle/app/workshop"
)

// TestOwnStepHasItsBoard: a step that a facilitator added is a board of its
// zones, whatever phase it stands in, and the phase's other steps look as they did.
func TestOwnStepHasItsBoard(t *testing.T) {
	for _, x := range []struct{ flow, after, phase string }{{"collaborate", "offer.ask", "offer"}, {"collaborate", "value.much", "value"}, {"collaborate", "deliver.do", "deliver"}, {"review", "review.promises", "promises"}, {"capacity", "capacity.insight", "outcomes"}} {
		flow := shipped(t, x.flow)
		at, _ := flow.Step(x.after)
		own := workshop.Step{ID: at.Phase + ".own-1", Phase: at.Phase, Title: "Own", Board: "What else?", Activity: workshop.CollectNotes, Yields: []string{"note"}, Zones: workshop.OwnZones([]workshop.Zone{{Title: "Elsewhere"}})}
		d, err := workshop.Document{}.Apply(workshop.Put(workshop.Document{}, "made",
			workshop.Workshop{ID: "workshop:1", Title: "T"}, workshop.Partner{ID: "partner:a", Name: "Council", Tag: "CC", Colour: 1, Shape: "circle"},
			workshop.Note{ID: "note:1", Text: "Young people", Step: own.ID, Zone: own.Zones[0].ID, X: 20, Y: 62}))
		if err != nil {
			t.Fatal(err)
		}
		l := Lens{Showing: workshop.For(d, workshop.Facilitator), Framework: flow, Step: x.after, Ruler: FixedRuler{}}
		before := Dump(Of(l))
		l.Framework.Steps = append(append([]workshop.Step{}, flow.Steps...), own)
		if at.Activity != workshop.CollectNotes && Dump(Of(l)) != before {
			t.Errorf("%s looks different", x.after)
		}
		l.Step = own.ID
		if got := Dump(Of(l)); !strings.Contains(got, "Young people") || !strings.Contains(got, "Elsewhere") {
			t.Errorf("after %s: %s", x.after, got)
		}
		if got := Dump(Projector(l, Screen{W: 1280, H: 720})[0]); !strings.Contains(got, "Young people") {
			t.Errorf("projected after %s: %s", x.after, got)
		}
	}
}

// shipped is a framework that the program brings.
func shipped(t testing.TB, name string) workshop.Framework {
	t.Helper()
	b, err := os.ReadFile("../../assets/framework/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := workshop.ParseFramework(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
