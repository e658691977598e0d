package app

import (
	"bytes"
	"encoding/json"
	"io"
	"os"

	"trestle/app/file"
	"trestle/canvas"
)

// tellSeen writes what the room's window shows into the file that TRESTLE_SEEN
// names, after each picture that is not told there yet: words, and the size of
// their letters. Without one nothing is written.
func tellSeen(s *canvas.Screen) {
	path := os.Getenv("TRESTLE_SEEN")
	if path == "" {
		return
	}
	var last []byte
	s.Tell(func(seen canvas.Seen) {
		b, err := json.Marshal(seen)
		if err != nil || bytes.Equal(b, last) {
			return
		}
		err = file.Atomic(path, func(w io.Writer) error {
			_, err := w.Write(append(b, '\n'))
			return err
		})
		if err == nil { // else the next picture tries again
			last = b
		}
	})
}
