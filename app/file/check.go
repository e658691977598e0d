package file

import "trestle/app/workshop"

// Soundness is what a look at every line of a file found.
type Soundness struct {
	Sound     bool   `json:"sound"`
	Lines     int    `json:"lines"`     // that can be trusted
	Bad       int    `json:"bad"`       // that cannot
	Torn      bool   `json:"torn"`      // only the last line is unfinished
	Closed    bool   `json:"closed"`    // the last line is the mark of a clean close
	Snapshots int    `json:"snapshots"` // parts of snapshots
	Salvable  int    `json:"salvable"`  // lines behind damage that still stand alone
	Trouble   string `json:"trouble,omitempty"`
}

// Check looks at every line of the file at path and changes nothing.
func Check(path string) Soundness {
	b, err := readWhole(path)
	if err != nil {
		return Soundness{Trouble: err.Error()}
	}
	j, err := scan(b)
	if err != nil {
		return Soundness{Trouble: err.Error()}
	}
	s := Soundness{Lines: j.lines, Bad: j.bad, Torn: j.torn, Salvable: len(j.rescued), Sound: j.bad == 0}
	for _, k := range j.kinds {
		if k == snapshotLine {
			s.Snapshots++
		}
	}
	s.Closed = len(j.kinds) > 0 && j.kinds[len(j.kinds)-1] == closedLine
	if _, from := j.newestSnapshot(); from > 0 && j.bad == 0 && !snapshotAgrees(j, from) {
		s.Sound, s.Trouble = false, "a snapshot is not what its changes add up to"
	}
	return s
}

// snapshotAgrees holds the newest snapshot against the changes before it.
func snapshotAgrees(j *journal, from int) bool {
	before := &journal{bodies: j.bodies[:from], kinds: j.kinds[:from]}
	d, _ := before.newestSnapshot()
	return d.Equal(replayMerged(before))
}

func replayMerged(j *journal) workshop.Document {
	h := j.history()
	if !workshop.Sorted(h) {
		h = workshop.Merge(h)
	}
	return workshop.Document{}.Replay(h)
}
