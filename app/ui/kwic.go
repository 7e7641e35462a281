package ui

import (
	"slices"
	"sort"
	"time"

	"dateline/app/browser"
	"dateline/app/state"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

// kwic is the concordance of an answer: the lines of a page, and the neighbours of all lines as far as they have been read.
type kwic struct {
	of    *answer
	c     *search.Concordance
	lines []kwicLine // the first ones of the page, until all have been read
	marks marksOf
	err   error
	waits bool // for texts that have not arrived yet

	read   bool // the neighbours of all lines
	near   []search.Collocate
	nearOf string // the arrangement that near counts
}

// kwicLine is a line with what the page says of its document.
type kwicLine struct {
	search.Line
	doc index.Doc
	hit int // in the document, as the reader counts
}

const (
	contextWidth = 90 // bytes on each side of a hit
	collocates   = 25
)

// concord brings the concordance in line with the state.
func (e *explorer) concord() {
	k := e.kwic
	if k == nil || k.of != e.a {
		k = &kwic{of: e.a}
		k.c, k.err = e.c.engine.Concordance(e.a.request(e.s, 0, 0, false))
		e.kwic = k
	}
	if k.err == nil {
		e.arrangeLines()
	}
	if k.err != nil {
		k.c, k.lines = &search.Concordance{}, nil
	}
	e.rev.view++
}

// arrangeLines puts the lines in the order of the state and reads those of its page.
func (e *explorer) arrangeLines() {
	k := e.kwic
	a := search.Arrangement{Without: e.s.Hide, Near: e.s.Near, Sort: search.LineSort(e.s.Lines)}
	if !k.read { // a part of the lines would be taken for all
		a.Near = ""
	}
	k.c.Arrange(a)
	e.s.Page = min(e.s.Page, lastPage(k.c.Len()))
	if k.read {
		if now := arrangement(e.s); k.near == nil || k.nearOf != now {
			k.nearOf = now
			k.near, k.err = k.c.Collocates(search.ContextWords, collocates)
		}
	}
	k.lines, k.marks = make([]kwicLine, 0, pageSize), marksOf{c: e.c, node: e.a.node}
	e.readLines(firstLines)
}

// A line costs about a millisecond in the browser when its text is read for the first time. What a window shows is painted before the rest is
// read.
const (
	firstLines = 18
	moreLines  = 16
)

// linesLeft is how many lines of the page are still to be read.
func (e *explorer) linesLeft() int {
	k := e.kwic
	if k.err != nil {
		return 0
	}
	return min(pageSize, k.c.Len()-e.s.Page*pageSize) - len(k.lines)
}

// readLines reads up to n more lines of the page.
func (e *explorer) readLines(n int) {
	k := e.kwic
	if n = min(n, e.linesLeft()); n <= 0 {
		return
	}
	lines, err := k.c.Lines(e.s.Page*pageSize+len(k.lines), n, contextWidth)
	for _, l := range lines {
		one, err := k.line(l, e.c)
		if err != nil {
			k.failed(err)
			return
		}
		k.lines = append(k.lines, one)
	}
	k.failed(err)
}

// line adds to a line what the page says of its document.
func (k *kwic) line(l search.Line, c *collection) (one kwicLine, err error) {
	one.Line = l
	one.doc, err = c.x.Doc(l.Doc)
	if one.hit = l.Mark; one.hit == 0 && err == nil {
		one.hit, err = k.marks.hit(l, one.doc)
	}
	return one, err
}

// failed notes why reading has ended early: for good, or until more has arrived.
func (k *kwic) failed(err error) {
	if k.waits = missing(err); !k.waits {
		k.err = err
	}
}

// arrangement is the part of a state that says which lines of a concordance are shown.
func arrangement(s state.State) string {
	return state.State{Hide: s.Hide, Near: s.Near}.String()
}

// slice is for how long neighbours are read between two frames.
const slice = 12 * time.Millisecond

// readOn goes on to read a concordance that is still shown: the lines of the page, then the neighbours of all lines.
func (e *explorer) readOn(k *kwic) {
	switch {
	case e.kwic != k || k.err != nil:
		return
	case e.linesLeft() > 0:
		e.readLines(moreLines)
		e.rev.view++
		return
	case k.read:
		return
	}
	for start := time.Now(); !k.read && k.err == nil && time.Since(start) < slice; {
		var err error
		if k.read, err = k.c.ReadContexts(4); err != nil {
			if k.failed(err); k.waits {
				return
			}
		}
	}
	if k.read || k.err != nil {
		e.concord()
		return
	}
	read, of := k.c.Contexts() // told on the page itself, as it must not be rendered for each slice
	browser.SetText("near-read", fill(w.kwic.readSoFar, number(read), number(of)))
}

// unread reports that there is something to read of the concordance.
func (e *explorer) unread() bool {
	k := e.kwic
	return e.s.View == state.Concordance && k != nil && k.of == e.a && k.err == nil && !k.waits && k.c.All() > 0 && (!k.read || e.linesLeft() > 0)
}

// marksOf finds out which hits of the reader lines are. It keeps the marks of one document, as neighbouring lines often share it.
type marksOf struct {
	c           *collection
	node        query.Node
	of          string
	title, body []span
}

func (m *marksOf) hit(l search.Line, doc index.Doc) (int, error) {
	if m.of != doc.ID {
		var err error
		if m.body, err = m.c.engine.Marks(l.Doc, m.node); err != nil {
			return 0, err
		}
		m.of, m.title = doc.ID, nil
		if !doc.TitleDerived && doc.Title != "" {
			m.title = m.c.mark(doc.Title, doc.Lang, m.node)
		}
	}
	at := func(spans []span) int {
		return min(sort.Search(len(spans), func(i int) bool { return spans[i].End > l.Start }), max(0, len(spans)-1))
	}
	if l.InTitle {
		return at(m.title) + 1, nil
	}
	return len(m.title) + at(m.body) + 1, nil
}

// openLine returns the line of the page whose paragraph is shown, -1 for none.
func (e *explorer) openLine() int {
	if e.s.Doc == "" || e.d == nil || e.kwic == nil {
		return -1
	}
	return slices.IndexFunc(e.kwic.lines, func(l kwicLine) bool { return l.doc.ID == e.s.Doc && l.hit == e.s.Hit })
}

// concordanceHead and concordanceRows are the lines of the concordance as a table, all that the arrangement leaves in its order, whatever the page.
var concordanceHead = []string{"date", "id", "title", "place", "left", "hit", "right", "paragraph", "start", "end"}

func (e *explorer) concordanceRows(yield func(row []string) bool) error {
	k := e.kwic
	for at := 0; at < k.c.Len(); at += pageSize {
		lines, err := k.c.Lines(at, pageSize, contextWidth)
		if err != nil {
			return err
		}
		for _, l := range lines {
			doc, err := e.c.x.Doc(l.Doc)
			if err != nil {
				return err
			}
			if !yield([]string{
				doc.Date.String(), doc.ID, doc.Title, doc.Dateline, l.Left, l.Hit, l.Right,
				itoa(l.Paragraph), itoa(l.Start), itoa(l.End),
			}) {
				return nil
			}
		}
	}
	return nil
}
