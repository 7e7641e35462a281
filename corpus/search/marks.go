package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// Span is a stretch of bytes of a text.
type Span struct{ Start, End int }

// Marks returns where the words and phrases of q stand in the text of document d: spans that ascend and do not overlap.
func (e *Engine) Marks(d corpus.DocID, q query.Node) ([]Span, error) {
	marks, err := e.marks(d, q)
	if err != nil {
		return nil, err
	}
	spans := make([]Span, len(marks))
	for i, m := range marks {
		spans[i] = m.Span
	}
	return spans, nil
}

// mark is a span with the leaf that it belongs to.
type mark struct {
	Span
	leaf int
}

// marks finds the positions by the index and walks the words of the text to the spans they have.
func (e *Engine) marks(d corpus.DocID, q query.Node) ([]mark, error) {
	p, err := e.plan(q)
	if err != nil || len(p.leaves) == 0 {
		return nil, err
	}
	e.work = budget(e.x.Docs())
	if _, ok := slices.BinarySearch(e.shown, uint32(d)); ok && p.shown != e.asked {
		for _, l := range p.leaves { // for the whole page at once
			if err := l.places.gather(e.shown); err != nil {
				return nil, err
			}
		}
		p.shown = e.asked
	}
	type found struct {
		place
		leaf int
	}
	var all []found
	start := uint32(e.x.BodyStart(d))
	var places []place
	for i, l := range p.leaves {
		if l.field == title {
			continue
		}
		if places, err = l.places.marks(uint32(d), places[:0]); err != nil {
			return nil, err
		}
		for _, w := range places {
			if w.start >= start {
				all = append(all, found{place{w.start - start, w.end - start}, i})
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	inOrder(all, func(f *found) uint32 { return f.start })
	body, err := e.x.Text(d)
	if err != nil {
		return nil, err
	}
	var marks []mark
	n, next := uint32(0), 0
	open := -1 // the mark that still waits for its last word
	var until uint32
	for token := range text.Words(body) {
		for next < len(all) && all[next].start == n {
			if open >= 0 { // overlaps with the one before: one longer mark
				until = max(until, all[next].end)
			} else {
				marks = append(marks, mark{Span{token.Start, token.End}, all[next].leaf})
				open, until = len(marks)-1, all[next].end
			}
			next++
		}
		n++
		if open >= 0 {
			marks[open].End = token.End
			if n >= until {
				open = -1
			}
		}
		if open < 0 && next == len(all) {
			break
		}
	}
	return marks, nil
}

// MarkText returns where the words and phrases of q stand in any text in lang, such as a title.
func (e *Engine) MarkText(s, lang string, q query.Node) ([]Span, error) {
	p, err := e.plan(q)
	if err != nil || len(p.leaves) == 0 {
		return nil, err
	}
	var tokens []text.Token
	var stems, forms []string
	for token := range text.Words(s) {
		word := token.Of(s)
		tokens, stems, forms = append(tokens, token), append(stems, text.Term(word, lang)), append(forms, text.Form(word))
	}
	var rows []*row
	for _, l := range p.leaves {
		rows = appendRows(rows, l.places)
	}
	var spans []Span
	for i := 0; i < len(tokens); i++ {
		longest := 0
		for _, r := range rows {
			if len(r.slots) <= longest || len(r.slots) > len(tokens)-i {
				continue
			}
			fits := true
			for j := range r.slots {
				ok, err := e.stands(&r.slots[j], stems[i+j], forms[i+j])
				if err != nil {
					return nil, err
				}
				if fits = fits && ok; !fits {
					break
				}
			}
			if fits {
				longest = len(r.slots)
			}
		}
		if longest > 0 {
			spans = append(spans, Span{tokens[i].Start, tokens[i+longest-1].End})
			i += longest - 1
		}
	}
	return spans, nil
}

// appendRows appends the rows that p is made of.
func appendRows(rows []*row, p places) []*row {
	switch p := p.(type) {
	case *row:
		if len(p.slots) > 0 {
			rows = append(rows, p)
		}
	case *either:
		for _, kid := range p.kids {
			rows = appendRows(rows, kid)
		}
	case *near:
		rows = appendRows(appendRows(rows, p.a), p.b)
	}
	return rows
}

// stands reports whether a word of that stem and form may stand in s.
func (e *Engine) stands(s *slot, stem, form string) (bool, error) {
	for _, a := range s.alternatives {
		if a.term.Stem != stem {
			continue
		}
		if a.forms == nil {
			return true, nil
		}
		for i, id := range a.term.Forms {
			if !a.forms[i] {
				continue
			}
			f, err := e.x.FormByID(id)
			if err != nil {
				return false, err
			}
			if f.Text == form {
				return true, nil
			}
		}
	}
	return false, nil
}
