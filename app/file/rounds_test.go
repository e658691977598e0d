//go:build !race

package file

// killRounds is how often a writing process is killed.
const killRounds = 200
