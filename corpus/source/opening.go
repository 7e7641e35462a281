package source

import (
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// opening is a date found in the first paragraphs of a text.
type opening struct {
	date corpus.Date
	// from and to enclose the paragraph and the blank line behind it if the date is all it holds; both zero otherwise.
	from, to int
}

// Dates are looked for in so many paragraphs and bytes; prose ends the search, for a date in prose is a day that is spoken of.
const (
	openingParagraphs = 6
	openingBytes      = 1000
	longestDateLine   = 100 // characters
	mostWordsBefore   = 4   // "Kyiv, 14 April 2021", but not a headline with a date at its end
)

// openingDate finds the date that the first lines of a text (in the form of Document.Text) give it:
//
//	14 April 2021                      a line of its own, with a weekday, a time or a word like "Published:"
//	By A. Author | April 14, 2021      at the start or the end of a short line, behind a separator
//	April 14, 2021 — The text …        at the very start of a paragraph, before a dash or colon
//	LONDON, April 14, 2021 (Reuters) - …   in a dateline
//
// The error is for a line that is nothing but a date that cannot be read.
func openingDate(text string, order DateOrder) (found opening, err error) {
	var updated opening
	at := 0
	for range openingParagraphs {
		if at >= len(text) || at > openingBytes {
			break
		}
		end, next := len(text), len(text)
		if i := strings.Index(text[at:], "\n\n"); i >= 0 {
			end, next = at+i, at+i+2
		}
		paragraph := text[at:end]
		d, whole, changed, problem := dateOfParagraph(paragraph, order)
		if problem != nil && err == nil {
			err = problem
		}
		if d != 0 {
			o := opening{date: d}
			if whole {
				o.from, o.to = at, next
			}
			if !changed {
				return o, nil
			}
			if updated.date == 0 {
				updated = o
			}
		}
		if longParagraph(paragraph) {
			break
		}
		at = next
	}
	if updated.date != 0 {
		return updated, nil
	}
	return opening{}, err
}

func longParagraph(p string) bool {
	return len(p) > longestDateLine && (endsSentence(p) || len(p) > 3*longestDateLine)
}

// dateOfParagraph reads the date of one paragraph. whole tells that it holds nothing else, changed that it is the date of an update.
func dateOfParagraph(p string, order DateOrder) (d corpus.Date, whole, changed bool, err error) {
	short := len(p) <= 3*longestDateLine && utf8.RuneCountInString(p) <= longestDateLine
	rest, labelled, changed := cutDateLabel(p)
	rest = skipWeekday(rest)
	d, n, problem := scanDate(rest, order)
	if n > 0 {
		tail := rest[n:]
		switch {
		case short && dateTail(tail):
			if problem != nil {
				return 0, false, false, problem
			}
			if d.Precision() >= corpus.Month || labelled {
				return d, true, changed, nil
			}
		case problem != nil || d.Precision() != corpus.DayOfMonth:
		case leadsOn(tail), short && separated(tail) && !endsSentence(p):
			return d, false, changed, nil
		}
	}
	if d := datelineDate(p); d != 0 {
		return d, false, false, nil
	}
	if short && !endsSentence(p) {
		return dateBehindSeparator(p, order), false, changed, nil
	}
	return 0, false, false, nil
}

// leadsOn reports whether text goes on behind a date as behind a dateline.
func leadsOn(tail string) bool {
	for _, sep := range [...]string{" — ", " – ", " - ", " -- ", ": ", "—"} {
		if strings.HasPrefix(tail, sep) {
			return true
		}
	}
	return false
}

func separated(tail string) bool {
	tail = strings.TrimLeft(tail, " ")
	return tail != "" && strings.ContainsAny(firstRune(tail), ",|•·–—-/()")
}

// dateBehindSeparator finds a day behind a comma, bar, dash or bracket of a short line with few words before it.
func dateBehindSeparator(p string, order DateOrder) corpus.Date {
	for i, r := range p {
		if !strings.ContainsRune(",|•·–—(-:", r) {
			continue
		}
		before, rest := p[:i], strings.TrimLeft(p[i+utf8.RuneLen(r):], " ")
		if len(strings.Fields(before)) > mostWordsBefore {
			break
		}
		if r == '-' && !strings.HasSuffix(before, " ") {
			continue
		}
		rest, _, _ = cutDateLabel(rest)
		rest = skipWeekday(rest)
		d, n, err := scanDate(rest, order)
		if n > 0 && err == nil && d.Precision() == corpus.DayOfMonth && (dateTail(rest[n:]) || separated(rest[n:])) {
			return d
		}
	}
	return 0
}

var (
	dateLabels = wordSet("date dated published posted publication release released issued issue first created filed on le el du den am " +
		"publié publiée publicado publicada fecha datum dato дата опубликовано kelt dátum publicerad publisert updated modified last time " +
		"mis à jour")
	changeLabels = wordSet("updated modified")
)

// cutDateLabel takes words such as "Published:", "Posted on" or "Last updated" off the start of a line.
func cutDateLabel(s string) (rest string, labelled, changed bool) {
	const most = 4
	rest = s
	for range most {
		c := &cursor{s: rest}
		word := strings.ToLower(c.word())
		if !dateLabels[word] {
			break
		}
		labelled, changed = true, changed || changeLabels[word]
		c.accept(":")
		rest = rest[c.i:]
	}
	return rest, labelled, changed
}

func firstRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}
