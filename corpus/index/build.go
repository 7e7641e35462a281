package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"dateline/corpus"
	"dateline/corpus/pipeline"
)

// Entry is a document with what was found in it.
type Entry struct {
	Document *corpus.Document
	// TitleDerived says that Title was made from the text: it is shown, but not indexed a second time.
	TitleDerived bool
	// LangTold says that Lang was told with the document, and not found out; Renamed, that "-2" or the like was put behind its ID to make
	// it unique. Who merges corpora has to know.
	LangTold, Renamed bool
	Mentions          []corpus.Mention
	// Dates are those that the text speaks of, Statements what is said in it; their parties are actors of Mentions.
	Dates      []corpus.DateMention
	Statements []corpus.Statement
}

// Builder writes a corpus file. Documents are added in the order of their dates, then of their ids (byte order); the same
// documents in the same order give the same bytes.
//
// It keeps nothing of an entry but what the file will hold of it, compressed as far as that can be done at once.
type Builder struct {
	name    string
	workers int
	terms   *inverter
	actors  *actorTable
	fields  valueTable
	spoken  spokenTable
	said    statementTable
	strings interner
	columns [numColumns][]uint32
	words   int
	ids     []string
	last    corpus.Date // of the last document

	dictionary  []byte
	docs, texts *storeWriter
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

// The flags of column colFlags.
const (
	flagTitleDerived = 1 << iota
	flagOwnID        // Document.OwnID
	flagLangTold
	flagRenamed
)

func (e *Entry) flags() (flags uint32) {
	for _, f := range [...]struct {
		set  bool
		flag uint32
	}{{e.TitleDerived, flagTitleDerived}, {e.Document.OwnID, flagOwnID}, {e.LangTold, flagLangTold}, {e.Renamed, flagRenamed}} {
		if f.set {
			flags |= f.flag
		}
	}
	return flags
}

// NewBuilder returns a builder for a corpus of that name.
func NewBuilder(name string) *Builder {
	return &Builder{name: name, terms: newInverter(), actors: newActorTable()}
}

// SetWorkers says how many goroutines help to build; without it, or with 0, one for each processor. The bytes do not depend on it.
func (b *Builder) SetWorkers(n int) { b.workers = n }

// Foresee shows the builder the texts, together size bytes, of the n documents that will be added, before the first is: pieces of them
// make the dictionary that blocks of texts are compressed with. Without it there is none, and the file is larger by a tenth or two.
func (b *Builder) Foresee(size, n int, text func(i int) string) {
	b.dictionary = buildDictionary(size, n, text)
}

// Add adds a document.
func (b *Builder) Add(e Entry) error {
	d := e.Document
	n := len(b.ids)
	switch {
	case d.ID == "":
		return fmt.Errorf("%s: the document has no id", d.Path)
	case n > 0 && (d.Date < b.last || d.Date == b.last && d.ID <= b.ids[n-1]):
		return fmt.Errorf("%s: document %q of %s came after %q of %s; add them by date, then id, and each id once", d.Path, d.ID, d.Date, b.ids[n-1], b.last)
	case n >= math.MaxInt32 || len(d.Text) > math.MaxInt32/2:
		return fmt.Errorf("%s: the corpus is full or the document too long for one file; split it", d.Path)
	case n == 0:
		b.docs, b.texts = newStoreWriter(b.dictionary, b.workers), newStoreWriter(b.dictionary, b.workers)
	}
	b.ids = append(b.ids, strings.Clone(d.ID))
	b.last = d.Date
	title := d.Title
	if e.TitleDerived {
		title = ""
	}
	body, titleWords := b.terms.add(uint32(n), title, d.Text, d.Lang)
	b.words += body + titleWords
	for c, v := range [numColumns]uint32{
		uint32(d.Date), uint32(body), uint32(titleWords), uint32(b.strings.number(d.Lang)), uint32(b.strings.number(d.Source)),
		uint32(b.strings.number(d.DateFrom)), e.flags(), uint32(d.DatelineLen),
	} {
		b.columns[c] = append(b.columns[c], v)
	}
	b.actors.add(uint32(n), d.Text, e.Mentions)
	b.fields.add(uint32(n), d)
	b.spoken.add(uint32(n), d, e.Dates)
	b.said.add(uint32(n), d, e.Statements, b.actors)
	b.docs.add(docRecord(d))
	b.texts.addString(d.Text)
	return nil
}

// docRecord is the record of a document in section docs.
func docRecord(d *corpus.Document) []byte {
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
	return record
}

// Bytes writes the corpus file. The builder is done after it.
func (b *Builder) Bytes() ([]byte, error) {
	if len(b.ids) == 0 {
		return nil, errors.New("a corpus needs at least one document")
	}
	ids, err := b.idTable()
	if err != nil {
		return nil, err
	}
	var sections [numSections][]byte
	sections[secIDs], sections[secZdic] = ids, b.dictionary
	sections[secDocs], sections[secText] = b.docs.append(nil), b.texts.append(nil)
	b.docs, b.texts = nil, nil
	rank := b.ranking()
	b.actors.number(&b.strings)
	// These parts have nothing to do with each other. Each returns the writing of its sections.
	work := pipeline.New(b.workers, func(write func()) error { write(); return nil })
	for _, part := range []func() func(){
		func() func() {
			term, form, post, posn := b.terms.sections(&rank, widened(b.columns[colBody]), widened(b.columns[colTitle]))
			return func() {
				sections[secTerm], sections[secForm], sections[secPost], sections[secPosn] = term, form, post, posn
			}
		},
		func() func() {
			actr, anam, acts, actp := b.actors.sections()
			return func() {
				sections[secActr], sections[secAnam], sections[secActs], sections[secActp] = actr, anam, acts, actp
			}
		},
		func() func() {
			ment := b.actors.mentions(&b.strings)
			return func() { sections[secMent] = ment }
		},
		func() func() {
			days, dayp, when := b.spoken.sections()
			return func() { sections[secDays], sections[secDayp], sections[secWhen] = days, dayp, when }
		},
		func() func() {
			stmt, spkr, spkp := b.said.sections(b.actors)
			return func() { sections[secStmt], sections[secSpkr], sections[secSpkp] = stmt, spkr, spkp }
		},
		func() func() {
			valu, valp := b.fields.sections()
			return func() { sections[secValu], sections[secValp] = valu, valp }
		},
	} {
		_ = work.Do(func(int) func() { return part() })
	}
	_ = work.Close()
	sections[secMeta] = b.meta(&rank)
	sections[secCols] = b.columnsSection()
	sections[secStrs] = b.strings.append(nil)
	return writeFile(sections), nil
}

func widened(column []uint32) []uint64 {
	out := make([]uint64, len(column))
	for i, v := range column {
		out[i] = uint64(v)
	}
	return out
}

func (b *Builder) ranking() Ranking {
	rank := Ranking{K1: DefaultK1, BodyB: DefaultBodyB, TitleB: DefaultTitleB, TitleWeight: DefaultTitleWeight}
	var body, title, titled uint64
	for i := range b.ids {
		body += uint64(b.columns[colBody][i])
		title += uint64(b.columns[colTitle][i])
		if b.columns[colTitle][i] > 0 {
			titled++
		}
	}
	rank.MeanBody = float64(body) / float64(len(b.ids))
	if titled > 0 {
		rank.MeanTitle = float64(title) / float64(titled)
	}
	return rank
}

func (b *Builder) idTable() ([]byte, error) {
	order := make([]int32, len(b.ids))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return strings.Compare(b.ids[i], b.ids[j]) })
	var w tableWriter
	for i, doc := range order {
		if i > 0 && b.ids[order[i-1]] == b.ids[doc] {
			return nil, fmt.Errorf("two documents have the id %q; ids must differ", b.ids[doc])
		}
		w.add(b.ids[doc], binary.AppendUvarint(nil, uint64(doc)))
	}
	return w.append(nil), nil
}

// columnsSection writes cols: uvarint first date, then the columns as packed arrays.
func (b *Builder) columnsSection() []byte {
	first := uint32(0)
	for i, date := range b.columns[colDate] {
		switch {
		case date == 0:
			continue
		case first == 0:
			first = date
		}
		b.columns[colDate][i] = date - first + 1
	}
	out := binary.AppendUvarint(nil, uint64(first))
	for _, column := range b.columns {
		out = appendPacked(out, column)
	}
	return out
}

// meta writes the section as openMeta reads it.
func (b *Builder) meta(rank *Ranking) []byte {
	undated := sort.Search(len(b.ids), func(i int) bool { return b.columns[colDate][i] != 0 })
	var first, last uint32
	if undated < len(b.ids) {
		first, last = b.columns[colDate][undated], uint32(b.last)
	}
	out := appendString(nil, b.name)
	for _, n := range []int{len(b.ids), b.words, undated, int(first), int(last), len(b.actors.list), b.actors.total} {
		out = binary.AppendUvarint(out, uint64(n))
	}
	for _, v := range []float64{rank.K1, rank.BodyB, rank.TitleB, rank.TitleWeight, rank.MeanBody, rank.MeanTitle} {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
	}
	counts := map[uint32]int{}
	for _, lang := range b.columns[colLang] {
		counts[lang]++
	}
	languages := make([]Language, 0, len(counts))
	for lang, n := range counts {
		languages = append(languages, Language{b.strings.list[lang], n})
	}
	sort.Slice(languages, func(i, j int) bool {
		a, b := languages[i], languages[j]
		return a.Docs > b.Docs || a.Docs == b.Docs && a.Code < b.Code
	})
	out = binary.AppendUvarint(out, uint64(len(languages)))
	for _, l := range languages {
		out = appendString(out, l.Code)
		out = binary.AppendUvarint(out, uint64(l.Docs))
	}
	for _, n := range []int{b.spoken.total, b.said.total} {
		out = binary.AppendUvarint(out, uint64(n))
	}
	return out
}
