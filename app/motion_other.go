//go:build !linux && !windows && !darwin

package app

// lessMotion knows nobody to ask on this system.
func lessMotion() bool { return false }
