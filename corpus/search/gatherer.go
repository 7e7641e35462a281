package search

import (
	"cmp"
	"slices"
	"strings"

	"dateline/corpus/index"
)

// gatherer collects the lines of a concordance, leaf by leaf.
type gatherer struct {
	c      *Concordance
	at     []int32           // of each document of the corpus its place in c.docs, -1 for none
	byText map[string]uint32 // forms by their text
	ids    []int             // of surface forms, by their number in the words below
	number map[int]uint64    // the inverse
	byIDs  map[string]uint32 // forms of the concordance by the surface forms they are made of
	lines  []line
	leaves int
	mixed  bool // lines of several leaves, or of a NEAR, whose places may lie in one another

	block     index.Block
	positions []index.Position
}

// A word of a slot is a number, so that words are sorted as such: its document in c.docs, its position, and the number of its surface form. What goes
// beyond these widths, words behind the sixteen millionth of a document, is left out.
const (
	formBits = 20
	wordBits = 24
)

func newGatherer(c *Concordance) *gatherer {
	g := &gatherer{c: c, at: make([]int32, c.e.x.Docs()), byText: map[string]uint32{}, number: map[int]uint64{}, byIDs: map[string]uint32{}}
	for i := range g.at {
		g.at[i] = -1
	}
	for i, d := range c.docs {
		g.at[d] = int32(i)
	}
	return g
}

// leaf appends the lines of a leaf.
func (g *gatherer) leaf(l *leaf) error {
	before := len(g.lines)
	var err error
	if r, ok := l.places.(*row); ok {
		err = g.row(r)
	} else {
		err = g.stretch(l)
	}
	if l.field != anywhere {
		kept := slices.DeleteFunc(g.lines[before:], func(h line) bool {
			return (h.start < uint32(g.c.e.x.BodyStart(g.c.docs[h.at]))) != (l.field == title)
		})
		g.lines = g.lines[:before+len(kept)]
	}
	g.leaves++
	g.mixed = g.mixed || g.leaves > 1
	return err
}

// outermost returns the lines in order without those that lie within another.
func (g *gatherer) outermost() []line {
	lines := g.lines
	if g.mixed {
		lines = sorted(lines, func(a, b *line) int {
			return cmp.Or(int(a.at)-int(b.at), int(a.start)-int(b.start), int(b.end)-int(a.end))
		})
	}
	kept := lines[:0]
	at, until := uint32(0), uint32(0)
	for _, l := range lines {
		if l.at == at && l.end <= until {
			continue
		}
		at, until = l.at, l.end
		kept = append(kept, l)
	}
	return kept
}

// stretch appends the places of a NEAR, from its first word to its last.
func (g *gatherer) stretch(l *leaf) error {
	g.mixed, g.c.stretches = true, true
	g.c.e.work = budget(g.c.e.x.Docs())
	form := g.named(l.text)
	var places []place
	for at, doc := range g.c.docs {
		var err error
		if places, err = l.places.in(uint32(doc), places[:0]); err != nil {
			return err
		}
		for _, p := range places {
			g.lines = append(g.lines, line{at: uint32(at), start: p.start, end: p.end, form: form})
		}
	}
	return nil
}

// row appends the places of a word or phrase with the forms that stand there: it goes through the words of all slots side by side.
func (g *gatherer) row(r *row) error {
	if len(r.slots) == 0 {
		return nil
	}
	words := make([][]uint64, len(r.slots))
	for i := range r.slots {
		var err error
		if words[i], err = g.slot(&r.slots[i]); err != nil || len(words[i]) == 0 {
			return err
		}
	}
	next := make([]int, len(words))
	ids := make([]int, len(words))
search:
	for _, first := range words[0] {
		ids[0] = g.ids[first&(1<<formBits-1)]
		place := first >> formBits
		for i := 1; i < len(words); i++ {
			want := place + uint64(i)
			for next[i] < len(words[i]) && words[i][next[i]]>>formBits < want {
				next[i]++
			}
			if next[i] == len(words[i]) || words[i][next[i]]>>formBits != want {
				continue search
			}
			ids[i] = g.ids[words[i][next[i]]&(1<<formBits-1)]
		}
		form, err := g.form(ids)
		if err != nil {
			return err
		}
		start := uint32(place & (1<<wordBits - 1))
		g.lines = append(g.lines, line{at: uint32(place >> wordBits), start: start, end: start + uint32(len(words)), form: form})
	}
	return nil
}

// slot returns the words that may stand in a slot, in the documents of the concordance.
func (g *gatherer) slot(s *slot) (words []uint64, err error) {
	for _, a := range s.alternatives {
		if words, err = g.alternative(a, words); err != nil {
			return nil, err
		}
	}
	if len(s.alternatives) > 1 {
		slices.Sort(words)
	}
	return words, nil
}

// alternative appends the words of one term in the forms that count.
func (g *gatherer) alternative(a *alternative, words []uint64) ([]uint64, error) {
	x := g.c.e.x
	for i := range a.postings.Blocks() {
		if err := a.postings.Read(i, &g.block, x.Docs()); err != nil {
			return nil, err
		}
		var positions index.Positions
		open, skipped := false, 0
		for j, doc := range g.block.Docs {
			n := int(g.block.Body[j] + g.block.Title[j])
			if g.at[doc] < 0 {
				skipped += n
				continue
			}
			var err error
			if !open {
				if positions, err = x.Positions(a.postings, i); err != nil {
					return nil, err
				}
				open = true
			}
			positions.Skip(skipped)
			skipped = 0
			if g.positions, err = positions.Read(n, g.positions[:0]); err != nil {
				return nil, err
			}
			for _, p := range g.positions {
				if a.forms != nil && (int(p.Form) >= len(a.forms) || !a.forms[p.Form]) || p.At >= 1<<wordBits {
					continue
				}
				words = append(words, uint64(g.at[doc])<<(wordBits+formBits)|uint64(p.At)<<formBits|g.surface(a.term.Forms[p.Form]))
			}
		}
	}
	return words, nil
}

// surface returns the number of a surface form among those met.
func (g *gatherer) surface(id int) uint64 {
	n, ok := g.number[id]
	if !ok {
		n = uint64(min(len(g.ids), 1<<formBits-1))
		g.number[id] = n
		g.ids = append(g.ids, id)
	}
	return n
}

// form returns the number of the form made of these surface forms.
func (g *gatherer) form(ids []int) (uint32, error) {
	key := make([]byte, 0, 32)
	for _, id := range ids {
		key = append(key, byte(id), byte(id>>8), byte(id>>16), byte(id>>24))
	}
	if n, ok := g.byIDs[string(key)]; ok {
		return n, nil
	}
	words := make([]string, len(ids))
	for i, id := range ids {
		f, err := g.c.e.x.FormByID(id)
		if err != nil {
			return 0, err
		}
		words[i] = f.Text
	}
	n := g.named(strings.Join(words, " "))
	g.byIDs[string(key)] = n
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
