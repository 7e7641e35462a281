package ingest

import (
	"errors"
	"fmt"
	"io/fs"

	"dateline/corpus/actor"
	"dateline/corpus/source"
)

// newFinder makes the finder and has it follow the files of actors.csv of the inputs' owners (source.ActorsFile; actor.Overrides tells
// the format).
func newFinder(inputs []Input, report *Report) (*actor.Finder, error) {
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	var all *actor.Overrides
	for _, in := range inputs {
		if in.Files == nil {
			continue
		}
		text, err := fs.ReadFile(in.Files, source.ActorsFile)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("the corrections of actors cannot be read: %w", err)
		}
		overrides, problems := actor.ParseOverrides(source.ActorsFile, string(text))
		for _, p := range problems {
			problem := source.Problem{Path: source.ActorsFile, Err: p}
			var line *actor.LineError
			if errors.As(p, &line) {
				problem.Line, problem.Err = line.Line, errors.New(line.Cause)
			}
			report.Problems = append(report.Problems, problem)
		}
		if all == nil {
			all = &actor.Overrides{}
		}
		all.Add(overrides)
	}
	if all != nil {
		finder.Follow(all)
	}
	return finder, nil
}
