package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzMarkup writes any text into every place that text can go and reads the result with a real HTML parser: the elements are
// those that were written, and the text is the text.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"", "plain", hostile, `"><script>alert(1)</script>`, "</p></li>", "a\x00b", "&amp;&lt", "'\" onmouseover=x", "\r\n<!--", "]]>", "\xff\xfe"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		var m markup
		m.tag("p", "title", s, "class", "c").span("b", "", s).marked(s, spans(start, end)).end()
		out := m.String()
		root, err := html.Parse(strings.NewReader("<!doctype html><body>" + out))
		if err != nil {
			t.Fatal(err)
		}
		var elements, attrs []string
		var text strings.Builder
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			switch n.Type {
			case html.ElementNode:
				elements = append(elements, n.Data)
				for _, a := range n.Attr {
					attrs = append(attrs, a.Key)
					if a.Key == "title" && a.Val != clean(s) {
						t.Errorf("the title %q became %q", s, a.Val)
					}
				}
			case html.TextNode:
				text.WriteString(n.Data)
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(root)
		got := strings.Join(elements, " ")
		if got != "html head body p b" && got != "html head body p b mark" {
			t.Errorf("%q made the elements %s", s, got)
		}
		if a := strings.Join(attrs, " "); a != "class" && a != "title class" {
			t.Errorf("%q made the attributes %s", s, a)
		}
		if want := clean(s) + clean(s); text.String() != want {
			t.Errorf("the text %q became %q", want, text.String())
		}
	})
}

// clean is what a parser makes of line ends, and of the NUL that escape leaves out.
func clean(s string) string {
	return strings.NewReplacer("\x00", "", "\r\n", "\n", "\r", "\n").Replace(s)
}

func TestMarked(t *testing.T) {
	for _, test := range []struct {
		spans []span
		want  string
	}{
		{nil, "abcdef"},
		{spans(1, 3), "a<mark>bc</mark>def"},
		{spans(0, 1, 5, 6), "<mark>a</mark>bcde<mark>f</mark>"},
		{spans(2, 2, -1, 2, 4, 9), "abcdef"}, // not spans of this text
	} {
		var m markup
		if got := m.marked("abcdef", test.spans).String(); got != test.want {
			t.Errorf("%v: %q, want %q", test.spans, got, test.want)
		}
	}
}

// spans makes spans of pairs of offsets.
func spans(at ...int) []span {
	var list []span
	for i := 0; i+1 < len(at); i += 2 {
		list = append(list, span{Start: at[i], End: at[i+1]})
	}
	return list
}
