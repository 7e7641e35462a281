package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs yields the spans of s between blank lines.
func Paragraphs(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for start := 0; start < len(s); {
			end, next := len(s), len(s)
			if i := strings.Index(s[start:], "\n\n"); i >= 0 {
				end, next = start+i, start+i+2
			}
			if end > start && !yield(Token{start, end}) {
				return
			}
			start = next
		}
	}
}

// Sentences yields the sentences of s, paragraph by paragraph, without the space around them.
//
// A sentence ends at . ! ? or …, with the quotes and brackets that close behind it, if space and a character that can
// open a sentence follow. A full stop after an abbreviation, an initial or inside "U.S." does not end one, unless a
// word follows that hardly stands inside a sentence with a capital ("U.S. The").
func Sentences(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for p := range Paragraphs(s) {
			for start := p.Start; start < p.End; {
				end := sentenceEnd(s, start, p.End)
				from, to := trimSpan(s, start, end)
				if from < to && !yield(Token{from, to}) {
					return
				}
				start = end
			}
		}
	}
}

func trimSpan(s string, start, end int) (from, to int) {
	trimmed := strings.TrimLeftFunc(s[start:end], unicode.IsSpace)
	from = end - len(trimmed)
	return from, from + len(strings.TrimRightFunc(trimmed, unicode.IsSpace))
}

// sentenceEnd returns where the sentence that begins at start ends, end at the latest.
func sentenceEnd(s string, start, end int) int {
	for i := start; i < end; {
		r, width := utf8.DecodeRuneInString(s[i:end])
		i += width
		switch r {
		case '。', '！', '？':
			return i
		case '.', '!', '?', '…':
		default:
			continue
		}
		stop := i - width
		for i < end {
			r, width := utf8.DecodeRuneInString(s[i:end])
			if !strings.ContainsRune(`.!?…"')]”’»`, r) {
				break
			}
			i += width
		}
		after := strings.TrimLeftFunc(s[i:end], unicode.IsSpace)
		if after == "" {
			return end
		}
		if len(after) == end-i || !opens(after) {
			continue
		}
		if s[stop] == '.' && stop+1 == i && abbreviated(s[start:stop]) && !opener(after) {
			continue
		}
		return i
	}
	return end
}

// opens reports whether a sentence can begin with s.
func opens(s string) bool {
	for _, r := range s {
		switch {
		case strings.ContainsRune(`"'“‘«([—–-¿¡`, r):
		default:
			return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
		}
	}
	return false
}

// opener reports whether s begins with a capitalised word that hardly stands inside a sentence.
func opener(s string) bool {
	word := s
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = s[:i]
	}
	switch word {
	case "The", "A", "An", "In", "It", "He", "She", "They", "We", "But", "And", "This", "That", "These", "Those",
		"There", "At", "On", "For", "As", "While", "When", "After", "Before", "However", "His", "Her", "Their", "Its":
		return true
	}
	return false
}

// abbreviations that a full stop follows inside a sentence, in lower case.
const abbreviations = ` mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj st ste mt ft jr sr messrs
 vs etc al no nos vol pp fig approx est dept corp inc ltd co bros jan feb mar apr jun jul aug sep sept oct nov dec
 mon tue wed thu fri sat sun e.g i.e cf mme mlle sra srta dn ul ave blvd ca bzw z.b u.a см г гг им тыс руб `

// abbreviated reports whether the full stop behind s belongs to its last word.
func abbreviated(s string) bool {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
	word := s[i+1:]
	switch r, width := utf8.DecodeRuneInString(word); {
	case word == "":
		return false
	case width == len(word) && unicode.IsUpper(r): // an initial: "George W. Bush"
		return true
	case strings.Contains(word, "."): // "U.S.", "p.m."
		return true
	}
	word = strings.ToLower(word)
	return strings.Contains(abbreviations, " "+word+" ") || strings.Contains(abbreviations, "\n "+word+" ")
}
