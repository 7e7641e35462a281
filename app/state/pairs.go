package state

import (
	"slices"
	"strings"
)

// pair is a key with its value, decoded.
type pair struct{ key, value string }

var known = []string{"q", "op", "from", "to", "with", "without", "view", "actor", "sort", "doc", "hit", "p", "bin", "share", "page", "lines", "hide", "near", "a", "b", "trend", "own"}

// split cuts a fragment or query string at & and yields the raw parts that are not empty.
func split(text string) []string {
	if text != "" && (text[0] == '#' || text[0] == '?') {
		text = text[1:]
	}
	return slices.DeleteFunc(strings.Split(text, "&"), func(part string) bool { return part == "" })
}

// read decodes a part. A key that begins with "amp;" comes from a link copied out of HTML.
func read(part string) pair {
	key, value, _ := strings.Cut(part, "=")
	return pair{unescape(strings.TrimPrefix(key, "amp;")), unescape(value)}
}

func (p pair) known() bool { return slices.Contains(known, p.key) }

// unescape decodes + and percent signs; one that encodes nothing stands for itself.
func unescape(s string) string {
	if !strings.ContainsAny(s, "+%") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '+':
			c = ' '
		case c == '%' && i+2 < len(s) && digit(s[i+1]) < 16 && digit(s[i+2]) < 16:
			c = digit(s[i+1])<<4 | digit(s[i+2])
			i += 2
		}
		out = append(out, c)
	}
	return string(out)
}

// digit returns the value of a hexadecimal digit, 16 or more for another byte.
func digit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return (c | 0x20) - 'a' + 10
	}
	return 16
}

// FromLocation reads the two parts of an address that may hold a state; the fragment wins, key by key. moved reports that
// the query string holds keys of ours: the address should then be replaced by StripSearch(search) + "#" + s.String().
// Other keys of the query string belong to somebody else and are not reported.
func FromLocation(search, hash string) (s State, dropped []Dropped, moved bool) {
	pairs := readAll(hash)
	var own []string
	for _, p := range pairs {
		if p.known() && !slices.Contains(own, p.key) {
			own = append(own, p.key)
		}
	}
	for _, p := range readAll(search) {
		if p.known() {
			moved = true
			if !slices.Contains(own, p.key) {
				pairs = append(pairs, p)
			}
		}
	}
	s, dropped = build(pairs)
	return s, dropped, moved
}

// StripSearch returns the query string without the keys that belong in the fragment, and without an empty "?".
func StripSearch(search string) string {
	rest := slices.DeleteFunc(split(search), func(part string) bool { return read(part).known() })
	if len(rest) == 0 {
		return ""
	}
	return "?" + strings.Join(rest, "&")
}

// readAll returns the pairs of a fragment or query string. Without any "=" it is the name of a place in the page, and
// holds none.
func readAll(text string) []pair {
	if !strings.Contains(text, "=") {
		return nil
	}
	var pairs []pair
	for _, part := range split(text) {
		pairs = append(pairs, read(part))
	}
	return pairs
}
