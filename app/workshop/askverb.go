package workshop

// AsksEach is how many requests each partner makes of the others.
const AsksEach = 2

// Reply is the change that answers an ask. What was said again once cannot be
// too vague twice: then the change is empty.
func Reply(d Document, id ID, answer, reply string) Change {
	a, ok := Find[Ask](d, id)
	if !ok || answer == TooVague && a.Rewritten {
		return Change{}
	}
	a.Answer = answer
	if reply != "" {
		a.Reply = reply
	}
	return Put(d, "ask.answer", a)
}

// AnsweredBy is the change by which the partner that an ask is put to now, which
// was put to anyone, gives its answer.
func AnsweredBy(d Document, a Ask, answer string) Change {
	a.Answer = answer
	return Put(d, "ask.answer", a)
}

// Rewrite is the change that says an ask again which was too vague: it waits
// for an answer as if it were new. An ask is said again once; the change is
// empty where it was already, or was not too vague.
func Rewrite(d Document, id ID, text string) Change {
	a, ok := Find[Ask](d, id)
	if !ok || !a.Vague() || Clean(text) == "" {
		return Change{}
	}
	a.Text, a.Answer, a.Rewritten = text, Unanswered, true
	return Put(d, "ask.rewrite", a)
}

// AskCounts are how many asks each partner makes.
func AskCounts(d Records) map[ID]int {
	out := map[ID]int{}
	for a := range All[Ask](d) {
		out[a.From]++
	}
	return out
}

// AskPairs propose whom each partner asks, so that everybody makes AsksEach
// requests and gets as many: the next one round the table, and the one across
// it. The same partners give the same pairs; two partners ask each other once.
func AskPairs(d Records) map[ID][]ID {
	var ids []ID
	for p := range All[Partner](d) {
		if p.Authority != "observer" {
			ids = append(ids, p.ID)
		}
	}
	n := len(ids)
	out := make(map[ID][]ID, n)
	if n < 2 {
		return out
	}
	for i, id := range ids {
		out[id] = append(out[id], ids[(i+1)%n])
		if n > 2 {
			out[id] = append(out[id], ids[(i+max(n/2, 2))%n])
		}
	}
	return out
}

// Kept are the asks and contributions that became commitments.
func Kept(d Records) map[ID]bool {
	out := map[ID]bool{}
	for c := range All[Commitment](d) {
		if c.From != "" {
			out[c.From] = true
		}
	}
	return out
}
