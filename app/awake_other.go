//go:build !linux && !windows && !darwin

package app

// keepAwake knows no way on this system.
func keepAwake(string) (release func()) { return releases{}.all() }
