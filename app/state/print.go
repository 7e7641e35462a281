package state

import (
	"strconv"
	"strings"
)

// String returns the fragment without "#", "" for the first visit. It is what a browser gives back as the fragment, byte
// for byte, and stays whole where programs look for links in a text.
func (s State) String() string {
	var b strings.Builder
	put := func(key, value string) {
		if value == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(key)
		b.WriteByte('=')
		escape(&b, value)
	}
	put("q", s.Q)
	if s.Any {
		put("op", "any")
	}
	put("from", s.From.String())
	put("to", s.To.String())
	for _, name := range s.With {
		put("with", name)
	}
	for _, name := range s.Without {
		put("without", name)
	}
	if s.View != Documents {
		put("view", s.View.String())
	}
	put("actor", s.Actor)
	if s.Sort != Relevance {
		put("sort", nameOf(sorts[:], int(s.Sort)))
	}
	put("doc", s.Doc)
	if s.Doc != "" && s.Hit > 0 {
		put("hit", strconv.Itoa(s.Hit))
	}
	if s.Doc != "" && s.Par > 0 {
		place := strconv.Itoa(s.Par)
		if s.Sen > 0 {
			place += "." + strconv.Itoa(s.Sen)
		}
		put("p", place)
	}
	if s.Bin != Auto {
		put("bin", nameOf(bins[:], int(s.Bin)))
	}
	if s.Share {
		put("share", "1")
	}
	if s.Page > 0 {
		put("page", strconv.Itoa(s.Page+1))
	}
	if s.Lines != LinesOldest {
		put("lines", nameOf(lines[:], int(s.Lines)))
	}
	for _, form := range s.Hide {
		put("hide", form)
	}
	put("near", s.Near)
	put("a", s.A)
	put("b", s.B)
	for _, q := range s.Trends {
		put("trend", q)
	}
	put("own", s.Own)
	return closeLink(b.String())
}

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

const hex = "0123456789ABCDEF"

// escape writes a value so that it can be read by people where that is safe.
func escape(b *strings.Builder, value string) {
	for i := range len(value) {
		switch c := value[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-_.~*()!,:/@$?", c) >= 0:
			b.WriteByte(c)
		case c == ' ':
			b.WriteByte('+')
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
}

// closeLink encodes a last character that mail and chat programs take for the punctuation behind a link.
func closeLink(link string) string {
	if n := len(link) - 1; n >= 0 && strings.IndexByte("-_.~*()!,:/@$?+", link[n]) >= 0 {
		if link[n] == '+' {
			return link[:n] + "%20"
		}
		return link[:n] + "%" + string([]byte{hex[link[n]>>4], hex[link[n]&15]})
	}
	return link
}
