package workshop

// Note is one thing somebody said, on the board. Its place is relative to the
// corner of its zone, so that a zone may move with everything on it.
type Note struct {
	ID        ID      `json:"id"`
	Step      string  `json:"step" rule:"need,max=60"`
	Zone      string  `json:"zone" rule:"max=60"`
	X         float64 `json:"x" rule:"min=-100000,max=100000" unit:"board units"`
	Y         float64 `json:"y" rule:"min=-100000,max=100000" unit:"board units"`
	W         float64 `json:"w" rule:"min=0,max=4000" unit:"board units, 0 for the usual"`
	H         float64 `json:"h" rule:"min=0,max=4000" unit:"board units, 0 for the usual"`
	Z         int     `json:"z" rule:"min=-1000000,max=1000000"`
	Text      string  `json:"text"`
	Party     ID      `json:"party" rule:"ref=partner|party"`
	Anonymous bool    `json:"anonymous"`
	Cluster   ID      `json:"cluster" rule:"ref=cluster"`
	Evidence  string  `json:"evidence" rule:"enum=data|lived experience|professional judgement|assumption"`
	State     string  `json:"state" rule:"enum=active|parked|merged|archived"`
	Into      ID      `json:"into" rule:"ref=note"`
	Private   bool    `json:"private"`
	FaceDown  bool    `json:"faceDown"`
}

// Cluster is a named group of notes.
type Cluster struct {
	ID   ID      `json:"id"`
	Step string  `json:"step" rule:"need,max=60"`
	Zone string  `json:"zone" rule:"max=60"`
	Name string  `json:"name"`
	X    float64 `json:"x" rule:"min=-100000,max=100000" unit:"board units"`
	Y    float64 `json:"y" rule:"min=-100000,max=100000" unit:"board units"`
}

// Link is an arrow between two notes or clusters.
type Link struct {
	ID    ID     `json:"id"`
	From  ID     `json:"from" rule:"ref=note|cluster,need"`
	To    ID     `json:"to" rule:"ref=note|cluster,need"`
	Means string `json:"means" rule:"enum=causes|supports|conflicts|depends"`
	Label string `json:"label" rule:"max=80"`
}

// The states of a note.
const (
	Active   = "active"
	Parked   = "parked"
	Merged   = "merged"
	Archived = "archived"
)

// Shown says whether the note stands on the board: neither parked, merged nor archived.
func (r Note) Shown() bool { return r.State == "" || r.State == Active }

// Ident implements Record.
func (r Note) Ident() ID { return r.ID }

// Ident implements Record.
func (r Cluster) Ident() ID { return r.ID }

// Ident implements Record.
func (r Link) Ident() ID { return r.ID }
