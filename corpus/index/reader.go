package index

import (
	"encoding/binary"
	"errors"
)

// reader walks a byte slice. After the first thing that is not there it stays failed and gives zeros, so that a
// decoder checks err once, at its end. Lengths are checked before anything is made of them.
type reader struct {
	data []byte
	at   int
	err  error
}

var errDamaged = errors.New("corpus file: a section ends in the middle of a value; " + remedyDamaged)

// ErrDamaged is what a reader fails with; whoever finds two parts of a file in contradiction may return it too.
var ErrDamaged = errDamaged

func (r *reader) fail() {
	if r.err == nil {
		r.err = errDamaged
	}
	r.at = len(r.data)
}

func (r *reader) byte() byte {
	if r.at >= len(r.data) {
		r.fail()
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *reader) uvarint() uint64 {
	// Most values take one byte.
	if r.at < len(r.data) && r.data[r.at] < 0x80 {
		r.at++
		return uint64(r.data[r.at-1])
	}
	v, n := binary.Uvarint(r.data[r.at:])
	if n <= 0 {
		r.fail()
		return 0
	}
	r.at += n
	return v
}

// int reads a uvarint that fits an int32, as all counts and offsets within a section's record do.
func (r *reader) int() int {
	v := r.uvarint()
	if v > 1<<31-1 {
		r.fail()
		return 0
	}
	return int(v)
}

// count reads a number of things of which at least a bit each follows.
func (r *reader) count() int {
	n := r.int()
	if n > (len(r.data)-r.at)*64+64 {
		r.fail()
		return 0
	}
	return n
}

// offset reads a uvarint that may be as large as a file.
func (r *reader) offset() int {
	v := r.uvarint()
	if v > 1<<40 || uint64(int(v)) != v {
		r.fail()
		return 0
	}
	return int(v)
}

func (r *reader) zigzag() int {
	v := r.uvarint()
	return int(int64(v>>1) ^ -int64(v&1))
}

// bytes returns the next n bytes, in place.
func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		r.fail()
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at : r.at]
}

func (r *reader) string() string { return string(r.bytes(r.int())) }

func appendZigzag(out []byte, v int) []byte {
	return binary.AppendUvarint(out, uint64(v)<<1^uint64(int64(v)>>63))
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}
