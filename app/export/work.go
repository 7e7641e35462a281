package export

import (
	"strconv"
	"strings"
	"unicode"

	"dateline/corpus"
)

// Work is a document as it is cited.
type Work struct {
	ID         string // within its collection
	Title      string // never empty
	Authors    []string
	Date       corpus.Date
	Source     string // the newspaper, the agency, the office
	Lang       string
	Collection string
	File       string // within the collection
	URL        string // of the document elsewhere; empty if there is none that is safe to follow
	Link       string // of the place in the explorer where it was read
}

// oneLine makes a text one line: white space and control characters become single spaces, and what turns the direction of writing
// is left out, as it would turn the lines around it too.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		case unicode.IsSpace(r), unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// link makes an address one that neither ends a field nor a line: what may not stand in one is percent-encoded.
func link(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// address is where the work can be looked up.
func (w Work) address() string {
	if w.URL != "" {
		return link(w.URL)
	}
	return link(w.Link)
}

// where says where the work was read.
func (w Work) where() string {
	said := oneLine(w.Collection)
	if file := oneLine(w.File); file != "" {
		said += ", " + file
	}
	return said
}

// key is a name for the work: letters and digits of ASCII only.
func (w Work) key() string {
	var b strings.Builder
	for _, c := range []byte(w.ID) {
		if c < 0x80 && (c == '-' || c == '_' || unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))) && b.Len() < 60 {
			b.WriteByte(c)
		}
	}
	key := strings.Trim(b.String(), "-_")
	if key == "" || unicode.IsDigit(rune(key[0])) {
		key = strings.TrimSuffix("doc-"+key, "-")
	}
	return key
}

func pad(n int) string {
	s := strconv.Itoa(n)
	if len(s) < 2 {
		s = "0" + s
	}
	return s
}

// FileName is a name for a file about the work.
func (w Work) FileName(extension string) string { return w.key() + "." + extension }

// FileName makes a name for a file from the name of a collection: its letters and digits of ASCII, the rest as single hyphens.
func FileName(collection, what, extension string) string {
	var b strings.Builder
	gap := false
	for _, c := range []byte(strings.ToLower(collection)) {
		if c < 'a' && (c < '0' || c > '9') || c > 'z' {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		if b.Len() < 60 {
			b.WriteByte(c)
		}
	}
	if b.Len() > 0 {
		b.WriteByte('-')
	}
	return b.String() + what + "." + extension
}
