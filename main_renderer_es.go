//go:build cgo && (gles || arm || arm64) && !darwin

package main

import gl "github.com/go-gl/gl/v3.1/gles2"

// renderer names what draws. The package is the one that Fyne draws with on
// this system, so its functions are loaded once a window is drawn.
func renderer() string { return gl.GoStr(gl.GetString(gl.RENDERER)) }
