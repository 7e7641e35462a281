package gold

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed testdata/news.txt
var newsFile string

// readNews reads testdata/news.txt: "## id date", then paragraphs in which "[PER Jen Psaki]" marks a name.
func readNews(string) ([]Document, error) {
	var docs []Document
	for i, part := range strings.Split("\n"+newsFile, "\n## ") {
		if i == 0 {
			continue
		}
		head, body, _ := strings.Cut(part, "\n")
		id, date, _ := strings.Cut(head, " ")
		d := Document{ID: id, Date: date}
		var text strings.Builder
		body = strings.TrimSpace(body)
		for body != "" {
			before, after, ok := strings.Cut(body, "[")
			text.WriteString(before)
			if !ok {
				break
			}
			name, rest, ok := strings.Cut(after, "]")
			label, name, named := strings.Cut(name, " ")
			if !ok || !named || plainLabel(label) == "" {
				return nil, fmt.Errorf("testdata/news.txt: %s: %q is no marked name", id, after[:min(20, len(after))])
			}
			d.Spans = append(d.Spans, Span{text.Len(), text.Len() + len(name), label})
			text.WriteString(name)
			body = rest
		}
		d.Text = text.String()
		docs = append(docs, d)
	}
	return docs, nil
}

// devOnly is the split of sets that only decide what is tried.
func devOnly(*Document, int) Part { return Dev }
