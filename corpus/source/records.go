package source

import (
	"dateline/corpus"
	"dateline/corpus/pipeline"
)

// reading is what was made of one record of a file, which may not have been told its number yet.
type reading struct {
	doc  corpus.Document
	line int
	// notes are doubts about doc.
	notes []error
	// problem is why there is no doc; counts tells that it counts as a record all the same.
	problem error
	counts  bool
}

// fields makes a document of what a record's fields say. note, if not nil, is a doubt that is there already.
func (f *file) fields(r *record, line int, note error) reading {
	x := reading{line: line}
	if note != nil {
		x.notes = append(x.notes, note)
	}
	d := &x.doc
	if err := f.mapper.fill(d, r, "field"); err != nil {
		x.notes = append(x.notes, err)
	}
	d.Title = fieldLine(first(r.get(f.mapper.title)), maxTitle)
	d.Text = fieldText(f.mapper.textOf(r))
	opened(d)
	return x
}

// take gives a reading its number and hands it on.
func (f *file) take(x reading) error {
	if x.problem != nil {
		if x.counts {
			f.records++
		}
		f.problem(x.line, x.problem)
		return nil
	}
	numbered := f.record()
	d := x.doc
	d.Path = numbered.Path
	if !d.OwnID {
		d.ID = numbered.ID
	}
	for _, note := range x.notes {
		f.note(x.line, note)
	}
	return f.hand(d, x.line)
}

// records reads the records of a file, which it is given one by one, with several workers. T is what a record is before it is read.
type records[T any] struct {
	read  func(*file, T) []reading
	file  *file
	work  *pipeline.Ordered[[]reading]
	batch []T
	size  int // bytes in batch
}

// batchBytes is how much of a file a worker takes at a time.
const batchBytes = 64 << 10

func newRecords[T any](f *file, read func(*file, T) []reading) *records[T] {
	return &records[T]{read: read, file: f, work: pipeline.New(f.opts.Workers, func(list []reading) error {
		for _, x := range list {
			if err := f.take(x); err != nil {
				return err
			}
		}
		return nil
	})}
}

// add takes the next record, of n bytes. The error is the visitor's.
func (r *records[T]) add(record T, n int) error {
	r.batch = append(r.batch, record)
	if r.size += n; r.size < batchBytes {
		return nil
	}
	return r.flush()
}

func (r *records[T]) flush() error {
	batch := r.batch
	r.batch, r.size = nil, 0
	return r.work.Do(func(int) (out []reading) {
		for _, record := range batch {
			out = append(out, r.read(r.file, record)...)
		}
		return out
	})
}

// close reads what is left.
func (r *records[T]) close() error {
	err := r.flush()
	if closed := r.work.Close(); err == nil {
		err = closed
	}
	return err
}
