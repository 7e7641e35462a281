package source

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a page: one document.
func (f *file) readHTML(r *bufio.Reader) error {
	b, err := f.readAll(r)
	if err != nil {
		return err
	}
	label := charsetLabel(b)
	if !utf8.Valid(b) && unicodeEncoding(b) == nil && label != "" && singleByte(label) == nil && !isUTF8Label(label) {
		return fmt.Errorf("its encoding %s is not read here: save it as UTF-8", quoted(label))
	}
	root, err := html.Parse(strings.NewReader(f.decoded(b, label, 0)))
	if err != nil {
		return fmt.Errorf("the page cannot be taken apart: %w", err)
	}
	d := f.whole()
	meta := pageMeta(root)
	problem := f.mapper.fill(&d, meta, "meta")
	if problem != nil {
		f.note(0, problem)
	}
	d.OwnID, d.ID = false, f.stem() // pages carry ids of many things
	blocks := bodyBlocks(root)
	d.Text = joinParagraphs(withoutTitle(blocks, d.Title))
	if d.Text == "" && d.Title == "" {
		return errors.New("the page holds no text; if a program fills it in the browser, save it from there")
	}
	if problem == nil {
		f.findDate(&d, 0)
	}
	return f.emit(d, 0)
}

func isUTF8Label(label string) bool {
	label = strings.ToLower(label)
	return label == "utf-8" || label == "utf8"
}

// charsetLabel finds the encoding that a page declares in its first bytes, in a meta tag or an XML declaration.
func charsetLabel(b []byte) string {
	const within = 2048
	head := strings.ToLower(string(b[:min(len(b), within)]))
	for _, mark := range [...]string{"charset=", "encoding="} {
		if _, rest, ok := strings.Cut(head, mark); ok {
			rest = strings.TrimLeft(rest, "\"' ")
			if end := strings.IndexAny(rest, "\"'> ;/?"); end >= 0 {
				return rest[:end]
			}
		}
	}
	return ""
}

// nodes calls visit for n and the nodes below it in document order, without recursion, for pages nest as deep as they like;
// where visit returns false, what is below the node is left out.
func nodes(n *html.Node, visit func(*html.Node) bool) {
	for at := n; at != nil; {
		if visit(at) && at.FirstChild != nil {
			at = at.FirstChild
			continue
		}
		for at != n && at.NextSibling == nil {
			at = at.Parent
		}
		if at == n {
			return
		}
		at = at.NextSibling
	}
}

func find(n *html.Node, match func(*html.Node) bool) *html.Node {
	var found *html.Node
	nodes(n, func(n *html.Node) bool {
		if found == nil && n.Type == html.ElementNode && match(n) {
			found = n
		}
		return found == nil
	})
	return found
}

func isAtom(a atom.Atom) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.DataAtom == a }
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
