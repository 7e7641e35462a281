package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/query"
)

// Snippet is a fragment of a text: bytes Start to End of it.
type Snippet struct {
	Start, End int
	Text       string
	Marks      []Span // in Text
	// CutLeft and CutRight say that the paragraph goes on before or behind the fragment.
	CutLeft, CutRight bool
}

// Snippets returns up to n fragments of the text of document d, of about width bytes each, in the order of the text: those that
// show most different words of q, then most of them, then the earliest. Where no word stands, it is the opening of the text.
func (e *Engine) Snippets(d corpus.DocID, q query.Node, n, width int) ([]Snippet, error) {
	marks, err := e.marks(d, q)
	if err != nil {
		return nil, err
	}
	body, err := e.x.Text(d)
	if err != nil {
		return nil, err
	}
	opening := min(e.x.DatelineLen(d), len(body)) // the place stands beside the snippet already
	if len(marks) == 0 {
		return []Snippet{fragment(body, opening, opening, opening, width)}, nil
	}
	var snippets []Snippet
	for len(snippets) < n {
		first, last := bestWindow(marks, width)
		if first < 0 {
			break
		}
		s := fragment(body, opening, marks[first].Start, marks[last].End, width)
		for _, m := range marks {
			if m.Start >= s.Start && m.End <= s.End {
				s.Marks = append(s.Marks, Span{m.Start - s.Start, m.End - s.Start})
			}
		}
		snippets = append(snippets, s)
		marks = slices.DeleteFunc(slices.Clone(marks), func(m mark) bool { return m.End > s.Start && m.Start < s.End || m == marks[first] })
	}
	inOrder(snippets, func(s *Snippet) uint32 { return uint32(s.Start) })
	return snippets, nil
}

// bestWindow returns the first and last mark of the stretch of width bytes with most different leaves, then most marks; -1 if
// there is no mark.
func bestWindow(marks []mark, width int) (first, last int) {
	first, last = -1, -1
	best := 0
	counts := map[int]int{} // of marks in the window by leaf
	from := 0
	for to, m := range marks {
		counts[m.leaf]++
		for from < to && m.End-marks[from].Start > width {
			if counts[marks[from].leaf]--; counts[marks[from].leaf] == 0 {
				delete(counts, marks[from].leaf)
			}
			from++
		}
		if score := len(counts)*1000 + min(to-from, 999); score > best {
			best, first, last = score, from, to
		}
	}
	return first, last
}

// fragment returns about width bytes around s[start:end], within its paragraph, cut between words. It begins where the sentence
// begins, if that is near, and not before opening, unless start is.
func fragment(s string, opening, start, end, width int) Snippet {
	left, right := strings.LastIndex(s[:start], "\n\n")+2, len(s)
	if left < 2 {
		left = 0
	}
	if start >= opening {
		left = max(left, opening)
	}
	if i := strings.Index(s[start:], "\n\n"); i >= 0 {
		right = start + i
	}
	end = min(end, right)
	from := max(left, start-max(width-(end-start), 0)/3)
	if i := lastSentence(s[left:start]); left+i >= max(left, start-width/2) {
		from = left + i
	}
	from = wordStart(s, from, left, start)
	to := min(right, max(end, from+width))
	to = wordEnd(s, to, end, right)
	return Snippet{Start: from, End: to, Text: s[from:to], CutLeft: from > left, CutRight: to < right}
}

// lastSentence returns where the last sentence in s begins, by its punctuation alone.
func lastSentence(s string) int {
	at := 0
	for _, end := range []string{". ", "! ", "? ", `." `, `.” `} {
		if i := strings.LastIndex(s, end); i >= 0 {
			at = max(at, i+len(end))
		}
	}
	return at
}

// wordStart moves i forward, at most to limit, to where a word begins.
func wordStart(s string, i, left, limit int) int {
	if i <= left {
		return left
	}
	for i < limit {
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); utf8.RuneStart(s[i]) && unicode.IsSpace(r) {
			return i
		}
		i++
	}
	return limit
}

// wordEnd moves i back, at most to limit, to where a word ends.
func wordEnd(s string, i, limit, right int) int {
	if i >= right {
		return right
	}
	for i > limit {
		if r, _ := utf8.DecodeRuneInString(s[i:]); utf8.RuneStart(s[i]) && unicode.IsSpace(r) {
			return i
		}
		i--
	}
	for i < right && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}
