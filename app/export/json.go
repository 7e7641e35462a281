package export

import (
	"strconv"
	"unicode/utf8"
)

const hex = "0123456789abcdef"

// appendString adds s as a string of JSON (RFC 8259, section 7). It is byte for byte what encoding/json writes without its escapes
// for HTML: control characters escaped, U+2028 and U+2029 too, as old JavaScript takes them for the end of a line, and U+FFFD in
// the place of what is not UTF-8.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, s[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, `\b`...)
			case '\f':
				b = append(b, `\f`...)
			case '\n':
				b = append(b, `\n`...)
			case '\r':
				b = append(b, `\r`...)
			case '\t':
				b = append(b, `\t`...)
			default:
				b = append(b, `\u00`...)
				b = append(b, hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		var with string
		switch {
		case r == utf8.RuneError && width == 1:
			with = `\ufffd`
		case r == '\u2028':
			with = `\u2028`
		case r == '\u2029':
			with = `\u2029`
		}
		if with != "" {
			b = append(append(b, s[from:i]...), with...)
			from = i + width
		}
		i += width
	}
	return append(append(b, s[from:]...), '"')
}

func appendStrings(b []byte, list []string) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, s)
	}
	return append(b, ']')
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }
