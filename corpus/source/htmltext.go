package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bodyBlocks returns the paragraphs of a page: those of its <article> or <main>, if they hold a good part of the text, else those of its body.
func bodyBlocks(root *html.Node) []string {
	body := find(root, isAtom(atom.Body))
	if body == nil {
		body = root
	}
	all := blocksOf(body, false)
	const goodPart = 0.25
	for _, match := range [...]func(*html.Node) bool{
		func(n *html.Node) bool { return attr(n, "itemprop") == "articleBody" },
		isAtom(atom.Article),
		func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" },
	} {
		part := find(body, match)
		if part == nil {
			continue
		}
		// A page of teasers has many articles; its first is not its text.
		if blocks := blocksOf(part, true); float64(totalLen(blocks)) >= goodPart*float64(totalLen(all)) && len(blocks) > 0 {
			return blocks
		}
	}
	return all
}

func totalLen(blocks []string) int {
	n := 0
	for _, b := range blocks {
		n += len(b)
	}
	return n
}

// htmlBlocks returns the paragraphs of a piece of HTML.
func htmlBlocks(fragment string) []string {
	root, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return nil
	}
	return blocksOf(root, true)
}

// dropped elements hold no text of the document. Headers are kept within an article, where they hold its title, and dropped around one.
var droppedElements = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true,
	atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Dialog: true, atom.Menu: true,
}

var blockElements = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Caption: true, atom.Dd: true, atom.Details: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.H1: true, atom.H2: true, atom.H3: true,
	atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Ol: true, atom.P: true,
	atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Tr: true, atom.Ul: true,
}

var droppedRoles = wordSet("navigation banner contentinfo complementary search menu dialog")

// isDropped reports whether an element and all it holds are no text.
func isDropped(n *html.Node, inArticle bool) bool {
	if droppedElements[n.DataAtom] || n.DataAtom == atom.Header && !inArticle || droppedRoles[attr(n, "role")] || attr(n, "aria-hidden") == "true" {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// blocksOf returns the texts of the blocks below n in their order. <br> is a space, two of them part blocks as authors of old pages
// have it; <pre> keeps its lines; the cells of a table's row stand on one line.
func blocksOf(n *html.Node, inArticle bool) []string {
	w := &blockWriter{inArticle: inArticle}
	for at, down := n, true; at != nil; {
		if down && w.enter(at, at == n) && at.FirstChild != nil {
			at = at.FirstChild
			continue
		}
		w.leave(at)
		switch {
		case at == n:
			at = nil
		case at.NextSibling != nil:
			at, down = at.NextSibling, true
		default:
			at, down = at.Parent, false
		}
	}
	w.flush()
	return w.blocks
}

type blockWriter struct {
	blocks    []string
	sb        strings.Builder
	inArticle bool
	pre       int // <pre> elements open
	breaks    int // <br> since the last text
}

// enter takes a node and reports whether its children are wanted.
func (w *blockWriter) enter(n *html.Node, root bool) bool {
	switch n.Type {
	case html.TextNode:
		if w.pre == 0 && isBlank(n.Data) {
			w.sb.WriteByte(' ')
			return false
		}
		w.breaks = 0
		w.sb.WriteString(n.Data)
	case html.ElementNode:
		if !root && isDropped(n, w.inArticle) {
			return false
		}
		switch {
		case n.DataAtom == atom.Br:
			if w.breaks++; w.breaks > 1 {
				w.flush()
			} else if w.pre > 0 {
				w.sb.WriteByte('\n')
			} else {
				w.sb.WriteByte(' ')
			}
		case n.DataAtom == atom.Pre:
			w.flush()
			w.pre++
		case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
			if strings.TrimSpace(w.sb.String()) != "" {
				w.sb.WriteString(" | ")
			}
		case n.DataAtom == atom.Img:
			return false
		case blockElements[n.DataAtom]:
			w.flush()
		}
	case html.CommentNode, html.DoctypeNode:
		return false
	}
	return true
}

func (w *blockWriter) leave(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	switch {
	case n.DataAtom == atom.Pre && w.pre > 0:
		w.flush()
		w.pre--
	case blockElements[n.DataAtom]:
		w.flush()
	}
}

func (w *blockWriter) flush() {
	s := clean(w.sb.String())
	w.sb.Reset()
	w.breaks = 0
	if w.pre > 0 {
		s = strings.Trim(s, "\n ")
		// A blank line within would part the block.
		for strings.Contains(s, "\n\n") {
			s = strings.ReplaceAll(s, "\n\n", "\n")
		}
	} else {
		s = strings.Join(strings.Fields(s), " ")
	}
	if s = strings.Trim(s, " |"); s != "" {
		w.blocks = append(w.blocks, s)
	}
}
