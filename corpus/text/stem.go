package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// stemmers are the Snowball stemmers by language.
var stemmers = map[string]func(word string, stopWords bool) string{
	"en": english.Stem, "es": spanish.Stem, "fr": french.Stem, "hu": hungarian.Stem,
	"no": norwegian.Stem, "ru": russian.Stem, "sv": swedish.Stem,
}

// Languages returns the ISO 639-1 codes of the languages that Term stems, sorted.
func Languages() []string { return []string{"en", "es", "fr", "hu", "no", "ru", "sv"} }

// Stemmed reports whether Term stems words of lang.
func Stemmed(lang string) bool { return stemmers[lang] != nil }

// longestStemmed bounds what is given to a stemmer, in bytes: no word of a language is longer, and some stemmers take
// quadratic time.
const longestStemmed = 64

// Term returns what the word is indexed and searched under in a document of language lang: its Snowball stem with
// accents folded, or its surface form where the language has no stemmer here or the word is not made of letters.
// The stem is taken before the accents are: Snowball's rules for French or Hungarian read them.
func Term(word, lang string) string {
	word = lower(word)
	stem := stemmers[lang]
	if stem == nil || len(word) > longestStemmed || strings.ContainsAny(word, "0123456789._,;") {
		return fold(word)
	}
	if term := fold(stem(word, true)); term != "" {
		return term
	}
	return fold(word)
}
