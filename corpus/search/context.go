package search

import (
	"dateline/corpus"
	"dateline/corpus/text"
)

// ContextWords is how many words on each side of a hit are taken for its neighbours.
const ContextWords = 5

// MaxContexts is how many lines, the earliest by date, have their neighbours read: some three seconds' work in a browser, done between
// frames, of which splitting texts into words takes most.
const MaxContexts = 20_000

// contexts are the neighbours of the first lines of a concordance: the ContextWords words before the hit from the nearest on, then as many
// behind it. They are numbers of forms; 0 is no word.
type contexts struct {
	words  []string // by number; the first is empty
	stop   []bool   // function words, by number
	number map[string]uint32
	all    []uint32
	rank   []uint32 // by number, nil until it is asked for
	spans  []text.Token
}

func (x *contexts) lines() int { return len(x.all) / (2 * ContextWords) }

// of returns the neighbours of line i.
func (x *contexts) of(i int) []uint32 { return x.all[i*2*ContextWords : (i+1)*2*ContextWords] }

// has reports whether line i has the neighbour.
func (x *contexts) has(i int, word uint32) bool {
	if i >= x.lines() {
		return false
	}
	for _, w := range x.of(i) {
		if w == word {
			return true
		}
	}
	return false
}

// ranks returns the place of each form in the order of forms, in which no word comes first.
func (x *contexts) ranks() []uint32 {
	if len(x.rank) != len(x.words) {
		x.rank = rankStrings(x.words)
	}
	return x.rank
}

// intern returns the number of a word's form.
func (x *contexts) intern(word, lang string) uint32 {
	form := text.Form(word)
	if n, ok := x.number[form]; ok {
		return n
	}
	n := uint32(len(x.words))
	x.words, x.stop = append(x.words, form), append(x.stop, text.Stop(form, lang))
	x.number[form] = n
	return n
}

// Contexts returns how many lines have their neighbours read, of how many that can.
func (c *Concordance) Contexts() (read, of int) {
	return c.contexts.lines(), min(len(c.lines), MaxContexts)
}

// ReadContexts reads the neighbours of the lines of the next documents, at most so many, and reports whether all have been read: work
// to be done in pieces between two frames.
func (c *Concordance) ReadContexts(docs int) (done bool, err error) {
	x := &c.contexts
	if x.number == nil {
		x.number, x.words, x.stop = map[string]uint32{"": 0}, []string{""}, []bool{true}
	}
	limit := min(len(c.lines), MaxContexts)
	for i := x.lines(); i < limit; i = x.lines() {
		if docs == 0 {
			return false, nil
		}
		docs--
		end := i + 1
		for end < limit && c.lines[end].at == c.lines[i].at {
			end++
		}
		if err := c.readContexts(c.doc(int32(i)), c.lines[i:end]); err != nil {
			c.ahead(end, limit)
			return false, err
		}
	}
	return true, nil
}

// contextsAhead is how many documents are wanted at once of a corpus in chunks.
const contextsAhead = 100

// ahead touches the texts of the next documents of the lines from i on, so that what is missing of them is wanted together.
func (c *Concordance) ahead(i, limit int) {
	for n := 0; i < limit && n < contextsAhead; n++ {
		c.e.x.Text(c.doc(int32(i)))
		for at := c.lines[i].at; i < limit && c.lines[i].at == at; {
			i++
		}
	}
}

// readContexts appends the neighbours of the lines of one document.
func (c *Concordance) readContexts(d corpus.DocID, lines []line) error {
	lang, err := c.e.x.Lang(d)
	if err != nil {
		return err
	}
	x := &c.contexts
	begin := len(x.all)
	start := uint32(c.e.x.BodyStart(d))
	for len(lines) > 0 {
		n := 0 // those in the title come first
		for n < len(lines) && (lines[n].start < start) == (lines[0].start < start) {
			n++
		}
		s, first, err := c.part(d, lines[0].start, start)
		if err == nil {
			x.spans, err = spansOf(s, lines[:n], first, x.spans)
		}
		if err != nil {
			x.all = x.all[:begin]
			return err
		}
		for _, l := range lines[:n] {
			for k := range ContextWords {
				x.all = append(x.all, x.wordAt(s, lang, int(l.start-first)-1-k))
			}
			for k := range ContextWords {
				x.all = append(x.all, x.wordAt(s, lang, int(l.end-first)+k))
			}
		}
		lines = lines[n:]
	}
	return nil
}

func (x *contexts) wordAt(s, lang string, i int) uint32 {
	if i < 0 || i >= len(x.spans) {
		return 0
	}
	return x.intern(x.spans[i].Of(s), lang)
}

// part returns the title or the text, whichever holds the position, with the position of its first word.
func (c *Concordance) part(d corpus.DocID, position, start uint32) (s string, first uint32, err error) {
	if position >= start {
		s, err = c.e.x.Text(d)
		return s, start, err
	}
	doc, err := c.e.x.Doc(d)
	return doc.Title, 0, err
}

// spansOf returns the words of s as far as the lines and their neighbours reach. A line beyond the last word tells that the positions in the
// file are not those of its text.
func spansOf(s string, lines []line, first uint32, spans []text.Token) ([]text.Token, error) {
	last := uint32(0)
	for _, l := range lines {
		last = max(last, l.end-first)
	}
	spans = spans[:0]
	for token := range text.Words(s) {
		spans = append(spans, token)
		if len(spans) >= int(last)+ContextWords {
			break
		}
	}
	if int(last) > len(spans) {
		return spans, errPositions
	}
	return spans, nil
}
