package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Form returns the surface form of a word as the dictionary keeps it: lower case, accents folded to their base
// letters, typographic apostrophes made plain, underscores at the ends taken off.
func Form(word string) string { return fold(lower(word)) }

// lower returns word in lower case with plain apostrophes, accents kept.
func lower(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return strings.Map(func(r rune) rune {
				switch {
				case r == '’' || r == 'ʼ' || r == '‘' || r == '＇':
					return '\''
				case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of ASCII
					r -= 0xFF01 - '!'
				}
				return unicode.ToLower(r)
			}, word)
		}
	}
	return word
}

// fold takes the accents off a word in lower case.
func fold(word string) string {
	word = strings.Trim(word, "_")
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return foldFrom(word, i)
		}
	}
	return word
}

func foldFrom(word string, i int) string {
	var b strings.Builder
	b.Grow(len(word))
	b.WriteString(word[:i])
	for _, r := range lettersApart.Replace(word[i:]) {
		if isMark(r) {
			continue
		}
		if base, ok := folded()[r]; ok {
			b.WriteString(base)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lettersApart composes the Cyrillic letters that are no accented ones to their readers, where they come decomposed.
var lettersApart = strings.NewReplacer("и\u0306", "й", "і\u0308", "ї", "у\u0306", "ў")

// isMark reports the marks that readers leave out when they type: combining accents of Latin, Greek and Cyrillic,
// Hebrew points, Arabic vowel signs and tatweel. The vowel signs of other scripts are letters to their readers.
func isMark(r rune) bool {
	return r >= 0x300 && r <= 0x36F || r >= 0x591 && r <= 0x5C7 || r >= 0x64B && r <= 0x65F || r == 0x640
}

// folded maps a letter to its base; built at the first use, in some 40 microseconds.
var folded = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 800)
	for _, group := range strings.Fields(foldTable) {
		base, letters, _ := strings.Cut(group, ":")
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
})
