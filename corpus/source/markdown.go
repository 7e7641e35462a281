package source

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// readMarkdown reads a Markdown text with or without front matter: one document.
func (f *file) readMarkdown(r *bufio.Reader) error {
	b, err := f.readAll(r)
	if err != nil {
		return err
	}
	d := f.whole()
	header, body, err := frontMatter(f.decoded(b, "", 0))
	if err != nil {
		f.note(1, err)
	}
	problem := f.mapper.fill(&d, header, "meta")
	if problem != nil {
		f.note(1, problem)
	}
	if len(body) > maxMarkdown {
		f.note(0, fmt.Errorf("it has more than %s and is read as plain text: split it", byteCount(maxMarkdown)))
		d.Text = paragraphs(body)
	} else {
		blocks, heading := markdownBlocks([]byte(emptied(body)))
		if d.Title == "" && heading != "" {
			d.Title = oneLine(heading, maxTitle)
		}
		d.Text = joinParagraphs(withoutTitle(blocks, d.Title))
	}
	if problem == nil {
		f.findDate(&d, 0)
	}
	return f.emit(d, 0)
}

// maxMarkdown bounds what is parsed, in bytes: the tree of a list takes three hundred times its text.
const maxMarkdown = 2 << 20

// emptied empties the lines that hold no more than space of some kind: a no-break space, which editors of the web put into blank lines, is a letter to
// Markdown, and would tie paragraphs together.
func emptied(s string) string {
	if !strings.Contains(s, "\u00a0") {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		if strings.Contains(line, "\u00a0") && strings.TrimSpace(line) == "" {
			lines[i] = "\n"
		}
	}
	return strings.Join(lines, "")
}

// withoutTitle leaves the first block out if it says the title again and something follows it.
func withoutTitle(blocks []string, title string) []string {
	if len(blocks) > 1 && title != "" && strings.EqualFold(squeeze(blocks[0]), title) {
		return blocks[1:]
	}
	return blocks
}

var markdown = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
)

// markdownBlocks returns the paragraphs of a Markdown text as plain text: headings, paragraphs, items of lists and rows of tables
// one each, code with its lines. heading is the first heading of the first level. Raw HTML gives its text.
func markdownBlocks(src []byte) (blocks []string, heading string) {
	w := &markdownWriter{src: src}
	for n := markdown.Parse(text.NewReader(src)).FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n, "", 0)
	}
	return w.blocks, w.heading
}

type markdownWriter struct {
	src     []byte
	blocks  []string
	heading string
}

// maxNesting bounds how deep lists and quotes within each other are followed.
const maxNesting = 100

func (w *markdownWriter) add(s string) {
	if s != "" {
		w.blocks = append(w.blocks, s)
	}
}

func (w *markdownWriter) block(n ast.Node, marker string, depth int) {
	if depth > maxNesting {
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		s := w.inline(n)
		if n.Level == 1 && w.heading == "" {
			w.heading = s
		}
		w.add(s)
	case *ast.Paragraph, *ast.TextBlock:
		if s := w.inline(n); s != "" {
			w.add(marker + s)
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.add(strings.Trim(w.lines(n), "\n"))
	case *ast.HTMLBlock:
		raw := w.lines(n)
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(w.src))
		}
		w.blocks = append(w.blocks, htmlBlocks(raw)...)
	case *ast.ListItem:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			w.block(child, marker, depth+1)
			marker = ""
		}
	case *ast.List:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			w.block(child, marker, depth+1)
		}
	case *east.TableHeader, *east.TableRow:
		var cells []string
		for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, w.inline(cell))
		}
		w.add(strings.Trim(strings.Join(cells, " | "), " |"))
	case *ast.ThematicBreak:
	default:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			w.block(child, marker, depth+1)
		}
	}
}

func (w *markdownWriter) lines(n ast.Node) string {
	var sb strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		sb.Write(line.Value(w.src))
	}
	return sb.String()
}

// inline returns the text of a block's inline nodes on one line.
func (w *markdownWriter) inline(n ast.Node) string {
	var sb strings.Builder
	skip := ""
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			if skip != "" {
				break
			}
			value := n.Segment.Value(w.src)
			if n.Parent() == nil || n.Parent().Kind() != ast.KindCodeSpan {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			sb.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				sb.WriteByte(' ')
			}
		case *ast.String:
			sb.Write(n.Value)
		case *ast.AutoLink:
			sb.Write(n.Label(w.src))
		case *ast.RawHTML:
			skip = w.rawTag(n, skip, &sb)
		}
		return ast.WalkContinue, nil
	})
	return squeeze(clean(sb.String()))
}

// rawTag passes over a tag within a line: <br> is a space, and what a <script> or <style> encloses is left out up to its end.
func (w *markdownWriter) rawTag(n *ast.RawHTML, skip string, sb *strings.Builder) string {
	var tag strings.Builder
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		tag.Write(segment.Value(w.src))
	}
	name := strings.ToLower(strings.TrimLeft(tag.String(), "<"))
	switch {
	case skip != "":
		if strings.HasPrefix(name, "/"+skip) {
			return ""
		}
		return skip
	case strings.HasPrefix(name, "script"):
		return "script"
	case strings.HasPrefix(name, "style"):
		return "style"
	case strings.HasPrefix(name, "br"):
		sb.WriteByte(' ')
	}
	return ""
}
