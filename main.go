// Trestle takes a room of partner organisations from ambition to delivery.
//
// This file hands the command line over to app. What opens windows stands in
// main_window.go, which needs a C compiler; a build without one (CGO_ENABLED=0)
// is the command line alone.
package main

import (
	"os"

	"trestle/app"
)

func main() {
	os.Exit(app.Line(os.Args[1:], app.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, window))
}
