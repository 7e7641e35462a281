package index

import (
	"encoding/binary"
	"fmt"
)

// A table is a sorted list of distinct-or-repeated keys with a value behind each, front-coded in blocks of tableBlock entries
// (Witten, Moffat, Bell, "Managing Gigabytes", 1999, section 4.1):
//
//	packed   where each block starts in what follows
//	blocks   for each entry: uvarint bytes shared with the key before (0 at the head of a block),
//	         uvarint length of the rest, the rest, value
//
// A value measures itself: the skip function of the table steps over it. Blocks are read one by one, as they may not have arrived.
type table struct {
	f      *file
	sec    section
	starts packed
	base   int // where the blocks begin in the section
	n      int
	skip   func(*reader)
}

const tableBlock = 16

// tableWriter writes a table; keys must come in ascending byte order.
type tableWriter struct {
	n      int
	last   string
	starts []uint64
	data   []byte
}

func (w *tableWriter) add(key string, value []byte) {
	shared := 0
	if w.n%tableBlock == 0 {
		w.starts = append(w.starts, uint64(len(w.data)))
	} else {
		for shared < len(key) && shared < len(w.last) && key[shared] == w.last[shared] {
			shared++
		}
	}
	w.data = binary.AppendUvarint(w.data, uint64(shared))
	w.data = appendString(w.data, key[shared:])
	w.data = append(w.data, value...)
	w.last = key
	w.n++
}

func (w *tableWriter) append(out []byte) []byte {
	out = binary.AppendUvarint(out, uint64(w.n))
	out = appendPacked(out, w.starts)
	return append(out, w.data...)
}

// table reads the head of the table that section sec holds.
func (r *reader) table(f *file, sec section, skip func(*reader)) table {
	t := table{f: f, sec: sec, n: r.int(), skip: skip}
	t.starts = r.packed()
	t.base = r.at
	if t.starts.n != (t.n+tableBlock-1)/tableBlock {
		r.fail()
	}
	return t
}

// cursor walks the entries of one table from a block's head on.
type cursor struct {
	t      *table
	r      reader // of the block that the entry is in
	b      int    // that block
	i      int    // of the entry whose key is in key, once next has returned true
	key    []byte
	shared int // bytes that key shares with the key before; 0 at the head of a block, whose key is whole
	before []byte
}

// at returns a cursor before the head of block b.
func (t *table) block(b int) cursor {
	c := cursor{t: t, i: b*tableBlock - 1}
	c.load(b)
	return c
}

func (c *cursor) load(b int) {
	t := c.t
	start, end := int(t.starts.at(b)), t.f.sections[t.sec].n-t.base
	if b+1 < t.starts.n {
		end = int(t.starts.at(b + 1))
	}
	data, err := t.f.read(t.sec, t.base+start, end-start)
	c.b, c.r = b, reader{data: data, err: err}
}

// next moves to the next entry: its key is in c.key until the next call, and its value, which the caller may or may not
// read, is next in c.r: call value or skip before the next call of next.
func (c *cursor) next() bool {
	if c.i+1 >= c.t.n || c.r.err != nil {
		return false
	}
	if b := (c.i + 1) / tableBlock; b != c.b {
		if c.load(b); c.r.err != nil {
			return false
		}
	}
	c.i++
	shared := c.r.int()
	rest := c.r.bytes(c.r.int())
	if c.i%tableBlock == 0 {
		shared = 0
	}
	if c.r.err != nil || shared > len(c.key) {
		c.r.fail()
		return false
	}
	c.key = append(c.key[:shared], rest...)
	c.shared = shared
	return true
}

// head returns the key at the head of block b, in place.
func (t *table) head(b int) ([]byte, error) {
	c := cursor{t: t}
	c.load(b)
	c.r.uvarint() // nothing is shared
	key := c.r.bytes(c.r.int())
	return key, c.r.err
}

// search returns the first block of those from low, up to and without high, whose head is past the place looked for, as after tells;
// high if there is none. Of a table that comes in chunks the core has the first key of each page, and so all that is looked at lies in
// one page.
func (t *table) search(low, high int, after func(head []byte) bool) (int, error) {
	if t.f.parts != nil {
		first, last := t.f.parts.narrow(t.sec, t.starts.n, func(head string) bool { return !after([]byte(head)) })
		low = min(max(low, first), high)
		high = max(min(high, last), low)
	}
	for low < high {
		mid := (low + high) / 2
		head, err := t.head(mid)
		if err != nil {
			return 0, err
		}
		if after(head) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low, nil
}

// gallop is search from low on, for a place that is likely near: it looks ahead in doubling steps.
func (t *table) gallop(low int, after func(head []byte) bool) (int, error) {
	if t.f.parts != nil { // each look could be a chunk of its own
		return t.search(low, t.starts.n, after)
	}
	for step := 1; low+step < t.starts.n; step *= 2 {
		head, err := t.head(low + step)
		if err != nil {
			return 0, err
		}
		if after(head) {
			return t.search(low, low+step, after)
		}
		low += step
	}
	return t.search(low, t.starts.n, after)
}

// seek returns a cursor at the first entry whose key is at least key (ok), or one at the end.
func (t *table) seek(key string) (c cursor, ok bool) {
	// The block to look in is the last whose head is below the key: an equal key may also begin in the block before.
	if t.n == 0 {
		return cursor{t: t}, false
	}
	block, err := t.search(0, t.starts.n, func(head []byte) bool { return string(head) >= key })
	if err != nil {
		return cursor{t: t, r: reader{err: err}}, false
	}
	c = t.block(max(block-1, 0))
	for c.next() {
		if string(c.key) >= key {
			return c, true
		}
		t.skip(&c.r)
	}
	return c, false
}

// entry returns a cursor at entry i.
func (t *table) entry(i int) (cursor, error) {
	if i < 0 || i >= t.n {
		return cursor{}, fmt.Errorf("corpus file: there is no entry %d in a dictionary of %d; %s", i, t.n, remedyDamaged)
	}
	c := t.block(i / tableBlock)
	for c.next() {
		if c.i == i {
			return c, nil
		}
		t.skip(&c.r)
	}
	if c.r.err == nil {
		c.r.fail()
	}
	return c, c.r.err
}
