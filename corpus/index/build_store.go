package index

import (
	"bytes"
	"encoding/binary"

	deflate "github.com/klauspost/compress/flate"

	"dateline/corpus/pipeline"
)

// Blocks are closed at storeBlock bytes: smaller ones compress worse (at 4 KiB Reuters takes a tenth more), larger ones cost more
// to inflate for one snippet (64 KiB saves a fortieth). On three collections level 7 takes half a hundredth more than 9, in two thirds
// of the time, and 6 three hundredths more. Zstandard at its best would save a tenth, for four times the time and a decoder that
// every visitor of a site would have to fetch.
const (
	storeBlock       = 16 << 10
	compressionLevel = 7
	dictionarySize   = 32 << 10 // all of the window
	dictionaryPiece  = 128
)

// storeWriter writes a store (see store.go). Blocks are compressed as they fill, by several workers; only the compressed bytes stay.
type storeWriter struct {
	first, starts []uint64
	blocks        []byte
	lengths       []byte // head of the pending block
	pending       []byte
	n, inPending  int
	compressors   []blockCompressor // one for each worker
	work          *pipeline.Ordered[[]byte]
}

// blockCompressor compresses one block after the other.
type blockCompressor struct {
	dictionary []byte
	writer     *deflate.Writer
}

func newStoreWriter(dictionary []byte, workers int) *storeWriter {
	w := &storeWriter{}
	w.work = pipeline.New(workers, func(block []byte) error {
		w.starts = append(w.starts, uint64(len(w.blocks)))
		w.blocks = append(w.blocks, block...)
		return nil
	})
	w.compressors = make([]blockCompressor, w.work.Workers())
	for i := range w.compressors {
		w.compressors[i].dictionary = dictionary
	}
	return w
}

func (w *storeWriter) add(record []byte) {
	w.pending = append(w.pending, record...)
	w.close(len(record))
}

func (w *storeWriter) addString(record string) {
	w.pending = append(w.pending, record...)
	w.close(len(record))
}

// close ends a record of n bytes.
func (w *storeWriter) close(n int) {
	w.lengths = binary.AppendUvarint(w.lengths, uint64(n))
	w.n++
	w.inPending++
	if len(w.pending) >= storeBlock {
		w.flush()
	}
}

func (w *storeWriter) flush() {
	if w.inPending == 0 {
		return
	}
	w.first = append(w.first, uint64(w.n-w.inPending))
	raw := append(w.lengths, w.pending...)
	w.lengths, w.pending, w.inPending = nil, w.pending[:0], 0
	_ = w.work.Do(func(worker int) []byte { return w.compressors[worker].compress(raw) }) // its each returns no error
}

func (c *blockCompressor) compress(raw []byte) []byte {
	var out bytes.Buffer
	if c.writer == nil {
		// A module of its own, pinned, writes the blocks: the standard library's may choose other bytes in its next version.
		c.writer, _ = deflate.NewWriterDict(&out, compressionLevel, c.dictionary)
	} else {
		c.writer.Reset(&out)
	}
	c.writer.Write(raw) // a bytes.Buffer takes all
	c.writer.Close()
	return out.Bytes()
}

// append writes the store behind out. The writer is done after it.
func (w *storeWriter) append(out []byte) []byte {
	w.flush()
	_ = w.work.Close()
	head := appendPacked(nil, w.first)
	head = appendPacked(head, append(w.starts, uint64(len(w.blocks))))
	out = binary.AppendUvarint(out, uint64(len(head)))
	out = append(out, head...)
	return append(out, w.blocks...)
}

// buildDictionary takes pieces of evenly spaced ones of n texts, together size bytes, which is what zdic holds: small blocks compress by
// it as if they knew the corpus. Many small pieces from anywhere in the texts are better than fewer large ones from where they begin, by
// one to four hundredths. A corpus of less than ten times its size does without.
func buildDictionary(size, n int, text func(int) string) []byte {
	if size < 10*dictionarySize {
		return nil
	}
	const pieces, stride = dictionarySize / dictionaryPiece, 7919
	out := make([]byte, 0, dictionarySize)
	for i := range pieces {
		t := text(i * n / pieces)
		if from := len(t) - dictionaryPiece; from > 0 {
			t = t[i*stride%from:]
		}
		out = append(out, t[:min(dictionaryPiece, len(t))]...)
	}
	return out
}
