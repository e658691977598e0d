package export

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
)

// quickPNG is an opaque picture as a PNG. The standard encoder tries five
// filters on every row, which takes half its time; of a board, where most of a
// row is as the row above, "up" is the one that wins anyway.
func quickPNG(m *image.RGBA) ([]byte, error) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	var data bytes.Buffer
	z, err := zlib.NewWriterLevel(&data, zlib.BestSpeed)
	if err != nil {
		return nil, err
	}
	const up = 2
	row, above := make([]byte, 3*w+1), make([]byte, 4*w)
	row[0] = up
	for y := range h {
		pix := m.Pix[y*m.Stride : y*m.Stride+4*w]
		for from, to := 0, 1; from < len(pix); from, to = from+4, to+3 {
			row[to], row[to+1], row[to+2] = pix[from]-above[from], pix[from+1]-above[from+1], pix[from+2]-above[from+2]
		}
		above = pix
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
	head = append(head, 8, 2, 0, 0, 0) // 8 bits, red green blue, the usual ways of packing
	out := append([]byte(nil), "\x89PNG\r\n\x1a\n"...)
	out = chunk(out, "IHDR", head)
	out = chunk(out, "IDAT", data.Bytes())
	return chunk(out, "IEND", nil), nil
}

func chunk(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
