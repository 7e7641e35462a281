package command

import (
	"encoding/json"
	"fmt"
	"os"

	"dateline/corpus/index"
)

var infoCommand = &command{
	name:  "info",
	args:  "F.corpus [--json]",
	short: "say what is in a .corpus file",
	long: `
Prints the name and the id of a corpus (the id is a hash of its content), what it counts, the span of its dates and the
bytes of each section of the file. The whole file is checked against its checksums first.
`,
	run: runInfo,
}

// CorpusInfo is what info --json prints.
type corpusInfo struct {
	Name       string         `json:"name"`
	ID         string         `json:"id"`
	Version    int            `json:"version"`
	Documents  int            `json:"documents"`
	Words      int            `json:"words"`
	Undated    int            `json:"undated"`
	Terms      int            `json:"terms"`
	Actors     int            `json:"actors"`
	Mentions   int            `json:"mentions"`
	Dates      int            `json:"dates"`
	Statements int            `json:"statements"`
	First      string         `json:"first"`
	Last       string         `json:"last"`
	Languages  map[string]int `json:"languages"`
	Bytes      int64          `json:"bytes"`
	Sections   []sectionInfo  `json:"sections"`
}

type sectionInfo struct {
	Name  string `json:"name"`
	Bytes int64  `json:"bytes"`
	Use   string `json:"use"`
}

func runInfo(c *call) error {
	asJSON := c.flags.Bool("json", false, "print one JSON object")
	args, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	x, err := openCorpus(args[0])
	if err != nil {
		return err
	}
	if err := x.Check(); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	meta, sections := x.Meta(), x.Sections()
	if *asJSON {
		out := corpusInfo{
			Name: meta.Name, ID: meta.ID, Version: meta.Version, Documents: meta.Docs, Words: meta.Words, Undated: meta.Undated,
			Terms: meta.Terms, Actors: meta.Actors, Mentions: meta.Mentions, Dates: meta.Dates, Statements: meta.Statements, First: meta.First.String(), Last: meta.Last.String(), Languages: languageCounts(meta.Languages), Bytes: meta.Size,
			Sections: []sectionInfo{},
		}
		for _, s := range sections {
			out.Sections = append(out.Sections, sectionInfo{s.Name, s.Bytes, s.Use})
		}
		return json.NewEncoder(c.Out).Encode(out)
	}
	t := table{w: c.Out}
	t.row("name", meta.Name)
	t.row("id", meta.ID)
	t.row("version", fmt.Sprint(meta.Version))
	t.row("documents", thousands(meta.Docs))
	t.row("words", thousands(meta.Words))
	t.row("dates", span(meta.First, meta.Last))
	t.row("undated", thousands(meta.Undated))
	t.row("terms", thousands(meta.Terms))
	t.row("actors", thousands(meta.Actors)+" in "+thousands(meta.Mentions)+" mentions")
	t.row("spoken of", thousands(meta.Dates)+" dates")
	t.row("statements", thousands(meta.Statements))
	t.row("languages", languages(meta.Languages))
	t.row("size", thousands(int(meta.Size))+" bytes")
	fmt.Fprintf(c.Out, "\nsections, in bytes\n")
	for _, s := range sections {
		fmt.Fprintf(c.Out, "%12s  %-10s  %s\n", thousands(int(s.Bytes)), s.Name, s.Use)
	}
	return nil
}

// OpenCorpus opens the .corpus file at path.
func openCorpus(path string) (*index.Index, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: give a file that `dateline index` has written", err)
	}
	x, err := index.Open(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return x, nil
}
