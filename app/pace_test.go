//go:build !race

package app

// underRace says that the race detector runs: here it does not, and every test
// has its full size.
const underRace = false
