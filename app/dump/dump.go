// Package dump writes what a corpus holds in forms that other programs read: lines of JSON, and a database of SQLite. What outgrows
// a browser moves on with nothing lost: to Datasette, DuckDB, a search cluster, or a notebook.
//
// The same corpus gives the same bytes in both forms.
package dump

import (
	"fmt"

	"dateline/corpus"
	"dateline/corpus/index"
)

// document is a document with all that was found in it. Its JSON is a line of the export.
type document struct {
	ID           string    `json:"id"`
	Path         string    `json:"path"`
	Title        string    `json:"title"`
	TitleDerived bool      `json:"titleDerived,omitempty"` // the title is the first sentence of the text
	Date         string    `json:"date,omitempty"`         // 2021, 2021-04 or 2021-04-14, as precise as it is known
	DateFrom     string    `json:"dateFrom,omitempty"`
	Lang         string    `json:"lang,omitempty"`
	Source       string    `json:"source,omitempty"`
	URL          string    `json:"url,omitempty"`
	Authors      []string  `json:"authors,omitempty"`
	Tags         []string  `json:"tags,omitempty"`
	Dateline     string    `json:"dateline,omitempty"`
	Words        int       `json:"words"`
	Text         string    `json:"text"`
	Mentions     []mention `json:"mentions"`
	Dates        []spoken  `json:"dates"`
	Statements   []said    `json:"statements"`

	date corpus.Date
}

// mention is one place where a document speaks of an actor: bytes Start to End of the UTF-8 of its text. An actor that the input itself
// named has no place there: both are 0.
type mention struct {
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       string  `json:"text"`
	Type       string  `json:"type"`
	Actor      string  `json:"actor"`
	Kind       string  `json:"kind"`
	Confidence float64 `json:"confidence"`
	Rule       string  `json:"rule"`

	id index.ActorID
}

// spoken is one place where a document speaks of a time: Value as TIMEX3 writes it, first and last day, empty where it is vague.
type spoken struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value"`
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
	Kind  string `json:"kind"`
}

// said is a statement: who said what, by which verb, passed on by whom, to whom.
type said struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Text    string  `json:"text"`
	Speaker *party  `json:"speaker,omitempty"`
	Verb    string  `json:"verb"`
	Kind    string  `json:"kind"`
	Form    string  `json:"form"`
	Via     *party  `json:"via,omitempty"`
	To      []party `json:"to,omitempty"`
}

// party is a side of a statement: the words that name it, and the actor that they mean, where that is known.
type party struct {
	Text  string `json:"text,omitempty"`
	Actor string `json:"actor,omitempty"`
	Type  string `json:"type,omitempty"`

	id *index.ActorID
}

// source reads the documents of a corpus one by one.
type source struct {
	x      *index.Index
	actors []index.Actor
}

func newSource(x *index.Index) (*source, error) {
	s := &source{x: x}
	for a := range x.Meta().Actors {
		actor, err := x.Actor(index.ActorID(a))
		if err != nil {
			return nil, err
		}
		s.actors = append(s.actors, actor)
	}
	return s, nil
}

// document reads document n.
func (s *source) document(n corpus.DocID) (*document, error) {
	d, err := s.x.Doc(n)
	if err != nil {
		return nil, err
	}
	body, err := s.x.Text(n)
	if err != nil {
		return nil, err
	}
	found, err := s.x.Mentions(n)
	if err != nil {
		return nil, err
	}
	out := &document{
		ID: d.ID, Path: d.Path, Title: d.Title, TitleDerived: d.TitleDerived, Date: d.Date.String(), DateFrom: d.DateFrom, Lang: d.Lang,
		Source: d.Source, URL: d.URL, Authors: d.Authors, Tags: d.Tags, Dateline: d.Dateline, Words: d.Words, Text: body,
		Mentions: make([]mention, 0, len(found)), date: d.Date,
	}
	for _, m := range found {
		if m.End < m.Start || m.End > len(body) {
			return nil, fmt.Errorf("document %s: a mention lies outside of its text; build the corpus again", d.ID)
		}
		of := &s.actors[m.Actor] // Mentions has checked that it is there
		out.Mentions = append(out.Mentions, mention{
			Start: m.Start, End: m.End, Text: body[m.Start:m.End], Type: of.Type.String(), Actor: of.Name, Kind: m.Kind.String(),
			Confidence: m.Confidence, Rule: m.Rule, id: m.Actor,
		})
	}
	if err := s.dates(n, out); err != nil {
		return nil, err
	}
	return out, s.statements(n, out)
}

func (s *source) dates(n corpus.DocID, out *document) error {
	found, err := s.x.Dates(n)
	if err != nil {
		return err
	}
	out.Dates = make([]spoken, 0, len(found))
	for _, m := range found {
		words, err := out.words(m.Start, m.End)
		if err != nil {
			return err
		}
		out.Dates = append(out.Dates, spoken{
			Start: m.Start, End: m.End, Text: words, Value: m.Value(), First: m.From.String(), Last: m.To.String(), Kind: m.Kind.String(),
		})
	}
	return nil
}

func (s *source) statements(n corpus.DocID, out *document) error {
	found, err := s.x.Statements(n)
	if err != nil {
		return err
	}
	out.Statements = make([]said, 0, len(found))
	for _, st := range found {
		words, err := out.words(st.Start, st.End)
		if err != nil {
			return err
		}
		verb, err := out.words(st.VerbStart, st.VerbEnd)
		if err != nil {
			return err
		}
		line := said{Start: st.Start, End: st.End, Text: words, Verb: verb, Kind: st.Kind.String(), Form: st.Form.String()}
		if line.Speaker, err = s.party(st.Speaker, out); err != nil {
			return err
		}
		if line.Via, err = s.party(st.Via, out); err != nil {
			return err
		}
		for _, to := range st.To {
			p, err := s.party(to, out)
			if err != nil {
				return err
			}
			if p != nil {
				line.To = append(line.To, *p)
			}
		}
		out.Statements = append(out.Statements, line)
	}
	return nil
}

// party returns nil for one that is not there.
func (s *source) party(p index.Party, in *document) (*party, error) {
	words, err := in.words(p.Start, p.End)
	if err != nil || words == "" && !p.IsActor {
		return nil, err
	}
	out := &party{Text: words}
	if p.IsActor {
		if int(p.Actor) >= len(s.actors) {
			return nil, fmt.Errorf("document %s: a statement is of an actor that is not there; build the corpus again", in.ID)
		}
		of := &s.actors[p.Actor]
		out.Actor, out.Type, out.id = of.Name, of.Type.String(), &p.Actor
	}
	return out, nil
}

// words returns bytes start to end of the text.
func (d *document) words(start, end int) (string, error) {
	if start < 0 || end < start || end > len(d.Text) {
		return "", fmt.Errorf("document %s: what was found in it lies outside of its text; build the corpus again", d.ID)
	}
	return d.Text[start:end], nil
}

// each calls visit for the documents in their order: by date, then by id.
func (s *source) each(visit func(n corpus.DocID, d *document) error) error {
	for n := range corpus.DocID(s.x.Docs()) {
		d, err := s.document(n)
		if err != nil {
			return err
		}
		if err := visit(n, d); err != nil {
			return err
		}
	}
	return nil
}
