//go:build !js

package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"unicode"
)

// document is what every engine is given; Date is "1987-02-26".
type document struct {
	ID     string   `json:"id"`
	Date   string   `json:"date"`
	Title  string   `json:"title"`
	Body   string   `json:"body"`
	Places []string `json:"places"`
}

// collection is what an engine is measured on.
type collection struct {
	source  string // in words
	docs    []document
	queries []question
}

// question is a query with its filters: words of which all or any are wanted, a place, and months, "" where there is none.
type question struct {
	Text  string `json:"text"`
	Any   bool   `json:"any"`
	Place string `json:"place"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// load reads up to n documents of the file, or makes as many where it is not there.
func load(file string, n int) (*collection, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &collection{source: fmt.Sprintf("%d random documents, as %s is not here: compare no figures but these with each other", n, file), docs: randomDocs(n)}, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	c := &collection{source: "Reuters-21578"}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for len(c.docs) < n && lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, err
		}
		c.docs = append(c.docs, d)
	}
	return c, lines.Err()
}

// randomDocs are documents of words that are as frequent as Zipf's law has it.
func randomDocs(n int) []document {
	rng := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(rng, 1.1, 4, 60000)
	word := func() string {
		v := words.Uint64()
		s := ""
		for v++; v > 0; v /= 20 {
			s += string("bcdfghjklmnprstvwxyz"[v%20]) + string("aeiou"[v%5])
		}
		return s
	}
	sentence := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = word()
		}
		return strings.Join(list, " ")
	}
	docs := make([]document, n)
	for i := range docs {
		docs[i] = document{
			ID: fmt.Sprint(i), Date: fmt.Sprintf("1987-%02d-%02d", 2+rng.IntN(9), 1+rng.IntN(28)), Title: sentence(6), Body: sentence(40 + rng.IntN(180)),
			Places: []string{word()},
		}
	}
	return docs
}

// makeQueries makes queries of one to three words that stand in one document, frequent and rare ones; a third asks for any of the words,
// a quarter each has a place or months of that document. The same documents give the same queries.
func makeQueries(docs []document, n int) []question {
	df := map[string]int{}
	words := make([][]string, len(docs))
	for i, d := range docs {
		seen := map[string]bool{}
		for _, w := range strings.FieldsFunc(strings.ToLower(d.Title+" "+d.Body), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(w) >= 3 && !seen[w] {
				seen[w] = true
				words[i] = append(words[i], w)
				df[w]++
			}
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	var queries []question
	for tries := 0; len(queries) < n && tries < 100*n; tries++ {
		i := rng.IntN(len(docs))
		usable := slices.DeleteFunc(slices.Clone(words[i]), func(w string) bool {
			return df[w] < min(3, len(docs)) || df[w] > len(docs)/3 && len(docs) > 10 // too rare to be typed, or what all pages have
		})
		at := len(queries)
		count := 1 + at%3
		if len(usable) < count {
			continue
		}
		var q question
		var picked []string
		for len(picked) < count {
			if w := usable[rng.IntN(len(usable))]; !slices.Contains(picked, w) {
				picked = append(picked, w)
			}
		}
		q.Text, q.Any = strings.Join(picked, " "), count > 1 && at%2 == 1
		switch d := docs[i]; at % 4 {
		case 1:
			if len(d.Places) > 0 {
				q.Place = d.Places[0]
			}
		case 3:
			if len(d.Date) >= 7 {
				q.From, q.To = d.Date[:7], d.Date[:7]
			}
		}
		queries = append(queries, q)
	}
	return queries
}
