package scene

import "trestle/app/value"

// saying is one sentence of the account with the figure it comes from.
type saying struct{ id, text string }

// said are the account's sentences, made by rule.
func (b *build) said(a *value.Account) []saying {
	var out []saying
	for _, s := range value.Words(*a) {
		out = append(out, saying{"word/" + s.Key, b.say(s.Key, s.Args...)})
	}
	return out
}

// remarks are the sentences under the figures: each leads to where its figure
// comes from.
func (b *build) remarks(a *value.Account, y float32) float32 {
	const gap float32 = 10
	w := (boardW - gap) / 2
	list := b.said(a)
	for i := 0; i < len(list); i += 2 {
		row := list[i:min(i+2, len(list))]
		h := float32(0)
		for _, s := range row {
			h = max(h, b.height(s.text, 13, w-34, Medium)+18)
		}
		for n, s := range row {
			b.add(Item{ID: figureID(s.id), Layer: Notes, Box: Box{margin + float32(n)*(w+gap), y, w, h}, Look: Look{Fill: "good.fill", Stripe: "chart.gain", Radius: 6}, Texts: []Text{
				words(s.text, 18, 9, w-34, h-14).sized(13).heavy(Medium),
			}})
		}
		y += h + gap
	}
	return y + 4
}

// Pictures is the account in pictures only, for a page beside its tables: what
// it says, who pays and who gains, year by year, how sure, what money does not
// show, and how far the measures are.
func Pictures(l Lens) Scene {
	b := &build{Lens: l}
	a := value.Of(b.Showing)
	y := b.kpis(&a, margin) + 14
	for _, part := range []func(*value.Account, float32) float32{b.remarks, b.whoPays, b.howSure} {
		y = part(&a, y)
	}
	if b.Showing.Count("indicator") > 0 {
		y = b.courses(&a, y)
	}
	b.actuals(&a, y)
	return b.scene(Box{})
}
