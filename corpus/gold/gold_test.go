package gold

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const shared = "../../../shared/data"

func TestJoiner(t *testing.T) {
	for _, c := range []struct{ tokens, want string }{
		{"He said : `` Go , Mr. X ! ''", `He said: "Go, Mr. X!"`},
		{"The X ( XY ) 's 5 %", "The X (XY)'s 5%"},
		{"a # b", "a #b"},
	} {
		j := joiner{glue: true}
		for token := range strings.FieldsSeq(c.tokens) {
			j.token(token, "", true)
		}
		if got := j.document("").Text; got != c.want {
			t.Errorf("%s: got %q, want %q", c.tokens, got, c.want)
		}
	}
}

func TestReadBIO(t *testing.T) {
	docs := readBIO("The O\nMad I-ORG\nCaps I-ORG\n, O\nParis I-LOC\n\nBob B-PER\nAnn B-PER\n. O\n", " ", "x", 0, plainLabel)
	if len(docs) != 1 {
		t.Fatalf("%d documents", len(docs))
	}
	if got, want := show(docs[0]), "The Mad Caps, Paris Bob Ann. | ORG Mad Caps | LOC Paris | PER Bob | PER Ann"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestGUM(t *testing.T) {
	text := `# meta::dateCreated = 2015-08-21
1	Mr.	Mr.	PROPN	NNP	_	0	_	_	Entity=(1-person-new-x-cf1-1,2-coref-X
2	Quux	Quux	PROPN	NNP	_	0	_	_	Entity=1)
3	of	of	ADP	IN	_	0	_	_	_
4	the	the	DET	DT	_	0	_	_	Entity=(2-organization-new-x-cf1-2-coref-Y
5	Bank	Bank	PROPN	NNP	_	0	_	_	_
6	of	of	ADP	IN	_	0	_	_	_
7	Quuxia	Quuxia	PROPN	NNP	_	0	_	_	Entity=(3-place-new-x-cf2-1-coref)2)|SpaceAfter=No
8	.	.	PUNCT	.	_	0	_	_	_
`
	d := gumDocument("d", text)
	if got, want := show(d), "Mr. Quux of the Bank of Quuxia. | PER Quux | ORG Bank of Quuxia"; got != want || d.Date != "2015-08-21" {
		t.Errorf("got  %s %s\nwant %s", got, d.Date, want)
	}
}

func show(d Document) string {
	s := d.Text
	for _, p := range d.Spans {
		s += fmt.Sprintf(" | %s %s", p.Label, d.Text[p.Start:p.End])
	}
	return s
}

// TestSets reads every set and holds what every reader owes: spans in order, inside the text, cut at words.
func TestSets(t *testing.T) {
	for _, name := range Sets() {
		for _, part := range []Part{Train, Dev, Test} {
			docs, err := Load(shared, name, part)
			if errors.Is(err, ErrAbsent) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			spans := 0
			for _, d := range docs {
				end := 0
				for _, s := range d.Spans {
					if s.Start < end || s.End <= s.Start || s.End > len(d.Text) || strings.TrimSpace(d.Text[s.Start:s.End]) != d.Text[s.Start:s.End] {
						t.Fatalf("%s %s: the span %d to %d", name, d.ID, s.Start, s.End)
					}
					end = s.End
					spans++
				}
			}
			t.Logf("%s part %d: %d documents, %d names", name, part, len(docs), spans)
			if spans == 0 && name != "news" {
				t.Errorf("%s part %d has no names", name, part)
			}
		}
	}
}
