package command

import (
	"encoding/json"
	"fmt"
	"strings"

	"dateline/corpus/ingest"
	"dateline/corpus/source"
)

var indexCommand = &command{
	name:  "index",
	args:  "DIR|FILE -o F.corpus [flags]",
	short: "make a .corpus file from a folder of documents",
	long: `
Reads every document below DIR, or the one file FILE, and writes one .corpus file that holds the texts, the index and
the actors. Formats: plain text, Markdown, HTML, JSON lines, CSV and TSV, each also gzipped, and .zip of them.

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
}

func (f *indexFlags) define(c *call) {
	c.flags.StringVar(&f.name, "name", "", "`NAME` what readers see it called; the name of DIR without it")
	c.flags.StringVar(&f.lang, "lang", "", "`CODE` language (en, fr, ru …) of documents that do not tell theirs; found out without it")
	c.flags.Var(&f.fields, "field", "`ROLE=NAME` which field of JSON lines or CSV is what; may be repeated")
}

func runIndex(c *call) error {
	var read indexFlags
	read.define(c)
	out := c.flags.String("o", "", "`FILE` where to write the corpus; needed")
	asJSON := c.flags.Bool("json", false, "print the report as one JSON object")
	args, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	if *out == "" {
		return usagef("say where to write the corpus: -o NAME.corpus")
	}
	start := c.Now()
	data, report, err := c.ingest(args[0], read)
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

// Ingest reads the documents at path and returns the bytes of their corpus. It shows its progress on a terminal and
// lists on standard error what could not be read. It is an error if there was nothing to read.
func (c *call) ingest(path string, f indexFlags) ([]byte, *ingest.Report, error) {
	fsys, name, err := openInput(path)
	if err != nil {
		return nil, nil, err
	}
	if f.name != "" {
		name = f.name
	}
	bar := newProgressBar(c.Err, c.Now)
	data, report, err := ingest.Run(fsys, ingest.Options{
		Name: name, Lang: f.lang, Source: source.Options{Fields: source.Fields(f.fields)}, Progress: bar.show,
	})
	bar.clear()
	if report != nil {
		printProblems(c.Err, report)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("index %s: %w", path, err)
	}
	return data, report, nil
}
