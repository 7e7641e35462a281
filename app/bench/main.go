//go:build !js

// Command bench measures Dateline beside the full-text engines that people put into pages, over the same documents in one Chromium,
// and writes a table in Markdown and the figures as JSON. It answers: what does a visitor wait for, and what does it cost her?
//
//	data     the documents, and queries made of their words
//	build    the index of each engine, by node or by the command line, and the page that uses it (peers/)
//	server   a web server with compressed twins that counts bytes and can be as slow as a line
//	browser  one Chromium for all, a profile of its own for each visit
//	measure  what is measured of one engine
//	quality  relevance on Cranfield
//	report   the table
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
)

// engines are those that are measured, in the order of the table.
var engines = []string{"dateline", "minisearch", "flexsearch", "lunr", "orama", "pagefind"}

type options struct {
	engines []string
	docs    int
	queries int
	dir     string // for all that is made
	out     string // of the report, without extension
	reuters string
	quality string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var o options
	var names string
	flag.StringVar(&names, "engines", strings.Join(engines, ","), "which engines, with commas between")
	flag.IntVar(&o.docs, "docs", 21577, "how many documents")
	flag.IntVar(&o.queries, "queries", 200, "how many queries")
	flag.StringVar(&o.dir, "dir", ".cache/bench", "folder for what is installed and built")
	flag.StringVar(&o.out, "out", ".cache/bench/report", "where to write the report: .md and .json are added")
	flag.StringVar(&o.reuters, "reuters", "../shared/data/reuters/docs.jsonl.gz", "the documents; where they are not, random ones are made")
	flag.StringVar(&o.quality, "cranfield", "../shared/data/ir/cranfield", "the folder of Cranfield, for relevance; left out where it is not")
	flag.Parse()
	o.engines = strings.Split(names, ",")
	for _, name := range o.engines {
		if !slices.Contains(engines, name) {
			fmt.Fprintf(os.Stderr, "bench: there is no engine %q; they are %s\n", name, strings.Join(engines, ", "))
			os.Exit(2)
		}
	}
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return err
	}
	o.dir = dir
	set, err := load(o.reuters, o.docs)
	if err != nil {
		return err
	}
	set.queries = makeQueries(set.docs, o.queries)
	if err := install(ctx, o); err != nil {
		return err
	}
	b, err := startBrowser(ctx)
	if err != nil {
		return err
	}
	defer b.stop()
	blank, err := b.blank()
	if err != nil {
		return err
	}
	var cranfield *judged
	if cranfield, err = loadCranfield(o.quality); err != nil {
		fmt.Fprintln(os.Stderr, "bench: relevance is left out:", err)
	}
	r := report{Documents: len(set.docs), Source: set.source, Queries: len(set.queries), Browser: b.version, Blank: blank}
	for _, name := range o.engines {
		fmt.Fprintln(os.Stderr, "bench:", name)
		f, err := measure(ctx, b, o, name, set)
		if err == nil && cranfield != nil {
			f.NDCG, err = cranfield.measure(ctx, b, o, name)
		}
		if err != nil {
			f.Problem = err.Error()
			fmt.Fprintf(os.Stderr, "bench: %s: %v\n", name, err)
		}
		f.Engine = name
		r.Engines = append(r.Engines, f)
		if err := r.write(o.out); err != nil { // after each, as a run is long
			return err
		}
	}
	fmt.Print(r.markdown())
	return nil
}
