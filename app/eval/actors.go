package eval

import (
	"context"
	"fmt"
	"io"
	"slices"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/gold"
)

// spanSets are the sets that actorSpans measures, with what the table calls them.
var spanSets = []struct{ name, title string }{
	{"wikigold", "wikigold"},
	{"gum", "GUM news"},
	{"crossner", "CrossNER politics"},
	{"ewt", "UNER EWT"},
	{"btc", "BTC tweets"},
	{"news", "news"},
}

// actorSpans measures the finder: strict F1 by span and type over people, organisations and places with countries.
func actorSpans(ctx context.Context, o *Options) ([]Row, error) {
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	return scoreSets(ctx, o, "Dateline", func(d *gold.Document) []gold.Span { return find(finder, d, "en") })
}

// scoreSets measures one system on every set.
func scoreSets(ctx context.Context, o *Options, system string, find func(d *gold.Document) []gold.Span) ([]Row, error) {
	var rows []Row
	for _, set := range spanSets {
		docs, err := gold.Load(o.Data, set.name, o.Part)
		if err != nil {
			return nil, err
		}
		if len(docs) == 0 {
			continue // the set has nothing in this part
		}
		s := newSpanScore()
		for i := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			names := find(&docs[i])
			s.add(docs[i].Text, docs[i].Spans, names)
			if o.Misses != nil {
				misses(o.Misses, set.name, &docs[i], names)
			}
		}
		rows = append(rows, Row{"actors F1", set.title, system, s.values()})
	}
	return rows, nil
}

// misses tells what was found and is not marked ("+"), and the reverse ("-").
func misses(w io.Writer, set string, d *gold.Document, found []gold.Span) {
	tell := func(mark string, these, those []gold.Span) {
		for _, s := range these {
			if !slices.Contains(those, s) {
				before, after := d.Text[max(0, s.Start-40):s.Start], d.Text[s.End:min(len(d.Text), s.End+40)]
				fmt.Fprintf(w, "%s %s %s %q … %q … %q\n", set, mark, s.Label, before, d.Text[s.Start:s.End], after)
			}
		}
	}
	tell("+", found, d.Spans)
	tell("-", d.Spans, found)
}

// find returns what facets show of a document, in the labels of the sets: demonyms are no names there, and roles are none.
func find(finder *actor.Finder, d *gold.Document, lang string) []gold.Span {
	doc := &corpus.Document{Text: d.Text, Lang: lang}
	if date, err := corpus.ParseDate(d.Date); err == nil {
		doc.Date = date
	}
	var spans []gold.Span
	for _, m := range finder.Find(doc) {
		if m.Kind == corpus.KindDemonym || m.Kind == corpus.KindRole || m.Kind == corpus.KindGiven || m.Confidence < corpus.ShownConfidence {
			continue
		}
		spans = append(spans, gold.Span{Start: m.Start, End: m.End, Label: label(m.Type)})
	}
	return spans
}

func label(t corpus.ActorType) string {
	return [...]string{"PER", "ORG", "LOC", "LOC"}[t]
}
