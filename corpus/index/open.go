package index

import (
	"encoding/binary"
	"math"

	"dateline/corpus"
)

// Index is an opened corpus file. It is not safe for use by several goroutines at once: it keeps decoded blocks.
type Index struct {
	file     *file
	meta     Meta
	rank     Ranking
	columns  [numColumns]packed
	first    uint64 // date that column values count from
	strings  []string
	terms    table
	forms    table
	names    table
	ids      table
	values   table
	types    packed // of actors
	actors   records
	actorsOf records
	acts     []byte // the records of actorsOf
	stores   [numStores]blockCache
	spoken   []SpokenTime
	speakers [4]packed // actors, documents, statements, places
	opened   [numSections]bool
	edits    *edits // of actors; nil if there are none
}

// Meta says what a corpus is.
type Meta struct {
	Name    string
	ID      string // of the content: 32 hexadecimal digits
	Version int    // of the format
	Size    int64  // bytes
	Docs    int
	Words   int
	Undated int
	Terms   int
	Actors  int
	// Mentions counts all mentions of all actors.
	Mentions int
	// Dates counts the dates that texts speak of, Statements what is said in them.
	Dates, Statements int
	First, Last       corpus.Date
	// Languages are ISO 639-1 codes with numbers of documents, most first; "" where it could not be told.
	Languages []Language
}

// Language is a language of a corpus.
type Language struct {
	Code string
	Docs int
}

// SectionInfo is the size of a part of the file.
type SectionInfo struct {
	Name, Use string
	Bytes     int64
}

// Open reads a corpus file that is whole in memory, or the core of one that comes in chunks, and keeps it. It checks the directory and
// reads the counts; the rest is read, and checked, when a question first touches it. The error of a file that cannot be used says why
// and what to do. Of a core, any question may give *Missing: then Supply what is Wanted and ask again.
func Open(data []byte) (*Index, error) {
	f, err := openFile(data)
	if err != nil {
		return nil, err
	}
	x := &Index{file: f}
	if err := x.openMeta(); err != nil {
		return nil, err
	}
	return x, x.openColumns()
}

func (x *Index) openMeta() error {
	data, err := x.file.whole(secMeta)
	if err != nil {
		return err
	}
	r := reader{data: data}
	m := &x.meta
	*m = Meta{ID: x.file.id, Version: x.file.version, Size: int64(x.file.size), Name: r.string()}
	m.Docs, m.Words, m.Undated = r.int(), r.offset(), r.int()
	m.First, m.Last = corpus.Date(r.int()), corpus.Date(r.int())
	m.Actors, m.Mentions = r.int(), r.offset()
	for _, v := range []*float64{&x.rank.K1, &x.rank.BodyB, &x.rank.TitleB, &x.rank.TitleWeight, &x.rank.MeanBody, &x.rank.MeanTitle} {
		if b := r.bytes(8); b != nil {
			*v = math.Float64frombits(binary.LittleEndian.Uint64(b))
		}
	}
	for range r.count() {
		m.Languages = append(m.Languages, Language{r.string(), r.int()})
	}
	if m.Version >= 2 {
		m.Dates, m.Statements = r.offset(), r.offset()
	}
	if m.Docs == 0 || m.Undated > m.Docs || !m.First.Valid() || !m.Last.Valid() {
		r.fail()
	}
	// Each document has an id of its own and each actor a name: what counts more than there is room for would fill the memory.
	if m.Docs > x.file.sections[secIDs].n || m.Actors > x.file.sections[secActr].n {
		r.fail()
	}
	// The number of terms stands at the head of their table.
	if head, err := x.file.read(secTerm, 0, min(binary.MaxVarintLen64, x.file.sections[secTerm].n)); err != nil {
		return err
	} else {
		t := reader{data: head}
		m.Terms = t.int()
	}
	return r.err
}

func (x *Index) openColumns() error {
	data, err := x.file.whole(secCols)
	if err != nil {
		return err
	}
	r := reader{data: data}
	x.first = r.uvarint()
	for c := range x.columns {
		x.columns[c] = r.packed()
		if r.err == nil && x.columns[c].n != x.meta.Docs {
			r.fail()
		}
	}
	return r.err
}

// Meta returns what the corpus is. Where actors have been edited, Actors is the number that their ids run below.
func (x *Index) Meta() Meta {
	m := x.meta
	if x.edits != nil {
		m.Actors = x.edits.actors
	}
	return m
}

// Ranking returns the constants that the corpus is ranked with.
func (x *Index) Ranking() Ranking { return x.rank }

// Docs returns the number of documents.
func (x *Index) Docs() int { return x.meta.Docs }

// Sections returns the parts of the file in their order.
func (x *Index) Sections() []SectionInfo {
	infos := make([]SectionInfo, 0, numSections)
	for s, e := range x.file.sections {
		infos = append(infos, SectionInfo{sectionNames[s], sectionUses[s], int64(e.n)})
	}
	return infos
}

// once runs open the first time that section s is needed, and after it has failed.
func (x *Index) once(s section, open func(r *reader)) error {
	if x.opened[s] {
		return nil
	}
	data, err := x.file.whole(s)
	if err != nil {
		return err
	}
	r := reader{data: data}
	open(&r)
	x.opened[s] = r.err == nil
	return r.err
}

// onceHead runs open the first time that section s is needed, on its beginning: as many bytes as open reads.
func (x *Index) onceHead(s section, open func(r *reader)) error {
	if x.opened[s] {
		return nil
	}
	r, err := x.file.head(s, open)
	if err == nil {
		err = r.err
	}
	x.opened[s] = err == nil
	return err
}

// headGuess is how much of a section is tried first as its head; it is enough for small ones.
const headGuess = 4 << 10

// head runs open on the beginning of section s: on more and more of it until open has enough. It returns where open ended. The head of a
// section that comes in chunks is in the core, or else in its first chunks.
func (f *file) head(s section, open func(r *reader)) (reader, error) {
	n := f.sections[s].n
	guess := headGuess
	if f.data == nil {
		if head := f.parts.sections[s].head; len(head) > 0 {
			r := reader{data: head}
			open(&r)
			return r, nil
		}
		guess = pageSize
	}
	for ; ; guess *= 2 {
		data, err := f.read(s, 0, min(guess, n))
		if err != nil {
			return reader{}, err
		}
		r := reader{data: data}
		if open(&r); r.err == nil || guess >= n {
			return r, nil
		}
	}
}

// records are byte records of any length in a section, which a packed array of their starts, and the last one's end, tells apart.
type records struct {
	f      *file
	sec    section
	starts packed
	base   int // where the records begin in the section
}

// records reads the starts of n records, which follow in section sec.
func (r *reader) records(f *file, sec section, n int) records {
	rs := records{f: f, sec: sec, starts: r.packed()}
	rs.base = r.at
	if rs.starts.n != n+1 {
		r.fail()
	}
	return rs
}

// at returns a reader of record i.
func (rs *records) at(i int) reader {
	start, end := rs.starts.at(i), rs.starts.at(i+1)
	if start > end || end > uint64(rs.f.sections[rs.sec].n) {
		return reader{err: errDamaged}
	}
	data, err := rs.f.read(rs.sec, rs.base+int(start), int(end-start))
	return reader{data: data, err: err}
}
