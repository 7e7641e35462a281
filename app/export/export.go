// Package export writes what a corpus holds in forms that other programs read: lines of JSON, and a database of SQLite. What outgrows
// a browser moves on with nothing lost: to Datasette, DuckDB, a search cluster, or a notebook.
//
// The same corpus gives the same bytes in both forms.
package export

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
	return out, nil
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
