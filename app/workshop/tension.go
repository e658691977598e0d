package workshop

// Tension is two good things that pull apart, and how the group lives with both.
type Tension struct {
	ID       ID     `json:"id"`
	PoleA    string `json:"poleA" rule:"need"`
	PoleB    string `json:"poleB" rule:"need"`
	UpA      string `json:"upA"`
	DownA    string `json:"downA"`
	UpB      string `json:"upB"`
	DownB    string `json:"downB"`
	Purpose  string `json:"purpose"`
	Fear     string `json:"fear"`
	Warnings string `json:"warnings"`
	How      string `json:"how"`
	Stance   string `json:"stance" rule:"enum=hold|decide|resolved"`
	Lean     Maybe  `json:"lean" rule:"rate" unit:"0 pole A to 1 pole B, where the room stands today"`
	Watcher  string `json:"watcher"`
	Review   Date   `json:"review"`
	Seen     string `json:"seen" rule:"enum=not seen|seen"`
	SeenOn   Date   `json:"seenOn"`
}

// Ident implements Record.
func (r Tension) Ident() ID { return r.ID }
