package source

import (
	"errors"
	"fmt"
	"io"

	"dateline/corpus"
)

// ActorsFile is the name of the file with the owner's own actors; it is no document, in whatever folder it lies.
const ActorsFile = "actors.csv"

// Options tell a reader what the files themselves do not. The zero value is good for most folders.
type Options struct {
	// Fields names the fields of records, where the names are not the usual ones.
	Fields Fields
	// DateOrder tells how 03/04/2021 is to be read.
	DateOrder DateOrder
	// MaxBytes bounds a file, counted after unpacking; 0 is 256 MB. Files of records, which are read one by one, may be larger: as large as
	// they lie there, and a hundred times that after unpacking.
	MaxBytes int64
	// MaxRecord bounds one document: a text, page or record; 0 is 16 MB.
	MaxRecord int
	// Workers is how many goroutines take files and records apart; 0 is one for each processor. What the Visitor sees does not depend on it.
	Workers int
}

const (
	defaultMaxBytes  = 256 << 20
	defaultMaxRecord = 16 << 20
)

func (o Options) withDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.MaxRecord <= 0 {
		o.MaxRecord = defaultMaxRecord
	}
	o.MaxRecord = int(min(int64(o.MaxRecord), o.MaxBytes))
	return o
}

// Problem is something that the owner of the files may want to know.
type Problem struct {
	// Path is that of the file below the folder, with "!member" behind it in an archive.
	Path string
	// Line is the line of the file, counted from 1, and Record the record; 0 where it is not known or the whole file is meant.
	Line, Record int
	// Note is set where the document stays in and something about it is doubtful; otherwise something was not read.
	Note bool
	// More is how many others of the file this one stands for, which are not told one by one.
	More int
	// Err is the cause and the remedy.
	Err error
}

// Place returns where it is: "docs.jsonl:17", "docs.json#17" where only the record is known, or the path alone.
func (p Problem) Place() string {
	switch {
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	case p.Record > 0:
		return fmt.Sprintf("%s#%d", p.Path, p.Record)
	}
	return p.Path
}

// String returns the place, the cause and the remedy.
func (p Problem) String() string { return fmt.Sprintf("%s: %v", p.Place(), p.Err) }

// Visitor is what a reading calls, in the order of the files and of the documents in them, on the goroutine that reads.
// A nil function is not called.
type Visitor struct {
	// File is called before a file is read, with its size in bytes as it lies there, or -1 if that is not known.
	// Members of archives are not told.
	File func(path string, size int64)
	// Document is called for every document; its error stops the reading and is returned from it.
	Document func(corpus.Document) error
	// Problem is called for what could not be read or is doubtful.
	Problem func(Problem)
}

// Read reads one file. name is its slash-separated path, which tells its format and perhaps its date; size is its length in bytes,
// or -1. An archive is read in place if r is an io.ReaderAt too and size is known. The error is the visitor's own.
func Read(name string, r io.Reader, size int64, opts Options, v Visitor) error {
	opts = opts.withDefaults()
	if v.File != nil {
		v.File(name, size)
	}
	f := &file{path: name, name: name, size: size, unpacked: size, opts: opts, v: v, mapper: newMapper(opts)}
	err := f.read(r, nesting{})
	f.closeReport()
	var stop *visitorError
	if errors.As(err, &stop) {
		return stop.err
	}
	if err == nil && f.found == 0 {
		err = errors.New("there is no document in it")
	}
	if err != nil {
		// What a reader returns and is not the visitor's is the reason that this file ends here.
		v.problem(Problem{Path: name, Err: err})
	}
	return nil
}

func (v Visitor) problem(p Problem) {
	if v.Problem != nil {
		v.Problem(p)
	}
}

// visitorError carries the visitor's error out of the readers, past those that report errors of their own.
type visitorError struct{ err error }

func (e *visitorError) Error() string { return e.err.Error() }
func (e *visitorError) Unwrap() error { return e.err }
