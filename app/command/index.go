package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/ingest"
	"dateline/corpus/source"
)

var indexCommand = &command{
	name:  "index",
	args:  "DIR|FILE|F.corpus… -o F.corpus [flags]",
	short: "make a .corpus file from a folder of documents, or of several .corpus files",
	long: `
Reads every document below DIR, or the one file FILE, and writes one .corpus file that holds the texts, the index and
the actors. Formats: plain text, Markdown, HTML, JSON lines, CSV and TSV, each also gzipped, and .zip of them.

There may be several arguments, and .corpus files among them: their documents are taken over with what was found in
them. So a large collection can be built in parts, on several machines, and merged; the result is to the byte the
corpus built at once, where each document has the same path as there.

The report goes to standard output. Every file that could not be read is listed with the reason on standard error and
does not stop the rest; so is every document that is left out because another is the same. The file is written under
another name and renamed at the end, so that what was there stays whole until then. The same documents give the same
bytes.

Fields of JSON lines and CSV are found by their usual names; --field tells those that are not, as in
--field text=body --field date=published. The roles are ` + strings.Join(fieldRoles(), ", ") + `.
`,
	run: runIndex,
}

// IndexFlags are the flags that say how documents are read: those of index, and of every command that indexes.
type indexFlags struct {
	name, lang string
	fields     fieldFlags
	noActors   bool
}

func (f *indexFlags) define(c *call) {
	c.flags.StringVar(&f.name, "name", "", "`NAME` what readers see it called; the name of DIR without it, or of the file written, where several are read")
	c.flags.StringVar(&f.lang, "lang", "", "`CODE` language (en, fr, ru …) of documents that do not tell theirs; found out without it")
	c.flags.Var(&f.fields, "field", "`ROLE=NAME` which field of JSON lines or CSV is what; may be repeated")
	c.flags.BoolVar(&f.noActors, "no-actors", false, "leave out the search for actors: what is left are words, dates and the actors that the input names")
}

func runIndex(c *call) error {
	var read indexFlags
	read.define(c)
	out := c.flags.String("o", "", "`FILE` where to write the corpus; needed")
	asJSON := c.flags.Bool("json", false, "print the report as one JSON object")
	args, err := c.parse(1, -1)
	if err != nil {
		return err
	}
	if *out == "" {
		return usagef("say where to write the corpus: -o NAME.corpus")
	}
	start := c.Now()
	if read.name == "" && len(args) > 1 {
		read.name = strings.TrimSuffix(filepath.Base(*out), corpusExt)
	}
	data, report, err := c.ingest(args, read)
	if err != nil {
		return err
	}
	if err := writeFile(*out, data); err != nil {
		return err
	}
	seconds := c.Now().Sub(start).Seconds()
	if *asJSON {
		return json.NewEncoder(c.Out).Encode(newIndexReport(*out, data, report, seconds))
	}
	printReport(c.Out, report, *out+", "+byteSize(int64(len(data))), seconds)
	return nil
}

// Ingest reads the documents at paths and returns the bytes of their corpus. It shows its progress on a terminal and
// lists on standard error what could not be read. It is an error if there was nothing to read.
func (c *call) ingest(paths []string, f indexFlags) ([]byte, *ingest.Report, error) {
	var inputs []ingest.Input
	for _, path := range paths {
		if strings.HasSuffix(path, corpusExt) {
			x, err := openCorpus(path)
			if err != nil {
				return nil, nil, err
			}
			f.name = cmp.Or(f.name, x.Meta().Name)
			inputs = append(inputs, ingest.Input{Name: path, Corpus: x})
			continue
		}
		fsys, name, err := openInput(path)
		if err != nil {
			return nil, nil, err
		}
		f.name = cmp.Or(f.name, name)
		inputs = append(inputs, ingest.Input{Name: path, Files: fsys})
	}
	bar := newProgressBar(c.Err, c.Now)
	data, report, err := ingest.Merge(inputs, ingest.Options{
		Name: f.name, Lang: f.lang, Source: source.Options{Fields: source.Fields(f.fields)}, NoActors: f.noActors, Context: c.ctx,
		Progress: bar.show, Today: today(c.Now()),
	})
	bar.clear()
	if report != nil {
		printProblems(c.Err, report)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("index %s: %w", strings.Join(paths, " "), err)
	}
	return data, report, nil
}

// Today is the calendar day of t.
func today(t time.Time) corpus.Date {
	y, m, d := t.Date()
	date, _ := corpus.NewDate(y, int(m), d)
	return date
}
