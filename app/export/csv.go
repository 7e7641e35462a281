package export

import "strings"

// mark is the byte order mark: without it the most used spreadsheet takes UTF-8 for an old code page.
const mark = "\uFEFF"

// between stands between the items of a list in one cell.
const between = "; "

// appendCell adds a text as a cell of CSV (RFC 4180): always in quotes, quotes in it doubled.
func appendCell(b []byte, s string) []byte {
	b = append(b, '"')
	for _, c := range []byte(harmless(s)) {
		if c == '"' {
			b = append(b, '"')
		}
		b = append(b, c)
	}
	return append(b, '"')
}

// unsafe are line ends in one form only, and what a cell cannot hold.
var unsafe = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "")

// harmless makes a text one that no spreadsheet takes for a formula: an apostrophe goes before a first = + - @, tab or line end
// (OWASP, "CSV Injection"), and before a sign that would stand first in a cell if the program were to split cells at semicolons,
// tabs or line ends, as it does where the comma is the decimal sign.
func harmless(s string) string {
	s = unsafe.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	from, first := 0, true
	for i, r := range s {
		switch r {
		case ' ', '"', '\'', '\u00a0', '\ufeff':
			continue // may stand before it
		case '=', '+', '-', '@', '＝', '＋', '－', '＠':
			if first {
				b.WriteString(s[from:i] + "'")
				from = i
			}
		case '\t', '\n':
			if i == 0 {
				b.WriteByte('\'')
			}
		}
		first = r == ';' || r == '\t' || r == '\n'
	}
	return b.String() + s[from:]
}
