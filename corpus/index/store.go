package index

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"sort"
)

// A store holds a record of bytes for each of n documents, in blocks that are compressed each for itself, so that any record is
// read by inflating one block:
//
//	uvarint  length of the head, which is the two arrays
//	packed   the first record of each block
//	packed   where each block starts behind the head, and where the last one ends
//	blocks   DEFLATE (RFC 1951), with section zdic as preset dictionary where it is not empty, of
//	         for each record: uvarint length; then the records one behind the other
type store struct {
	f             *file
	sec           section
	first, starts packed
	head          int
	n             int
	dictionary    []byte
	inflater      io.ReadCloser // a flate.Resetter
	raw           bytes.Buffer
}

const maxStoreBlock = 1 << 30 // an inflated block that would be larger is taken for damage

// openStore reads the head of the store of n records in section sec.
func openStore(f *file, sec section, n int, dictionary []byte) (*store, error) {
	s := &store{f: f, sec: sec, n: n, dictionary: dictionary}
	r, err := f.head(sec, func(r *reader) {
		length := r.offset()
		begin := r.at
		s.first, s.starts = r.packed(), r.packed()
		s.head = r.at
		if s.starts.n != s.first.n+1 || (n > 0) != (s.first.n > 0) || r.at-begin != length {
			r.fail()
		}
	})
	if err == nil {
		err = r.err
	}
	return s, err
}

// block inflates the block that record i is in. It returns the block's first record and its records.
func (s *store) block(i int) (first int, records [][]byte, err error) {
	b := sort.Search(s.first.n, func(b int) bool { return int(s.first.at(b)) > i }) - 1
	if b < 0 || i >= s.n {
		return 0, nil, fmt.Errorf("corpus file: section %s has no record %d; %s", sectionNames[s.sec], i, remedyDamaged)
	}
	first = int(s.first.at(b))
	last := s.n
	if b+1 < s.first.n {
		last = int(s.first.at(b + 1))
	}
	start, end := int(s.starts.at(b)), int(s.starts.at(b+1))
	if last <= first || last > s.n || end < start {
		return 0, nil, errDamaged
	}
	compressed, err := s.f.read(s.sec, s.head+start, end-start)
	if err != nil {
		return 0, nil, err
	}
	// The inflater and its buffer serve all blocks; what is kept of a block has no room to spare.
	if s.inflater == nil {
		s.inflater = flate.NewReaderDict(bytes.NewReader(compressed), s.dictionary)
	} else if err := s.inflater.(flate.Resetter).Reset(bytes.NewReader(compressed), s.dictionary); err != nil {
		return 0, nil, err
	}
	s.raw.Reset()
	if _, err := s.raw.ReadFrom(io.LimitReader(s.inflater, maxStoreBlock)); err != nil {
		return 0, nil, fmt.Errorf("corpus file: a block of section %s does not inflate (%w); %s", sectionNames[s.sec], err, remedyDamaged)
	}
	r := reader{data: bytes.Clone(s.raw.Bytes())}
	if s.raw.Cap() > 16*storeBlock { // of one long document
		s.raw = bytes.Buffer{}
	}
	lengths := make([]int, 0, min(last-first, len(r.data)))
	for range last - first {
		lengths = append(lengths, r.int())
		if r.err != nil {
			return 0, nil, r.err
		}
	}
	records = make([][]byte, len(lengths))
	for j, n := range lengths {
		records[j] = r.bytes(n)
	}
	return first, records, r.err
}

// blockCache keeps the records of the blocks last asked for.
type blockCache struct {
	store   *store
	entries []cachedBlock
}

type cachedBlock struct {
	first   int
	records [][]byte
}

// cachedBlocks is how many blocks a cache keeps: a page of 50 results from as many blocks is drawn again from it.
const cachedBlocks = 64

// record returns record i. The bytes stay valid, but must not be written to.
func (c *blockCache) record(i int) ([]byte, error) {
	for j, e := range c.entries {
		if i >= e.first && i < e.first+len(e.records) {
			if j > 0 { // the most recent first
				copy(c.entries[1:j+1], c.entries[:j])
				c.entries[0] = e
			}
			return e.records[i-e.first], nil
		}
	}
	first, records, err := c.store.block(i)
	if err != nil {
		return nil, err
	}
	if i-first >= len(records) {
		return nil, errDamaged
	}
	if len(c.entries) < cachedBlocks {
		c.entries = append(c.entries, cachedBlock{})
	}
	copy(c.entries[1:], c.entries)
	c.entries[0] = cachedBlock{first, records}
	return records[i-first], nil
}
