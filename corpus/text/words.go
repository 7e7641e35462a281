package text

import (
	"iter"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is a byte span of a text: s[Start:End].
type Token struct{ Start, End int }

// Of returns the span of s.
func (t Token) Of(s string) string { return s[t.Start:t.End] }

// Words yields the words of s in order: the segments between the word boundaries of Unicode Standard Annex 29 that
// hold a letter or a number, with two tailorings that the annex allows for. A colon does not join letters
// ("said:yes" is two words), and an elided article before an apostrophe is a word of its own ("l'Ukraine" is two).
func Words(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		segments := words.FromString(s)
		for segments.Next() {
			for from, end := segments.Start(), segments.End(); from < end; {
				to := end
				if i := strings.IndexByte(s[from:end], ':'); i >= 0 {
					to = from + i
				}
				if wordlike(s[from:to]) && !splitWord(s, from, to, yield) {
					return
				}
				from = to + 1
			}
		}
	}
}

func wordlike(s string) bool {
	if s == "" || s == " " {
		return false
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// elided are the words that French and its neighbours shorten before a vowel.
const elided = " c d j l m n s t qu jusqu lorsqu puisqu quoiqu "

// splitWord yields s[start:end], with an elided word at its head as a token apart.
func splitWord(s string, start, end int, yield func(Token) bool) bool {
	for i := start + 1; i < end && i <= start+len("lorsqu"); i++ {
		width := 0
		if s[i] == '\'' {
			width = 1
		} else if strings.HasPrefix(s[i:end], "’") {
			width = len("’")
		}
		if width == 0 {
			continue
		}
		if i+width < end && strings.Contains(elided, " "+strings.ToLower(s[start:i])+" ") {
			return yield(Token{start, i}) && yield(Token{i + width, end})
		}
		break
	}
	return yield(Token{start, end})
}
