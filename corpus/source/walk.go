package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/corpus"
	"dateline/corpus/pipeline"
)

// Walk reads the files of fsys and of its folders in lexical order. Names that begin with a dot, __MACOSX and ActorsFile are left out;
// everything else is a document or a problem. A symbolic link to a file is read as that file; one to a folder is not followed.
// The error is that of a root that cannot be opened, or the visitor's own. With more than one worker, files are opened at the same time.
func Walk(fsys fs.FS, opts Options, v Visitor) error {
	opts = opts.withDefaults()
	w := newWalker(fsys, opts, v)
	err := w.walk()
	return cmp.Or(w.work.Close(), err)
}

// walker reads the files of a folder: small ones several at a time, large ones alone, for their records are spread over the workers.
type walker struct {
	fsys fs.FS
	opts Options
	v    Visitor
	work *pipeline.Ordered[func() error]
}

func newWalker(fsys fs.FS, opts Options, v Visitor) *walker {
	return &walker{fsys, opts, v, pipeline.New(opts.Workers, func(replay func() error) error { return replay() })}
}

// smallFile is the size in bytes up to which a file is one worker's.
const smallFile = 1 << 20

func (w *walker) walk() error {
	return fs.WalkDir(w.fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return fmt.Errorf("the folder cannot be read: %w", err)
		case err != nil:
			failed := w.work.Do(func(int) func() error {
				return func() error { w.v.problem(notOpened(name, err)); return nil }
			})
			if failed == nil && entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return failed
		case name != "." && leftOut(path.Base(name)):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		return w.file(name)
	})
}

func (w *walker) file(name string) error {
	if w.work.Workers() > 1 {
		info, err := fs.Stat(w.fsys, name) // of what a link leads to
		if err == nil && info.Mode().IsRegular() && info.Size() > smallFile {
			if err := w.work.Close(); err != nil {
				return err
			}
			return walkFile(w.fsys, name, w.opts, w.v)
		}
		return w.work.Do(func(int) func() error {
			var seen recording
			opts := w.opts
			opts.Workers = 1
			_ = walkFile(w.fsys, name, opts, seen.visitor()) // a recording stops nothing
			return func() error { return seen.replay(w.v) }
		})
	}
	return walkFile(w.fsys, name, w.opts, w.v)
}

// recording is what a Visitor was told.
type recording []func(Visitor) error

func (r *recording) visitor() Visitor {
	return Visitor{
		File: func(path string, size int64) {
			*r = append(*r, func(v Visitor) error {
				if v.File != nil {
					v.File(path, size)
				}
				return nil
			})
		},
		Document: func(d corpus.Document) error {
			*r = append(*r, func(v Visitor) error {
				if v.Document == nil {
					return nil
				}
				return v.Document(d)
			})
			return nil
		},
		Problem: func(p Problem) { *r = append(*r, func(v Visitor) error { v.problem(p); return nil }) },
	}
}

func (r recording) replay(v Visitor) error {
	for _, event := range r {
		if err := event(v); err != nil {
			return err
		}
	}
	return nil
}

func notOpened(name string, err error) Problem {
	return Problem{Path: name, Err: fmt.Errorf("it cannot be opened and is left out: %w", err)}
}

func leftOut(base string) bool {
	return strings.HasPrefix(base, ".") || base == "__MACOSX" || base == ActorsFile
}

func walkFile(fsys fs.FS, name string, opts Options, v Visitor) error {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		v.problem(notOpened(name, err))
		return nil
	case info.IsDir():
		v.problem(Problem{Path: name, Err: errors.New("it is a link to a folder, which is not followed: copy the folder here")})
		return nil
	case !info.Mode().IsRegular():
		v.problem(Problem{Path: name, Err: errors.New("it is no regular file and is left out")})
		return nil
	}
	file, err := fsys.Open(name)
	if err != nil {
		v.problem(notOpened(name, err))
		return nil
	}
	defer file.Close()
	return Read(name, file, info.Size(), opts, v)
}
