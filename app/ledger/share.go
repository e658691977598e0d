package ledger

import (
	"strings"

	"trestle/app/workshop"
)

// over is how far shares may add up above the whole: I5's tolerance.
const over = 1.0001

// others is what the parties but one have of a benefit, the line in hand before
// the document.
func (s Sheet) others(r Row, but workshop.ID) float64 {
	sum := 0.0
	in := map[workshop.ID]bool{}
	for _, w := range r.With {
		if x, ok := w.(workshop.Share); ok {
			in[x.Party] = true
			if x.Party != but {
				sum += x.Part
			}
		}
	}
	for _, g := range r.Gone {
		for _, x := range s.at.shares[r.Rec.Ident()] {
			if x.ID == g {
				in[x.Party] = true
			}
		}
	}
	for _, x := range s.at.shares[r.Rec.Ident()] {
		if x.Party != but && !in[x.Party] {
			sum += x.Part
		}
	}
	return sum
}

// Part is a party's part of a benefit, and what the others have of it.
func (s Sheet) Part(id, who workshop.ID) (part, others float64) {
	for _, x := range s.at.shares[id] {
		if x.Party == who {
			part += x.Part
		} else {
			others += x.Part
		}
	}
	return part, others
}

// share is a party's share of a line: the record there is, or a new one.
func (s Sheet) share(id, who workshop.ID) workshop.Share {
	for _, x := range s.at.shares[id] {
		if x.Party == who {
			return x
		}
	}
	return workshop.Share{ID: workshop.ShareID(id, who), Benefit: id, Party: who}
}

// intoShare sets a party's part; "rest" gives it what nobody has.
func (s Sheet) intoShare(r Row, c Column, text string) (Row, string) {
	id := r.Rec.Ident()
	one := s.share(id, c.Of)
	if text == "" {
		return r.hang(one, false), ""
	}
	left := s.others(r, c.Of)
	part, ok := s.Words.Numerals().Rate(text)
	if strings.EqualFold(text, s.Words.Or("ledger.rest", "rest")) {
		part, ok = max(1-left, 0), true
	}
	switch {
	case !ok && unread(text) == "number":
		return r, "number"
	case !ok:
		return r, "share"
	case part < 0 || part > 1:
		return r, "share"
	case part+left > over:
		return r, "over"
	}
	one.Part = part
	return r.hang(one, part > 0), ""
}

// intoShares reads all shares of a line: "SCC 50, DWP 50"; a party without a
// number gets what is left.
func (s Sheet) intoShares(r Row, text string) (Row, string) {
	id := r.Rec.Ident()
	for _, x := range s.at.shares[id] {
		r = r.hang(x, false)
	}
	next := r
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' }) {
		name, part := strings.TrimSpace(w), s.Words.Or("ledger.rest", "rest")
		if i := strings.LastIndexAny(name, " \t"); i > 0 && strings.ContainsAny(name[i:], "0123456789") {
			name, part = strings.TrimSpace(name[:i]), strings.TrimSpace(name[i:])
		}
		p, ok := s.party(name)
		if !ok {
			return r, "nobody"
		}
		var why string
		if next, why = s.intoShare(next, Column{Sort: Share, Of: p.id}, part); why != "" {
			return r, why
		}
		next.Gone = without(next.Gone, s.share(id, p.id).ID)
	}
	return next, ""
}

func without(ids []workshop.ID, id workshop.ID) []workshop.ID {
	var out []workshop.ID
	for _, x := range ids {
		if x != id {
			out = append(out, x)
		}
	}
	return out
}

// party is who a tag or a name means.
func (s Sheet) party(text string) (party, bool) {
	o, ok := pick(s.partyOptions(), text)
	if !ok {
		return party{}, false
	}
	return s.at.heads[workshop.ID(o.Value)], true
}
