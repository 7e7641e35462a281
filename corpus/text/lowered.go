package text

import (
	"strings"
	"unicode/utf8"
)

// Lowered writes word in small letters with plain apostrophes over key, whose capacity is the room there is: the key of a word in a
// vocabulary, made without allocating where the word is plain ASCII. Such a word must have room; of others ok tells whether they had.
func Lowered(key []byte, word string) (_ []byte, ok bool) {
	key = key[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			low := strings.ReplaceAll(strings.ToLower(word), "’", "'")
			if len(low) > cap(key) {
				return nil, false
			}
			return append(key[:0], low...), true
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		key = append(key, c)
	}
	return key, true
}
