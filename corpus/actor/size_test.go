//go:build !js

package actor

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestSize holds what the finder's data cost a visitor who imports documents: the model, the dictionary and the lists, compressed as a
// site serves them.
func TestSize(t *testing.T) {
	const most = 1_500_000
	files, err := filepath.Glob("data/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, name := range append(files, "tagger/data/model.bin") {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := brotli.NewWriterLevel(&out, brotli.BestCompression)
		if _, err := w.Write(raw); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		t.Logf("%-28s %8d bytes, %8d compressed", name, len(raw), out.Len())
		total += out.Len()
	}
	t.Logf("%d in all", total)
	if total > most {
		t.Errorf("the data take %d bytes, more than %d: train with --min or --prune higher, or shorten data/gazetteer.txt", total, most)
	}
}
