package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/text"
)

// titleRunes is how many characters of a first sentence make a title: three lines of a result list.
const titleRunes = 160

// DeriveTitle makes a title of the first sentence of a document's text, without its dateline, cut between words
// where it is long.
func DeriveTitle(d *corpus.Document) string {
	body := d.Text[min(d.DatelineLen, len(d.Text)):]
	for sentence := range text.Sentences(body) {
		title := strings.Join(strings.Fields(sentence.Of(body)), " ")
		if !strings.ContainsFunc(title, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			continue
		}
		if utf8.RuneCountInString(title) <= titleRunes {
			return strings.TrimSuffix(title, ".")
		}
		cut := 0
		for n := range titleRunes { // by characters
			_, width := utf8.DecodeRuneInString(title[cut:])
			if n < titleRunes-1 {
				cut += width
			}
		}
		if i := strings.LastIndexByte(title[:cut], ' '); i > cut/2 {
			cut = i
		}
		return strings.TrimRightFunc(title[:cut], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) + "…"
	}
	return d.ID
}
