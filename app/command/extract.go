package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/statement"
	"dateline/corpus/text"
	"dateline/corpus/when"
)

var extractCommand = &command{
	name:  "extract",
	args:  "< documents.jsonl",
	short: "print the actors, dates and statements in texts, as JSON lines",
	long: `
Reads documents as lines of JSON, {"id":…,"date":"2021-04-14","text":"…"}, with "title" and "lang" if there are any, and
prints a line for each, here broken:

  {"id":…,
   "mentions":[{"start":0,"end":9,"text":"Joe Biden","type":"person","actor":"Joe Biden","kind":"name","confidence":0.98,
                "rule":"dictionary"}],
   "dates":[{"start":24,"end":31,"text":"Tuesday","value":"2021-04-13","precision":"day"}],
   "statements":[{"start":40,"end":75,"text":"Russia must end its build-up","speaker":"Jens Stoltenberg","verb":"said",
                  "kind":"say","quoted":true,"via":null,"to":null,"about":["Russia"]}]}

start and end are byte offsets in the UTF-8 of "text".

Of a mention, type is person, organisation, country or place; kind is name, surname, acronym, demonym, capital or role;
confidence is from 0 to 1, and below 0.5 a guess that a corpus leaves out; rule says what found it.

Of a date, value is what TIMEX3 gives: 2021-04-13, 2021-W15, 2021-W15-WE (a weekend), 2021-04, 2021-Q2, 2021-SU (summer),
2021-H1, 2021, 201X (a decade), 19XX (a century), two of these with a slash between for a range, PAST_REF or FUTURE_REF for
what is vague; precision is day, weekend, week, month, quarter, season, half, year, decade, century or vague. What can only
be counted from the document's date is left out where there is none, or one that is not precise enough.

Of a statement, the span is that of the words, without the marks around a quotation; speaker is the actor who said them, or,
where the text names none, the words that it has ("officials"); verb is as in the text, empty in a transcript; kind is say,
announce, deny, ask, urge, warn, accuse, praise, pledge, propose, agree, express or expect; quoted is whether words in
quotation marks are among them; via is who, or what, passed them on ("White House", "a statement"); to is whom they were said
to or against; about are the actors that they mention.

The language is "lang", or else found out; statements and relative dates are read in depth in English, explicit dates and
quotations with a speaker beside them also in French, Spanish, Russian, Ukrainian, Swedish, Norwegian and Hungarian.

Each line is read by itself: the same line gives the same answer wherever it stands. A line that is no such document is
reported on standard error, the others go on, and the exit status is 1.
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
	ID         json.RawMessage    `json:"id"`
	Mentions   []extractMention   `json:"mentions"`
	Dates      []extractDate      `json:"dates"`
	Statements []extractStatement `json:"statements"`
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

type extractDate struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Value     string `json:"value"`
	Precision string `json:"precision"`
}

type extractStatement struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Text    string   `json:"text"`
	Speaker string   `json:"speaker"`
	Verb    string   `json:"verb"`
	Kind    string   `json:"kind"`
	Quoted  bool     `json:"quoted"`
	Via     *string  `json:"via"`
	To      *string  `json:"to"`
	About   []string `json:"about"`
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

// Extract reads one line of input and finds what its text mentions, when, and what was said.
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
	if d.Lang == "" {
		d.Lang = text.Detect(d.Text)
	}
	mentions := finder.Find(d)
	out := &extractOutput{ID: in.ID, Mentions: []extractMention{}, Dates: []extractDate{}, Statements: []extractStatement{}}
	for _, m := range mentions {
		out.Mentions = append(out.Mentions, extractMention{
			Start: m.Start, End: m.End, Text: d.Text[m.Start:m.End],
			Type: m.Type.String(), Actor: m.Name, Kind: m.Kind.String(), Confidence: m.Confidence, Rule: m.Rule,
		})
	}
	for _, m := range when.Find(d, mentions) {
		out.Dates = append(out.Dates, extractDate{m.Start, m.End, d.Text[m.Start:m.End], m.Value(), m.Unit.String()})
	}
	for _, s := range statement.Find(d, mentions) {
		out.Statements = append(out.Statements, extracted(d.Text, &s, mentions))
	}
	return out, nil
}

func extracted(body string, s *corpus.Statement, mentions []corpus.Mention) extractStatement {
	out := extractStatement{
		Start: s.Start, End: s.End, Text: body[s.Start:s.End], Speaker: partyName(body, s.Speaker),
		Verb: s.Verb, Kind: s.Kind.String(), Quoted: s.Quoted(), About: []string{},
	}
	if s.Via.Known() {
		via := partyName(body, s.Via)
		out.Via = &via
	}
	if len(s.To) > 0 {
		var names []string
		for _, p := range s.To {
			names = append(names, partyName(body, p))
		}
		to := strings.Join(names, ", ")
		out.To = &to
	}
	for _, p := range statement.About(s, mentions) {
		out.About = append(out.About, p.Name)
	}
	return out
}

// PartyName is the actor that a party of a statement means, or else the words that name it.
func partyName(body string, p corpus.Party) string {
	if p.Name != "" {
		return p.Name
	}
	return body[p.Start:p.End]
}
