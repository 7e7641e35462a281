package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// readGzip reads a file of another format that is packed with gzip; the unpacked bytes are bounded as those of any file.
func (f *file) readGzip(r io.Reader, in nesting) error {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return fmt.Errorf("it is no whole gzip file: get it again (%w)", err)
	}
	defer zr.Close()
	name := f.name
	if strings.EqualFold(path.Ext(name), ".gz") {
		f.name = name[:len(name)-len(".gz")]
	}
	in.gzip = true
	f.unpacked = f.size * maxUnfold
	f.size = -1
	return f.read(gzipReader{zr}, in)
}

// gzipReader puts plain words to the errors of a packed file.
type gzipReader struct{ r io.Reader }

func (g gzipReader) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("the packed data is damaged or cut short: get it again (%w)", err)
	}
	return n, err
}

// readZipWhole reads an archive from a stream by holding it in memory.
func (f *file) readZipWhole(r io.Reader) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("it cannot be read to its end: %w", err)
	}
	return f.readZip(bytes.NewReader(b), int64(len(b)))
}

// maxUnfold is how many times its own size an archive may unfold to, above MaxBytes: ten times what text packs to.
const maxUnfold = 100

// readZip reads the members of an archive in lexical order, as Walk reads files. Nothing is ever written, so that a member's
// name is only a name; what the members hold together is bounded, so that an archive made to fill a disk does no harm.
func (f *file) readZip(r io.ReaderAt, size int64) error {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return fmt.Errorf("it is no whole zip file: get it again (%w)", err)
	}
	members := archive.File
	sort.SliceStable(members, func(i, j int) bool { return members[i].Name < members[j].Name })
	left := max(f.opts.MaxBytes, size*maxUnfold)
	for _, member := range members {
		name := memberName(member)
		if name == "" || memberLeftOut(name) {
			continue
		}
		m := &file{path: f.path + "!" + name, name: name, size: -1, opts: f.opts, v: f.v, mapper: f.mapper}
		counted := &countedReader{left: left}
		err := m.readMember(member, counted)
		m.closeReport()
		left = counted.left
		if err == nil && m.found == 0 {
			err = errors.New("there is no document in it")
		}
		f.found += max(m.found, 1)
		var stop *visitorError
		if errors.As(err, &stop) {
			return err
		}
		if left <= 0 {
			return fmt.Errorf("its members are together more than %s, as no texts are: unpack it and take what is needed", byteCount(max(f.opts.MaxBytes, size*maxUnfold)))
		}
		if err != nil {
			m.v.problem(Problem{Path: m.path, Err: err})
		}
	}
	return nil
}

func (f *file) readMember(member *zip.File, counted *countedReader) error {
	const encrypted = 1
	if member.Flags&encrypted != 0 {
		return errors.New("it is locked with a password: unpack it into the folder")
	}
	r, err := member.Open()
	if err != nil {
		return fmt.Errorf("it cannot be unpacked: %w", err)
	}
	defer r.Close()
	counted.r = gzipReader{r}
	return f.read(counted, nesting{zip: true})
}

// countedReader counts what comes through against a limit that several readers share, and fails behind it.
type countedReader struct {
	r    io.Reader
	left int64
}

func (c *countedReader) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errors.New("the archive holds too much")
	}
	n, err := c.r.Read(p)
	c.left -= int64(n)
	return n, err
}

// memberName returns a member's name as a path without a root and without "..", or "" for a folder.
func memberName(member *zip.File) string {
	name := member.Name
	if !utf8.ValidString(name) {
		// Without the flag for UTF-8 a name is in the code page of the first PCs.
		name = decodeWith(charmap.CodePage437, []byte(name))
	}
	name = strings.ReplaceAll(name, "\\", "/")
	if strings.HasSuffix(name, "/") || member.FileInfo().IsDir() {
		return ""
	}
	return strings.TrimPrefix(path.Clean("/"+oneLine(name, maxTitle)), "/")
}

func memberLeftOut(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if leftOut(part) {
			return true
		}
	}
	return false
}
