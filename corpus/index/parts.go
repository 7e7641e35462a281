package index

import (
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strconv"
)

// parts are the bytes of a file that comes in chunks, as far as they have arrived.
type parts struct {
	file     *file
	sections [numSections]delivery
	chunks   []chunk
	wanted   []int // chunks that were missed since Wanted was last called, ascending
	held     int   // bytes of the chunks that are here
	clock    int   // counts reads, for the order in which chunks are let go
}

// delivery is how a section comes.
type delivery struct {
	per          int // pages of a chunk; 0 if the section is in the core
	first, count int // of its chunks
	head         []byte
	keys         []pageKey
}

// pageKey is the first block that begins in a page of a table, and its first key.
type pageKey struct {
	block int
	key   string
}

// chunk is a run of pages of a section.
type chunk struct {
	name    string // chunkName bytes
	section section
	page    int // its first, in the section
	off, n  int // bytes, in the section
	data    []byte
	used    int // the clock when it was last read
}

// Missing is the error of a question whose answer lies in chunks that have not arrived. Index.Wanted tells which; they may be more than
// those that stopped the question.
type Missing struct{ Chunks []int }

func (m *Missing) Error() string {
	return "corpus file: " + strconv.Itoa(len(m.Chunks)) + " of its parts have not arrived yet"
}

// read returns n > 0 bytes of section s from off on.
func (p *parts) read(s section, off, n int) ([]byte, error) {
	d := &p.sections[s]
	if off+n <= len(d.head) {
		return d.head[off : off+n : off+n], nil
	}
	if d.count == 0 {
		return nil, errDamaged
	}
	size := d.per * pageSize
	from, to := d.first+off/size, d.first+(off+n-1)/size
	var missing []int
	p.clock++
	for i := from; i <= to; i++ {
		if p.chunks[i].used = p.clock; p.chunks[i].data == nil {
			missing = append(missing, i)
			p.want(i)
		}
	}
	if missing != nil {
		return nil, &Missing{missing}
	}
	if at := off - p.chunks[from].off; from == to {
		return p.chunks[from].data[at : at+n : at+n], nil
	}
	out := make([]byte, 0, n)
	for i := from; i <= to; i++ {
		c := &p.chunks[i]
		out = append(out, c.data[max(off-c.off, 0):min(off+n-c.off, c.n)]...)
	}
	if n == p.file.sections[s].n { // the section as a whole: it is kept as such, and not twice
		d.head = out
		for i := from; i <= to; i++ {
			p.held -= p.chunks[i].n
			p.chunks[i].data = nil
		}
	}
	return out, nil
}

func (p *parts) want(i int) {
	at := sort.SearchInts(p.wanted, i)
	if at == len(p.wanted) || p.wanted[at] != i {
		p.wanted = append(p.wanted, 0)
		copy(p.wanted[at+1:], p.wanted[at:])
		p.wanted[at] = i
	}
}

// narrow returns the blocks of the table in section s among which the first lies for whose first key before does not hold.
func (p *parts) narrow(s section, blocks int, before func(head string) bool) (low, high int) {
	keys := p.sections[s].keys
	i := sort.Search(len(keys), func(i int) bool { return !before(keys[i].key) })
	low, high = 0, blocks
	if i > 0 {
		low = keys[i-1].block + 1
	}
	if i < len(keys) {
		high = keys[i].block
	}
	if low > high || high > blocks { // a damaged core: the dictionary is then searched as a whole
		return 0, blocks
	}
	return low, high
}

// Chunk is a part of a corpus that is delivered on its own.
type Chunk struct {
	Name    string // 24 hexadecimal digits: the start of the SHA-256 of its bytes
	Section string
	Bytes   int
}

// ChunkPath is where the chunk of that name lies beside the core.
func ChunkPath(name string) string { return "chunks/" + name + ".chunk" }

// Chunks returns the chunks of the corpus in the order of its sections; nil for one that is whole.
func (x *Index) Chunks() []Chunk {
	if x.file.parts == nil {
		return nil
	}
	list := make([]Chunk, len(x.file.parts.chunks))
	for i, c := range x.file.parts.chunks {
		list[i] = Chunk{Name: hex.EncodeToString([]byte(c.name)), Bytes: c.n}
		if c.section < numSections {
			list[i].Section = sectionNames[c.section]
		}
	}
	return list
}

// Wanted returns the chunks that questions have missed since it was last called, as indices of Chunks, ascending. With ahead, so many
// that follow each in its section are among them: for a question that goes on from one to the next.
func (x *Index) Wanted(ahead int) []int {
	p := x.file.parts
	if p == nil {
		return nil
	}
	for _, i := range slices.Clone(p.wanted) {
		for next := i + 1; next <= i+ahead && next < len(p.chunks) && p.chunks[next].section == p.chunks[i].section; next++ {
			if p.chunks[next].data == nil {
				p.want(next)
			}
		}
	}
	wanted := p.wanted
	p.wanted = nil
	return wanted
}

// Supply takes the bytes of chunk i, and keeps them. They are checked page by page; the error names the chunk.
func (x *Index) Supply(i int, data []byte) error {
	p := x.file.parts
	if p == nil || i < 0 || i >= len(p.chunks) {
		return fmt.Errorf("corpus file: it has no chunk %d", i)
	}
	c := &p.chunks[i]
	if c.data != nil || c.section == numSections || p.sections[c.section].complete(p.file.sections[c.section].n) {
		return nil
	}
	if len(data) != c.n {
		return fmt.Errorf("corpus file: chunk %x has %d bytes and should have %d: the site should be uploaded again", c.name, len(data), c.n)
	}
	for at := 0; at < c.n; at += pageSize {
		if err := x.file.check(c.section, c.page+at/pageSize, data[at:min(at+pageSize, c.n)]); err != nil {
			return err
		}
	}
	c.data = data
	p.held += c.n
	return nil
}

// complete reports that all n bytes of the section are here in one piece.
func (d *delivery) complete(n int) bool { return len(d.head) == n }

// Settle is called when a question has been answered: it lets go of chunks, those read longest ago first, until no more than limit bytes
// are held. What is asked for again is missed again. It never happens within a question, which might otherwise go round for ever.
func (x *Index) Settle(limit int) {
	p := x.file.parts
	for p != nil && p.held > limit {
		oldest := -1
		for i := range p.chunks {
			if c := &p.chunks[i]; c.data != nil && (oldest < 0 || c.used < p.chunks[oldest].used) {
				oldest = i
			}
		}
		p.held -= p.chunks[oldest].n
		p.chunks[oldest].data = nil
	}
}
