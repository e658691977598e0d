// Package file keeps one workshop on disk: journal, snapshot, second copy,
// recovery, lock and versions.
//
// Its nouns: a Store is one open file; an Opening is what opening it found; a
// journal is the file itself: a header line, then one line a change, each with
// a checksum chained to the line before. It changes no workshop and draws
// nothing: changes come in as values and go to disk.
//
// The file, byte by byte. Line 1 is JSON: {"trestle":1,"workshop":…,"made":…,
// "by":…}. Every other line is a CRC-32C in eight hex digits, a space, the
// line's number, a space, JSON, LF. The checksum covers the checksum printed on
// the line before (of the header: of its bytes), the number and the JSON. The
// JSON is one change, or {"snapshot":…} (the whole document, in parts), or
// {"closed":…} after a clean close.
package file
