package index

import (
	"sort"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// valueKey is the key of a field's value in section valu: the name of the field and the form of the value, whose spaces are squeezed.
func valueKey(field, value string) string {
	return field + ":" + text.Form(strings.Join(strings.Fields(value), " "))
}

// ValuePostings opens the list of the documents that have value, case and accents aside, in a field: "source", "lang", "tag"
// or "author". It is nil where there is none.
func (x *Index) ValuePostings(field, value string) (*Postings, error) {
	err := x.onceHead(secValu, func(r *reader) {
		x.values = r.table(x.file, secValu, func(r *reader) { r.uvarint(); r.uvarint(); r.uvarint() })
	})
	if err != nil {
		return nil, err
	}
	key := valueKey(field, value)
	c, ok := x.values.seek(key)
	if !ok || string(c.key) != key {
		return nil, c.r.err
	}
	docs, off, n := c.r.int(), c.r.offset(), c.r.int()
	if c.r.err != nil {
		return nil, c.r.err
	}
	data, err := x.file.read(secValp, off, n)
	if err != nil {
		return nil, err
	}
	return x.postings(data, docs, docs, 1, extent{})
}

// DocRange is a run of documents: From up to, but without, To.
type DocRange struct{ From, To corpus.DocID }

// InPeriod returns the documents whose dates lie, with at least one day of them, between the first day of from and the last of
// to, as ascending runs. A zero end is open. Undated documents are in none.
//
// Documents are numbered by date, and a year sorts before its months, a month before its days: so these are one run, and two
// more before it where a document dated with the year, or month, that from lies in reaches past from.
func (x *Index) InPeriod(from, to corpus.Date) []DocRange {
	at := func(date corpus.Date) corpus.DocID { // the first dated document that is not before date
		n := sort.Search(x.meta.Docs-x.meta.Undated, func(i int) bool { return x.Date(corpus.DocID(x.meta.Undated+i)) >= date })
		return corpus.DocID(x.meta.Undated + n)
	}
	end := corpus.DocID(x.meta.Docs)
	if to != 0 {
		end = at(to.Last() + 1)
	}
	if from == 0 {
		return runs(DocRange{corpus.DocID(x.meta.Undated), end})
	}
	year, month, _ := from.First().Parts()
	whole, part := corpus.Date(year<<9), corpus.Date(year<<9|month<<5)
	return runs(
		DocRange{at(whole), min(at(whole+1), end)},
		DocRange{at(part), min(at(part+1), end)},
		DocRange{max(at(part+1), at(from.First())), end},
	)
}

// runs leaves out what is empty.
func runs(all ...DocRange) (kept []DocRange) {
	for _, r := range all {
		if r.From < r.To {
			kept = append(kept, r)
		}
	}
	return kept
}

// Undated returns the run of the undated documents.
func (x *Index) Undated() DocRange { return DocRange{0, corpus.DocID(x.meta.Undated)} }
