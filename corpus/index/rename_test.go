package index

import (
	"bytes"
	"testing"
)

func TestRename(t *testing.T) {
	data := tinyBytes(t)
	old, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	const name = "Ein anderer Name, länger als der erste"
	renamed, err := Rename(data, name)
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(renamed)
	if err != nil {
		t.Fatal(err)
	}
	got, was := x.Meta(), old.Meta()
	if got.Name != name || got.ID == was.ID || got.Docs != was.Docs || got.Words != was.Words || got.Actors != was.Actors {
		t.Errorf("got %+v, was %+v", got, was)
	}
	if back, err := Rename(renamed, old.Meta().Name); err != nil || !bytes.Equal(back, data) {
		t.Errorf("renamed back it is another file: %v", err)
	}
	if _, err := Rename(data[:len(data)-1], "x"); err == nil {
		t.Error("a file cut short was renamed")
	}
}
