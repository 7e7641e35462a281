// Package actor finds who a document speaks of: people, organisations, countries and places.
//
// Three sources answer, all of them rules and lists, all of them the same on every machine:
//
//   - a dictionary (data/*.txt) of countries with their demonyms and capitals, of organisations, places and
//     office holders, each with its other names;
//   - context rules: titles and given names before a name, the shapes of organisations' names, acronyms in brackets;
//   - the document itself: a surname, an acronym or a short form means what its full form meant there.
//
// Find lexes a text once (lex.go), lets each source propose candidates (known.go, people.go, bodies.go), keeps the
// best of those that overlap (resolve.go), then reads the rest of the text with what it has learnt (refer.go).
// The memory it takes is bounded by the document, the time is proportional to it.
package actor

import (
	"fmt"

	"dateline/corpus"
	"dateline/corpus/actor/tagger"
)

// A Finder finds actors. It is safe for concurrent use.
type Finder struct {
	dict   *dictionary
	tagger *tagger.Tagger
	owner  *Overrides // or nil
}

// New parses the dictionary that the package embeds. An error means that one of its files is broken.
func New() (*Finder, error) {
	m, err := tagger.Embedded()
	if err != nil {
		return nil, err
	}
	return NewWith(m)
}

// NewWith is New with another model of names than the embedded one; without any if m is nil.
func NewWith(m *tagger.Model) (*Finder, error) {
	d, err := loadDictionary()
	if err != nil {
		return nil, fmt.Errorf("the dictionary of actors cannot be read: %w", err)
	}
	f := &Finder{dict: d}
	if m != nil {
		f.tagger = tagger.New(m, d.lex)
	}
	return f, nil
}

// Find returns the mentions in d.Text in the order of their spans, none overlapping another, after those actors that
// the input itself gives (KindGiven, span 0,0, in the input's order). The date of d, where it has one, tells
// people of one surname apart by their years in office.
func (f *Finder) Find(d *corpus.Document) []corpus.Mention {
	t := &task{dict: f.dict, tagger: f.tagger, doc: d, page: f.lex(d.Text)}
	t.year, _, _ = d.Date.Parts()
	t.known()
	t.opening()
	t.people()
	t.bodies()
	t.learnt()
	t.resolve()
	t.refer()
	t.powers()
	t.roles()
	found := t.mentions()
	found = append(t.given(found), found...)
	if f.owner != nil {
		found = f.owner.apply(d.Text, found)
	}
	return found
}

// A task is the finding in one document.
type task struct {
	dict   *dictionary
	tagger *tagger.Tagger
	doc    *corpus.Document
	*page
	year       int // of the document, 0 where it has no date
	candidates []candidate
	storm      map[int32]bool // words that name storms here
	listed     []bool         // by word: it belongs to a name of the dictionary
	taken      []int32        // by word: the number of the candidate that covers it, or none
}

// A candidate is a span that may become a mention.
type candidate struct {
	from, to   int // words
	entry      int32
	name       string // canonical, where there is no entry
	typ        corpus.ActorType
	kind       corpus.MentionKind
	confidence float64
	rule       string
	surname    int  // of people: the first word of the surname
	agreed     bool // the tagger found it too
	dropped    bool
}

// propose adds a candidate.
func (t *task) propose(c candidate) {
	t.candidates = append(t.candidates, c)
}

// span returns the text of words from to to.
func (t *task) span(from, to int) string {
	return t.text[t.words[from].start:t.words[to-1].end]
}
