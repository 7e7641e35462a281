package source

import (
	"strings"

	"dateline/corpus"
)

// leadingDate reads the form of wire archives: the first line begins " date 2021-04-14 " and goes on with the text. It returns
// the rest; ok is false where text does not begin so. An impossible date is an error, and is taken off all the same.
func leadingDate(text string, order DateOrder) (d corpus.Date, rest string, ok bool, err error) {
	rest, found := strings.CutPrefix(strings.TrimLeft(text, " \t"), "date ")
	if !found {
		return 0, text, false, nil
	}
	rest = strings.TrimLeft(rest, " \t")
	end := strings.IndexAny(rest, " \t\n")
	if end < 0 {
		end = len(rest)
	}
	// The form has ISO dates and nothing else, so that "date palms …" is a text.
	word := rest[:end]
	if len(word) < 4 || strings.Trim(word, "0123456789-") != "" {
		return 0, text, false, nil
	}
	d, err = parseDateField(word, order)
	return d, rest[end:], true, err
}

// headerNames are the keys of a header block.
var headerNames = wordSet("title headline subject date published publicationdate pubdate publishedat source outlet publisher author authors byline " +
	"url link permalink language lang tags keywords topics category id docid")

// headerBlock reads lines "Key: value" at the start of a text, up to the first blank line or the first line of another kind:
//
//	Title: Readout of the call
//	Date: 14 April 2021
//
//	The text …
//
// Every line of the block has a key that is known; a line with another belongs to the text. rest is the text behind the block.
func headerBlock(text string) (r *record, rest string) {
	r, rest = newRecord(), text
	for rest != "" {
		line, after, _ := strings.Cut(rest, "\n")
		key, value, ok := headerLine(line)
		if !ok {
			break
		}
		r.add(key, value)
		rest = after
	}
	return r, rest
}

func headerLine(line string) (key, value string, ok bool) {
	const longestValue = 1000
	key, value, ok = strings.Cut(line, ":")
	if !ok || len(key) > 24 || len(value) > longestValue || value != "" && value[0] != ' ' && value[0] != '\t' {
		return "", "", false
	}
	key = foldName(strings.Trim(key, " \t*_#"))
	value = strings.Trim(value, " \t*_")
	return key, value, headerNames[key]
}
