//go:build race

package app

// underRace says that the race detector runs, which makes painting ten times
// slower. Where nothing runs at the same time as anything, less is enough: the
// whole of it runs without it.
const underRace = true
