package search

import (
	"errors"
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

var errPositions = errors.New("corpus file: a word stands behind the end of its text; make the file anew from its documents")

// Line is a line of a concordance as it is read.
type Line struct {
	Doc corpus.DocID
	// InTitle says that the hit is in the title. Start and End are its bytes there, or else in the text.
	InTitle    bool
	Start, End int
	// Mark numbers the hit among the marks of its document, those of the title first, as MarkText and Marks give them: hits that overlap
	// are one. It is 0 in a concordance of a NEAR, of which the words are marked and not the stretch.
	Mark int
	// Paragraph counts those of the text from 1; 0 is the title.
	Paragraph int
	// Left, Hit and Right follow one another directly; Left and Right are cut between words, and go over the borders of paragraphs.
	Left, Hit, Right string
	// CutLeft and CutRight say that the text goes on.
	CutLeft, CutRight bool
}

// Lines returns up to limit lines from offset on, in the order arranged, with about width bytes on each side of the hit. Of a corpus in
// chunks those before the first that is not there yet come beside *index.Missing.
func (c *Concordance) Lines(offset, limit, width int) ([]Line, error) {
	if offset < 0 || offset >= len(c.shown) || limit <= 0 {
		return nil, nil
	}
	lines := make([]Line, 0, min(limit, len(c.shown)-offset))
	var spans []text.Token
	var missing error
	for _, i := range c.shown[offset:min(len(c.shown), offset+limit)] {
		l, d := c.lines[i], c.doc(i)
		start := uint32(c.e.x.BodyStart(d))
		s, first, err := c.part(d, l.start, start)
		if err == nil {
			spans, err = spansOf(s, []line{l}, first, spans)
		}
		switch {
		case err != nil && !errors.As(err, new(*index.Missing)):
			return nil, err
		case err != nil:
			missing = err // all that is missing is wanted at once
			continue
		case missing != nil:
			continue
		}
		one := Line{Doc: d, InTitle: l.start < start, Start: spans[l.start-first].Start, End: spans[l.end-first-1].End}
		if !c.stretches {
			one.Mark = c.mark(i)
		}
		from := wordStart(s, one.Start-width, 0, one.Start)
		to := wordEnd(s, one.End+width, one.End, len(s))
		one.Left, one.Hit, one.Right = s[from:one.Start], s[one.Start:one.End], s[one.End:to]
		one.CutLeft, one.CutRight = from > 0, to < len(s)
		if !one.InTitle {
			one.Paragraph = 1 + paragraphBreaks(s[:one.Start])
		}
		lines = append(lines, one)
	}
	return lines, missing
}

// mark counts the marks of a line's document up to its own.
func (c *Concordance) mark(i int32) int {
	first := i
	for first > 0 && c.lines[first-1].at == c.lines[i].at {
		first--
	}
	n, until := 0, uint32(0)
	for _, l := range c.lines[first : i+1] {
		if l.start >= until {
			n++
		}
		until = l.end
	}
	return n
}

// paragraphBreaks counts the paragraphs that end in s.
func paragraphBreaks(s string) int { return strings.Count(s, "\n\n") }
