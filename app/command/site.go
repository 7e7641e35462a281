package command

import (
	"fmt"
	"os"
	"strings"

	"dateline/app/site"
)

var siteCommand = &command{
	name:  "site",
	args:  "[F.corpus|DIR|FILE] --out DIR [flags]",
	short: "write the explorer of a collection as a static site",
	long: `
Writes into the folder --out all that a browser needs to explore a collection: a .corpus file, a folder of documents or
one file of them, which are indexed first, or, if none is given, the default corpus. Any web server can give the folder out,
under any path; so can GitHub Pages. A site written there before is replaced; a folder of other files is left alone.

What could not be read is listed on standard error, as index does. The same input gives the same bytes.
`,
	run: runSite,
}

// SiteFlags are the flags of what is published: those of site and serve.
type siteFlags struct {
	indexFlags
	corpus, wasm string
	embedLimit   float64 // MB
}

func (f *siteFlags) define(c *call) {
	f.indexFlags.define(c)
	c.flags.StringVar(&f.corpus, "corpus", "", "`PATH` the collection, as the argument")
	c.flags.StringVar(&f.wasm, "wasm", "", "`FILE` an app.wasm built before; built from the source without it")
	c.flags.Float64Var(&f.embedLimit, "embed-limit", site.DefaultEmbedLimit/1e6, "`MB` compressed size up to which the collection is one file; a larger one is cut into chunks that are fetched as they are needed; 2 without it")
}

// Input returns what is to be published, from the arguments or --corpus; "" is the default corpus.
func (f *siteFlags) input(args []string) (string, error) {
	switch {
	case len(args) == 0:
		return f.corpus, nil
	case f.corpus != "":
		return "", usagef("%q and --corpus %q: name one collection", args[0], f.corpus)
	}
	return args[0], nil
}

func runSite(c *call) error {
	var f siteFlags
	f.define(c)
	out := c.flags.String("out", "", "`DIR` where to write the site; needed")
	args, err := c.parse(0, 1)
	if err != nil {
		return err
	}
	input, err := f.input(args)
	if err != nil {
		return err
	}
	if *out == "" {
		return usagef("say where to write the site: --out DIR")
	}
	return c.generate(input, *out, f)
}

// Generate writes the site of what lies at input to the folder out and prints what has been done.
func (c *call) generate(input, out string, f siteFlags) error {
	opts := site.Options{Name: f.name, Wasm: f.wasm, Out: out, EmbedLimit: int64(f.embedLimit * 1e6)}
	start := c.Now()
	switch {
	case input == "":
	case strings.HasSuffix(input, corpusExt):
		data, err := os.ReadFile(input)
		if err != nil {
			return err
		}
		opts.Corpus = data
	default:
		data, report, err := c.ingest([]string{input}, f.indexFlags)
		if err != nil {
			return err
		}
		printReport(c.Out, report, byteSize(int64(len(data)))+" of index", c.Now().Sub(start).Seconds())
		opts.Corpus, start = data, c.Now()
	}
	report, err := site.Generate(c.ctx, opts)
	if err != nil {
		return err
	}
	t := table{w: c.Out}
	t.row("site", fmt.Sprintf("%s, %d files", out, len(report.Files)))
	if report.Chunks > 0 {
		t.row("chunks", fmt.Sprintf("%d, fetched as they are needed; %s in all", report.Chunks, byteSize(report.Installed)))
	}
	t.row("visit", byteSize(report.FirstVisit)+" with Brotli")
	t.row("time", fmt.Sprintf("%.1f s", c.Now().Sub(start).Seconds()))
	return nil
}

// CorpusExt is how the names of corpus files end.
const corpusExt = ".corpus"
