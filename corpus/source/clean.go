package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean returns s as harmless text: valid UTF-8 in normalisation form C, lines ended by "\n" alone, and without
// control characters, byte order marks, zero-width spaces, soft hyphens and the controls that turn the reading
// direction. Bytes that are no UTF-8 become U+FFFD, which shows the gap. ZWJ and ZWNJ stay, for some scripts spell with them; so do left-to-right and right-to-left marks.
func clean(s string) string {
	if !needsCleaning(s) {
		return s
	}
	s = softHyphenAtLineEnd.Replace(s)
	var sb strings.Builder
	sb.Grow(len(s))
	for i, r := range s {
		switch r {
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				continue
			}
			r = '\n'
		case '\v', '\f', '\u0085', '\u2028':
			r = '\n'
		case '\u2029':
			sb.WriteByte('\n')
			r = '\n'
		}
		if !dropped(r) {
			sb.WriteRune(r)
		}
	}
	return norm.NFC.String(sb.String())
}

var softHyphenAtLineEnd = strings.NewReplacer("\u00ad\r\n", "", "\u00ad\n", "")

func dropped(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r < 0x7f:
		return false
	case r < 0xa0, r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u206f':
		return true
	case r >= '\ufff9' && r <= '\ufffb', r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}

// needsCleaning is the quick look that spares most texts the copy.
func needsCleaning(s string) bool {
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= utf8.RuneSelf || b < ' ' && b != '\n' && b != '\t' || b == 0x7f {
			return true
		}
	}
	return false
}

// oneLine returns s cleaned, on one line, with single spaces, and at most most bytes long.
func oneLine(s string, most int) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strings.TrimSpace(s[:cut])
}
