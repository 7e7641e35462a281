package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"dateline/corpus/actor"
	"dateline/corpus/source"
)

// actorsFile is where the owner of the corpus corrects its actors; actor.Overrides tells the format.
const actorsFile = "actors.csv"

// ofActors reports whether a path is that of the file, or of a record in it, which is no document.
func ofActors(path string) bool {
	return path == actorsFile || strings.HasPrefix(path, actorsFile+"#")
}

// newFinder makes the finder and has it follow the owner's file, where there is one.
func newFinder(fsys fs.FS, report *Report) (*actor.Finder, error) {
	finder, err := actor.New()
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(fsys, actorsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return finder, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the corrections of actors cannot be read: %w", err)
	}
	overrides, problems := actor.ParseOverrides(actorsFile, string(text))
	for _, p := range problems {
		problem := source.Problem{Path: actorsFile, Err: p}
		var line *actor.LineError
		if errors.As(p, &line) {
			problem.Line, problem.Err = line.Line, errors.New(line.Cause)
		}
		report.Problems = append(report.Problems, problem)
	}
	finder.Follow(overrides)
	return finder, nil
}
