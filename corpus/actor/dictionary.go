package actor

import (
	"dateline/corpus"
	"dateline/corpus/actor/tagger"
)

// An entry is one actor the dictionary knows.
type entry struct {
	name    string
	typ     corpus.ActorType
	country int32 // the entry of the country it belongs to, or none
	capital bool  // a place that is the capital of its country
	former  int32 // of capitals: the country that is no more, or none
	from    int   // of people: the years in which a bare surname means them; of countries that are no more: their years
	to      int   // 0 where unknown
	owned   bool  // added by the owner of the corpus
}

const none = -1

// An alias is one spelling of an entry: a path through the trie ends at it.
type alias struct {
	entry  int32
	kind   corpus.MentionKind
	strong bool   // of surnames: means its bearer even where the text does not give the full name
	upper  uint16 // bit i: word i begins with a capital
	caps   uint16 // bit i: word i is all capitals
	mixed  uint16 // bit i: word i is short and has capitals inside, as DoD, so that Dod is another word
	words  uint8
	next   int32 // another alias of the same words, or none
}

// A dictionary holds the known actors and the classes of words.
//
// Its aliases form a trie over word numbers, kept as one map from (node, word) to node: 40 ns a step
// and no allocation, where a map by joined strings must build a key for each candidate length.
type dictionary struct {
	vocabulary map[string]int32 // key -> id, from 1
	classes    []class          // by id
	entries    []entry
	byName     map[string]int32 // canonical name of a country -> entry, for the country columns
	steps      map[uint64]int32 // node<<32 | id -> node
	ends       []int32          // by node: its first alias, or none
	aliases    []alias

	offices   []office
	officesOf map[int32][]int // country or organisation -> its offices
	roles     [][]int32       // the names of offices as words
	rolesAt   map[int32][]int // first word -> roles

	key []byte          // scratch of the loader
	lex *tagger.Lexicon // what the tagger is to know of the same words and names
}

func step(node, id int32) uint64 { return uint64(uint32(node))<<32 | uint64(uint32(id)) }

// number returns the id of a key and gives it one if it is new.
func (d *dictionary) number(key []byte) int32 {
	id, ok := d.vocabulary[string(key)]
	if !ok {
		id = int32(len(d.classes))
		d.vocabulary[string(key)] = id
		d.classes = append(d.classes, 0)
	}
	return id
}

// child returns the node that id leads to from node and makes it if it is new.
func (d *dictionary) child(node, id int32) int32 {
	next, ok := d.steps[step(node, id)]
	if !ok {
		next = int32(len(d.ends))
		d.steps[step(node, id)] = next
		d.ends = append(d.ends, none)
	}
	return next
}

// walk returns the first alias at the end of words' path, or none.
func (d *dictionary) walk(words []word) int32 {
	node := int32(0)
	for i := range words {
		next, ok := d.steps[step(node, words[i].id)]
		if !ok {
			return none
		}
		node = next
	}
	return d.ends[node]
}

// longest returns the longest known name that begins at word i and is written as names are, and the word behind it.
// Surnames that need a full name before them do not count. It returns none where there is no such name.
func (d *dictionary) longest(words []word, i int) (best int32, end int) {
	best = none
	node := int32(0)
	for j := i; j < len(words); j++ {
		if j > i && !words[j].gap.joinedBody() {
			break
		}
		next, ok := d.steps[step(node, words[j].id)]
		if !ok {
			break
		}
		node = next
		for a := d.ends[node]; a != none; a = d.aliases[a].next {
			al := &d.aliases[a]
			if (al.kind != corpus.KindSurname || al.strong) && al.fits(words[i:j+1]) {
				best, end = a, j+1
				break
			}
		}
	}
	return best, end
}

// fits reports whether words are written with the capitals that the alias asks for.
func (a *alias) fits(words []word) bool {
	for i := range words {
		w := &words[i]
		bit := uint16(1) << i
		switch {
		case a.upper&bit == 0:
			continue
		case !w.upper():
			return false
		case a.caps&bit != 0:
			if w.flags&flagDotted != 0 {
				continue
			}
			// An acronym that is a word too says nothing in a headline of capitals; Nato, Opec and Unesco are
			// written so too, Who and Us are not.
			if w.shape == shapeCaps || w.shape == shapeSingle {
				if w.flags&flagCaps != 0 && w.class&classCommon != 0 {
					return false
				}
				continue
			}
			if w.shape != shapeTitle || w.end-w.start < 4 {
				return false
			}
		case a.mixed&bit != 0 && w.shape != shapeMixed && (w.shape != shapeCaps || w.flags&flagCaps != 0):
			return false
		case w.shape == shapeCaps && w.flags&(flagCaps|flagDotted) == 0 && len(words) == 1 && w.end-w.start < 4:
			return false
		}
	}
	return true
}
