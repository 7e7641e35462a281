package command

import (
	"fmt"
	"io"
	"os"

	"dateline/app/dump"
)

var exportCommand = &command{
	name:  "export",
	args:  "F.corpus [--ndjson FILE] [--sqlite FILE]",
	short: "write a .corpus file as lines of JSON or as an SQLite database",
	long: `
Writes all that a corpus holds in forms that other programs read. Without flags, lines of JSON go to standard output.

--ndjson writes a JSON object a line for each document: id, path, title, date, lang, source, url, authors, tags, dateline,
words and text as far as they are known, its mentions of actors, the dates it speaks of and the statements in it. DuckDB
reads it with read_json_auto, and search engines by the line.

--sqlite writes a database with the tables corpus, documents, authors, tags, actors, aliases, mentions, dates,
statements and addressees, and documents_fts, a full-text index (FTS5) of titles and texts. Datasette serves it as it is:

  SELECT id, date, title FROM documents_fts JOIN documents ON document = documents_fts.rowid
  WHERE documents_fts MATCH 'troops NEAR border' ORDER BY rank LIMIT 20

The same corpus gives the same bytes. A file that is there already is replaced when the new one is whole.
`,
	run: runExport,
}

func runExport(c *call) error {
	ndjson := c.flags.String("ndjson", "", "`FILE` where to write lines of JSON; - is standard output")
	sqlite := c.flags.String("sqlite", "", "`FILE` where to write a database")
	args, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	x, err := openCorpus(args[0])
	if err != nil {
		return err
	}
	if *ndjson == "" && *sqlite == "" {
		*ndjson = "-"
	}
	if *sqlite != "" {
		err := replaceFile(*sqlite, func(f *os.File) error { return dump.SQLite(c.ctx, x, f.Name()) })
		if err != nil {
			return fmt.Errorf("export %s: %w", args[0], err)
		}
	}
	switch *ndjson {
	case "":
	case "-":
		err = dump.NDJSON(c.ctx, x, c.Out)
	default:
		err = replaceFile(*ndjson, func(f *os.File) error { return dump.NDJSON(c.ctx, x, f) })
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", args[0], err)
	}
	told := io.Writer(c.Out)
	if *ndjson == "-" {
		told = c.Err
	}
	for _, path := range []string{*ndjson, *sqlite} {
		if info, err := os.Stat(path); err == nil && path != "-" {
			fmt.Fprintf(told, "written %s, %s\n", path, byteSize(info.Size()))
		}
	}
	return nil
}
