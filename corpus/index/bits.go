package index

import (
	"encoding/binary"
	"math/bits"
)

// packed is an array of n unsigned numbers of width bits each, read in place: number i takes the bits from i*width on,
// lowest first. Eight bytes of zero stand behind the last, so that one load of eight bytes reaches every number.
// The width is at most 56.
type packed struct {
	data  []byte
	width uint
	mask  uint64
	n     int
}

const packedPadding = 8

// at returns number i, which must be below n.
func (p *packed) at(i int) uint64 {
	bit := uint(i) * p.width
	return binary.LittleEndian.Uint64(p.data[bit>>3:]) >> (bit & 7) & p.mask
}

// appendPacked appends the header (uvarint n, width byte) and the numbers.
func appendPacked[T uint32 | uint64](out []byte, numbers []T) []byte {
	width := uint(0)
	for _, v := range numbers {
		width = max(width, uint(bits.Len64(uint64(v))))
	}
	out = binary.AppendUvarint(out, uint64(len(numbers)))
	out = append(out, byte(width))
	out = appendBits(out, numbers, width)
	return append(out, make([]byte, packedPadding)...)
}

// appendBits appends the numbers in width bits each and fills up the last byte.
func appendBits[T uint32 | uint64](out []byte, numbers []T, width uint) []byte {
	var acc uint64
	var have uint
	for _, v := range numbers {
		acc |= uint64(v) << have
		have += width
		for have >= 8 {
			out = append(out, byte(acc))
			acc >>= 8
			have -= 8
		}
	}
	if have > 0 {
		out = append(out, byte(acc))
	}
	return out
}

// packed reads an array that appendPacked wrote.
func (r *reader) packed() packed {
	n, width := r.int(), uint(r.byte())
	size := (n*int(width) + 7) / 8
	if width > 56 {
		r.fail()
		return packed{}
	}
	data := r.bytes(size + packedPadding)
	if data == nil {
		return packed{}
	}
	return packed{data: data, width: width, mask: 1<<width - 1, n: n}
}

// unpack32 reads len(out) numbers of width bits (at most 32) from data and returns what is behind them;
// nil if data is too short.
//
// Every number is one load of eight bytes, a shift and a mask, which is faster than an accumulator that is filled up as it runs dry; of
// numbers of at most eight bits, which nearly all gaps and frequencies of frequent terms are, one load gives eight. The last numbers of a
// section, which have no eight bytes behind them, come from a padded copy.
func unpack32(out []uint32, data []byte, width uint) []byte {
	size := (len(out)*int(width) + 7) / 8
	if size > len(data) {
		return nil
	}
	if width == 0 {
		clear(out)
		return data
	}
	rest := data[size:]
	if len(rest) < 8 {
		var padded [4*blockSize + 8]byte
		if size+8 > len(padded) {
			return nil
		}
		copy(padded[:], data[:size])
		data = padded[:]
	}
	if width <= 8 && len(out)%8 == 0 {
		unpackEights(out, data, width)
		return rest
	}
	mask := uint64(1)<<(width&63) - 1
	bit := uint(0)
	for i := range out {
		out[i] = uint32(binary.LittleEndian.Uint64(data[bit>>3:]) >> (bit & 7) & mask)
		bit += width
	}
	return rest
}

// unpackEights is unpack32 for numbers of at most eight bits, eight of which begin at a byte and lie within eight bytes.
func unpackEights(out []uint32, data []byte, width uint) {
	mask := uint64(1)<<(width&63) - 1
	w := width & 63
	for at := uint(0); len(out) >= 8; at += width {
		v := binary.LittleEndian.Uint64(data[at:])
		o := out[:8:8]
		o[0] = uint32(v & mask)
		v >>= w
		o[1] = uint32(v & mask)
		v >>= w
		o[2] = uint32(v & mask)
		v >>= w
		o[3] = uint32(v & mask)
		v >>= w
		o[4] = uint32(v & mask)
		v >>= w
		o[5] = uint32(v & mask)
		v >>= w
		o[6] = uint32(v & mask)
		v >>= w
		o[7] = uint32(v & mask)
		out = out[8:]
	}
}
