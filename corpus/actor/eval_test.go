package actor

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"dateline/corpus"
)

// sharedData holds annotated corpora that are no part of the project; the tests that need them skip where it is absent.
const sharedData = "../../../shared/data"

// A goldSpan is one annotated name: byte offsets in its document and "PER", "ORG" or "LOC".
type goldSpan struct {
	start, end int
	label      string
}

// A goldDocument is a text put together from annotated tokens.
type goldDocument struct {
	text  string
	spans []goldSpan
}

// readGold reads lines "token SEP label" with blank lines between sentences. label maps the labels of the set to ours,
// "" for those left out; every n sentences make a document.
func readGold(t *testing.T, path, sep string, n int, label func(string) string) []goldDocument {
	t.Helper()
	file, err := os.Open(filepath.Join(sharedData, filepath.FromSlash(path)))
	if err != nil {
		t.Skipf("%s is not there: %v", sharedData, err)
	}
	defer file.Close()
	var docs []goldDocument
	var text strings.Builder
	var spans []goldSpan
	open, glue, sentences := "", true, 0
	flush := func() {
		if text.Len() > 0 {
			docs = append(docs, goldDocument{strings.TrimRight(text.String(), "\n"), spans})
		}
		text.Reset()
		spans, sentences = nil, 0
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			if sentences++; sentences == n {
				flush()
			} else if text.Len() > 0 {
				text.WriteString("\n\n")
			}
			open, glue = "", true
			continue
		}
		token, tag, ok := strings.Cut(line, sep)
		if !ok {
			continue
		}
		if token == "-DOCSTART-" {
			flush()
			continue
		}
		inside := strings.HasPrefix(tag, "I-")
		raw := strings.TrimPrefix(strings.TrimPrefix(tag, "B-"), "I-")
		if !glue && !strings.ContainsAny(token[:1], ",.;:)]?!%'") {
			text.WriteByte(' ')
		}
		glue = token == "(" || token == "["
		start := text.Len()
		text.WriteString(token)
		if l := label(raw); l != "" {
			if inside && open == raw && len(spans) > 0 {
				spans[len(spans)-1].end = text.Len()
			} else {
				spans = append(spans, goldSpan{start, text.Len(), l})
			}
		}
		open = raw
	}
	flush()
	return docs
}

// score is what was right, found and wanted.
type score struct{ right, found, gold int }

func (s score) f1() float64 {
	if s.found+s.gold == 0 {
		return 0
	}
	return 200 * float64(s.right) / float64(s.found+s.gold)
}

func (s score) String() string {
	return fmt.Sprintf("F1 %5.1f  P %5.1f  R %5.1f  (%d gold)", s.f1(),
		100*float64(s.right)/float64(max(1, s.found)), 100*float64(s.right)/float64(max(1, s.gold)), s.gold)
}

// evaluate compares the finder with gold, strictly by span and type. Demonyms are no names in these sets, and
// countries, places and capitals used for governments are all LOC there.
func evaluate(f *Finder, docs []goldDocument) map[string]*score {
	scores := map[string]*score{"all": {}, "PER": {}, "ORG": {}, "LOC": {}}
	misses := map[string]int{}
	for _, d := range docs {
		want := map[goldSpan]bool{}
		for _, s := range d.spans {
			want[s] = true
			scores[s.label].gold++
			scores["all"].gold++
		}
		for _, m := range f.Find(&corpus.Document{Text: d.text}) {
			if m.Kind == corpus.KindDemonym || m.Confidence < 0.5 {
				continue
			}
			label := [...]string{"PER", "ORG", "LOC", "LOC"}[m.Type]
			s := goldSpan{m.Start, m.End, label}
			scores[label].found++
			scores["all"].found++
			if want[s] {
				scores[label].right++
				scores["all"].right++
				delete(want, s)
			} else {
				misses[fmt.Sprintf("+ %s %s %s", label, m.Rule, d.text[m.Start:m.End])]++
			}
		}
		for s := range want {
			misses[fmt.Sprintf("- %s %s", s.label, d.text[s.start:s.end])]++
		}
	}
	if path := os.Getenv("ACTOR_MISSES"); path != "" {
		var lines []string
		for m, n := range misses {
			lines = append(lines, fmt.Sprintf("%5d %s", n, m))
		}
		sort.Sort(sort.Reverse(sort.StringSlice(lines)))
		file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err == nil {
			fmt.Fprintln(file, strings.Join(lines, "\n"))
			file.Close()
		}
	}
	return scores
}

// TestQuality measures strict span and type F1 on development sets and holds the floors that were reached.
func TestQuality(t *testing.T) {
	f := newFinder(t)
	for _, set := range []struct {
		name, path, sep string
		sentences       int
		label           func(string) string
		floor           float64
	}{
		{"wikigold", "juandr_ner/data/wikigold/CONLL-format/data/wikigold.conll.txt", " ", 0, func(s string) string {
			return map[string]string{"PER": "PER", "ORG": "ORG", "LOC": "LOC"}[s]
		}, 64},
		{"crossner politics dev", "crossner/ner_data/politics/dev.txt", "\t", 1, func(s string) string {
			return map[string]string{
				"person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
				"country": "LOC", "location": "LOC",
			}[s]
		}, 64},
	} {
		t.Run(set.name, func(t *testing.T) {
			scores := evaluate(f, readGold(t, set.path, set.sep, set.sentences, set.label))
			for _, l := range []string{"all", "PER", "ORG", "LOC"} {
				t.Logf("%-22s %s  %s", set.name, l, scores[l])
			}
			if got := scores["all"].f1(); got < set.floor {
				t.Errorf("F1 %.1f is below the floor %.1f", got, set.floor)
			}
		})
	}
}

func newFinder(tb testing.TB) *Finder {
	tb.Helper()
	f, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
