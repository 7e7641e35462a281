package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"dateline/corpus"
)

// file is one file, or one member of an archive, while it is read.
type file struct {
	path string // as it is told to people: with "!member" behind that of an archive
	name string // the path that tells format, date and id: the member's own, without .gz
	size int64  // bytes as it lies there, -1 if not known
	// unpacked is what a file of records may have after unpacking, if that is more than Options.MaxBytes.
	unpacked int64
	opts     Options
	v        Visitor
	mapper   *mapper
	records  int // records seen
	found    int // documents and problems

	problems, notes int // told so far; see report
}

// nesting says what a file was taken out of.
type nesting struct{ zip, gzip bool }

// sniffLen is how much of a file's start is looked at to tell its format.
const sniffLen = 4096

// read tells the format of a file and reads it. An error is the reason that the file could not be read to its end.
func (f *file) read(r io.Reader, in nesting) error {
	limited := &limitedReader{r: r, left: f.opts.MaxBytes, most: f.opts.MaxBytes}
	buffer := int64(64 << 10)
	if f.size >= 0 { // many files are small
		buffer = min(buffer, max(f.size, sniffLen))
	}
	br := bufio.NewReaderSize(limited, int(buffer))
	head, err := br.Peek(sniffLen)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("it cannot be read: %w", err)
	}
	if len(head) == 0 {
		f.problem(0, errors.New("the file is empty"))
		return nil
	}
	kind := formatOf(f.name, head)
	if kind == formatJSONL || kind == formatCSV {
		// Of records no more than one is in memory at a time, so that these files may be as large as they lie there.
		limited.raise(f.unpacked)
	}
	switch {
	case kind == formatGzip && !in.gzip:
		return f.readGzip(br, in)
	case kind == formatZip && !in.zip && !in.gzip:
		// The limit on archives is that of their members.
		if at, ok := r.(io.ReaderAt); ok && f.size >= 0 {
			return f.readZip(at, f.size)
		}
		return f.readZipWhole(br)
	case kind == formatGzip || kind == formatZip:
		return errors.New("an archive within an archive is not opened: unpack the outer one into the folder")
	}
	reader := readers[kind]
	if reader == nil {
		return notReadable(f.name, head)
	}
	return reader(f, br)
}

// readers are the readers of the formats. A reader of records takes its input as a stream.
var readers = map[format]func(*file, *bufio.Reader) error{
	formatText:     (*file).readText,
	formatMarkdown: (*file).readMarkdown,
	formatHTML:     (*file).readHTML,
	formatJSON:     (*file).readJSON,
	formatJSONL:    (*file).readJSONL,
	formatCSV:      (*file).readCSV,
}

// limitedReader ends in an error, not in a silent end, when more than its limit comes.
type limitedReader struct {
	r          io.Reader
	left, most int64
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left <= 0 {
		// One more byte tells a file of just that size from a longer one.
		var one [1]byte
		n, err := l.r.Read(one[:])
		if n > 0 {
			return 0, fmt.Errorf("it has more than %s: split it", byteCount(l.most))
		}
		return 0, err
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// raise lets more bytes through, if most is more than the limit.
func (l *limitedReader) raise(most int64) {
	if most > l.most {
		l.left += most - l.most
		l.most = most
	}
}

func byteCount(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// readAll reads a file that is one document.
func (f *file) readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(f.opts.MaxRecord)+1))
	if err != nil {
		return nil, fmt.Errorf("it cannot be read to its end: %w", err)
	}
	if len(b) > f.opts.MaxRecord {
		return nil, fmt.Errorf("as one document it has more than %s: split it", byteCount(int64(f.opts.MaxRecord)))
	}
	return b, nil
}

// stem returns the file's name without folders and extensions.
func (f *file) stem() string {
	base := path.Base(f.name)
	if ext := path.Ext(base); ext != "" && ext != base {
		if _, known := extensions[strings.ToLower(ext)]; known || len(ext) <= 6 && strings.Trim(ext[1:], "0123456789") != "" {
			base = strings.TrimSuffix(base, ext)
		}
	}
	return oneLine(base, maxName)
}

// whole returns a document that is the whole file; record returns the next one of several.
func (f *file) whole() corpus.Document {
	return corpus.Document{ID: f.stem(), Path: f.path}
}

func (f *file) record() corpus.Document {
	f.records++
	return corpus.Document{ID: fmt.Sprintf("%s#%d", f.stem(), f.records), Path: fmt.Sprintf("%s#%d", f.path, f.records)}
}

// emit completes a document, whose text is in its final form, and hands it on.
func (f *file) emit(d corpus.Document, line int) error {
	opened(&d)
	return f.hand(d, line)
}

// opened finds the dateline of a document.
func opened(d *corpus.Document) {
	if opening, ok := findDateline(d.Text); ok {
		d.Dateline, d.DatelineLen = opening.place, opening.n
	}
}

// hand gives a complete document to the visitor.
func (f *file) hand(d corpus.Document, line int) error {
	f.found++
	if d.Text == "" && d.Title == "" {
		f.problem(line, errors.New("there is no text in it, nor a title"))
		return nil
	}
	if f.v.Document == nil {
		return nil
	}
	if err := f.v.Document(d); err != nil {
		return &visitorError{err}
	}
	return nil
}

// A file with the same fault in every line is told so a few times and then counted.
const mostReports = 20

func (f *file) problem(line int, err error) {
	f.found++
	f.report(line, false, &f.problems, err)
}
func (f *file) note(line int, err error) { f.report(line, true, &f.notes, err) }

func (f *file) report(line int, note bool, count *int, err error) {
	if *count++; *count <= mostReports {
		p := Problem{Path: f.path, Line: line, Note: note, Err: err}
		if line == 0 {
			p.Record = f.records
		}
		f.v.problem(p)
	}
}

func (f *file) closeReport() {
	if n := f.problems - mostReports; n > 0 {
		f.v.problem(Problem{Path: f.path, More: n - 1, Err: fmt.Errorf("%d more problems like these", n)})
	}
	if n := f.notes - mostReports; n > 0 {
		f.v.problem(Problem{Path: f.path, Note: true, More: n - 1, Err: fmt.Errorf("%d more notes like these", n)})
	}
}
