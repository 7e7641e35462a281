package index

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// Term is an entry of the dictionary of terms.
type Term struct {
	ID          int
	Stem        string
	Docs        int
	Occurrences int
	// Forms are the ids of its surface forms, ascending; a Position names one by its place here.
	Forms []int

	post, posn extent
}

// Form is an entry of the dictionary of surface forms: a form of a term. Where two languages stem one form differently,
// it stands there once for each term.
type Form struct {
	ID    int
	Text  string
	Term  int
	Count int
}

func (x *Index) openTerms() error {
	return x.onceHead(secTerm, func(r *reader) { x.terms = r.table(x.file, secTerm, nil) })
}

func (x *Index) openForms() error {
	return x.onceHead(secForm, func(r *reader) {
		x.forms = r.table(x.file, secForm, func(r *reader) { r.uvarint(); r.uvarint() })
	})
}

// termWalk keeps what the values of a block of terms are counted from.
type termWalk struct{ post, posn, base int }

// value reads the value at c: of a term whose key is in c.key.
func (w *termWalk) value(c *cursor) Term {
	r := &c.r
	if c.i%tableBlock == 0 {
		w.post, w.posn, w.base = r.offset(), r.offset(), r.int()
	}
	t := Term{ID: c.i, Docs: r.int()}
	t.Occurrences = t.Docs + r.int()
	t.post, t.posn = extent{off: w.post, n: r.int()}, extent{off: w.posn, n: r.int()}
	w.post, w.posn = w.post+t.post.n, w.posn+t.posn.n
	n := r.count()
	if n == 0 || n > len(r.data) {
		r.fail()
		return t
	}
	t.Forms = make([]int, n)
	t.Forms[0] = w.base + r.zigzag()
	for i := 1; i < n; i++ {
		t.Forms[i] = t.Forms[i-1] + r.int() + 1
	}
	return t
}

// Term looks up a term by its stem (as text.Term gives it); ok is false where the corpus does not have it.
func (x *Index) Term(stem string) (t Term, ok bool, err error) {
	if err := x.openTerms(); err != nil {
		return Term{}, false, err
	}
	// The block whose head is the last that is not above stem.
	low, err := x.terms.search(0, x.terms.starts.n, func(head []byte) bool { return string(head) > stem })
	if low == 0 || err != nil {
		return Term{}, false, err
	}
	return x.findTerm(low-1, func(t *Term) bool { return t.Stem >= stem }, stem)
}

// TermByID returns the term of that number.
func (x *Index) TermByID(id int) (Term, error) {
	if err := x.openTerms(); err != nil {
		return Term{}, err
	}
	if id < 0 || id >= x.terms.n {
		return Term{}, errDamaged
	}
	t, _, err := x.findTerm(id/tableBlock, func(t *Term) bool { return t.ID == id }, "")
	return t, err
}

// findTerm returns the first term of a block for which stop holds; ok, if its stem is the one asked for.
func (x *Index) findTerm(block int, stop func(*Term) bool, stem string) (t Term, ok bool, err error) {
	c := x.terms.block(block)
	var w termWalk
	for range tableBlock {
		if !c.next() {
			break
		}
		t := w.value(&c)
		t.Stem = string(c.key)
		if c.r.err == nil && stop(&t) {
			return t, t.Stem == stem, nil
		}
	}
	return Term{}, false, c.r.err
}

// TermsByID calls visit with the terms of these numbers, which ascend. It reads a block of the dictionary once, however many of its
// terms are asked for.
func (x *Index) TermsByID(ids []int, visit func(t Term) error) error {
	if err := x.openTerms(); err != nil {
		return err
	}
	var c cursor
	var w termWalk
	at := -1 // of the term read last
	for _, id := range ids {
		if id < 0 || id >= x.terms.n || id <= at {
			return errDamaged
		}
		if at < 0 || id/tableBlock != at/tableBlock {
			c, w, at = x.terms.block(id/tableBlock), termWalk{}, id/tableBlock*tableBlock-1
		}
		for at < id {
			if !c.next() {
				return errDamaged
			}
			t := w.value(&c)
			at = c.i
			if c.r.err != nil {
				return c.r.err
			}
			if at == id {
				t.Stem = string(c.key)
				if err := visit(t); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Forms returns the entries of a surface form (as text.Form gives it): none, one, or one for each term it belongs to.
func (x *Index) Forms(form string) ([]Form, error) {
	var forms []Form
	err := x.WalkForms(form, func(key []byte, _ int, f Form) int {
		if len(key) != len(form) {
			return StopWalk
		}
		f.Text = form
		forms = append(forms, f)
		return 0
	})
	return forms, err
}

// FormByID returns the surface form of that number.
func (x *Index) FormByID(id int) (Form, error) {
	if err := x.openForms(); err != nil {
		return Form{}, err
	}
	c, err := x.forms.entry(id)
	if err != nil {
		return Form{}, err
	}
	return Form{ID: id, Text: string(c.key), Term: c.r.int(), Count: c.r.int()}, c.r.err
}

// Postings opens the posting list of t.
func (x *Index) Postings(t Term) (*Postings, error) {
	data, err := x.file.read(secPost, t.post.off, t.post.n)
	if err != nil {
		return nil, err
	}
	return x.postings(data, t.Docs, t.Occurrences, len(t.Forms), t.posn)
}

// Position is one occurrence of a term in a document.
type Position struct {
	// At counts words: the title's from 0, the body's from BodyStart on.
	At uint32
	// Form is the place of the surface form in Term.Forms.
	Form uint32
}

// Positions walks the positions of the documents of a block, one after the other.
type Positions struct {
	r     reader
	forms uint64
}

// Positions returns the positions of the documents of block i of p.
func (x *Index) Positions(p *Postings, i int) (Positions, error) {
	start, end := 0, p.positions.n
	if i < len(p.skips) {
		start = p.skips[i].positions
		if i+1 < len(p.skips) {
			end = p.skips[i+1].positions
		}
	} else if len(p.skips) > 0 {
		start = p.tailPositions
	}
	if i+1 == len(p.skips) {
		end = p.tailPositions
	}
	data, err := x.file.read(secPosn, p.positions.off+start, end-start)
	return Positions{reader{data: data}, uint64(p.forms)}, err
}

// Skip steps over n positions: it counts the bytes that end one, eight at a time.
func (p *Positions) Skip(n int) {
	const high = 0x8080808080808080
	data, at := p.r.data, p.r.at
	for n >= 8 && at+8 <= len(data) {
		n -= bits.OnesCount64(^binary.LittleEndian.Uint64(data[at:]) & high)
		at += 8
	}
	for ; n > 0 && at < len(data); at++ {
		if data[at] < 0x80 {
			n--
		}
	}
	if p.r.at = at; n > 0 {
		p.r.fail()
	}
}

// Read appends the next n positions, which are all those of one document, to out.
func (p *Positions) Read(n int, out []Position) ([]Position, error) {
	at := uint64(math.MaxUint64) // -1
	for range n {
		v := p.r.uvarint()
		gap, form := v, uint64(0)
		switch {
		case p.forms == 1:
		case v <= math.MaxUint32: // which divides faster
			gap, form = uint64(uint32(v)/uint32(p.forms)), uint64(uint32(v)%uint32(p.forms))
		default:
			gap, form = v/p.forms, v%p.forms
		}
		at += gap + 1
		if p.r.err != nil || at > math.MaxUint32 {
			return out, errDamaged
		}
		out = append(out, Position{uint32(at), uint32(form)})
	}
	return out, nil
}
