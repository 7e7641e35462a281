package index

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"dateline/corpus/text"
)

// inverter gathers the occurrences of all terms while documents pass by.
//
// Every distinct word of a language is analysed once and remembered, since a corpus repeats few words very often. The
// occurrences of a term are kept as bytes: for each document uvarint gap of documents, uvarint body frequency,
// uvarint title frequency, then for each occurrence uvarint gap of positions and uvarint form (in order of discovery).
type inverter struct {
	words map[wordKey]uint32 // → forms
	forms []formEntry
	terms []termEntry
	byKey map[string]uint32  // stem → terms
	pairs map[formKey]uint32 // → forms
	keys  []uint64           // of the current document: term<<32 | number of the occurrence in it
	found []occurrence       // of the current document
}

type wordKey struct{ word, lang string }

type formKey struct {
	form string
	term uint32
}

type formEntry struct {
	form  string
	term  uint32
	local uint32 // number among the forms of its term, in order of discovery
	count uint32
}

type termEntry struct {
	stem  string
	forms []uint32
	docs  int
	occs  int
	last  uint32 // document of the last occurrence, plus 1
	data  []byte
}

type occurrence struct {
	position, form uint32
}

func newInverter() *inverter {
	return &inverter{words: map[wordKey]uint32{}, byKey: map[string]uint32{}, pairs: map[formKey]uint32{}}
}

// add inverts one document and returns the number of words in body and title.
func (v *inverter) add(doc uint32, title, body, lang string) (bodyWords, titleWords int) {
	v.keys, v.found = v.keys[:0], v.found[:0]
	titleWords = v.scan(title, lang, 0)
	start := bodyStart(titleWords)
	bodyWords = v.scan(body, lang, uint32(start))
	slices.Sort(v.keys)
	for i := 0; i < len(v.keys); {
		number := uint32(v.keys[i] >> 32)
		end := i
		inTitle := 0
		for ; end < len(v.keys) && uint32(v.keys[end]>>32) == number; end++ {
			if int(v.found[uint32(v.keys[end])].position) < titleWords {
				inTitle++
			}
		}
		t := &v.terms[number]
		t.data = binary.AppendUvarint(t.data, uint64(doc+1-t.last))
		t.data = binary.AppendUvarint(t.data, uint64(end-i-inTitle))
		t.data = binary.AppendUvarint(t.data, uint64(inTitle))
		prev := -1
		for ; i < end; i++ {
			o := v.found[uint32(v.keys[i])]
			t.data = binary.AppendUvarint(t.data, uint64(int(o.position)-prev-1))
			t.data = binary.AppendUvarint(t.data, uint64(v.forms[o.form].local))
			v.forms[o.form].count++
			t.occs++
			prev = int(o.position)
		}
		t.last = doc + 1
		t.docs++
	}
	return bodyWords, titleWords
}

// bodyStart is the position of the first word of a body behind a title of that many words.
func bodyStart(titleWords int) int {
	if titleWords == 0 {
		return 0
	}
	return titleWords + titleGap
}

func (v *inverter) scan(s, lang string, position uint32) (n int) {
	for token := range text.Words(s) {
		form := v.form(token.Of(s), lang)
		v.keys = append(v.keys, uint64(v.forms[form].term)<<32|uint64(len(v.found)))
		v.found = append(v.found, occurrence{position + uint32(n), form})
		n++
	}
	return n
}

// form returns the number of the word's form, making it and its term at the first meeting.
func (v *inverter) form(word, lang string) uint32 {
	if n, ok := v.words[wordKey{word, lang}]; ok {
		return n
	}
	word = strings.Clone(word) // not to hold the whole text in memory
	form, stem := text.Form(word), text.Term(word, lang)
	term, ok := v.byKey[stem]
	if !ok {
		term = uint32(len(v.terms))
		v.terms = append(v.terms, termEntry{stem: stem})
		v.byKey[stem] = term
	}
	n, ok := v.pairs[formKey{form, term}]
	if !ok {
		n = uint32(len(v.forms))
		t := &v.terms[term]
		v.forms = append(v.forms, formEntry{form: form, term: term, local: uint32(len(t.forms))})
		t.forms = append(t.forms, n)
		v.pairs[formKey{form, term}] = n
	}
	v.words[wordKey{word, lang}] = n
	return n
}

// sections writes term, form, post and posn.
//
// A value in the term table: uvarint documents, uvarint occurrences less documents, uvarint bytes in post, uvarint bytes in posn,
// uvarint number of forms, zigzag first form less the base of the block, uvarint gap less 1 of each further form. At the head of
// a block these precede it: uvarint place in post, uvarint place in posn, uvarint base.
// A value in the form table: uvarint term, uvarint occurrences.
func (v *inverter) sections(rank *Ranking, body, title []uint64) (terms, forms, post, posn []byte) {
	termOrder := sorted(len(v.terms), func(a, b int) int { return strings.Compare(v.terms[a].stem, v.terms[b].stem) })
	termNumber := inverse(termOrder)
	formOrder := sorted(len(v.forms), func(a, b int) int {
		if c := strings.Compare(v.forms[a].form, v.forms[b].form); c != 0 {
			return c
		}
		return int(termNumber[v.forms[a].term]) - int(termNumber[v.forms[b].term])
	})
	formNumber := inverse(formOrder)
	var formTable, termTable tableWriter
	for _, i := range formOrder {
		f := v.forms[i]
		value := binary.AppendUvarint(nil, uint64(termNumber[f.term]))
		formTable.add(f.form, binary.AppendUvarint(value, uint64(f.count)))
	}
	var list []posting
	var arena []byte
	base := 0
	for n, i := range termOrder {
		t := &v.terms[i]
		numbers := make([]int, len(t.forms)) // of the term's forms, by local number
		for local, form := range t.forms {
			numbers[local] = int(formNumber[form])
		}
		ascending := slices.Clone(numbers)
		sort.Ints(ascending)
		rankOf := make([]uint32, len(numbers))
		for local, number := range numbers {
			rankOf[local] = uint32(sort.SearchInts(ascending, number))
		}
		list, arena = t.decode(list[:0], arena[:0], rankOf)
		for j := range list {
			p := &list[j]
			p.share = rank.Share(int(p.body), int(p.title), int(body[p.doc]), int(title[p.doc]))
		}
		var value []byte
		if n%tableBlock == 0 {
			base = ascending[0]
			value = binary.AppendUvarint(value, uint64(len(post)))
			value = binary.AppendUvarint(value, uint64(len(posn)))
			value = binary.AppendUvarint(value, uint64(base))
		}
		postStart, posnStart := len(post), len(posn)
		post, posn = appendPostings(post, posn, list)
		for _, x := range []int{t.docs, t.occs - t.docs, len(post) - postStart, len(posn) - posnStart, len(ascending)} {
			value = binary.AppendUvarint(value, uint64(x))
		}
		value = appendZigzag(value, ascending[0]-base)
		for j := 1; j < len(ascending); j++ {
			value = binary.AppendUvarint(value, uint64(ascending[j]-ascending[j-1]-1))
		}
		termTable.add(t.stem, value)
		t.data = nil
	}
	return termTable.append(nil), formTable.append(nil), post, posn
}

// decode reads the gathered occurrences of t into list, with their positions in arena; rankOf maps a form's local number to
// its place among the sorted forms.
func (t *termEntry) decode(list []posting, arena []byte, rankOf []uint32) ([]posting, []byte) {
	r := reader{data: t.data}
	doc := -1
	for r.at < len(r.data) {
		doc += r.int()
		p := posting{doc: uint32(doc), body: uint32(r.int()), title: uint32(r.int())}
		start := len(arena)
		for range p.body + p.title {
			gap := r.uvarint()
			arena = binary.AppendUvarint(arena, gap*uint64(len(rankOf))+uint64(rankOf[r.int()]))
		}
		p.positions = arena[start:]
		list = append(list, p)
	}
	return list, arena
}

func sorted(n int, compare func(a, b int) int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, compare)
	return order
}

func inverse(order []int) []uint32 {
	number := make([]uint32, len(order))
	for n, i := range order {
		number[i] = uint32(n)
	}
	return number
}
