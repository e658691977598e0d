package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"trestle/app/workshop"
	"trestle/canvas"
)

// pictureEnds are how the names of pictures' files end.
func pictureEnds() []string { return []string{".png", ".jpg", ".jpeg", ".jpe", ".jfif"} }

func isPictureName(path string) bool {
	return slices.Contains(pictureEnds(), strings.ToLower(filepath.Ext(path)))
}

// addPictures puts files on the board, one change each. They are read and made
// smaller off the window's goroutine, one after another: a large photograph
// takes a second and much memory.
func (c *Control) addPictures(paths []string) {
	if len(paths) == 0 {
		return
	}
	if _, ok := canvas.PlacePicture(c.scene(), c.capture.zone, 1, 1); !ok { // said before the work, not after
		c.program.tell(c.win, PictureError{Name: filepath.Base(paths[0]), Reason: "place"})
		return
	}
	go func() {
		for _, path := range paths {
			b, err := readPicture(path)
			var s shrunk
			if err == nil {
				s, err = shrink(b)
			}
			c.program.later(func() { c.hang(filepath.Base(path), s, err) })
		}
	}()
}

// hang puts a picture on the board of the step that is shown now, or says why not.
func (c *Control) hang(name string, s shrunk, err error) {
	var p PictureError
	if errors.As(err, &p) {
		p.Name = name
		err = p
	}
	if err != nil {
		c.program.tell(c.win, err)
		return
	}
	place, ok := canvas.PlacePicture(c.scene(), c.capture.zone, s.w, s.h)
	if !ok {
		c.program.tell(c.win, PictureError{Name: name, Reason: "place"})
		return
	}
	place.ID, place.Name, place.Type = workshop.NewID("picture"), name, s.typ
	if c.desk.Do(workshop.AddPicture(c.desk.Document(), place, s.data)) == nil {
		c.board.Select(place.ID)
		c.focusOn(place.ID) // its form asks for the words that say what it shows
	}
}

// askPicture lets one choose a picture's file without a mouse.
func (c *Control) askPicture() {
	c.askFile(pictureEnds(), func(path string) { c.addPictures([]string{path}) })
}

// askFile lets one choose a file whose name ends in one of ends, or any.
func (c *Control) askFile(ends []string, do func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			c.program.tell(c.win, err)
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		do(path)
	}, c.win)
	if len(ends) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(ends))
	}
	showFiles(d)
}
