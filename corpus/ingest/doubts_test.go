package ingest

import (
	"fmt"
	"strings"
	"testing"

	"dateline/corpus"
)

// TestDoubtfulDates holds that dates which may not be right are told as notes, a few of each file, and the documents stay in.
func TestDoubtfulDates(t *testing.T) {
	var lines strings.Builder
	for i := range 8 {
		fmt.Fprintf(&lines, "{\"id\":\"r%d\",\"date\":\"2031-01-0%d\",\"text\":\"A record of a day to come, number %d.\"}\n", i, i+1, i)
	}
	fsys := files(
		"2020-03-01-talks.txt", "date 2021-04-14 The talks began, as the file's own first line has it.",
		"good-2021-04-14.txt", "date 2021-04-14 The same day in both places gives no doubt at all.",
		"old.txt", "date 1066-10-14 A battle was fought, but nobody printed it on the day.",
		"records.jsonl", lines.String(),
	)
	today, _ := corpus.ParseDate("2022-01-01")
	_, report, err := Run(fsys, Options{Today: today})
	if err != nil || report.Documents != 11 {
		t.Fatalf("%d documents, %v", report.Documents, err)
	}
	var told []string
	for _, p := range report.Problems {
		if !p.Note {
			t.Errorf("%s is no note", p)
		}
		told = append(told, p.String())
	}
	want := []string{"differs from 2020-03-01", "old.txt: its date 1066-10-14", "future", "future", "future", "5 more dates"}
	if len(told) != len(want) {
		t.Fatalf("%d notes, want %d:\n%s", len(told), len(want), strings.Join(told, "\n"))
	}
	for i := range want {
		if !strings.Contains(told[i], want[i]) {
			t.Errorf("%s: nothing of %q", told[i], want[i])
		}
	}
	if _, report, err = Run(fsys, Options{}); err != nil || len(report.Problems) != 2 {
		t.Errorf("without a day to compare with: %v, %v", report.Problems, err)
	}
}
