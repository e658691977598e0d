package tool

import (
	"trestle/app/workshop"
	"trestle/canvas/scene"
)

// homes are the clusters a drop may end in: the room each takes without the
// notes that are dragged, and which of them travel with the drag.
type homes struct {
	boxes  map[workshop.ID]scene.Box
	travel map[workshop.ID]bool // every note of it is dragged: it comes along
}

// homes asks which clusters stay behind. A cluster's own box follows its notes,
// so a dragged note would never get out of it: its box counts without them.
func (s Translating) homes(v View) homes {
	h := homes{boxes: map[workshop.ID]scene.Box{}, travel: map[workshop.ID]bool{}}
	drawn := map[workshop.ID]scene.Box{}
	for i := range v.Scene.Items {
		if it := &v.Scene.Items[i]; it.Layer == scene.Clusters && it.ID.Kind() == "cluster" {
			drawn[it.ID] = it.Box
		}
	}
	if len(drawn) == 0 {
		return h
	}
	dragged := make(map[workshop.ID]bool, len(s.items))
	for _, it := range s.items {
		dragged[it.ID] = true
	}
	loses := map[workshop.ID]bool{}
	for n := range workshop.All[workshop.Note](v.Doc) {
		if n.Cluster != "" && dragged[n.ID] {
			loses[n.Cluster] = true
		}
	}
	for id, box := range drawn {
		if loses[id] {
			box = remaining(id, dragged, v)
		}
		if box.W > 0 {
			h.boxes[id] = box
		} else {
			h.travel[id] = true
		}
	}
	return h
}

// remaining is the room a cluster takes without the dragged notes; empty where
// it has no other.
func remaining(cluster workshop.ID, dragged map[workshop.ID]bool, v View) scene.Box {
	var box scene.Box
	for i := range v.Scene.Items {
		it := &v.Scene.Items[i]
		if it.Layer != scene.Notes || it.ID.Kind() != "note" || dragged[it.ID] {
			continue
		}
		if n, ok := workshop.Find[workshop.Note](v.Doc, it.ID); ok && n.Cluster == cluster {
			box = box.Union(it.Box)
		}
	}
	if box.W <= 0 {
		return box
	}
	return scene.ClusterBox(box)
}

// of says which cluster a note joins when its middle is let go at p, or that it
// leaves its own.
func (h homes) of(n workshop.Note, p scene.Point) (join workshop.ID, leave bool) {
	if n.Cluster != "" && h.travel[n.Cluster] {
		return "", false
	}
	if box, ok := h.boxes[n.Cluster]; ok && box.Has(p) {
		return "", false
	}
	area := float32(0)
	for id, box := range h.boxes {
		if a := box.W * box.H; box.Has(p) && (join == "" || a < area || a == area && id < join) {
			join, area = id, a // of several, the smallest: the one most likely meant
		}
	}
	return join, n.Cluster != "" && join == ""
}
