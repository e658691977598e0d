package scene

import "trestle/app/value"

// spark is the small line of an indicator's readings.
func (b *build) spark(r []value.Point, box Box) {
	if len(r) < 2 {
		return
	}
	lo, hi := r[0].Value, r[0].Value
	for _, p := range r {
		lo, hi = min(lo, p.Value), max(hi, p.Value)
	}
	if hi == lo {
		hi = lo + 1
	}
	var line []Point
	for i, p := range r {
		line = append(line, Point{box.X + box.W*float32(i)/float32(len(r)-1), box.Bottom() - box.H*float32((p.Value-lo)/(hi-lo))})
	}
	b.add(Item{Layer: Front, Line: line, Look: Look{Edge: "phase.value", Stroke: 2}})
}
