package search

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// longDays is how many days a time may have to be found by a period that only touches it: a decade. "The 20th century" is found by a period that
// holds all of it, and not by each of its days.
const longDays = 3653

// speaking returns the documents that speak of a date in p.
func (e *Engine) speaking(p query.Period) ([]uint32, error) {
	times, err := e.x.SpokenTimes()
	if err != nil {
		return nil, err
	}
	var docs []uint32
	for _, t := range times {
		if !p.None && !touches(t, p) {
			continue
		}
		list, err := e.x.SpokenPostings(t)
		if err == nil {
			docs, err = e.appendDocs(docs, list)
		}
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(docs)
	docs = slices.Compact(docs)
	if p.None {
		return e.others(docs), nil
	}
	return docs, nil
}

// touches reports whether p has a day of t, or, if t is long, all of it.
func touches(t index.SpokenTime, p query.Period) bool {
	from, to := p.From.First(), p.To.Last()
	if t.To.Days()-t.From.Days() > longDays {
		return (from == 0 || t.From >= from) && (to == 0 || t.To <= to)
	}
	return (from == 0 || t.To >= from) && (to == 0 || t.From <= to)
}

// others returns the documents that are not in docs, which ascend.
func (e *Engine) others(docs []uint32) []uint32 {
	var rest []uint32
	next := 0
	for d := range uint32(e.x.Docs()) {
		if next < len(docs) && docs[next] == d {
			next++
			continue
		}
		rest = append(rest, d)
	}
	return rest
}

// appendDocs appends the documents of a posting list.
func (e *Engine) appendDocs(docs []uint32, list *index.Postings) ([]uint32, error) {
	var b index.Block
	for i := range list.Blocks() {
		if err := list.Read(i, &b, e.x.Docs()); err != nil {
			return nil, err
		}
		docs = append(docs, b.Docs...)
	}
	return docs, nil
}

// saidBy returns the documents with a statement of one of the actors.
func (e *Engine) saidBy(actors []index.ActorID) ([]uint32, error) {
	var docs []uint32
	for _, a := range actors {
		list, err := e.x.SpeakerPostings(a)
		if err == nil && list != nil {
			docs, err = e.appendDocs(docs, list)
		}
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(docs)
	return slices.Compact(docs), nil
}

// TimeCount is a time that documents of a result speak of, with their number.
type TimeCount struct {
	From, To corpus.Date
	Unit     corpus.TimeUnit
	Docs     int
}

// Mentioned counts the times that the documents of r speak of, by first day, then last day.
func (e *Engine) Mentioned(r Request) ([]TimeCount, error) {
	found, err := e.matching(r)
	if err != nil {
		return nil, err
	}
	times, err := e.x.SpokenTimes()
	if err != nil {
		return nil, err
	}
	in := make([]bool, e.x.Docs())
	for _, d := range found {
		in[d] = true
	}
	var counts []TimeCount
	var docs []uint32
	for _, t := range times {
		list, err := e.x.SpokenPostings(t)
		if err == nil {
			docs, err = e.appendDocs(docs[:0], list)
		}
		if err != nil {
			return nil, err
		}
		n := 0
		for _, d := range docs {
			if in[d] {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, TimeCount{t.From, t.To, t.Unit, n})
		}
	}
	return counts, nil
}

// MentionedDays is Mentioned by day, for a timeline: a time of a year or less counts at its first day, longer ones do not.
func (e *Engine) MentionedDays(r Request) ([]DayCount, error) {
	times, err := e.Mentioned(r)
	var days []DayCount
	for _, t := range times {
		if t.To.Days()-t.From.Days() > 366 {
			continue
		}
		day := t.From.Days()
		if n := len(days); n > 0 && days[n-1].Day == day {
			days[n-1].Docs += t.Docs
			continue
		}
		days = append(days, DayCount{day, t.Docs})
	}
	return days, err
}

// matching returns the documents of r, ascending.
func (e *Engine) matching(r Request) ([]corpus.DocID, error) {
	r.Sort, r.Offset, r.Limit, r.Counts = Oldest, 0, e.x.Docs(), false
	result, err := e.Run(r)
	if err != nil {
		return nil, err
	}
	docs := make([]corpus.DocID, len(result.Hits))
	for i, h := range result.Hits {
		docs[i] = h.Doc
	}
	slices.Sort(docs)
	return docs, nil
}
