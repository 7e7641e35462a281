package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metaNames leads from the names of meta tags to the parts of a document, the surest first: Open Graph, Highwire Press (as scholarly
// search engines want it), Dublin Core, schema.org, and what news sites use besides. Names are lower case.
var metaNames = []struct{ part, names string }{
	{"title", "citation_title og:title twitter:title dc.title dcterms.title headline"},
	{"date", "article:published_time og:article:published_time citation_publication_date citation_date citation_online_date " +
		"dc.date.issued dc.date dcterms.issued dcterms.date dcterms.created dc.date.created datepublished date pubdate publishdate publish-date publish_date " +
		"publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime article.published originalpublicationdate article_date_original"},
	{"author", "citation_author article:author author dc.creator dcterms.creator parsely-author sailthru.author byl"},
	{"source", "og:site_name citation_journal_title dc.publisher dcterms.publisher publisher application-name"},
	{"tags", "article:tag news_keywords keywords citation_keywords parsely-tags dc.subject dcterms.subject"},
	{"url", "og:url citation_abstract_html_url"},
	{"lang", "dc.language dcterms.language citation_language content-language og:locale"},
}

// pageMeta returns what a page says of itself in its tags.
func pageMeta(root *html.Node) *record {
	tags := map[string][]string{}
	var linked linkedData
	var title, canonical, lang string
	var headings []string
	nodes(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		switch n.DataAtom {
		case atom.Html:
			lang = attr(n, "lang")
			if lang == "" {
				lang = attr(n, "xml:lang")
			}
		case atom.Title:
			if title == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				title = textOf(n)
			}
		case atom.H1:
			headings = append(headings, textOf(n))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				canonical = attr(n, "href")
			}
		case atom.Meta:
			for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
				if name := strings.ToLower(attr(n, key)); name != "" {
					tags[name] = append(tags[name], attr(n, "content"))
				}
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				linked.read(n.FirstChild.Data)
			}
			return false
		}
		return true
	})

	r := newRecord()
	for _, part := range metaNames {
		for name := range strings.FieldsSeq(part.names) {
			if values := tags[name]; first(values) != "" {
				r.add(part.part, metaValues(part.part, values)...)
				break
			}
		}
	}
	fallback := func(part string, values ...string) {
		if len(r.values[part]) == 0 {
			r.add(part, values...)
		}
	}
	fallback("title", linked.title)
	if len(headings) == 1 {
		fallback("title", headings[0])
	}
	fallback("title", title)
	fallback("date", linked.date)
	fallback("date", timeElement(root))
	fallback("author", linked.authors...)
	fallback("source", linked.source)
	if webAddress(canonical) != "" {
		r.set("url", canonical)
	}
	if language(lang) != "" {
		r.set("lang", lang)
	}
	return r
}

// metaValues drops what a tag of this part cannot mean: an author's tag may hold the address of a profile.
func metaValues(part string, values []string) []string {
	if part != "author" {
		return values
	}
	var names []string
	for _, v := range values {
		if webAddress(v) == "" {
			names = append(names, v)
		}
	}
	return names
}

// timeElement returns the day of the first <time> that says it is the publication's, else of the first that is not in a part dropped from the text.
func timeElement(root *html.Node) string {
	var any, marked string
	nodes(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if n.DataAtom != atom.Header && n.DataAtom != atom.Head && isDropped(n, true) {
			return false
		}
		published := strings.EqualFold(attr(n, "itemprop"), "datePublished")
		if n.DataAtom != atom.Time && !published {
			return true
		}
		value := attr(n, "datetime")
		if value == "" {
			value = textOf(n)
		}
		if d, err := parseDateField(value, AnyOrder); err != nil || d == 0 {
			return true
		}
		published = published || strings.Contains(strings.ToLower(attr(n, "class")), "publish")
		for _, a := range n.Attr {
			published = published || a.Key == "pubdate"
		}
		if published && marked == "" {
			marked = value
		}
		if any == "" && !strings.EqualFold(attr(n, "itemprop"), "dateModified") {
			any = value
		}
		return true
	})
	if marked != "" {
		return marked
	}
	return any
}

func textOf(n *html.Node) string {
	var sb strings.Builder
	nodes(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			sb.WriteString(n.Data)
		}
		return sb.Len() <= maxTitle*4
	})
	return oneLine(sb.String(), maxTitle)
}

// linkedData is what JSON-LD says of the page: https://schema.org/Article and the kinds below it.
type linkedData struct {
	title, date, source string
	authors             []string
}

func (l *linkedData) read(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		l.visit(v, 0)
	}
}

// visit looks for an object with a publication date or a headline, in lists and @graph too.
func (l *linkedData) visit(v any, depth int) {
	if depth > maxDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			l.visit(item, depth+1)
		}
	case map[string]any:
		l.visit(v["@graph"], depth+1)
		l.visit(v["mainEntity"], depth+1)
		if kind := strings.ToLower(scalar(v["@type"])); strings.Contains(kind, "comment") || strings.Contains(kind, "image") || strings.Contains(kind, "video") {
			return
		}
		r := flatten(v)
		if l.date == "" {
			l.date = first(r.values["datepublished"])
		}
		if l.title == "" {
			l.title = first(r.values["headline"])
		}
		if v["headline"] != nil || v["datePublished"] != nil {
			if len(l.authors) == 0 {
				l.authors = r.values["author"]
			}
			if l.source == "" {
				l.source = first(r.values["publisher"])
			}
		}
	}
}
