package index

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"

	"dateline/corpus"
)

// A posting list tells in which documents a term stands and how often. It has full blocks of blockSize documents,
// bit-packed, and a tail of fewer, in uvarints:
//
//	bound      1  the greatest block bound
//	skip table    for each full block: uvarint last document of the block less that of the block before (the first: less -1),
//	              width of gaps 1, width of body frequencies 1, width of title frequencies 1,
//	              uvarint bytes of positions, bound 1
//	blocks        gaps less 1 of each document to the one before, body frequencies, title frequencies, each bit-packed
//	tail          for each document: uvarint gap<<2 | code, where gap is that to the document before, less 1;
//	              code 0 is once in the body, 1 twice in the body, 2 once in the title, 3: uvarint body, uvarint title follow
//
// The bound of a block is the greatest share of its idf that any of its documents reaches in the score, in 255ths, rounded up:
// what a ranked search needs to step over a block that cannot matter (Ding and Suel, "Faster Top-k Document Retrieval
// Using Block-Max Indexes", 2011).
//
// The positions of a list stand in section posn in the same order: for each occurrence
// uvarint (gap of the position to the one before in the document, the first: to -1, less 1) * forms + form,
// where forms is the number of surface forms of the term and form which of them it is.
const blockSize = 128

// Postings is an opened posting list.
type Postings struct {
	Docs        int // length of the list
	Occurrences int // sum of frequencies
	bound       byte
	skips       []skip
	blocks      []byte // of all full blocks, and the tail
	tail        []byte
	positions   extent // in posn
	// tailPositions is where the tail's positions start, from the list's first.
	tailPositions int
	forms         int
}

// skip describes a block: for the tail the widths are 0.
type skip struct {
	last       int // last document
	data       int // where its data starts in Postings.blocks
	positions  int // where its positions start, from the list's first
	wd, wb, wt uint8
	bound      byte
}

// Block is a decoded block of a posting list.
type Block struct {
	Docs        []uint32
	Body, Title []uint32 // frequencies, once they have been read
	buffer      [3 * blockSize]uint32
}

// Blocks returns the number of blocks, the tail included.
func (p *Postings) Blocks() int { return (p.Docs + blockSize - 1) / blockSize }

// Last returns the last document of block b, or the largest number for the tail.
func (p *Postings) Last(b int) corpus.DocID {
	if b < len(p.skips) {
		return corpus.DocID(p.skips[b].last)
	}
	return math.MaxUint32
}

// Find returns the first block from block b on whose last document is not before doc. It looks ahead in doubling steps, since
// what is asked for ascends.
func (p *Postings) Find(b int, doc corpus.DocID) int {
	n := len(p.skips)
	if b >= n || p.skips[b].last >= int(doc) {
		return b
	}
	step := 1
	low, high := b, b+step // skips[low].last < doc
	for high < n && p.skips[high].last < int(doc) {
		low, step = high, 2*step
		high += step
	}
	high = min(high, n)
	for low+1 < high {
		if mid := (low + high) / 2; p.skips[mid].last < int(doc) {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// Bound returns the greatest share of its idf that a document of block b adds to a score, from 0 to 1.
func (p *Postings) Bound(b int) float32 {
	if b < len(p.skips) {
		return float32(p.skips[b].bound) / 255
	}
	return float32(p.bound) / 255
}

// postings opens a list of docs documents, which a corpus must have.
func (x *Index) postings(data []byte, docs, occurrences, forms int, positions extent) (*Postings, error) {
	if docs > x.meta.Docs {
		return nil, errDamaged
	}
	return openPostings(data, docs, occurrences, forms, positions)
}

// openPostings reads the head of a list of docs documents in data.
func openPostings(data []byte, docs, occurrences, forms int, positions extent) (*Postings, error) {
	p := &Postings{Docs: docs, Occurrences: occurrences, positions: positions, forms: forms}
	r := reader{data: data}
	p.bound = r.byte()
	full := docs / blockSize
	if full > len(data) {
		return nil, errDamaged
	}
	if full > 0 {
		p.skips = make([]skip, full)
	}
	last, at, posn := -1, 0, 0
	for i := range p.skips {
		s := &p.skips[i]
		last += r.int()
		*s = skip{last: last, data: at, positions: posn, wd: r.byte(), wb: r.byte(), wt: r.byte()}
		posn += r.int()
		s.bound = r.byte()
		if s.wd > 32 || s.wb > 32 || s.wt > 32 || last > math.MaxInt32 {
			r.fail()
		}
		at += blockBytes(s.wd) + blockBytes(s.wb) + blockBytes(s.wt)
	}
	p.tailPositions = posn
	p.blocks = r.data[r.at:] // the tail behind them: decoding loads eight bytes at once
	r.bytes(at)
	p.tail = r.data[r.at:]
	if r.err == nil && posn > positions.n {
		r.fail()
	}
	return p, r.err
}

func blockBytes(width uint8) int { return blockSize * int(width) / 8 }

// Read decodes block i of p into b, for documents below docs.
func (p *Postings) Read(i int, b *Block, docs int) error {
	if err := p.ReadDocs(i, b, docs); err != nil {
		return err
	}
	p.ReadFrequencies(i, b)
	return nil
}

// ReadDocs decodes the documents of block i of p alone, which are below docs; ReadFrequencies adds the rest where it is asked for.
func (p *Postings) ReadDocs(i int, b *Block, docs int) error {
	n := min(blockSize, p.Docs-i*blockSize)
	if n <= 0 || i < 0 {
		return fmt.Errorf("corpus file: a posting list has no block %d; %s", i, remedyDamaged)
	}
	b.Docs, b.Body, b.Title = b.buffer[:n], b.buffer[blockSize:blockSize+n], b.buffer[2*blockSize:2*blockSize+n]
	prev := uint32(math.MaxUint32) // -1
	if i > 0 {
		prev = uint32(p.skips[i-1].last)
	}
	if i >= len(p.skips) {
		return p.readTail(b, prev, docs)
	}
	s := &p.skips[i]
	if s.last >= docs || unpack32(b.Docs, p.blocks[s.data:], uint(s.wd)) == nil {
		return errDamaged
	}
	// Gaps are not negative, so that documents ascend; if their sum is right, none is above the last.
	at := uint64(prev + 1)
	for j, gap := range b.Docs {
		at += uint64(gap)
		b.Docs[j] = uint32(at)
		at++
	}
	if at != uint64(s.last)+1 {
		return errDamaged
	}
	return nil
}

// ReadFrequencies completes the block i of p that ReadDocs has read into b.
func (p *Postings) ReadFrequencies(i int, b *Block) {
	if i >= len(p.skips) {
		return // the tail is read as one
	}
	s := &p.skips[i]
	data := p.blocks[s.data+blockBytes(s.wd):]
	unpack32(b.Title, unpack32(b.Body, data, uint(s.wb)), uint(s.wt))
}

func (p *Postings) readTail(b *Block, prev uint32, docs int) error {
	r := reader{data: p.tail}
	for j := range b.Docs {
		v := r.uvarint()
		next := uint64(prev+1) + v>>2
		if r.err != nil || next >= uint64(docs) {
			return errDamaged
		}
		switch v & 3 {
		case 0:
			b.Body[j], b.Title[j] = 1, 0
		case 1:
			b.Body[j], b.Title[j] = 2, 0
		case 2:
			b.Body[j], b.Title[j] = 0, 1
		default:
			b.Body[j], b.Title[j] = uint32(r.int()), uint32(r.int())
		}
		b.Docs[j], prev = uint32(next), uint32(next)
	}
	return r.err
}

// posting is one entry of a list to be written; positions holds its encoded positions.
type posting struct {
	doc, body, title uint32
	share            float64 // of idf, for the bound
	positions        []byte
}

// appendPostings writes a list and its positions.
func appendPostings(post, posn []byte, list []posting) (_, _ []byte) {
	blocks := len(list) / blockSize
	bounds := make([]byte, blocks+1)
	for i, p := range list {
		b := &bounds[i/blockSize]
		*b = max(*b, byte(math.Ceil(min(p.share, 1)*255)))
		posn = append(posn, p.positions...)
	}
	greatest := byte(0)
	for _, b := range bounds {
		greatest = max(greatest, b)
	}
	post = append(post, greatest)
	var data []byte
	last := -1
	for b := range blocks {
		var gaps, body, title [blockSize]uint32
		var wd, wb, wt, positions int
		prev := last
		for j, p := range list[b*blockSize : (b+1)*blockSize] {
			gaps[j], body[j], title[j] = uint32(int(p.doc)-prev-1), p.body, p.title
			prev = int(p.doc)
			wd, wb, wt = max(wd, bits.Len32(gaps[j])), max(wb, bits.Len32(p.body)), max(wt, bits.Len32(p.title))
			positions += len(p.positions)
		}
		post = binary.AppendUvarint(post, uint64(prev-last))
		post = append(post, byte(wd), byte(wb), byte(wt))
		post = binary.AppendUvarint(post, uint64(positions))
		post = append(post, bounds[b])
		data = appendBits(data, gaps[:], uint(wd))
		data = appendBits(data, body[:], uint(wb))
		data = appendBits(data, title[:], uint(wt))
		last = prev
	}
	post = append(post, data...)
	for _, p := range list[blocks*blockSize:] {
		gap := uint64(int(p.doc)-last-1) << 2
		last = int(p.doc)
		switch {
		case p.body == 1 && p.title == 0:
			post = binary.AppendUvarint(post, gap)
		case p.body == 2 && p.title == 0:
			post = binary.AppendUvarint(post, gap|1)
		case p.body == 0 && p.title == 1:
			post = binary.AppendUvarint(post, gap|2)
		default:
			post = binary.AppendUvarint(post, gap|3)
			post = binary.AppendUvarint(post, uint64(p.body))
			post = binary.AppendUvarint(post, uint64(p.title))
		}
	}
	return post, posn
}
