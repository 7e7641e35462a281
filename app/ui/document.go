package ui

import (
	"strings"

	"dateline/app/state"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// document is an open document, written out for the reader.
type document struct {
	num        corpus.DocID
	doc        index.Doc
	text       string
	title      []span // the hits in a title of its own
	marks      []span // the hits in the text, in order, counted behind those of the title
	paragraphs []string
	actors     [corpus.NumActorTypes][]namedActor
	names      map[index.ActorID][]string // the words each actor is named by in this text
	similar    []similar                  // see likeThis
	compared   bool                       // similar has been looked for
}

// namedActor is an actor and how often a document names it.
type namedActor struct {
	actor
	times int
}

// open reads the document of an id with a query's hits marked; nil if the collection has none of this id.
func (c *collection) open(id string, node query.Node) (*document, error) {
	num, ok, err := c.x.Find(id)
	if err != nil || !ok {
		return nil, err
	}
	return c.read(num, node)
}

func (c *collection) read(num corpus.DocID, node query.Node) (*document, error) {
	d := &document{num: num}
	// All is asked for before anything is waited for.
	c.x.Text(num)
	c.x.Mentions(num)
	c.engine.Marks(num, node)
	var err error
	if d.doc, err = c.x.Doc(num); err != nil {
		return nil, err
	}
	if d.text, err = c.x.Text(num); err != nil {
		return nil, err
	}
	mentions, err := c.x.Mentions(num)
	if err != nil {
		return nil, err
	}
	if d.marks, err = c.engine.Marks(num, node); err != nil {
		return nil, err
	}
	if title, own := d.heading(); own {
		d.title = c.mark(title, d.doc.Lang, node)
	}
	known := make(map[index.ActorID]actor)
	for _, n := range countNamed(mentions) {
		a, err := c.actor(n.id)
		if err != nil {
			return nil, err
		}
		d.actors[a.typ] = append(d.actors[a.typ], namedActor{a, n.times})
		known[n.id] = a
	}
	d.write(mentions, known, c.fresh())
	return d, nil
}

// write makes the paragraphs: text, dateline, actors and hits. Mentions do not overlap one another, nor do hits, but a hit
// may lie within a mention or run over its end; it is then cut into pieces that carry the same number. fresh is where the links
// of actors begin.
func (d *document) write(mentions []index.Mention, known map[index.ActorID]actor, fresh state.State) {
	d.names = make(map[index.ActorID][]string)
	mention, mark := 0, 0
	var sentences []int // where they begin
	for s := range text.Sentences(d.text) {
		sentences = append(sentences, s.Start)
	}
	number := 0
	for p := range text.Paragraphs(d.text) {
		number++
		var m markup
		here := fresh.Open(d.doc.ID).AtPlace(number, 0)
		m.tag("p", "id", "p"+itoa(number)).tag("a", "class", "pn", "href", "#"+here.String(), "data-par", itoa(number), "aria-label", fill(w.paragraph, itoa(number))).text(itoa(number)).end()
		at := p.Start
		nth := 0
		// write writes a piece of the text, with an empty element where a sentence begins.
		write := func(from, to int) {
			for len(sentences) > 0 && sentences[0] < to {
				if start := sentences[0]; start >= from {
					m.text(d.text[from:start])
					from = start
				}
				sentences = sentences[1:]
				nth++
				m.tag("span", "data-s", itoa(number)+"."+itoa(nth)).end()
			}
			m.text(d.text[from:to])
		}
		// plain writes the text up to end with the hits in it.
		plain := func(end int) {
			for mark < len(d.marks) && d.marks[mark].Start < end {
				hit := d.marks[mark]
				if hit.End <= at {
					mark++
					continue
				}
				from := max(hit.Start, at)
				write(at, from)
				at = min(hit.End, end)
				m.tag("mark", "data-hit", itoa(len(d.title)+mark+1))
				write(from, at)
				m.end()
				if hit.End > end {
					return
				}
				mark++
			}
			write(at, end)
			at = end
		}
		if length := d.doc.DatelineLen; p.Start < length && length <= p.End {
			m.tag("span", "class", "dateline")
			plain(p.Start + len(strings.TrimRight(d.text[p.Start:length], " \n")))
			m.end()
		}
		for ; mention < len(mentions) && mentions[mention].Start < p.End; mention++ {
			one := mentions[mention]
			who, ok := known[one.Actor]
			if !ok || one.Start < at || one.End > p.End || one.Start >= one.End {
				continue // given by a field, in the dateline, or across paragraphs
			}
			plain(one.Start)
			words := d.text[one.Start:one.End]
			title := ""
			if words != who.name {
				title = who.name
				d.addName(one.Actor, words)
			}
			m.tag("a", "class", "actor actor--"+who.class(), "href", "#"+fresh.WithActor(who.key).String(),
				"data-actor", itoa(int(one.Actor)), "title", title)
			plain(one.End)
			m.end()
		}
		plain(p.End)
		m.end()
		d.paragraphs = append(d.paragraphs, m.String())
	}
}

func (d *document) addName(a index.ActorID, words string) {
	words = strings.Join(strings.Fields(words), " ")
	for _, known := range d.names[a] {
		if known == words {
			return
		}
	}
	d.names[a] = append(d.names[a], words)
}

// heading returns what stands over a document: its own title, or date and place where it has none of its own.
func (d *document) heading() (title string, own bool) {
	if !d.doc.TitleDerived && d.doc.Title != "" {
		return d.doc.Title, true
	}
	return longDate(d.doc.Date), false
}

// hits is the number of hits in title and text. Those of the title come first.
func (d *document) hits() int { return len(d.title) + len(d.marks) }
