package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dateline/corpus"
	"dateline/corpus/actor"
)

var extractCommand = &command{
	name:  "extract",
	args:  "< documents.jsonl",
	short: "print the actors that texts mention, as JSON lines",
	long: `
Reads documents as lines of JSON, {"id":…,"date":"2021-04-14","text":"…"}, with "title" and "lang" if there are any, and
prints a line for each:

  {"id":…,"mentions":[{"start":0,"end":9,"text":"Joe Biden","type":"person","actor":"Joe Biden","kind":"name","confidence":0.98,"rule":"dictionary"}],"dates":[],"statements":[]}

start and end are byte offsets in the UTF-8 of "text"; type is person, organisation, country or place; kind is name,
surname, acronym, demonym, capital or role; confidence is from 0 to 1, and below 0.5 a guess that a corpus leaves out; rule says
what found the mention. Each line is read by itself: the same line gives the
same answer wherever it stands. A line that is no such document is reported on standard error, the others go on, and the
exit status is 1.
`,
	run: runExtract,
}

// ExtractInput is a line of input.
type extractInput struct {
	ID    json.RawMessage `json:"id"` // handed back as it came
	Date  string          `json:"date"`
	Title string          `json:"title"`
	Lang  string          `json:"lang"`
	Text  *string         `json:"text"`
}

// ExtractOutput is a line of output.
type extractOutput struct {
	ID         json.RawMessage  `json:"id"`
	Mentions   []extractMention `json:"mentions"`
	Dates      []struct{}       `json:"dates"`
	Statements []struct{}       `json:"statements"`
}

type extractMention struct {
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       string  `json:"text"`
	Type       string  `json:"type"`
	Actor      string  `json:"actor"`
	Kind       string  `json:"kind"`
	Confidence float64 `json:"confidence"`
	Rule       string  `json:"rule"`
}

func runExtract(c *call) error {
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	finder, err := actor.New()
	if err != nil {
		return err
	}
	r, w := bufio.NewReaderSize(c.In, 64<<10), bufio.NewWriter(c.Out)
	var buf []byte
	bad := 0
	for line := 1; c.ctx.Err() == nil; line++ {
		buf, err = readLine(r, buf, maxLine)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLineTooLong) {
			return err
		}
		if err == nil && len(bytes.TrimSpace(buf)) == 0 {
			continue
		}
		var out *extractOutput
		if err == nil {
			out, err = extract(finder, buf)
		}
		if err != nil {
			bad++
			fmt.Fprintf(c.Err, "line %d: %v\n", line, err)
			continue
		}
		if err := encodeLine(w, out); err != nil {
			return err
		}
		if r.Buffered() == 0 { // nothing waits: whoever reads us gets what there is
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if bad > 0 {
		return fmt.Errorf("%d lines could not be read", bad)
	}
	return c.ctx.Err()
}

// Extract reads one line of input and finds what its text mentions.
func extract(finder *actor.Finder, line []byte) (*extractOutput, error) {
	var in extractInput
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("this is not a JSON document: %w", err)
	}
	if in.Text == nil {
		return nil, errors.New(`there is no "text"`)
	}
	if len(in.ID) == 0 {
		in.ID = json.RawMessage("null")
	}
	d := &corpus.Document{Title: in.Title, Lang: in.Lang, Text: *in.Text}
	if in.Date != "" {
		date, err := corpus.ParseDate(in.Date)
		if err != nil {
			return nil, err
		}
		d.Date = date
	}
	out := &extractOutput{ID: in.ID, Mentions: []extractMention{}, Dates: []struct{}{}, Statements: []struct{}{}}
	for _, m := range finder.Find(d) {
		out.Mentions = append(out.Mentions, extractMention{
			Start: m.Start, End: m.End, Text: d.Text[m.Start:m.End],
			Type: m.Type.String(), Actor: m.Name, Kind: m.Kind.String(), Confidence: m.Confidence, Rule: m.Rule,
		})
	}
	return out, nil
}
