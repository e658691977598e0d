//go:build !cgo

package main

// window is missing in a build without a C compiler: the command line says so.
var window func(path string) error
