package workshop

import "strings"

// EvidenceKinds are what a note's words can rest on, strongest first.
func EvidenceKinds() []string {
	return []string{"data", "lived experience", "professional judgement", "assumption"}
}

// MarkEvidence is the change of what kind of evidence notes are; "" is unsaid.
func MarkEvidence(d Document, kind string, ids ...ID) Change {
	var recs []Record
	for _, id := range ids {
		if n, ok := Find[Note](d, id); ok {
			n.Evidence = kind
			recs = append(recs, unnamed(d, n))
		}
	}
	return Put(d, "note.evidence", recs...)
}

// ReadEvidence takes the kind of evidence off a line that says it, in front
// ("data: 62% of claimants") or behind ("… (data)"); one word is enough.
func ReadEvidence(line string) (text, kind string) {
	line = strings.TrimSpace(line)
	if word, rest, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(rest) != "" {
		if kind := evidenceNamed(word); kind != "" {
			return strings.TrimSpace(rest), kind
		}
	}
	if i := strings.LastIndex(line, "("); i > 0 && strings.HasSuffix(line, ")") {
		if kind := evidenceNamed(line[i+1 : len(line)-1]); kind != "" {
			return strings.TrimSpace(line[:i]), kind
		}
	}
	return line, ""
}

func evidenceNamed(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, k := range EvidenceKinds() {
		if _, last, two := strings.Cut(k, " "); word == k || two && word == last {
			return k
		}
	}
	return ""
}
