package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fieldText returns the text of a record's field in the form of Document.Text. Exports of web sites write their fields in HTML, and some in
// Markdown: a field with closing tags of HTML or with <br> is read as HTML, and pairs of ** within a paragraph are taken off. A lone
// <TAG> is none of that: tickers of the stock exchange are written so.
func fieldText(s string) string {
	if isHTML(s) {
		return joinParagraphs(htmlBlocks(clean(s)))
	}
	return withoutStrong(paragraphs(clean(unescape(s))))
}

// fieldLine is fieldText for a field that is one line, such as a title.
func fieldLine(s string, most int) string {
	if isHTML(s) {
		s = strings.Join(htmlBlocks(clean(s)), " ")
	}
	return oneLine(unescape(s), most)
}

// isHTML reports whether s holds the closing tag of an element of HTML, or a <br>.
func isHTML(s string) bool {
	for i := strings.IndexByte(s, '<'); i >= 0; {
		rest := s[i+1:]
		name := rest[:min(len(rest), len("blockquote")+2)]
		if end, closed := strings.IndexByte(name, '>'), strings.HasPrefix(name, "/"); end > 0 {
			switch name = name[:end]; {
			case closed && atom.Lookup([]byte(strings.ToLower(strings.TrimSpace(name[1:])))) != 0,
				name == "br", name == "br/", name == "br /":
				return true
			}
		}
		next := strings.IndexByte(rest, '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// unescape replaces the entities of HTML in s, where there is one that is written in full: &amp; &#8217; &nbsp;
func unescape(s string) string {
	for rest := s; ; {
		_, after, found := strings.Cut(rest, "&")
		if !found {
			return s
		}
		if end := strings.IndexByte(after[:min(len(after), 12)], ';'); end > 1 && strings.Trim(after[:end], entityBytes) == "" {
			return html.UnescapeString(s)
		}
		rest = after
	}
}

const entityBytes = "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// withoutStrong takes the marks of strong emphasis off the paragraphs of s in which they stand in pairs around words.
func withoutStrong(s string) string {
	const mark = "**"
	if !strings.Contains(s, mark) {
		return s
	}
	blocks := strings.Split(s, "\n\n")
	kept := blocks[:0]
	for _, block := range blocks {
		parts := strings.Split(block, mark)
		paired := len(parts) > 2 && len(parts)%2 == 1
		for i := 1; paired && i < len(parts); i += 2 {
			paired = parts[i] != "" && strings.TrimSpace(parts[i]) == strings.Trim(parts[i], "*")
		}
		if paired {
			block = strings.TrimSpace(strings.Join(parts, ""))
		}
		if block != "" {
			kept = append(kept, block)
		}
	}
	return joinParagraphs(kept)
}
