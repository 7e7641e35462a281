//go:build !js

package browser

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTree(t *testing.T) {
	file := func(path, text string) treeFile {
		return treeFile{path: path, size: int64(len(text)), data: strings.NewReader(text)}
	}
	fsys := newTree([]treeFile{
		file("news/2021/a.txt", "April"), file("news/b.txt", strings.Repeat("long ", 100_000)), file("c.txt", ""),
		file("c.txt", "another of that name"), file("../../etc/passwd", "x"), file("/", "y"), file("news", "a file where a folder is"),
	})
	want := []string{"news/2021/a.txt", "news/b.txt", "c.txt", "_c.txt", "etc/passwd", "unnamed", "_news"}
	if err := fstest.TestFS(fsys, want...); err != nil {
		t.Error(err)
	}
	if _, err := fsys.Open("../etc/passwd"); err == nil {
		t.Error("a path leads out of the tree")
	}
	data, err := fsys.(*tree).Open("_c.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(data); err != nil || b.String() != "another of that name" {
		t.Errorf("%q, %v", b.String(), err)
	}
}
