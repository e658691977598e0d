package app

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/image/draw"

	"trestle/app/workshop"
)

// What a picture may be before it is made smaller. The count of pixels bounds
// the memory that decoding takes, so it is read from the header first.
const (
	maxPictureFile   = 40 << 20
	maxPicturePixels = 50_000_000
	maxPictureSide   = 1600
)

// PictureError says why a file is not put on the board: "size", "pixels",
// "kind", "broken" or "place".
type PictureError struct {
	Name   string
	Reason string
	Detail string
}

// Error implements error.
func (e PictureError) Error() string {
	return "picture " + e.Name + ": " + e.Reason + " " + e.Detail
}

// shrunk is a picture as the workshop keeps it.
type shrunk struct {
	data []byte
	typ  string // as workshop.Picture.Type
	w, h int
}

// readPicture reads a picture's file, if it is one and not too large.
func readPicture(path string) ([]byte, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !st.Mode().IsRegular() {
		return nil, PictureError{Name: filepath.Base(path), Reason: "kind"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, maxPictureFile+1))
}

// shrink makes a picture of a file's bytes that is small enough to be kept in
// the workshop: turned upright, scaled down, encoded anew. Nothing of the file
// but its pixels is kept: not where or when a photograph was taken.
func shrink(b []byte) (shrunk, error) {
	if len(b) > maxPictureFile {
		return shrunk{}, PictureError{Reason: "size", Detail: strconv.Itoa(maxPictureFile >> 20)}
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil || format != "jpeg" && format != "png" { // other decoders may be linked in for icons
		return shrunk{}, PictureError{Reason: "kind"}
	}
	if c.Width < 1 || c.Height < 1 {
		return shrunk{}, PictureError{Reason: "broken"}
	}
	if c.Width > maxPicturePixels/c.Height {
		return shrunk{}, PictureError{Reason: "pixels", Detail: strconv.Itoa(maxPicturePixels / 1_000_000)}
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return shrunk{}, PictureError{Reason: "broken"}
	}
	turn := 1
	if format == "jpeg" {
		turn = orientation(b)
	}
	return encodeSmall(img, turn, format == "png")
}

// encodeSmall tries smaller and coarser pictures until one fits. A drawing
// stays a PNG where it can: JPEG blurs its letters. What is seen through stays
// so only as a PNG, and else stands on white.
func encodeSmall(img image.Image, turn int, drawn bool) (shrunk, error) {
	large := turned(scaled(img, maxPictureSide), turn)
	for _, side := range []int{maxPictureSide, 1280, 1024, 800, 640} {
		small := scaled(large, side)
		s := shrunk{w: small.Rect.Dx(), h: small.Rect.Dy()}
		if drawn && (side == maxPictureSide || !small.Opaque()) {
			var out bytes.Buffer
			if err := png.Encode(&out, small); err != nil {
				return s, err
			}
			if out.Len() <= workshop.MaxPictureBytes {
				s.data, s.typ = out.Bytes(), workshop.PNG
				return s, nil
			}
			if !small.Opaque() && side > 800 { // smaller, before it loses what is seen through
				continue
			}
		}
		onWhite(small)
		for _, quality := range []int{88, 80, 70, 60, 50} {
			var out bytes.Buffer
			if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: quality}); err != nil {
				return s, err
			}
			if out.Len() <= workshop.MaxPictureBytes {
				s.data, s.typ = out.Bytes(), workshop.JPEG
				return s, nil
			}
		}
	}
	return shrunk{}, PictureError{Reason: "pixels"} // noise of 640 × 640 pixels takes half of what there is
}

// scaled is the image with its longer side at most that many pixels.
func scaled(img image.Image, side int) *image.RGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if long := max(w, h); long > side {
		w, h = max(w*side/long, 1), max(h*side/long, 1)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() && h == b.Dy() {
		draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(out, out.Rect, img, b, draw.Src, nil)
	}
	return out
}

// onWhite puts white behind what is seen through.
func onWhite(img *image.RGBA) {
	if img.Opaque() {
		return
	}
	out := image.NewRGBA(img.Rect)
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Rect.Min, draw.Over)
	img.Pix = out.Pix
}

// turned is the image upright, from how EXIF says it was held: 1 upright, 3
// upside down, 6 and 8 on its sides, the even ones of each pair mirrored.
func turned(img *image.RGBA, held int) *image.RGBA {
	if held <= 1 || held > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if held >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch held {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(tx, ty):][:4], img.Pix[img.PixOffset(x, y):][:4])
		}
	}
	return out
}

// orientation is how a JPEG says that it was held, 1 where it does not: the
// tag 0x0112 of the first directory of its EXIF part.
func orientation(b []byte) int {
	tiff := exif(b)
	var order binary.ByteOrder = binary.BigEndian
	switch {
	case len(tiff) < 8:
		return 1
	case string(tiff[:2]) == "II":
		order = binary.LittleEndian
	case string(tiff[:2]) != "MM":
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	rows := tiff[at+2:]
	for n := int(order.Uint16(tiff[at:])); n > 0 && len(rows) >= 12; n-- {
		if order.Uint16(rows) == 0x0112 {
			if v := int(order.Uint16(rows[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		rows = rows[12:]
	}
	return 1
}

// exif is the EXIF part of a JPEG, from its byte order on, or nothing.
func exif(b []byte) []byte {
	for at := 2; at+4 <= len(b) && b[at] == 0xff; {
		mark, size := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		if mark == 0xda || size < 2 || at+2+size > len(b) { // the pixels begin
			return nil
		}
		if part := b[at+4 : at+2+size]; mark == 0xe1 && bytes.HasPrefix(part, []byte("Exif\x00\x00")) {
			return part[6:]
		}
		at += 2 + size
	}
	return nil
}
