package wasm

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// budget is the greatest size of app.wasm in bytes, compressed with brotli at its best: our users' waiting time. It may only go
// down. An empty go-app application takes 1,401,000 as the go command builds it; a quarter more is the most that this one may ever take.
const budget = 1_540_000

// TestSizeAndReproducible builds the programs twice, in this tree and in a copy of it elsewhere.
func TestSizeAndReproducible(t *testing.T) {
	first, second, root := t.TempDir(), t.TempDir(), t.TempDir()
	if err := Build(context.Background(), first); err != nil {
		t.Fatal(err)
	}
	copyTree(t, "../..", root)
	if err := build(context.Background(), root, programs, second); err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		data, err := os.ReadFile(filepath.Join(first, p.name))
		if err != nil {
			t.Fatal(err)
		}
		again, err := os.ReadFile(filepath.Join(second, p.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, again) {
			t.Errorf("%s: the same source in another folder gives other bytes", p.name)
		}
		if p.name != Explorer {
			continue
		}
		var packed bytes.Buffer
		w := brotli.NewWriterLevel(&packed, brotli.BestCompression)
		w.Write(data)
		w.Close()
		t.Logf("%s has %d bytes, %d in brotli", p.name, len(data), packed.Len())
		if packed.Len() > budget {
			t.Errorf("%s has %d bytes in brotli, more than the budget of %d: find what grew", p.name, packed.Len(), budget)
		}
	}
}

// copyTree copies the source of a module, without what git and builds keep there.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if rel != "." && strings.HasPrefix(d.Name(), ".") || rel == "dist" {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
