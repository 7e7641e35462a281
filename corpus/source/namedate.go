package source

import (
	"path"
	"strings"

	"dateline/corpus"
)

// DateOfPath returns the date that the name of a document's file tells, or the folders above it: Document.Path is that of the file, with "!" and
// the name in an archive behind it. It is undated for a record of a file of several, whose name tells nothing of one of them.
func DateOfPath(p string, order DateOrder) corpus.Date {
	if strings.Contains(p, "#") {
		return 0
	}
	p = p[strings.LastIndexByte(p, '!')+1:]
	f := file{name: p}
	return dateOfName(path.Dir(p), f.stem(), order)
}

// dateOfName finds the date that a path tells: in the file's name without its extensions, else in the folders above it.
//
//	2021-04-14-foo  20210414_foo  foo-2021.04.14  foo_2021-04  14-april-2021  2021  2021-budget  budget_2021
//	2021/04/14/foo  2021-04/foo
//
// Digits that touch letters or more digits are no date (6bf5c5e7, 12021), and a lone year is one only at
// the start of a name, or at its end behind a word that does not number things (budget_2021, but not page_2021).
func dateOfName(dir, stem string, order DateOrder) corpus.Date {
	if d := dateInName(stem, order); d != 0 {
		return d
	}
	return dateOfFolders(dir)
}

func dateInName(stem string, order DateOrder) corpus.Date {
	var best corpus.Date
	for i := 0; i < len(stem); i++ {
		if i > 0 && isWordByte(stem[i-1]) {
			continue
		}
		d, n := nameDateAt(stem, i, order)
		if n > 0 && d.Precision() > best.Precision() {
			best = d
		}
	}
	return best
}

// nameDateAt reads a date at stem[i:] that is bounded by the end of the name or a separator.
func nameDateAt(stem string, i int, order DateOrder) (corpus.Date, int) {
	rest := stem[i:]
	c := &cursor{s: rest}
	_, digits := c.number()
	atEnd := len(rest) == digits
	if !atEnd && isWordByte(rest[digits]) && rest[digits] != 'T' {
		digits = -1
	}
	switch digits {
	case 6, 8, 14:
		if digits == 6 && i > 0 && !(atEnd && wordBefore(stem[:i])) {
			return 0, 0
		}
		if d, ok, err := parseDateNumber(rest[:digits]); ok && err == nil && inYears(d, firstNameYear) {
			return d, digits
		}
		return 0, 0
	}
	d, n, err := scanDate(strings.ReplaceAll(rest, "_", "-"), order)
	if n == 0 || err != nil || !inYears(d, firstNameYear) {
		return 0, 0
	}
	if n < len(rest) && isWordByte(rest[n]) && rest[n] != 'T' && rest[n-1] != ' ' {
		return 0, 0
	}
	if d.Precision() == corpus.Year {
		if n < len(rest) && i > 0 || i > 0 && (!wordBefore(stem[:i]) || !inYears(d, firstLastYear)) {
			return 0, 0
		}
	}
	return d, n
}

// Numbers in names are often no years, so the years that are believed are fewer; at the end of a name, where serial numbers stand, fewer still.
const (
	firstNameYear = 1500
	firstLastYear = 1900
	lastNameYear  = 2100
)

func inYears(d corpus.Date, first int) bool {
	year, _, _ := d.Parts()
	return year >= first && year <= lastNameYear
}

// numbering holds words whose number in a file name is a serial number.
var numbering = wordSet("doc docs document file text txt page p item record rec row article story news msg message mail " +
	"chapter part vol volume no nr num number id img image photo case dok article document")

// wordBefore reports whether the name up to a number ends with a word that does not number things.
func wordBefore(s string) bool {
	s = strings.TrimRight(s, "-_. ()[]")
	start := len(s)
	for start > 0 && isWordByte(s[start-1]) {
		start--
	}
	word := strings.ToLower(s[start:])
	return word != "" && strings.Trim(word, "0123456789") != "" && !numbering[word]
}

// dateOfFolders reads folders named 2021, 2021/04, 2021/04/14 or 2021-04, the last ones of dir.
func dateOfFolders(dir string) corpus.Date {
	parts := strings.Split(dir, "/")
	for from := max(0, len(parts)-3); from < len(parts); from++ {
		joined := strings.Join(parts[from:], "-")
		if d, err := corpus.ParseDate(strings.ReplaceAll(joined, "_", "-")); err == nil && inYears(d, firstNameYear) {
			return d
		}
	}
	return 0
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}
