package query

import (
	"unicode"
	"unicode/utf8"
)

// clean returns the input with every character that the language does not tell apart in its plain form: spaces and
// controls as ' ', quotes and full-width punctuation in ASCII, direction marks gone. at maps the offsets of the result,
// and its length, to those of the input; nil if they are the same.
func clean(input string) (text string, at []int32) {
	i := 0
	for i < len(input) {
		r, size := utf8.DecodeRuneInString(input[i:])
		if plain(r) != r {
			break
		}
		i += size
	}
	if i == len(input) {
		return input, nil
	}
	buf := make([]byte, 0, len(input))
	at = make([]int32, 0, len(input)+1)
	for i, r := range input { // an invalid byte comes as U+FFFD
		if r = plain(r); r < 0 {
			continue
		}
		buf = utf8.AppendRune(buf, r)
		for len(at) < len(buf) {
			at = append(at, int32(i))
		}
	}
	return string(buf), append(at, int32(len(input)))
}

// plain returns the form of r that the lexer reads, -1 for none.
func plain(r rune) rune {
	if r < 0x7f {
		if r < ' ' {
			return ' '
		}
		return r
	}
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‘', '’', '‚', '‛', '′':
		return '\''
	case utf8.RuneError, '\u200b': // zero width space separates words
		return ' '
	case '\u00ad', '\u061c', '\u180e', '\u200e', '\u200f', '\ufeff': // soft hyphen, direction marks, byte order mark
		return -1
	}
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r):
		return ' '
	case '\u202a' <= r && r <= '\u202e', // embeddings and overrides
		'\u2060' <= r && r <= '\u206f', // joiners, isolates, deprecated format characters
		'\ufff9' <= r && r <= '\ufffb', // interlinear annotation
		0xe0000 <= r && r <= 0xe007f:   // tags
		return -1
	case '！' <= r && r <= '～' && !unicode.IsLetter(r) && !unicode.IsDigit(r): // full-width punctuation
		return r - '！' + '!'
	}
	return r
}

// dash reports whether r is a minus where a word begins. An em dash is not: it separates words.
func dash(r rune) bool {
	return r == '-' || '\u2010' <= r && r <= '\u2013' || r == '−' || r == '﹣'
}

// searchable reports whether r can be part of a word that is searched: a letter, digit or other number.
func searchable(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func hasWord(s string) bool {
	for _, r := range s {
		if searchable(r) {
			return true
		}
	}
	return false
}
