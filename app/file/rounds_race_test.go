//go:build race

package file

// killRounds is how often a writing process is killed; fewer under the race
// detector, where a process takes a second to start.
const killRounds = 20
