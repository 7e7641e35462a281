package statement

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/source"
)

// sharedData holds texts that are no part of the project; the tests that need them skip where it is absent.
const sharedData = "../../../shared/data"

// TestBriefings compares the speakers of White House briefings with the labels that begin their paragraphs, which are read here in another way:
// a line of the file that begins with capitals and a colon with two spaces behind it.
func TestBriefings(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedData, "wh_briefings", "press-briefings", "2021-0[34]", "*.md"))
	if err != nil || len(files) == 0 {
		t.Skipf("%s/wh_briefings is not there", sharedData)
	}
	labels, found, right := 0, 0, 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for line := range strings.Lines(string(raw)) {
			if label, _, ok := strings.Cut(strings.ReplaceAll(line, "\u00a0", " "), ":  "); ok && len(label) > 3 && label == strings.ToUpper(label) && !strings.ContainsAny(label, "\"“0123456789*#[") {
				want = append(want, strings.TrimSpace(label))
			}
		}
		if len(want) < leastTurns {
			continue
		}
		labels += len(want)
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		err = source.Read(filepath.Base(name), file, -1, source.Options{}, source.Visitor{Document: func(d corpus.Document) error {
			d.Lang = "en"
			next, before := 0, right
			defer func() {
				if right-before < len(want)*9/10 {
					t.Logf("%s: %d of %d labels", filepath.Base(name), right-before, len(want))
				}
			}()
			for _, s := range Find(&d, nil) {
				if s.Verb != "" || d.Text[s.Speaker.Start:s.Speaker.End] == "Q" {
					continue
				}
				found++
				for i := next; i < min(next+5, len(want)); i++ { // both lists in order, with a few missing
					if want[i] == d.Text[s.Speaker.Start:s.Speaker.End] {
						right++
						next = i + 1
						break
					}
				}
			}
			return nil
		}})
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
	}
	p, r := percent(right, found), percent(right, labels)
	t.Logf("%d labels of %d briefings, %d turns found: P %.1f R %.1f", labels, len(files), found, p, r)
	if p < 98 || r < 98 {
		t.Errorf("precision %.1f and recall %.1f of turns, of which 98 have been reached", p, r)
	}
}

// TestQuotationsHaveSpeakers counts which quotations of ten words or more in the news of two years have a speaker where no names are known. Not all
// can: interviews, titles and laws are quoted too.
func TestQuotationsHaveSpeakers(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedData, "wikinews_2019_2020", "data", "*.csv"))
	if len(files) == 0 {
		t.Skipf("%s/wikinews_2019_2020 is not there", sharedData)
	}
	all, spoken := 0, 0
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			d := &corpus.Document{Text: strings.TrimSpace(row[3]), Lang: "en"}
			found := Find(d, nil)
			for _, q := range findQuotations(d.Text) {
				if len(strings.Fields(d.Text[q.in:q.out])) < 10 {
					continue
				}
				all++
				for _, s := range found {
					if s.Start < q.out && s.End > q.in {
						spoken++
						break
					}
				}
			}
		}
	}
	t.Logf("%d of %d quotations have a speaker: %.1f", spoken, all, percent(spoken, all))
	if percent(spoken, all) < 70 {
		t.Errorf("%.1f of quotations have a speaker, of which 70 have been reached", percent(spoken, all))
	}
}
