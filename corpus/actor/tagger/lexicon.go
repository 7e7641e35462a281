package tagger

// Class is the set of things that a word by itself can be.
type Class uint16

// The classes of words.
const (
	Given      Class = 1 << iota // a given name
	Family                       // a family name
	Title                        // President, Mr
	Role                         // leader, striker
	OrgTail                      // Ministry, Bank, Inc
	OrgHead                      // University of
	PlaceTail                    // River, Province
	PlaceHead                    // Lake, Mount
	Particle                     // van, bin
	Function                     // the, Monday
	Thing                        // Prize, Treaty
	Say                          // said
	NumClasses = 12
)

// Phrase is a kind of list that names are in.
type Phrase uint8

// The lists.
const (
	PersonNames Phrase = iota
	OrganisationNames
	PlaceNames
	CountryNames
	Demonyms
	numPhrases = 5
)

// A Lexicon holds what is known of words and names before any text is read. Case and accents do not matter in it.
type Lexicon struct {
	classes  map[uint64]Class
	phrases  map[uint64]uint8 // hash of the words so far -> kinds of lists in which they are a name (bits), bit 7: more may follow
	clusters map[uint64]uint8
	scratch  []token // of AddName
}

const prefix = 1 << 7

// NewLexicon returns an empty lexicon.
func NewLexicon() *Lexicon {
	return &Lexicon{classes: make(map[uint64]Class, 1<<15), phrases: make(map[uint64]uint8, 1<<17), clusters: make(map[uint64]uint8, 1<<14)}
}

// AddWord gives a word a class.
func (l *Lexicon) AddWord(word string, c Class) { l.classes[hashLower(word)] |= c }

// AddName puts a name into a list.
func (l *Lexicon) AddName(name string, p Phrase) {
	d := document{text: name, tokens: l.scratch[:0], names: true}
	d.cut()
	l.scratch = d.tokens
	if len(d.tokens) == 0 || len(d.tokens) > 12 {
		return
	}
	h := uint64(0)
	for i := range d.tokens {
		h = join(h, d.tokens[i].lower)
		if i < len(d.tokens)-1 {
			l.phrases[h] |= prefix
		} else {
			l.phrases[h] |= 1 << p
		}
	}
}

// SetCluster says which cluster a word belongs to, from 1.
func (l *Lexicon) SetCluster(word string, c uint8) { l.clusters[hashLower(word)] = c }

// Size returns how many words and names it holds, for reports.
func (l *Lexicon) Size() (words, names int) {
	for _, v := range l.phrases {
		if v&^prefix != 0 {
			names++
		}
	}
	return len(l.classes), names
}

// know looks up every token and the listed names, the longest at each place first.
func (d *document) know(l *Lexicon) {
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.kind == kindSign {
			continue
		}
		t.class = l.classes[t.lower]
		t.cluster = l.clusters[t.lower]
	}
	var until [numPhrases]int
	for i := range d.tokens {
		if t := &d.tokens[i]; !t.capital() && t.kind != kindDigit {
			continue
		}
		var best [numPhrases]int // end of the longest name by list
		h := uint64(0)
		for j := i; j < len(d.tokens) && j < i+12; j++ {
			if j > i && d.tokens[j].flags&flagBreak != 0 {
				break
			}
			h = join(h, d.tokens[j].lower)
			v := l.phrases[h]
			if v == 0 {
				break
			}
			for p := range best {
				if v&(1<<p) != 0 && d.tokens[j].kind != kindLower {
					best[p] = j + 1
				}
			}
			if v&prefix == 0 {
				break
			}
		}
		for p, end := range best {
			if end <= until[p] {
				continue
			}
			until[p] = end
			for j := i; j < end; j++ {
				at := uint8(2)
				switch {
				case end == i+1:
					at = 4
				case j == i:
					at = 1
				case j == end-1:
					at = 3
				}
				d.tokens[j].phrase[p] = at
			}
		}
	}
}
