package ui

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
)

// The choices of the reader.

func (e *explorer) typed(q string) {
	if q != e.s.Q {
		e.set(e.s.SetQuery(q), typing)
	}
}

// committed keeps what has been typed as an entry of the history.
func (e *explorer) committed() { e.history.write(e.s.String(), commit) }

func (e *explorer) open(id string) {
	how := commit
	if e.s.Doc != "" && id == e.s.Doc {
		return
	}
	e.set(e.s.Open(id), how)
}

func (e *explorer) closeDoc() {
	row := e.row()
	e.set(e.s.Close(), commit)
	e.page.row = row + 1
}

// row returns the open document's row on this page of the results, -1 if it is not there.
func (e *explorer) row() int {
	if e.d != nil {
		for i, hit := range e.a.result.Hits {
			if hit.Doc == e.d.num {
				return i
			}
		}
	}
	return -1
}

// step opens the next document of the results (by 1) or the one before (by -1), over the borders of pages.
func (e *explorer) step(by int) {
	at := e.s.Page*pageSize + e.row() + by
	if e.row() < 0 {
		at = e.s.Page * pageSize
	}
	if at < 0 || at >= e.a.result.Total {
		return
	}
	s := e.s
	if page := at / pageSize; page != s.Page {
		s = s.SetPage(page)
		a := e.c.ask(s)
		if a.missing {
			e.set(s, replace)
			return
		}
		e.a, e.asked = a, s
		e.rev.all()
		e.page.top = true
	}
	e.s.Page = s.Page
	i := at % pageSize
	if i >= len(e.a.result.Hits) {
		return
	}
	doc, err := e.c.x.Doc(e.a.result.Hits[i].Doc)
	if missing(err) {
		return
	}
	if err != nil {
		e.a.failure = err
		return
	}
	e.set(s.Open(doc.ID), replace)
}

// toHit shows the next hit in the document (by 1) or the one before (by -1), around its ends.
func (e *explorer) toHit(by int) {
	if e.d == nil || e.d.hits() == 0 {
		return
	}
	n := e.d.hits()
	hit := e.s.Hit + by
	switch {
	case hit > n:
		hit = 1
	case hit < 1:
		hit = n
	}
	e.set(e.s.AtHit(hit), replace)
}

// setDates reads the two date fields. What cannot be read is explained under them and changes nothing.
func (e *explorer) setDates(from, to string) {
	e.wrong = [2]string{}
	var dates [2]corpus.Date
	for i, typed := range [2]string{from, to} {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			continue
		}
		date, err := corpus.ParseDate(typed)
		if err != nil {
			e.wrong[i] = sentence(err.Error())
			if !strings.Contains(e.wrong[i], "2021") {
				e.wrong[i] += " " + w.dateHelp
			}
		}
		dates[i] = date
	}
	e.rev.facets++
	if e.wrong != [2]string{} {
		return
	}
	if dates[0] != 0 && dates[1] != 0 && dates[0].First() > dates[1].Last() {
		e.wrong[0] = w.reversed
		return
	}
	if dates != [2]corpus.Date{e.s.From, e.s.To} {
		e.set(e.s.SetRange(dates[0], dates[1]), commit)
	}
}

// sentence makes an error's text a sentence.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// keyOf is what stands for an actor in the present state, where it may have been chosen under another of its names.
func (e *explorer) keyOf(id index.ActorID) (a actor, ok bool) {
	for _, chosen := range [2][]actor{e.a.with, e.a.without} {
		for _, a := range chosen {
			if a.id == id {
				return a, true
			}
		}
	}
	a, err := e.c.actor(id)
	return a, err == nil
}

func (e *explorer) toggleWith(id index.ActorID) {
	if a, ok := e.keyOf(id); ok {
		e.set(e.s.ToggleWith(a.key), commit)
	}
}

func (e *explorer) toggleWithout(id index.ActorID) {
	if a, ok := e.keyOf(id); ok {
		e.set(e.s.ToggleWithout(a.key), commit)
	}
}

// tell shows a message for a while.
func (e *explorer) tell(message string) {
	e.toast, e.reload = message, false
	e.rev.other++
}

// tellError shows what went wrong, and what can be done.
func (e *explorer) tellError(err error) { e.tell(sentence(err.Error())) }
