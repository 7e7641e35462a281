package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// asset is one file of a site.
type asset struct {
	path string // relative to the site, with slashes
	data []byte
	sum  [sha256.Size]byte
}

func newAsset(path string, data []byte) asset {
	return asset{path: path, data: data, sum: sha256.Sum256(data)}
}

// hex is the start of the content's hash: enough to tell versions of one file apart.
func (a asset) hex() string { return hex.EncodeToString(a.sum[:6]) }

// url is the address by which the page loads the file. The hash in it makes two versions two addresses for every
// cache on the way.
func (a asset) url() string {
	switch {
	case namedByHash(a.path):
		return "./" + a.path // its name is its hash
	case a.path == moduleName:
		return "./" + a.path // other pages name it
	}
	return "./" + a.path + "?v=" + a.hex()
}

// namedByHash reports that the name of a file is the hash of its content.
func namedByHash(name string) bool {
	switch path.Ext(name) {
	case corpusExt, coreExt, chunkExt:
		return true
	}
	return false
}

// integrity is the hash in the form of the attribute of that name.
func (a asset) integrity() string {
	return "sha256-" + base64.StdEncoding.EncodeToString(a.sum[:])
}

// compressible reports whether compressed twins are worth their files.
func (a asset) compressible() bool {
	switch path.Ext(a.path) {
	case ".png":
		return false
	}
	return len(a.data) >= 256 && !strings.HasPrefix(path.Base(a.path), "_")
}

// assets is a set of files, sorted by path.
type assets []asset

func (as assets) sorted() assets {
	slices.SortFunc(as, func(a, b asset) int { return strings.Compare(a.path, b.path) })
	return as
}

// get returns the file of that path. It must be there.
func (as assets) get(path string) asset {
	for _, a := range as {
		if a.path == path {
			return a
		}
	}
	panic("site: no file " + path) // a mistake in this package: the paths are constants
}

// readAll returns every file of fsys.
func readAll(fsys fs.FS) (assets, error) {
	var as assets
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		as = append(as, newAsset(path, data))
		return nil
	})
	return as, err
}

// without returns the files but the one of that path.
func (as assets) without(path string) assets {
	return slices.DeleteFunc(slices.Clone(as), func(a asset) bool { return a.path == path })
}
