//go:build !cgo

package main

import "trestle/app"

// window is missing in a build without a C compiler: the command line says so.
var window app.Windows
