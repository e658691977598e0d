package value

import (
	"math"
	"strconv"

	"trestle/app/workshop"
)

// Sentence is one thing the account says: a word of the language files, what
// to put into it, and the record it is about, if any. Shares are whole per cent.
type Sentence struct {
	Key  string      `json:"key"`
	Args []string    `json:"args"`
	Ref  workshop.ID `json:"ref"`
}

// apart is how far a party's share of cost and of benefit must lie from each
// other, in per cent, to be worth a sentence.
const apart = 10

// Words are the account's sentences, made by rule, the one about who pays and
// who gains first:
//
//	value.words.carries      name, % of the cost, % of the benefit: the party most out of pocket
//	value.words.gains        name, % of the cost, % of the benefit: the party most in pocket
//	value.words.stands       %: the case stands unless benefits fall by so much
//	value.words.short        %: the benefits would have to rise by so much
//	value.words.gross        n lines are gross, not adjusted, and do not count
//	value.words.unallocated  % of the benefit has nobody's name on it
//	value.words.beyond       n benefits money cannot show
func Words(a Account) []Sentence {
	out := mismatches(a)
	if s := a.Ratios.Switching; s.OK && s.V <= 1 {
		out = append(out, Sentence{Key: "value.words.stands", Args: []string{percent(1 - s.V)}})
	} else if s.OK {
		out = append(out, Sentence{Key: "value.words.short", Args: []string{percent(s.V - 1)}})
	}
	if f, ok := a.Finding("value.gross-lines"); ok {
		out = append(out, Sentence{Key: "value.words.gross", Args: []string{strconv.Itoa(f.Count)}, Ref: f.Refs[0]})
	}
	if u := over(a.unallocated(), a.PVB); u.OK && percent(u.V) != "0" {
		out = append(out, Sentence{Key: "value.words.unallocated", Args: []string{percent(u.V)}})
	}
	if n := len(a.Beyond); n > 0 {
		out = append(out, Sentence{Key: "value.words.beyond", Args: []string{strconv.Itoa(n)}, Ref: a.Beyond[0].ID})
	}
	return out
}

// mismatches are the widest gaps between a party's share of the cost and of
// the benefit, one each way, the wider first.
func mismatches(a Account) []Sentence {
	if a.PVC <= 0 || a.PVB <= 0 {
		return nil
	}
	var pays, gains Sentence
	most, least := 0.0, 0.0
	for _, p := range a.Parties {
		if p.Unallocated {
			continue
		}
		cost, benefit := p.Cost/a.PVC, p.Benefit/a.PVB
		said := Sentence{Args: []string{p.Name, percent(cost), percent(benefit)}, Ref: p.ID}
		if gap := cost - benefit; gap > most {
			most, pays = gap, said
		} else if gap < least {
			least, gains = gap, said
		}
	}
	pays.Key, gains.Key = "value.words.carries", "value.words.gains"
	first, second := pays, gains
	if -least > most {
		first, second = gains, pays
	}
	var out []Sentence
	if 100*math.Max(most, -least) >= apart {
		out = append(out, first)
	}
	if 100*math.Min(most, -least) >= apart {
		out = append(out, second)
	}
	return out
}

func percent(share float64) string {
	return strconv.FormatFloat(Round(100*share, 0), 'f', -1, 64)
}
