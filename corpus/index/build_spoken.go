package index

import (
	"encoding/binary"
	"slices"

	"dateline/corpus"
)

// spokenTable gathers the dates that documents speak of.
type spokenTable struct {
	lists   map[SpokenTime]*gathered // by a time without its numbers
	records *storeWriter
	total   int
}

// add takes the dates of the next document.
func (t *spokenTable) add(doc uint32, d *corpus.Document, dates []corpus.DateMention) {
	if t.records == nil {
		t.records, t.lists = newStoreWriter(nil, 1), map[SpokenTime]*gathered{}
	}
	kept := make([]corpus.DateMention, 0, len(dates))
	for _, m := range dates {
		// What is no span of this text or no stretch of time is a mistake of who found it, and a reader must not be shown it.
		if m.Start >= 0 && m.End >= m.Start && m.End <= len(d.Text) && m.Kind < corpus.NumDateKinds && m.Unit < corpus.NumTimeUnits &&
			(m.From == 0) == vagueKind(m.Kind) && (m.From == 0 || m.From.Precision() == corpus.DayOfMonth && m.To >= m.From && m.From.Valid() && m.To.Valid()) {
			kept = append(kept, m)
		}
	}
	t.total += len(kept)
	record := binary.AppendUvarint(nil, uint64(len(kept)))
	last, base := 0, baseDay(d.Date)
	for _, m := range kept {
		record = appendZigzag(record, m.Start-last)
		record = binary.AppendUvarint(record, uint64(m.End-m.Start))
		record = append(record, byte(m.Kind)<<4|byte(m.Unit))
		last = m.Start
		if m.From == 0 {
			continue
		}
		record = appendZigzag(record, m.From.Days()-base)
		record = binary.AppendUvarint(record, uint64(m.To.Days()-m.From.Days()))
		key := SpokenTime{From: m.From, To: m.To, Unit: m.Unit}
		list := t.lists[key]
		if list == nil {
			list = &gathered{}
			t.lists[key] = list
		}
		list.add(doc, 1, 0)
	}
	t.records.add(record)
}

func vagueKind(k corpus.DateKind) bool { return k == corpus.PastRef || k == corpus.FutureRef }

// baseDay is the day that the dates in a document of that date count from: it, or 1 January 1970.
func baseDay(d corpus.Date) int {
	if d == 0 {
		return 0
	}
	return d.Days()
}

// sections writes days, dayp and when (spoken.go tells their layout).
func (t *spokenTable) sections() (days, dayp, when []byte) {
	times := make([]SpokenTime, 0, len(t.lists))
	for key := range t.lists {
		times = append(times, key)
	}
	slices.SortFunc(times, func(a, b SpokenTime) int {
		switch {
		case a.From != b.From:
			return int(a.From) - int(b.From)
		case a.To != b.To:
			return int(a.To) - int(b.To)
		}
		return int(a.Unit) - int(b.Unit)
	})
	least := 0
	if len(times) > 0 {
		least = times[0].From.Days()
	}
	var columns [5][]uint64 // first day, days more, unit, documents, mentions
	starts := make([]uint64, 0, len(times)+1)
	var list []posting
	for _, time := range times {
		g := t.lists[time]
		list = g.postings(list[:0])
		starts = append(starts, uint64(len(dayp)))
		dayp, _ = appendPostings(dayp, nil, list)
		for c, v := range [5]int{time.From.Days() - least, time.To.Days() - time.From.Days(), int(time.Unit), len(list), g.total} {
			columns[c] = append(columns[c], uint64(v))
		}
	}
	days = appendZigzag(nil, least)
	for _, column := range columns {
		days = appendPacked(days, column)
	}
	return appendPacked(days, append(starts, uint64(len(dayp)))), dayp, t.records.append(nil)
}
