package ui

import (
	"cmp"
	"slices"
	"strings"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/search"
)

// row is one result of the list, written out.
type row struct {
	html    string
	id      string // of the document; empty while it is missing
	missing bool   // something of it has not arrived yet
	// untitled says that this is its title.
	untitled bool
}

const (
	snippetWidth = 170 // bytes: two lines of the list
	chipsPerRow  = 3
)

// row writes one result: date, hit strip, title, the best snippet, place, hits and the actors named most. What has not arrived yet is
// left out of it. The title is asked for first; when it is there, all else is, so that it comes together.
func (c *collection) row(s state.State, a *answer, hit search.Hit) (row, error) {
	s = s.SetView(state.Documents)
	doc, err := c.x.Doc(hit.Doc)
	if missing(err) {
		var m markup
		m.tag("div", "class", "hit__row").tag("div", "class", "hit__when")
		m.when(c.x.Date(hit.Doc))
		m.end().tag("div", "class", "hit__body").tag("h3", "class", "hit__lede").text("…").end().end().end()
		return row{html: m.String(), missing: true, untitled: true}, nil
	}
	if err != nil {
		return row{}, err
	}
	text, noText := c.x.Text(hit.Doc)
	snippets, noSnippets := c.engine.Snippets(hit.Doc, a.node, 2, snippetWidth)
	marks, noMarks := c.engine.Marks(hit.Doc, a.node)
	mentions, noMentions := c.x.Mentions(hit.Doc)
	late := false
	for _, err := range [...]error{noText, noSnippets, noMarks, noMentions} {
		if err != nil && !missing(err) {
			return row{}, err
		}
		late = late || err != nil
	}
	actors := countNamed(mentions)

	var m markup
	m.tag("div", "class", "hit__row")
	m.tag("div", "class", "hit__when")
	m.when(doc.Date)
	m.barcode(marks, len(text))
	m.tag("label", "class", "hit__pick").void("input", "type", "checkbox", "tabindex", "-1", "data-pick", doc.ID, "aria-label", fill(w.keeping.pick, shorten(doc.Title, 80))).end()
	m.end()

	m.tag("div", "class", "hit__body")
	m.tag("h3", "class", "hit__lede")
	m.tag("a", "href", "#"+s.Open(doc.ID).String(), "tabindex", "-1", "lang", doc.Lang, "dir", "auto")
	m.marked(doc.Title, c.mark(doc.Title, doc.Lang, a.node)).end().end()
	if snip, ok := bestSnippet(doc, text, snippets); ok && noText == nil && noSnippets == nil {
		m.tag("p", "class", "hit__snip", "lang", doc.Lang, "dir", "auto").snippet(snip).end()
	}
	m.tag("p", "class", "hit__meta")
	if doc.Dateline != "" {
		m.span("span", "place", place(doc.Dateline)).text(" ")
	}
	if hit.Occurrences > 0 {
		m.span("span", "num", w.hits.n(hit.Occurrences)).text(" ")
	}
	for _, n := range actors[:min(chipsPerRow, len(actors))] {
		one, err := c.actor(n.id)
		if missing(err) {
			late = true
			continue
		}
		if err != nil {
			return row{}, err
		}
		m.mini(one, shortName(one, text, mentions)).text(" ")
	}
	if more := len(actors) - chipsPerRow; more > 0 {
		m.span("span", "num", "+"+number(more))
	}
	m.end().end().end()
	return row{html: m.String(), id: doc.ID, missing: late}, nil
}

// mini writes an actor as a small chip.
func (m *markup) mini(a actor, name string) *markup {
	return m.tag("span", "class", "mini").glyph(a.class()).tag("bdi").text(name).end().end()
}

// shortName returns the surname or the acronym that a text itself uses for an actor, else its name.
func shortName(a actor, text string, mentions []index.Mention) string {
	for _, m := range mentions {
		if m.Actor == a.id && (m.Kind == corpus.KindSurname || m.Kind == corpus.KindAcronym) && m.End <= len(text) && m.Start < m.End {
			return text[m.Start:m.End]
		}
	}
	return a.name
}

// when writes a date for the narrow column.
func (m *markup) when(d corpus.Date) {
	day, year := dayAndYear(d)
	tag := "time"
	if d == 0 {
		tag = "p"
	}
	m.tag(tag, "datetime", d.String()).span("b", "", day)
	if year != "" {
		m.text(" ").span("span", "", year)
	}
	m.end()
}

// barcode draws where in a text of that many bytes the marks fall. Marks of one column are one stroke.
func (m *markup) barcode(marks []span, length int) {
	if len(marks) == 0 || length == 0 {
		return
	}
	m.tag("svg", "class", "barcode", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true")
	m.void("path", "d", strokes(marks, length, 3)).end()
}

// strokes is a path of upright strokes of the given width on an axis of 0 to 100.
func strokes(marks []span, length int, width float64) string {
	var b strings.Builder
	columns := int(100 / width)
	last := -1
	for _, mark := range marks {
		column := mark.Start * columns / length
		if column == last {
			continue
		}
		last = column
		x := min(float64(mark.Start)/float64(length)*100, 100-width)
		b.WriteString("M" + decimal(x, 1) + " 0h" + decimal(width, 1) + "v10h-" + decimal(width, 1) + "z")
	}
	return b.String()
}

// snippet writes a piece of a text with an ellipsis where it was cut.
func (m *markup) snippet(s search.Snippet) *markup {
	if s.CutLeft {
		m.text("… ")
	}
	m.marked(s.Text, s.Marks)
	if s.CutRight {
		m.text(" …")
	}
	return m
}

// bestSnippet returns the first snippet that tells more than the title does. Where the title was derived from the opening,
// a snippet from the opening would say the same twice: then the next one is taken, or what follows the opening.
func bestSnippet(doc index.Doc, text string, snippets []search.Snippet) (search.Snippet, bool) {
	opening := 0
	if doc.TitleDerived {
		opening = min(len(text), doc.DatelineLen+len(strings.TrimRight(doc.Title, "… ")))
	}
	for _, s := range snippets {
		if len(s.Marks) > 0 && s.Start+s.Marks[0].Start >= opening || opening == 0 {
			return s, true
		}
	}
	rest := strings.TrimLeft(text[opening:], " \n.…")
	if !doc.TitleDerived || rest == "" {
		if len(snippets) > 0 {
			return snippets[0], true
		}
		return search.Snippet{}, false
	}
	start := len(text) - len(rest)
	cut := len(rest) > snippetWidth
	if cut {
		rest = rest[:snippetWidth]
		if at := strings.LastIndexAny(rest, " \n"); at > 0 {
			rest = rest[:at]
		}
		rest = strings.ToValidUTF8(rest, "")
	}
	return search.Snippet{Start: start, End: start + len(rest), Text: rest, CutRight: cut}, true
}

// named is an actor of a document with the number of times it is named there.
type named struct {
	id    index.ActorID
	times int
}

// countNamed returns the actors of a document's mentions, those named most first; equal ones stay in the order of the text.
func countNamed(mentions []index.Mention) []named {
	at := make(map[index.ActorID]int, len(mentions))
	var list []named
	for _, m := range mentions {
		i, seen := at[m.Actor]
		if !seen {
			i = len(list)
			at[m.Actor] = i
			list = append(list, named{id: m.Actor})
		}
		list[i].times++
	}
	slices.SortStableFunc(list, func(a, b named) int { return cmp.Compare(b.times, a.times) })
	return list
}

// class is the actor's type as the style sheet knows it.
func (a actor) class() string { return typeClass[a.typ] }

var typeClass = [corpus.NumActorTypes]string{"person", "org", "country", "place"}
