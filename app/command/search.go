package command

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/search"
)

var searchCommand = &command{
	name:  "search",
	args:  "F.corpus [flags] QUERY…",
	short: "search a .corpus file",
	long: `
Prints the best documents for QUERY, one a line: rank, date, id and title, with tabs between. Several arguments are one
query. Behind a lone -- a query may begin with a minus.

The query language is that of the explorer: words, "a phrase", prefix*, OR, -word, ( ), actor:NATO, date:2021-04. What
is not understood is pointed at on standard error, and the exit status is 2.

With --json a hit is a line of JSON: {"rank":1,"id":"…","date":"2021-04-14","title":"…","score":1.2}.

With --batch, lines of "qid<TAB>query" are read from FILE or from standard input, and a TREC run is printed:
"qid Q0 docid rank score dateline". A query with a mistake is noted on standard error and run as far as it was understood.
`,
	run: runSearch,
}

// BatchTop is the depth of a TREC run, the usual one.
const (
	defaultTop = 20
	batchTop   = 100
)

type searchFlags struct {
	any, json, batch, timed bool
	top                     int
	from, to                corpus.Date
	with, without           listFlag
	sort                    sortFlag
}

func runSearch(c *call) error {
	var f searchFlags
	f.define(c)
	args, err := c.parse(1, -1)
	if err != nil {
		return err
	}
	if f.top < 0 {
		return usagef("--top %d: give the number of hits, 0 for the usual one", f.top)
	}
	if f.batch && f.json {
		return usagef("--batch prints a TREC run and --json lines of JSON: choose one")
	}
	if f.batch && len(args) > 2 {
		return usagef("--batch takes one file of queries, or none to read standard input")
	}
	if !f.batch && len(args) < 2 {
		return usagef("there is no query: search F.corpus QUERY, with \"\" for all documents")
	}
	x, err := openCorpus(args[0])
	if err != nil {
		return err
	}
	s := &searcher{call: c, index: x, engine: search.New(x), flags: f}
	if s.with, err = s.actors("--with", f.with); err != nil {
		return err
	}
	if s.without, err = s.actors("--without", f.without); err != nil {
		return err
	}
	if f.batch {
		return s.batch(args[1:])
	}
	return s.one(strings.Join(args[1:], " "))
}

func (f *searchFlags) define(c *call) {
	c.flags.BoolVar(&f.any, "any", false, "words side by side need not all be there: one is enough")
	c.flags.IntVar(&f.top, "top", 0, "`N` how many hits to print; 20 without it, 100 with --batch")
	c.flags.Var((*dateFlag)(&f.from), "from", "`DATE` published on or after it (2021, 2021-04 or 2021-04-14)")
	c.flags.Var((*dateFlag)(&f.to), "to", "`DATE` published on or before it")
	c.flags.Var(&f.with, "with", "`ACTOR` mentioned in the documents, under any of its names; may be repeated")
	c.flags.Var(&f.without, "without", "`ACTOR` not mentioned in the documents; may be repeated")
	c.flags.Var(&f.sort, "sort", "`ORDER` relevance, newest or oldest; relevance without it")
	c.flags.BoolVar(&f.json, "json", false, "print a hit as a line of JSON")
	c.flags.BoolVar(&f.batch, "batch", false, "read many queries, print a TREC run")
	c.flags.BoolVar(&f.timed, "time", false, "print how long the search itself took on standard error")
}

// Searcher answers queries over one opened corpus.
type searcher struct {
	*call
	index         *index.Index
	engine        *search.Engine
	flags         searchFlags
	with, without []index.ActorID
	spent         time.Duration // in the engine
}

// Actors finds the actors that names stand for. It is a usage error if the corpus has no such actor. Where a name fits
// several, the one in most documents is meant, and a note tells of the others.
func (s *searcher) actors(flag string, names []string) ([]index.ActorID, error) {
	var out []index.ActorID
	for _, name := range names {
		found, err := s.index.FindActor(name)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, &usageError{fmt.Sprintf("%s %s: the corpus has no actor of this name", flag, name), true}
		}
		if len(found) > 1 {
			var others []string
			for _, id := range found {
				a, err := s.index.Actor(id)
				if err != nil {
					return nil, err
				}
				others = append(others, a.Name)
			}
			fmt.Fprintf(s.Err, "note: %s %s is read as %s; it could also be %s\n", flag, name, others[0], strings.Join(others[1:], ", "))
		}
		out = append(out, found[0])
	}
	return out, nil
}

// Run searches for q and returns the best hits; top is their usual number.
func (s *searcher) run(q query.Node, top int) (*search.Result, error) {
	start := s.Now()
	defer func() { s.spent += s.Now().Sub(start) }()
	return s.engine.Run(search.Request{
		Query: q, From: s.flags.from, To: s.flags.to, With: s.with, Without: s.without,
		Sort: search.Sort(s.flags.sort), Limit: cmp.Or(s.flags.top, top),
	})
}

func (s *searcher) mode() query.Mode {
	if s.flags.any {
		return query.AnyTerm
	}
	return query.AllTerms
}

// One prints the hits of one query. One that was not wholly understood is pointed at and not run.
func (s *searcher) one(text string) error {
	q, problem := query.Parse(text, s.mode())
	if problem != nil {
		return &usageError{caret(text, problem), true}
	}
	res, err := s.run(q, defaultTop)
	if err != nil {
		return err
	}
	for _, note := range res.Notes {
		fmt.Fprintf(s.Err, "note: %s\n", note)
	}
	w := bufio.NewWriter(s.Out)
	for i, hit := range res.Hits {
		d, err := s.index.Doc(hit.Doc)
		if err != nil {
			return err
		}
		if err := s.print(w, i+1, d, hit.Score); err != nil {
			return err
		}
	}
	if s.flags.timed {
		fmt.Fprintf(s.Err, "%s of %s documents in %s\n", thousands(res.Total), thousands(s.index.Meta().Docs), milliseconds(s.spent))
	}
	return w.Flush()
}

// JSONHit is a line of search --json.
type jsonHit struct {
	Rank  int     `json:"rank"`
	ID    string  `json:"id"`
	Date  string  `json:"date"`
	Title string  `json:"title"`
	Score float64 `json:"score"`
}

func (s *searcher) print(w io.Writer, rank int, d index.Doc, score float64) error {
	if s.flags.json {
		const sixDecimals = 1e6
		return encodeLine(w, jsonHit{rank, d.ID, d.Date.String(), d.Title, math.Round(score*sixDecimals) / sixDecimals})
	}
	date := d.Date.String()
	if date == "" {
		date = "undated"
	}
	_, err := fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", rank, date, oneLine(d.ID), oneLine(d.Title))
	return err
}

// Batch reads "qid<TAB>query" lines from the file that args name, or from standard input, and prints a TREC run.
func (s *searcher) batch(args []string) error {
	in := s.In
	if len(args) == 1 {
		f, err := os.Open(args[0])
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	r, w := bufio.NewReader(in), bufio.NewWriter(s.Out)
	var buf []byte
	queries, bad := 0, 0
	for line := 1; ; line++ {
		var err error
		buf, err = readLine(r, buf, maxLine)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLineTooLong) {
			return err
		}
		qid, text, ok := strings.Cut(string(buf), "\t")
		qid = strings.TrimSpace(qid)
		switch {
		case err == nil && qid == "" && strings.TrimSpace(text) == "":
			continue
		case err != nil || !ok || qid == "" || strings.ContainsAny(qid, " \r\n"):
			bad++
			fmt.Fprintf(s.Err, "line %d: not of the form qid<TAB>query: left out\n", line)
			continue
		}
		if err := s.batchQuery(w, qid, text); err != nil {
			return err
		}
		queries++
	}
	if s.flags.timed {
		fmt.Fprintf(s.Err, "%s queries in %s\n", thousands(queries), milliseconds(s.spent))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if bad > 0 {
		return fmt.Errorf("%d lines were left out", bad)
	}
	return nil
}

func (s *searcher) batchQuery(w io.Writer, qid, text string) error {
	q, problem := query.Parse(text, s.mode())
	if problem != nil {
		fmt.Fprintf(s.Err, "query %s: %s\n", qid, caret(text, problem))
	}
	res, err := s.run(q, batchTop)
	if err != nil {
		return fmt.Errorf("query %s: %w", qid, err)
	}
	for i, hit := range res.Hits {
		d, err := s.index.Doc(hit.Doc)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s Q0 %s %d %.6f dateline\n", qid, noSpace(d.ID), i+1, hit.Score); err != nil {
			return err
		}
	}
	return nil
}

func milliseconds(d time.Duration) string {
	return strconv.FormatFloat(d.Seconds()*1000, 'f', 2, 64) + " ms"
}

// EncodeLine writes v as one line of JSON with <, > and & as they are.
func encodeLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
