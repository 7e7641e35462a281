package source

import (
	"bufio"
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode returns b as UTF-8 and the name of the encoding it was read as; the name is empty for UTF-8 and UTF-16,
// which give themselves away, and else a guess or what label says, which deserves a note. Bytes that the encoding
// does not have become U+FFFD.
func decode(b []byte, label string) (s, guessed string) {
	if e := unicodeEncoding(b); e != nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil {
			return string(out), ""
		}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if utf8.Valid(b) {
		return string(b), ""
	}
	if e := singleByte(label); e != nil {
		return decodeWith(e, b), ""
	}
	if mostlyUTF8(b) {
		return strings.ToValidUTF8(string(b), "\ufffd"), "UTF-8 with broken bytes"
	}
	e := guessSingleByte(b)
	return decodeWith(e, b), e.String()
}

func decodeWith(e *charmap.Charmap, b []byte) string {
	var sb strings.Builder
	sb.Grow(len(b) + len(b)/4)
	for _, c := range b {
		sb.WriteRune(e.DecodeByte(c))
	}
	return sb.String()
}

// unicodeEncoding recognises UTF-16 by its byte order mark, or by where its zero bytes fall; nil for anything else.
func unicodeEncoding(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	}
	b = b[:min(len(b), sniffLen)]
	if len(b) < 4 {
		return nil
	}
	var zeros, strange [2]int // and of the bytes beside the zeros, those that no text has
	for i, c := range b {
		if c != 0 {
			continue
		}
		zeros[i&1]++
		if beside := i ^ 1; beside < len(b) && b[beside] < ' ' && strings.IndexByte("\t\n\r", b[beside]) < 0 {
			strange[i&1]++
		}
	}
	// Of European text in UTF-16 every second byte is zero, or 4 in Cyrillic with its spaces and stops zero.
	const often, never = 10, 100
	switch half := len(b) / 2; {
	case zeros[1]*often > half && zeros[0]*never <= half && strange[1]*often <= zeros[1]:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*often > half && zeros[1]*never <= half && strange[0]*often <= zeros[0]:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// utf8Reader returns r as UTF-8 where its first bytes show it to be UTF-16, and takes a byte order mark off.
// Other encodings pass as they are: the record readers decode record by record.
func utf8Reader(r *bufio.Reader) *bufio.Reader {
	head, _ := r.Peek(sniffLen)
	if e := unicodeEncoding(head); e != nil {
		return bufio.NewReaderSize(transform.NewReader(r, e.NewDecoder()), 64<<10)
	}
	if mark := []byte("\ufeff"); bytes.HasPrefix(head, mark) {
		r.Discard(len(mark))
	}
	return r
}

// mostlyUTF8 reports whether b has more whole multi-byte sequences than broken bytes: UTF-8 with an accident.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		b = b[size:]
	}
	return whole > broken
}

// guessSingleByte tells Western text from Cyrillic by how its high bytes stand. Western accents stand alone between ASCII
// letters; Cyrillic words are high bytes throughout. Windows-1251 has its small letters at E0–FF and KOI8-R at C0–DF.
func guessSingleByte(b []byte) *charmap.Charmap {
	var pairs, high, low, upper int
	for i, c := range b {
		if c < 0x80 {
			continue
		}
		high++
		if i > 0 && b[i-1] >= 0x80 {
			pairs++
		}
		switch {
		case c >= 0xe0:
			upper++
		case c >= 0xc0:
			low++
		}
	}
	switch {
	case pairs*2 < high:
		return charmap.Windows1252
	case low > upper:
		return charmap.KOI8R
	}
	return charmap.Windows1251
}

// singleByte returns the encoding that a label (charset=…) names, nil if it names none that is read here.
func singleByte(label string) *charmap.Charmap {
	label = strings.NewReplacer("_", "-", " ", "").Replace(strings.ToLower(label))
	label = strings.TrimPrefix(label, "x-")
	if n, ok := strings.CutPrefix(label, "cp"); ok {
		label = "windows-" + n
	}
	label = strings.Replace(label, "iso8859", "iso-8859", 1)
	return singleByteLabels[label]
}

// The labels follow the WHATWG encoding standard, in which Latin-1 is read as Windows-1252.
var singleByteLabels = map[string]*charmap.Charmap{
	"iso-8859-1": charmap.Windows1252, "latin1": charmap.Windows1252, "us-ascii": charmap.Windows1252, "ascii": charmap.Windows1252,
	"iso-8859-2": charmap.ISO8859_2, "latin2": charmap.ISO8859_2, "iso-8859-5": charmap.ISO8859_5, "iso-8859-7": charmap.ISO8859_7,
	"iso-8859-9": charmap.Windows1254, "iso-8859-15": charmap.ISO8859_15, "latin9": charmap.ISO8859_15,
	"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252,
	"windows-1253": charmap.Windows1253, "windows-1254": charmap.Windows1254, "windows-1257": charmap.Windows1257,
	"windows-866": charmap.CodePage866, "ibm866": charmap.CodePage866, "koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U,
	"macintosh": charmap.Macintosh, "mac-cyrillic": charmap.MacintoshCyrillic,
}
