package tagger

import (
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// abbreviated reports whether a full stop behind token i is its own.
func (d *document) abbreviated(i int) bool {
	t := &d.tokens[i]
	return t.kind != kindLower && t.end-t.start == 1 && t.kind != kindDigit && t.kind != kindSign || abbreviations[t.lower] && t.capital()
}

// word reads the word at t.start, settles its form, and returns where to read on.
func (d *document) word(t *token) int {
	s := d.text
	i := int(t.start)
	if end := dotted(s, i); end > 0 {
		t.end, t.kind = int32(end), kindCaps
		t.shape = hashString("X.X.")
		d.forms(t)
		return end
	}
	var shape [16]byte
	n := 0
	letters, uppers, digits := 0, 0, 0
	first := true
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		c := byte(0)
		switch {
		case isDigit(r):
			digits++
			c = 'd'
		case isUpper(r):
			letters++
			uppers++
			c = 'X'
			if first {
				t.kind = kindTitle
			}
			if r > 0x24f && !latin(r) {
				t.flags |= flagForeign
			}
		case isLetter(r):
			letters++
			c = 'x'
			if first {
				t.kind = kindLower
			}
			if r > 0x24f && !latin(r) {
				t.flags |= flagForeign
			}
		case (r == '\'' || r == '’') && !first && i+size < len(s) && letterAt(s, i+size) && !possessive(s, i+size):
			c = '\''
		case (r == ',' || r == '.') && digits > 0 && letters == 0 && i+1 < len(s) && isDigit(rune(s[i+1])):
			c = 'd'
		default:
			goto done
		}
		// Runs count once, capitals twice, so that shapes stay few.
		if n < len(shape) && (n == 0 || shape[n-1] != c || c == 'X' && (n < 2 || shape[n-2] != c)) {
			shape[n] = c
			n++
		}
		first = false
		i += size
	}
done:
	t.end = int32(i)
	switch {
	case t.kind == kindTitle && letters == uppers && letters > 1:
		t.kind = kindCaps
	case t.kind == kindTitle && uppers > 1:
		t.kind = kindMixed
	case t.kind == kindLower && uppers > 0:
		t.kind = kindMixed // iPhone, d'Estaing
	case letters == 0:
		t.kind = kindDigit
	}
	t.shape = hashString(string(shape[:n]))
	if t.kind == kindCaps {
		t.shape += uint64(min(letters, 6)) * 0x9e3779b97f4a7c15
	}
	d.forms(t)
	return i
}

// forms settles the hashes of the word's form.
func (d *document) forms(t *token) {
	w := d.text[t.start:t.end]
	if d.names {
		t.lower = hashLower(w)
		return
	}
	t.exact = hashString(w)
	var buf [32]byte
	form := buf[:0]
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			form = append(form[:0], text.Form(w)...)
			break
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		form = append(form, c)
	}
	t.lower = hashBytes(form)
	n := len(form)
	t.pre3, t.pre4 = hashBytes(form[:min(3, n)]), hashBytes(form[:min(4, n)])
	t.suf2, t.suf3, t.suf4 = hashBytes(form[max(0, n-2):]), hashBytes(form[max(0, n-3):]), hashBytes(form[max(0, n-4):])
}

// dotted returns the end of an acronym with full stops (U.S., J.R.) at i, or 0.
func dotted(s string, i int) int {
	n := 0
	for i+1 < len(s) && s[i] >= 'A' && s[i] <= 'Z' && s[i+1] == '.' {
		n++
		i += 2
	}
	if n > 0 && i < len(s) && s[i] >= 'A' && s[i] <= 'Z' && !letterAt(s, i+1) {
		n++
		i++
	}
	if n < 2 || letterAt(s, i) {
		return 0
	}
	return i
}

func possessive(s string, i int) bool { return (s[i] == 's' || s[i] == 'S') && !letterAt(s, i+1) }

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isLetter(r) || isDigit(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func latin(r rune) bool { return r >= 0x1e00 && r <= 0x1eff || unicode.Is(unicode.Mn, r) }
