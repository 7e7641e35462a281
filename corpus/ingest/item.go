package ingest

import (
	"encoding/binary"
	"strconv"

	"dateline/corpus"
	"dateline/corpus/index"
)

// item is a document on its way into a corpus. All of them wait in memory until their order is known, so they are packed: as structs
// the documents of a wire service would take three times their texts.
type item struct {
	doc    []byte // see packDocument
	found  []byte // mentions that were taken over from a corpus, see packMentions
	from   *origin
	key    contentKey
	lang   string
	date   corpus.Date
	suffix int32 // number behind the id that makes it unique, 0 where it is so without
	// langTold is set where the document told its language, known where its mentions were taken over.
	// ownID is that of the document.
	langTold, known, ownID bool
}

// origin is an input, and of a corpus the actors and rules that its mentions number.
type origin struct {
	name   string // "" where there is one input alone
	actors []index.Actor
	rules  []string
	rule   map[string]int
}

func newItem(d *corpus.Document, from *origin) item {
	return item{doc: packDocument(d), from: from, key: content(d), lang: d.Lang, date: d.Date, ownID: d.OwnID}
}

// path returns the path of the document, id its id.
func (it *item) path() string { r := unpacker{data: it.doc}; return string(r.bytes()) }

func (it *item) id() string {
	r := unpacker{data: it.doc}
	r.bytes()
	id := string(r.bytes())
	if it.suffix != 0 {
		id += "-" + strconv.Itoa(int(it.suffix))
	}
	return id
}

// text returns the text of the document, textBytes without a copy.
func (it *item) text() string { return string(it.textBytes()) }

func (it *item) textBytes() []byte {
	r := unpacker{data: it.doc}
	r.bytes()
	r.bytes()
	return r.bytes()
}

// where names the place of the document for the report.
func (it *item) where() string {
	if it.from.name == "" {
		return it.path()
	}
	return it.from.name + ": " + it.path()
}

// entry unpacks the document with all that was settled of it.
func (it *item) entry() index.Entry {
	d := unpackDocument(it.doc)
	d.ID, d.Lang, d.Date = it.id(), it.lang, it.date
	e := index.Entry{Document: d, LangTold: it.langTold, Renamed: it.suffix != 0}
	if it.known {
		e.Mentions = it.from.mentions(it.found)
	}
	return e
}

// packDocument packs all of d but its date and language. Strings are uvarint length and bytes, lists uvarint length and items.
func packDocument(d *corpus.Document) []byte {
	size := 32
	for _, s := range [...]string{d.Path, d.ID, d.Text, d.Title, d.Source, d.URL, d.DateFrom, d.Dateline} {
		size += len(s) + 1
	}
	out := make([]byte, 0, size)
	for _, s := range [...]string{d.Path, d.ID, d.Text, d.Title, d.Source, d.URL, d.DateFrom, d.Dateline} {
		out = packString(out, s)
	}
	own := byte(0)
	if d.OwnID {
		own = 1
	}
	out = append(out, own)
	out = binary.AppendUvarint(out, uint64(d.DatelineLen))
	for _, list := range [...][]string{d.Authors, d.Tags} {
		out = binary.AppendUvarint(out, uint64(len(list)))
		for _, s := range list {
			out = packString(out, s)
		}
	}
	out = binary.AppendUvarint(out, uint64(len(d.Actors)))
	for _, a := range d.Actors {
		out = packString(append(out, byte(a.Type)), a.Name)
	}
	return out
}

func packString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func unpackDocument(data []byte) *corpus.Document {
	r := unpacker{data: data}
	d := &corpus.Document{}
	for _, s := range [...]*string{&d.Path, &d.ID, &d.Text, &d.Title, &d.Source, &d.URL, &d.DateFrom, &d.Dateline} {
		*s = string(r.bytes())
	}
	d.OwnID = r.byte() == 1
	d.DatelineLen = r.int()
	for _, list := range [...]*[]string{&d.Authors, &d.Tags} {
		for range r.int() {
			*list = append(*list, string(r.bytes()))
		}
	}
	for range r.int() {
		t := corpus.ActorType(r.byte())
		d.Actors = append(d.Actors, corpus.GivenActor{Name: string(r.bytes()), Type: t})
	}
	return d
}

// unpacker reads what was packed here, which is whole.
type unpacker struct{ data []byte }

func (r *unpacker) byte() byte {
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *unpacker) int() int {
	v, n := binary.Uvarint(r.data)
	r.data = r.data[n:]
	return int(v)
}

func (r *unpacker) bytes() []byte {
	n := r.int()
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

// packMentions packs what a corpus tells of a document: for each mention uvarint start, length, actor, kind 1, confidence in hundredths 1,
// uvarint rule.
func (o *origin) packMentions(list []index.Mention) []byte {
	out := make([]byte, 0, 8*len(list))
	for _, m := range list {
		rule, ok := o.rule[m.Rule]
		if !ok {
			rule = len(o.rules)
			o.rule[m.Rule] = rule
			o.rules = append(o.rules, m.Rule)
		}
		for _, v := range [...]int{m.Start, m.End - m.Start, int(m.Actor)} {
			out = binary.AppendUvarint(out, uint64(v))
		}
		out = append(out, byte(m.Kind), byte(m.Confidence*100+0.5))
		out = binary.AppendUvarint(out, uint64(rule))
	}
	return out
}

func (o *origin) mentions(packed []byte) (list []corpus.Mention) {
	for r := (unpacker{packed}); len(r.data) > 0; {
		start, length, of := r.int(), r.int(), &o.actors[r.int()]
		kind, confidence := corpus.MentionKind(r.byte()), float64(r.byte())/100
		list = append(list, corpus.Mention{
			Start: start, End: start + length, Name: of.Name, Type: of.Type, Kind: kind, Confidence: confidence, Rule: o.rules[r.int()],
		})
	}
	return list
}
