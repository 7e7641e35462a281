package search

import (
	"cmp"
	"slices"
	"strings"

	"dateline/corpus"
)

// A concordance lists every place where the words of a query stand, a line each, with what stands before and behind them: keyword in
// context, KWIC (Luhn, "Keyword-in-Context Index for Technical Literature", 1960). It is made from the index alone, so that
// counting lines, their word forms, and ordering by date or document inflate no text. Texts are read for the lines on screen (Lines), and
// once for all lines where neighbours are asked for (ReadContexts).

// MaxLines is how many lines a concordance has at most: the earliest by date. Cut tells that there were more.
const MaxLines = 200_000

// Concordance is the lines of one request, and a selection of them in some order. Like its engine it is not for use by several goroutines.
type Concordance struct {
	// Forms are the words of the hits as they stand in the texts, folded, most frequent first; those of a phrase are one form, and the
	// hits of a NEAR have its own text.
	Forms []HitForm
	// Cut reports that lines were left out.
	Cut bool

	e      *Engine
	docs   list    // those with lines and those without
	lines  []line  // by document, then by place
	chosen []int32 // those that the arrangement leaves, ascending
	shown  []int32 // the same in the order asked for

	contexts contexts
}

// HitForm is a form of the words of a hit with the number of its lines.
type HitForm struct {
	Text  string
	Lines int
}

// line is a hit: words start up to, but without, end.
type line struct {
	at         uint32 // the document, in docs
	start, end uint32
	form       uint32
}

// Concordance returns the places of the words and phrases of r's query in the documents that r finds, whatever its Offset and Limit. A
// place within another is no line of its own. All lines are shown, oldest first.
func (e *Engine) Concordance(r Request) (*Concordance, error) {
	p, err := e.plan(r.Query)
	if err != nil {
		return nil, err
	}
	c := &Concordance{e: e}
	if len(p.leaves) == 0 {
		return c, nil
	}
	if c.docs, err = e.match(p, r); err != nil {
		return nil, err
	}
	if r.From != 0 || r.To != 0 {
		c.docs = c.docs.within(e.x.InPeriod(r.From, r.To))
	}
	g := gatherer{c: c, e: e, byKey: map[string]uint32{}, byText: map[string]uint32{}}
	for at, doc := range c.docs.docs {
		if err := g.document(uint32(at), doc, p.leaves); err != nil {
			return nil, err
		}
		if len(c.lines) > MaxLines {
			c.lines, c.Cut = c.lines[:MaxLines], true
			break
		}
	}
	c.countForms()
	c.Arrange(Arrangement{})
	return c, nil
}

// countForms counts lines by form and numbers the forms by that count, then by their text.
func (c *Concordance) countForms() {
	for _, l := range c.lines {
		c.Forms[l.form].Lines++
	}
	order := permutation(len(c.Forms), func(a, b int32) int {
		return cmp.Or(c.Forms[b].Lines-c.Forms[a].Lines, strings.Compare(c.Forms[a].Text, c.Forms[b].Text))
	})
	forms, number := make([]HitForm, len(order)), make([]uint32, len(order))
	for i, old := range order {
		forms[i], number[old] = c.Forms[old], uint32(i)
	}
	for i := range c.lines {
		c.lines[i].form = number[c.lines[i].form]
	}
	for len(forms) > 0 && forms[len(forms)-1].Lines == 0 { // of places within others
		forms = forms[:len(forms)-1]
	}
	c.Forms = forms
}

// All returns the number of lines of the request.
func (c *Concordance) All() int { return len(c.lines) }

// Len returns the number of lines that the arrangement leaves.
func (c *Concordance) Len() int { return len(c.shown) }

// Docs returns the number of documents that these lines are in.
func (c *Concordance) Docs() int {
	n, last := 0, -1
	for _, i := range c.chosen {
		if at := int(c.lines[i].at); at != last {
			n, last = n+1, at
		}
	}
	return n
}

// gatherer collects the lines of a concordance.
type gatherer struct {
	c             *Concordance
	e             *Engine
	byKey, byText map[string]uint32 // forms by the numbers of their words, and by their text
	hits          []line
	slots         []slotWord
	key           []byte
	ids           []int
	places        []place
}

// slotWord is a word that may stand in a slot: its position and its surface form.
type slotWord struct {
	at   uint32
	form int
}

// document appends the lines of a document.
func (g *gatherer) document(at, doc uint32, leaves []*leaf) error {
	g.hits = g.hits[:0]
	start := uint32(g.e.x.BodyStart(corpus.DocID(doc)))
	for _, l := range leaves {
		before := len(g.hits)
		var err error
		if r, ok := l.places.(*row); ok {
			err = g.row(r, doc)
		} else {
			err = g.stretch(l, doc)
		}
		if err != nil {
			return err
		}
		if l.field != anywhere {
			kept := slices.DeleteFunc(g.hits[before:], func(h line) bool { return (h.start < start) != (l.field == title) })
			g.hits = g.hits[:before+len(kept)]
		}
	}
	if !slices.IsSortedFunc(g.hits, lineOrder) { // those of one word stand in order
		g.hits = sorted(g.hits, func(a, b *line) int { return lineOrder(*a, *b) })
	}
	until := uint32(0)
	for _, h := range g.hits {
		if h.end <= until {
			continue
		}
		until = h.end
		h.at = at
		g.c.lines = append(g.c.lines, h)
	}
	return nil
}

// lineOrder is that of the text; of lines that begin together the longest comes first.
func lineOrder(a, b line) int { return cmp.Or(int(a.start)-int(b.start), int(b.end)-int(a.end)) }

// stretch appends the places of a NEAR, from its first word to its last.
func (g *gatherer) stretch(l *leaf, doc uint32) error {
	var err error
	if g.places, err = l.places.in(doc, g.places[:0]); err != nil || len(g.places) == 0 {
		return err
	}
	form := g.named(l.text)
	for _, p := range g.places {
		g.hits = append(g.hits, line{start: p.start, end: p.end, form: form})
	}
	return nil
}

// row appends the places of a word or phrase with the forms that stand there.
func (g *gatherer) row(r *row, doc uint32) error {
	if len(r.slots) == 0 {
		return nil
	}
	words := make([][]slotWord, len(r.slots))
	g.slots = g.slots[:0]
	for i := range r.slots {
		begin := len(g.slots)
		for _, a := range r.slots[i].alternatives {
			at, err := a.in(doc)
			if err != nil {
				return err
			}
			k := 0
			for _, p := range a.read { // the positions of all forms, of which at are those that count
				if k < len(at) && p.At == at[k] {
					g.slots = append(g.slots, slotWord{p.At, a.term.Forms[p.Form]})
					k++
				}
			}
		}
		words[i] = g.slots[begin:]
		if len(words[i]) == 0 {
			return nil
		}
		if len(r.slots[i].alternatives) > 1 {
			words[i] = sorted(words[i], func(a, b *slotWord) int { return int(a.at) - int(b.at) })
		}
	}
	next := make([]int, len(words))
search:
	for _, first := range words[0] {
		g.ids = append(g.ids[:0], first.form)
		for i := 1; i < len(words); i++ {
			for next[i] < len(words[i]) && words[i][next[i]].at < first.at+uint32(i) {
				next[i]++
			}
			if next[i] == len(words[i]) || words[i][next[i]].at != first.at+uint32(i) {
				continue search
			}
			g.ids = append(g.ids, words[i][next[i]].form)
		}
		form, err := g.form()
		if err != nil {
			return err
		}
		g.hits = append(g.hits, line{start: first.at, end: first.at + uint32(len(words)), form: form})
	}
	return nil
}

// form returns the number of the form made of the words in g.ids.
func (g *gatherer) form() (uint32, error) {
	g.key = g.key[:0]
	for _, id := range g.ids {
		g.key = append(g.key, byte(id), byte(id>>8), byte(id>>16), byte(id>>24))
	}
	if n, ok := g.byKey[string(g.key)]; ok {
		return n, nil
	}
	words := make([]string, len(g.ids))
	for i, id := range g.ids {
		f, err := g.e.x.FormByID(id)
		if err != nil {
			return 0, err
		}
		words[i] = f.Text
	}
	n := g.named(strings.Join(words, " "))
	g.byKey[string(g.key)] = n
	return n, nil
}

// named returns the number of the form of that text.
func (g *gatherer) named(text string) uint32 {
	n, ok := g.byText[text]
	if !ok {
		n = uint32(len(g.c.Forms))
		g.byText[text] = n
		g.c.Forms = append(g.c.Forms, HitForm{Text: text})
	}
	return n
}
