package index

import (
	"dateline/corpus"
)

// Dates spoken of stand in three sections.
//
//	when  a store (store.go), whose record of a document is: uvarint number of dates, then for each
//	        zigzag gap of its start to that of the one before, uvarint length
//	        kind<<4 | unit 1
//	        unless it is vague: zigzag first day less the document's own first day (1 January 1970 where it is undated), uvarint days more
//	days  the distinct times, by first day, last day and unit: zigzag least first day, counted from 1970; then packed arrays of the
//	        first days less that, days more, units, documents, mentions, places in dayp and its end
//	dayp  posting lists of times, like those of terms
//
// A time is kept as what it spans, so that a question for a month finds its days, and the year that it lies in, without a look at texts.

// SpokenTime is a time that documents speak of.
type SpokenTime struct {
	From, To corpus.Date // first and last day
	Unit     corpus.TimeUnit
	Docs     int // documents that speak of it
	Mentions int

	place extent // in dayp
}

// openSpoken reads days. A file of version 1 has none.
func (x *Index) openSpoken() error {
	if x.opened[secDays] || x.file.sections[secDays].n == 0 {
		return nil
	}
	return x.once(secDays, func(r *reader) {
		least := r.zigzag()
		var columns [6]packed
		for c := range columns {
			columns[c] = r.packed()
		}
		n := columns[0].n
		for c, column := range columns {
			if c < 5 && column.n != n || c == 5 && column.n != n+1 {
				r.fail()
			}
		}
		if r.err != nil {
			return
		}
		x.spoken = make([]SpokenTime, n)
		for i := range x.spoken {
			v := func(c int) int { return int(columns[c].at(i)) }
			from, more := least+v(0), v(1)
			first, last := dayAt(from), dayAt(from+more)
			t := SpokenTime{From: first, To: last, Unit: corpus.TimeUnit(v(2)), Docs: v(3), Mentions: v(4)}
			t.place = extent{off: v(5), n: int(columns[5].at(i+1)) - v(5)}
			if first == 0 || last == 0 || t.Unit >= corpus.NumTimeUnits || t.place.n < 0 || t.Docs > x.meta.Docs {
				r.fail()
				return
			}
			x.spoken[i] = t
		}
	})
}

// The days that dates can hold, counted from 1970.
const (
	firstDay = -719162 // 1 January 1
	lastDay  = 2932896 // 31 December 9999
)

// dayAt returns the date of a day counted from 1970, undated beyond what dates can hold.
func dayAt(day int) corpus.Date {
	if day < firstDay || day > lastDay {
		return 0
	}
	return corpus.DateOfDays(day)
}

// SpokenTimes returns the times that documents speak of, by first day, then last day. They must not be written to.
func (x *Index) SpokenTimes() ([]SpokenTime, error) {
	err := x.openSpoken()
	return x.spoken, err
}

// SpokenPostings opens the list of the documents that speak of t, one of SpokenTimes; frequencies count mentions.
func (x *Index) SpokenPostings(t SpokenTime) (*Postings, error) {
	data, err := x.file.read(secDayp, t.place.off, t.place.n)
	if err != nil {
		return nil, err
	}
	return openPostings(data, t.Docs, t.Mentions, 1, extent{})
}

// Dates returns the dates that document d speaks of, in the order of its text.
func (x *Index) Dates(d corpus.DocID) ([]corpus.DateMention, error) {
	if x.file.sections[secWhen].n == 0 {
		return nil, nil
	}
	data, err := x.record(storeWhen, d)
	if err != nil {
		return nil, err
	}
	r := reader{data: data}
	n := r.count()
	dates := make([]corpus.DateMention, 0, min(n, len(data)))
	last, base := 0, baseDay(x.Date(d))
	for range n {
		last += r.zigzag()
		m := corpus.DateMention{Start: last, End: last + r.int()}
		what := r.byte()
		m.Kind, m.Unit = corpus.DateKind(what>>4), corpus.TimeUnit(what&15)
		if !vagueKind(m.Kind) {
			from := base + r.zigzag()
			m.From, m.To = dayAt(from), dayAt(from+r.int())
			if m.From == 0 || m.To == 0 {
				r.fail()
			}
		}
		if r.err != nil || last < 0 || m.Kind >= corpus.NumDateKinds || m.Unit >= corpus.NumTimeUnits {
			return nil, errDamaged
		}
		dates = append(dates, m)
	}
	return dates, r.err
}
