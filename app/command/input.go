package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/corpus/source"
)

// OpenInput returns the file system that holds the documents at path, a folder or a single file, and a name for them.
func openInput(path string) (fs.FS, string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", fmt.Errorf("there is no %s: give a folder of documents or one file", path)
	}
	if err != nil {
		return nil, "", err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, "", err
	}
	name := filepath.Base(abs)
	if info.IsDir() {
		return os.DirFS(path), name, nil
	}
	stem, _, _ := strings.Cut(name, ".")
	if stem == "" {
		stem = name
	}
	return oneFile{os.DirFS(filepath.Dir(abs)), name}, stem, nil
}

// OneFile is a file system that holds, of another one's root, a single file.
type oneFile struct {
	fs.FS
	name string
}

func (o oneFile) Open(name string) (fs.File, error) {
	if name != "." && name != o.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.FS.Open(name)
}

// ReadDir makes walking see the one file alone.
func (o oneFile) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	info, err := fs.Stat(o.FS, o.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// FieldFlags collects --field ROLE=NAME.
type fieldFlags source.Fields

// Role returns the place of a role's field name.
func (f *fieldFlags) role(name string) (field *string, ok bool) {
	for _, r := range f.roles() {
		if r.name == name {
			return r.field, true
		}
	}
	return nil, false
}

type fieldRole struct {
	name  string
	field *string
}

func (f *fieldFlags) roles() []fieldRole {
	return []fieldRole{
		{"id", &f.ID},
		{"date", &f.Date},
		{"title", &f.Title},
		{"text", &f.Text},
		{"lang", &f.Lang},
		{"source", &f.Source},
		{"url", &f.URL},
		{"authors", &f.Authors},
		{"tags", &f.Tags},
		{"people", &f.People},
		{"organisations", &f.Organisations},
		{"countries", &f.Countries},
		{"places", &f.Places},
		{"actors", &f.Actors},
	}
}

func fieldRoles() (names []string) {
	for _, r := range new(fieldFlags).roles() {
		names = append(names, r.name)
	}
	return names
}

func (f *fieldFlags) String() string { return "" }

func (f *fieldFlags) Set(s string) error {
	role, name, ok := strings.Cut(s, "=")
	if !ok || name == "" {
		return errors.New("write ROLE=NAME, as in text=body")
	}
	field, ok := f.role(role)
	if !ok {
		return fmt.Errorf("there is no role %q; the roles are %s", role, strings.Join(fieldRoles(), ", "))
	}
	*field = name
	return nil
}

// WriteFile writes data to path, as replaceFile does.
func writeFile(path string, data []byte) error {
	return replaceFile(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// ReplaceFile has write fill a file beside path, flushes it to the disk and renames it to path, so that a reader or a crash sees
// the old content or the new one.
func replaceFile(path string, write func(*os.File) error) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		var named *fs.PathError
		if errors.As(err, &named) { // the name is not the one that was asked for
			err = named.Err
		}
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
			err = fmt.Errorf("write %s: %w", path, err)
		}
	}()
	if err = write(tmp); err != nil {
		return err
	}
	if err = tmp.Chmod(0o644); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// ErrLineTooLong is what lines yields in place of a line beyond its limit.
var errLineTooLong = errors.New("the line is too long")

// MaxLine is the number of bytes of the longest line that is read from standard input: what bounds the memory.
const maxLine = 64 << 20

// ReadLine returns the next line without its end, which is LF or CRLF. A line beyond most bytes is read past and gives
// errLineTooLong. The bytes are valid until the next call. At the end of the input the error is io.EOF.
func readLine(r *bufio.Reader, buf []byte, most int) ([]byte, error) {
	buf = buf[:0]
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(buf)+len(part) > most+len("\r\n"); !tooLong {
			buf = append(buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(part) == 0 && len(buf) == 0 && !tooLong):
			return buf, err
		case tooLong:
			return buf[:0], errLineTooLong
		}
		if n := len(buf); n > 0 && buf[n-1] == '\n' {
			buf = buf[:n-1]
		}
		if n := len(buf); n > 0 && buf[n-1] == '\r' {
			buf = buf[:n-1]
		}
		return buf, nil
	}
}
