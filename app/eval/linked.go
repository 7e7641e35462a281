package eval

import (
	"context"
	"path/filepath"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/actor"
	"dateline/corpus/gold"
)

// linkedSpans measures the finder on Wikipedia's current events of June to September 2021, whose first mentions are linked to
// articles: how many of the linked names it finds, and whether those of one article are one actor and others not (B³,
// Bagga and Baldwin 1998, over the spans that were found).
func linkedSpans(ctx context.Context, o *Options) ([]Row, error) {
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	events, err := gold.ReadEvents(filepath.Join(o.Data, "wcep_linked"), "2021.jsonl")
	if err != nil {
		return nil, err
	}
	var exact, touched, all int
	var pairs [][2]string
	for i := range events {
		e := &events[i]
		if e.Date < "2021-06" {
			continue // what the tagger has learnt from
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d := &corpus.Document{Text: e.Text, Lang: "en"}
		if date, err := corpus.ParseDate(e.Date); err == nil {
			d.Date = date
		}
		found := finder.Find(d)
		for k := range e.Links {
			start, end := e.Span(k)
			if r, _ := utf8.DecodeRuneInString(e.Links[k].Surface); end == 0 || !unicode.IsUpper(r) || !isName(e.Links[k].Title) {
				continue
			}
			all++
			touches := false
			for _, m := range found {
				if m.Confidence < corpus.ShownConfidence || m.Start >= end || m.End <= start {
					continue
				}
				touches = true
				if m.Start == start && m.End == end {
					exact++
					pairs = append(pairs, [2]string{e.Links[k].Title, m.Type.String() + " " + m.Name})
				}
			}
			if touches {
				touched++
			}
		}
	}
	return []Row{{"linked names", "current events June–Sept. 2021", "Dateline", []Value{
		{"recall", 100 * float64(exact) / float64(max(1, all))},
		{"recall of part", 100 * float64(touched) / float64(max(1, all))},
		{"B³", bCubed(pairs)},
	}}}, nil
}

// isName leaves out titles that are of things: those with small words that are not of names, and with figures.
func isName(title string) bool {
	small := map[string]bool{
		"of": true, "the": true, "and": true, "for": true, "in": true, "de": true, "la": true, "al": true, "bin": true, "van": true,
		"von": true, "der": true, "del": true, "da": true, "do": true, "on": true, "to": true, "el": true, "ibn": true, "du": true,
	}
	word := ""
	for _, r := range title + " " {
		switch {
		case unicode.IsDigit(r):
			return false
		case r == '(':
			return true
		case r == ' ' || r == '-':
			if first, _ := utf8.DecodeRuneInString(word); word != "" && unicode.IsLower(first) && !small[word] {
				return false
			}
			word = ""
		default:
			word += string(r)
		}
	}
	return true
}

// bCubed is the F1 of the B³ precision and recall of pairs of a right and a found cluster.
func bCubed(pairs [][2]string) float64 {
	right, found, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for _, p := range pairs {
		right[p[0]]++
		found[p[1]]++
		both[p]++
	}
	var precision, recall float64
	for _, p := range pairs {
		precision += float64(both[p]) / float64(found[p[1]])
		recall += float64(both[p]) / float64(right[p[0]])
	}
	if len(pairs) == 0 {
		return 0
	}
	n := float64(len(pairs))
	precision, recall = precision/n, recall/n
	return 200 * precision * recall / (precision + recall)
}
