package ingest

import (
	"errors"
	"fmt"
	"strings"

	"dateline/corpus"
	"dateline/corpus/source"
	"dateline/corpus/when"
)

// doubtsTold is how many doubtful dates of one file are told one by one; the others are counted.
const doubtsTold = 3

// doubts tells of publication dates that may not be right. The documents stay in.
type doubts struct {
	opts   Options
	report *Report
	file   string // the last one
	n      int    // doubts in it
	more   int    // the problem that counts those beyond the first
}

func (t *doubts) tell(d *corpus.Document, from *origin) {
	var named corpus.Date
	if d.DateFrom != "name" {
		named = source.DateOfPath(d.Path, t.opts.Source.DateOrder)
	}
	doubt := when.Doubt(d.Date, named, t.opts.Today)
	if doubt == nil {
		return
	}
	file, _, _ := strings.Cut(d.Path, "#")
	if from.name != "" {
		file = from.name + ": " + file
	}
	if file != t.file {
		t.file, t.n = file, 0
	}
	switch t.n++; {
	case t.n <= doubtsTold:
		p := source.Problem{Path: file, Note: true, Err: doubt}
		if _, record, ok := strings.Cut(d.Path, "#"); ok {
			_, _ = fmt.Sscanf(record, "%d", &p.Record) // another form of it leaves 0: the whole file
		}
		t.report.Problems = append(t.report.Problems, p)
	case t.n == doubtsTold+1:
		t.more = len(t.report.Problems)
		t.report.Problems = append(t.report.Problems, source.Problem{Path: file, Note: true, Err: errors.New("1 more date like these")})
	default:
		more := &t.report.Problems[t.more]
		more.More = t.n - doubtsTold - 1
		more.Err = fmt.Errorf("%d more dates like these", more.More+1)
	}
}
