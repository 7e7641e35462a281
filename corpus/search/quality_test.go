package search

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// collection is documents and questions with the ids of the documents that answer them.
type collection struct {
	docs      []*corpus.Document
	questions []question
}

type question struct {
	text     string
	relevant map[string]bool
}

// quality is the means over the questions of a collection: nDCG of the first ten with every relevant document alike, average precision of
// the first hundred, the part of the relevant ones among these, and the reciprocal rank of the first.
type quality struct{ ndcg, precision, recall, reciprocal float64 }

func (q quality) String() string {
	return fmt.Sprintf("nDCG@10 %.4f, MAP %.4f, recall@100 %.4f, MRR %.4f", q.ndcg, q.precision, q.recall, q.reciprocal)
}

func (c *collection) measure(t *testing.T) (sum quality) {
	t.Helper()
	slices.SortFunc(c.docs, func(a, b *corpus.Document) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	b := index.NewBuilder("quality")
	for _, d := range c.docs {
		if err := b.Add(index.Entry{Document: d}); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	e := New(x)
	for _, q := range c.questions {
		tree, problem := query.Parse(q.text, query.AnyTerm)
		if problem != nil {
			t.Logf("%q: %v", q.text, problem)
		}
		one := q.judge(c.docs, run(t, e, Request{Query: tree, Limit: 100, HitsOnly: true}).Hits)
		sum.ndcg += one.ndcg / float64(len(c.questions))
		sum.precision += one.precision / float64(len(c.questions))
		sum.recall += one.recall / float64(len(c.questions))
		sum.reciprocal += one.reciprocal / float64(len(c.questions))
	}
	return sum
}

func (q question) judge(docs []*corpus.Document, hits []Hit) (one quality) {
	ideal := 0.0
	for i := range min(10, len(q.relevant)) {
		ideal += 1 / math.Log2(float64(i+2))
	}
	found := 0
	for i, hit := range hits {
		if !q.relevant[docs[hit.Doc].ID] {
			continue
		}
		if found++; found == 1 {
			one.reciprocal = 1 / float64(i+1)
		}
		if i < 10 {
			one.ndcg += 1 / math.Log2(float64(i+2)) / ideal
		}
		one.precision += float64(found) / float64(i+1) / float64(len(q.relevant))
	}
	one.recall = float64(found) / float64(len(q.relevant))
	return one
}

const sharedData = "../../../shared/data"

func readJSON(t *testing.T, path string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(sharedData, path))
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// cranfield is the collection of Cleverdon (1967): abstracts with titles, questions in sentences, judgements by readers.
func cranfield(t *testing.T) (c collection) {
	f, err := os.Open(filepath.Join(sharedData, "ir/cranfield/docs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := json.NewDecoder(f); lines.More(); {
		var d struct{ ID, Title, Body string }
		if err := lines.Decode(&d); err != nil {
			t.Fatal(err)
		}
		c.docs = append(c.docs, &corpus.Document{ID: d.ID, Title: d.Title, Text: d.Body, Lang: "en"})
	}
	var questions []struct{ ID, Text string }
	var judgements map[string]map[string]float64
	readJSON(t, "ir/cranfield/queries.json", &questions)
	readJSON(t, "ir/cranfield/qrels.json", &judgements)
	for _, q := range questions {
		relevant := map[string]bool{}
		for id := range judgements[q.ID] {
			relevant[id] = true
		}
		c.questions = append(c.questions, question{q.Text, relevant})
	}
	return c
}

// headlines are stories of Reuters-21578 without their titles; the question is a title, the answer its story.
func headlines(t *testing.T) (c collection) {
	f, err := os.Open(reutersFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for lines := json.NewDecoder(bufio.NewReader(z)); lines.More(); {
		var d struct{ ID, Title, Body string }
		if err := lines.Decode(&d); err != nil {
			t.Fatal(err)
		}
		if len(d.Body) < 600 {
			continue
		}
		c.docs = append(c.docs, &corpus.Document{ID: d.ID, Text: d.Body, Lang: "en"})
		if len(c.docs)%23 == 0 && len(strings.Fields(d.Title)) > 3 {
			c.questions = append(c.questions, question{d.Title, map[string]bool{d.ID: true}})
		}
	}
	return c
}

// transcripts are long releases and briefings of the White House without their titles, each asked for by its title.
func transcripts(t *testing.T) (c collection) {
	err := filepath.WalkDir(filepath.Join(sharedData, "wh_briefings"), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" || entry.Name() == "SOURCE.md" {
			return err
		}
		data, err := os.ReadFile(path)
		parts := strings.SplitN(string(data), "---\n", 3)
		if err != nil || len(parts) < 3 {
			return err
		}
		id := fmt.Sprintf("%05d", len(c.docs))
		c.docs = append(c.docs, &corpus.Document{ID: id, Text: parts[2], Lang: "en"})
		for _, line := range strings.Split(parts[1], "\n") {
			title, ok := strings.CutPrefix(line, "title:")
			if title = strings.ReplaceAll(strings.Trim(title, ` "'`), `\_`, " "); ok && len(strings.Fields(title)) > 3 {
				c.questions = append(c.questions, question{title, map[string]bool{id: true}})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestQuality holds what an order of relevance is worth, where the collections are beside the project. The first is the one that engines are
// compared on; the others hold that what is good for abstracts is no loss for news and for long texts.
func TestQuality(t *testing.T) {
	if _, err := os.Stat(sharedData); err != nil {
		t.Skip("without ../shared/data there is nothing to judge by: no collection of documents with questions is free to ship")
	}
	if testing.Short() {
		t.Skip("three collections are indexed: not in short tests")
	}
	for _, c := range []struct {
		name  string
		read  func(*testing.T) collection
		least quality
	}{
		{"cranfield", cranfield, quality{0.5475, 0.4435, 0.772, 0.835}},
		{"reuters headlines", headlines, quality{0.827, 0.790, 0.985, 0.790}},
		{"white house titles", transcripts, quality{0.481, 0.443, 0.882, 0.443}},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := c.read(t)
			got := all.measure(t)
			t.Logf("%d documents, %d questions: %s", len(all.docs), len(all.questions), got)
			if got.ndcg < c.least.ndcg || got.precision < c.least.precision || got.recall < c.least.recall || got.reciprocal < c.least.reciprocal {
				t.Errorf("%s is below %s", got, c.least)
			}
		})
	}
}
