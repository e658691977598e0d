//go:build race

package paint

// underRace says that the race detector runs, which makes all of this ten times
// slower. Where nothing runs at the same time as anything, less is enough: the
// whole of it runs without it.
const underRace = true
