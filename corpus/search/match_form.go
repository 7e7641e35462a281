package search

import (
	"strings"
	"unicode/utf8"
)

// matcher chooses surface forms: those that begin with prefix and fit.
type matcher struct {
	prefix string
	fits   func(form []byte) bool
}

// equal matches one form.
func equal(form string) matcher {
	return matcher{form, func(key []byte) bool { return len(key) == len(form) }}
}

// begins matches the forms that begin with prefix.
func begins(prefix string) matcher {
	return matcher{prefix, func([]byte) bool { return true }}
}

// wildcard matches the forms that fit pattern, in which * is any run of letters and ? is one.
func wildcard(pattern string) matcher {
	prefix := pattern
	if i := strings.IndexAny(pattern, "*?"); i >= 0 {
		prefix = pattern[:i]
	}
	runes := []rune(pattern)
	return matcher{prefix, func(key []byte) bool { return fitsPattern(key, runes) }}
}

// fitsPattern goes back to the last star only, which suffices, since a later star can take whatever an earlier one could.
func fitsPattern(key []byte, pattern []rune) bool {
	p, k := 0, 0
	star, mark := -1, 0
	for k < len(key) {
		r, width := utf8.DecodeRune(key[k:])
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, k
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == r):
			p++
			k += width
		case star >= 0:
			_, width := utf8.DecodeRune(key[mark:])
			mark += width
			p, k = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// fuzzy matches the forms within distance of word: the optimal string alignment distance, in which a swap of two
// neighbours counts one.
func fuzzy(word string, distance int) matcher {
	target := []rune(word)
	var form []rune
	rows := [3][]int{make([]int, len(target)+1), make([]int, len(target)+1), make([]int, len(target)+1)}
	return matcher{"", func(key []byte) bool {
		form = form[:0]
		for _, r := range string(key) {
			form = append(form, r)
		}
		if diff := len(form) - len(target); diff > distance || -diff > distance {
			return false
		}
		return withinDistance(form, target, distance, rows)
	}}
}

func withinDistance(a, b []rune, distance int, rows [3][]int) bool {
	before, last, row := rows[0], rows[1], rows[2]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > distance {
			return false
		}
		before, last, row = last, row, before
	}
	return last[len(b)] <= distance
}
