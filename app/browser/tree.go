package browser

import (
	"bufio"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a folder of files that a reader has chosen, as a file system.
type tree struct {
	files   map[string]treeFile
	folders map[string][]string // the names in each folder, sorted
}

type treeFile struct {
	path     string
	size     int64
	modified time.Time
	data     io.ReaderAt
}

// newTree makes a file system. A path that leads nowhere, or to where another file lies, is given a number in front.
func newTree(files []treeFile) fs.FS {
	t := &tree{files: map[string]treeFile{}, folders: map[string][]string{".": nil}}
	for _, f := range files {
		t.add(f)
	}
	for _, names := range t.folders {
		slices.Sort(names)
	}
	return t
}

func (t *tree) add(f treeFile) {
	name := strings.TrimPrefix(path.Clean("/"+f.path), "/")
	if !fs.ValidPath(name) || name == "." || name == "" {
		name = "unnamed"
	}
	for n := 1; t.taken(name); n++ {
		dir, base := path.Split(name)
		name = dir + strings.Repeat("_", n) + base
	}
	f.path = name
	t.files[name] = f
	for {
		parent := path.Dir(name)
		_, known := t.folders[parent]
		t.folders[parent] = append(t.folders[parent], path.Base(name))
		if known {
			return
		}
		name = parent
	}
}

func (t *tree) taken(name string) bool {
	if _, ok := t.folders[name]; ok {
		return true
	}
	for dir := name; dir != "."; dir = path.Dir(dir) {
		if _, ok := t.files[dir]; ok {
			return true
		}
	}
	return false
}

func (t *tree) Open(name string) (fs.File, error) {
	if f, ok := t.files[name]; ok && fs.ValidPath(name) {
		section := io.NewSectionReader(f.data, 0, f.size)
		return &openFile{treeInfo{f, false}, section, bufio.NewReaderSize(section, readAhead)}, nil
	}
	if names, ok := t.folders[name]; ok && fs.ValidPath(name) {
		return &openFolder{t, treeInfo{treeFile{path: name}, true}, names}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// readAhead is how much is read from a file at once, in bytes: a call into the browser costs as much as a few of them.
const readAhead = 256 << 10

type openFile struct {
	info treeInfo
	io.ReaderAt
	r *bufio.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Read(p []byte) (int, error) { return f.r.Read(p) }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	t    *tree
	info treeInfo
	left []string
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.f.path, Err: fs.ErrInvalid}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	entries := make([]fs.DirEntry, n)
	for i, name := range f.left[:n] {
		at := path.Join(f.info.f.path, name)
		file, ok := f.t.files[at]
		file.path = at
		entries[i] = fs.FileInfoToDirEntry(treeInfo{file, !ok})
	}
	f.left = f.left[n:]
	return entries, nil
}

type treeInfo struct {
	f      treeFile
	folder bool
}

func (i treeInfo) Name() string       { return path.Base(i.f.path) }
func (i treeInfo) Size() int64        { return i.f.size }
func (i treeInfo) ModTime() time.Time { return i.f.modified }
func (i treeInfo) IsDir() bool        { return i.folder }
func (i treeInfo) Sys() any           { return nil }

func (i treeInfo) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
