package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"

	"dateline/corpus"
)

// Entry is a document with what was found in it.
type Entry struct {
	Document *corpus.Document
	// TitleDerived says that Title was made from the text: it is shown, but not indexed a second time.
	TitleDerived bool
	Mentions     []corpus.Mention
}

// Builder writes a corpus file. Documents are added in the order of their dates, then of their ids (byte order); the same
// documents in the same order give the same bytes.
type Builder struct {
	name    string
	entries []Entry
	terms   *inverter
	actors  *actorTable
	strings interner
	columns [numColumns][]uint64
	words   int
	ids     map[string]bool
}

// The columns of section cols, in the order they are written.
const (
	colDate  = iota // 0 for undated, otherwise the date less the first date, plus 1
	colBody         // words of the text
	colTitle        // words of the title, 0 where it is derived
	colLang         // number in strs
	colSource
	colDateFrom
	colFlags
	colDateline // bytes of the dateline at the start of the text
	numColumns
)

const flagTitleDerived = 1

// NewBuilder returns a builder for a corpus of that name.
func NewBuilder(name string) *Builder {
	return &Builder{name: name, terms: newInverter(), actors: newActorTable(), ids: map[string]bool{}}
}

// Add adds a document. It keeps the entry until Bytes.
func (b *Builder) Add(e Entry) error {
	d := e.Document
	if b.ids[d.ID] || d.ID == "" {
		return fmt.Errorf("%s: the id %q is empty or taken by another document; ids must differ", d.Path, d.ID)
	}
	if n := len(b.entries); n > 0 {
		if last := b.entries[n-1].Document; d.Date < last.Date || d.Date == last.Date && d.ID <= last.ID {
			return fmt.Errorf("%s: document %q of %s came after %q of %s; add them by date, then id", d.Path, d.ID, d.Date, last.ID, last.Date)
		}
	}
	if len(b.entries) >= math.MaxInt32 || len(d.Text) > math.MaxInt32/2 {
		return fmt.Errorf("%s: the corpus is full or the document too long for one file; split it", d.Path)
	}
	b.ids[d.ID] = true
	title := d.Title
	var flags uint64
	if e.TitleDerived {
		title, flags = "", flagTitleDerived
	}
	body, titleWords := b.terms.add(uint32(len(b.entries)), title, d.Text, d.Lang)
	b.words += body + titleWords
	for c, v := range [numColumns]uint64{
		uint64(d.Date), uint64(body), uint64(titleWords), b.strings.number(d.Lang), b.strings.number(d.Source),
		b.strings.number(d.DateFrom), flags, uint64(d.DatelineLen),
	} {
		b.columns[c] = append(b.columns[c], v)
	}
	b.actors.add(uint32(len(b.entries)), d.Text, e.Mentions)
	b.entries = append(b.entries, e)
	return nil
}

// Bytes writes the corpus file.
func (b *Builder) Bytes() ([]byte, error) {
	if len(b.entries) == 0 {
		return nil, errors.New("a corpus needs at least one document")
	}
	var sections [numSections][]byte
	rank := b.ranking()
	b.actors.number()
	docs, texts := b.stores(&sections)
	var mentions storeWriter
	for i := range b.entries {
		mentions.add(b.actors.mentions(i, &b.strings))
	}
	sections[secDocs], sections[secText], sections[secMent] = docs, texts, mentions.append(nil)
	sections[secTerm], sections[secForm], sections[secPost], sections[secPosn] = b.terms.sections(&rank, b.columns[colBody], b.columns[colTitle])
	b.actors.sections(&sections)
	sections[secValu], sections[secValp] = b.values()
	sections[secIDs] = b.idTable()
	sections[secMeta] = b.meta(&rank)
	sections[secCols] = b.columnsSection()
	sections[secStrs] = b.strings.append(nil)
	return writeFile(sections), nil
}

func (b *Builder) ranking() Ranking {
	rank := Ranking{K1: DefaultK1, BodyB: DefaultBodyB, TitleB: DefaultTitleB, TitleWeight: DefaultTitleWeight}
	var body, title, titled uint64
	for i := range b.entries {
		body += b.columns[colBody][i]
		title += b.columns[colTitle][i]
		if b.columns[colTitle][i] > 0 {
			titled++
		}
	}
	rank.MeanBody = float64(body) / float64(len(b.entries))
	if titled > 0 {
		rank.MeanTitle = float64(title) / float64(titled)
	}
	return rank
}

// stores writes docs, text and their dictionary.
func (b *Builder) stores(sections *[numSections][]byte) (docs, texts []byte) {
	all := make([]string, len(b.entries))
	for i, e := range b.entries {
		all[i] = e.Document.Text
	}
	dictionary := buildDictionary(all)
	sections[secZdic] = dictionary
	docStore, textStore := storeWriter{dictionary: dictionary}, storeWriter{dictionary: dictionary}
	for _, e := range b.entries {
		d := e.Document
		var record []byte
		for _, s := range []string{d.ID, d.Path, d.Title, d.URL, d.Dateline} {
			record = appendString(record, s)
		}
		for _, list := range [][]string{d.Authors, d.Tags} {
			record = binary.AppendUvarint(record, uint64(len(list)))
			for _, s := range list {
				record = appendString(record, s)
			}
		}
		docStore.add(record)
		textStore.add([]byte(d.Text))
	}
	return docStore.append(nil), textStore.append(nil)
}

func (b *Builder) idTable() []byte {
	order := make([]int, len(b.entries))
	for i := range order {
		order[i] = i
	}
	id := func(i int) string { return b.entries[order[i]].Document.ID }
	sort.Slice(order, func(i, j int) bool { return id(i) < id(j) })
	var w tableWriter
	for i, doc := range order {
		w.add(id(i), binary.AppendUvarint(nil, uint64(doc)))
	}
	return w.append(nil)
}

// columnsSection writes cols: uvarint first date, then the columns as packed arrays.
func (b *Builder) columnsSection() []byte {
	first := uint64(0)
	for i, date := range b.columns[colDate] {
		switch {
		case date == 0:
			continue
		case first == 0:
			first = date
		}
		b.columns[colDate][i] = date - first + 1
	}
	out := binary.AppendUvarint(nil, first)
	for _, column := range b.columns {
		out = appendPacked(out, column)
	}
	return out
}

// meta writes the section as openMeta reads it.
func (b *Builder) meta(rank *Ranking) []byte {
	undated, languages := 0, map[string]int{}
	var first, last corpus.Date
	for _, e := range b.entries {
		d := e.Document
		languages[d.Lang]++
		switch {
		case d.Date == 0:
			undated++
			continue
		case first == 0:
			first = d.Date
		}
		last = max(last, d.Date)
	}
	out := appendString(nil, b.name)
	for _, n := range []int{len(b.entries), b.words, undated, int(first), int(last), len(b.actors.list), b.actors.total} {
		out = binary.AppendUvarint(out, uint64(n))
	}
	for _, v := range []float64{rank.K1, rank.BodyB, rank.TitleB, rank.TitleWeight, rank.MeanBody, rank.MeanTitle} {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
	}
	codes := make([]string, 0, len(languages))
	for code := range languages {
		codes = append(codes, code)
	}
	sort.Slice(codes, func(i, j int) bool {
		a, b := languages[codes[i]], languages[codes[j]]
		return a > b || a == b && codes[i] < codes[j]
	})
	out = binary.AppendUvarint(out, uint64(len(codes)))
	for _, code := range codes {
		out = appendString(out, code)
		out = binary.AppendUvarint(out, uint64(languages[code]))
	}
	return out
}

// interner numbers distinct strings in the order they come. Number 0 is the empty string.
type interner struct {
	numbers map[string]uint64
	list    []string
}

func (in *interner) number(s string) uint64 {
	if in.numbers == nil {
		in.numbers, in.list = map[string]uint64{"": 0}, []string{""}
	}
	n, ok := in.numbers[s]
	if !ok {
		n = uint64(len(in.list))
		in.numbers[s] = n
		in.list = append(in.list, s)
	}
	return n
}

// append writes section strs: uvarint number of strings, then the strings.
func (in *interner) append(out []byte) []byte {
	in.number("")
	out = binary.AppendUvarint(out, uint64(len(in.list)))
	for _, s := range in.list {
		out = appendString(out, s)
	}
	return out
}
