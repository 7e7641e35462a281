package search

import (
	"slices"

	"dateline/corpus"
)

// dayTable tells the day of a document by its number: documents are numbered by date.
type dayTable struct {
	starts []uint32 // the first document of each date
	days   []int    // since 1970
}

func (e *Engine) openDays() {
	if e.days.starts != nil {
		return
	}
	last := corpus.Date(0)
	for doc := e.x.Meta().Undated; doc < e.x.Docs(); doc++ {
		if date := e.x.Date(corpus.DocID(doc)); date != last || e.days.starts == nil {
			e.days.starts, e.days.days = append(e.days.starts, uint32(doc)), append(e.days.days, date.Days())
			last = date
		}
	}
	e.days.starts = append(e.days.starts, uint32(e.x.Docs()))
}

// histogram counts documents, which are in the order of their dates, by day.
func (e *Engine) histogram(docs []uint32) []DayCount {
	e.openDays()
	docs = docs[e.undated(docs):]
	var days []DayCount
	date := 0
	for i := 0; i < len(docs); {
		if date+1 < len(e.days.starts) && e.days.starts[date+1] <= docs[i] {
			if date++; e.days.starts[date+1] <= docs[i] {
				next, found := slices.BinarySearch(e.days.starts[date:], docs[i])
				if date += next; !found {
					date--
				}
			}
		}
		from, end := i, e.days.starts[date+1]
		for i < len(docs) && docs[i] < end {
			i++
		}
		day := e.days.days[date]
		if n := len(days); n > 0 && days[n-1].Day == day { // a year and its first day
			days[n-1].Docs += i - from
			continue
		}
		days = append(days, DayCount{day, i - from})
	}
	return days
}
