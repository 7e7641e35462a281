package when

import (
	"sync"

	"dateline/corpus"
)

// Find returns the dates that d.Text speaks of in the order of their spans, none overlapping another. mentions are the actors found in it,
// in the order of their spans: a date within the name of a person or an organisation is none ("Theresa May", "Black September").
func Find(d *corpus.Document, mentions []corpus.Mention) []corpus.DateMention {
	v := vocabularyOf(d.Lang)
	t := &task{text: d.Text, ref: d.Date, tokens: lex(d.Text, v), names: mentions, last: none}
	t.foreign = !v.english
	for i := 0; i < len(t.tokens); {
		e, ok := t.match(i)
		if ok {
			e = t.rangeFrom(e)
		}
		if !ok || !t.emit(e) {
			i++
			continue
		}
		i = e.to
	}
	return t.found
}

// task is the finding in one document.
type task struct {
	text    string
	ref     corpus.Date // of the document
	tokens  []token
	foreign bool
	names   []corpus.Mention // those not yet passed
	found   []corpus.DateMention
	last    int // the token behind the last expression with a day, month or year to count from, or none
	anchor  corpus.DateMention
}

const none = -1

// expression is a stretch of tokens that means a time.
type expression struct {
	from, to    int // tokens
	first, last corpus.Date
	unit        corpus.TimeUnit
	kind        corpus.DateKind
	yearless    bool // the year was worked out
}

// emit adds e to what was found, unless it cannot be a date or lies within a name.
func (t *task) emit(e expression) bool {
	m := corpus.DateMention{Start: t.tokens[e.from].start, End: t.tokens[e.to-1].end, From: e.first, To: e.last, Unit: e.unit, Kind: e.kind}
	if e.kind == corpus.PastRef || e.kind == corpus.FutureRef {
		m.From, m.To, m.Unit = 0, 0, corpus.VagueUnit
	} else if m.From == 0 || m.To < m.From || !m.From.Valid() || !m.To.Valid() {
		return false
	}
	if s := t.text[m.Start:m.End]; len(s) > 2 && (s[len(s)-2:] == "'s") {
		m.End -= 2
	} else if len(s) > 4 && s[len(s)-4:] == "’s" {
		m.End -= 4
	}
	if t.named(m.Start, m.End) {
		return false
	}
	t.found = append(t.found, m)
	if m.From != 0 && m.Unit <= corpus.YearUnit && m.Unit.String() != "" && m.From.Precision() == corpus.DayOfMonth {
		t.last, t.anchor = e.to, m
	}
	return true
}

// believed is the confidence from which a mention is taken for what it says: what is less sure must not hide a date.
const believed = 0.5

// named reports whether the span lies within, or cuts into, the name of a person or an organisation.
func (t *task) named(start, end int) bool {
	for len(t.names) > 0 && t.names[0].End <= start {
		t.names = t.names[1:]
	}
	for _, m := range t.names {
		if m.Start >= end {
			break
		}
		if m.End > start && m.Confidence >= believed && (m.Type == corpus.Person || m.Type == corpus.Organisation) && m.Kind != corpus.KindGiven && m.Kind != corpus.KindRole {
			return true
		}
	}
	return false
}

// vocabularyOf returns the words of a language, those of English where the language is not known, and none for others.
func vocabularyOf(lang string) *vocabulary {
	if len(lang) > 2 && (lang[2] == '-' || lang[2] == '_') {
		lang = lang[:2]
	}
	switch lang {
	case "", "en":
		return english()
	}
	if v := foreignWords()[lang]; v != nil {
		return v
	}
	return noWords
}

var noWords = &vocabulary{}

var foreignWords = sync.OnceValue(loadForeign)
