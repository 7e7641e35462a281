package index

import (
	"encoding/binary"
	"strings"
)

// gathered is a list of documents with two frequencies each, while it grows: for each document uvarint gap to the one before (the
// first: to -1), uvarint body, uvarint title. A posting takes 48 bytes as a struct and three so.
type gathered struct {
	docs, total int // documents, and the sum of their frequencies
	data        []byte
	open        posting // of the last document, not yet in data
	last        uint32  // document in data last, plus 1
}

// add counts body and title occurrences in doc, which is the document of the last call or a later one.
func (g *gathered) add(doc, body, title uint32) {
	if g.docs == 0 || g.open.doc != doc {
		g.close()
		g.open = posting{doc: doc}
		g.docs++
	}
	g.open.body += body
	g.open.title += title
	g.total += int(body + title)
}

func (g *gathered) close() {
	if g.open.body+g.open.title == 0 {
		return
	}
	g.data = binary.AppendUvarint(g.data, uint64(g.open.doc+1-g.last))
	g.data = binary.AppendUvarint(g.data, uint64(g.open.body))
	g.data = binary.AppendUvarint(g.data, uint64(g.open.title))
	g.last = g.open.doc + 1
	g.open.body, g.open.title = 0, 0
}

// postings appends the list to out. Nothing can be added behind it.
func (g *gathered) postings(out []posting) []posting {
	g.close()
	r := reader{data: g.data}
	doc := -1
	for r.at < len(r.data) {
		doc += r.int()
		out = append(out, posting{doc: uint32(doc), body: uint32(r.int()), title: uint32(r.int())})
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
		s = strings.Clone(s) // not to hold the text that it may be a part of
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
