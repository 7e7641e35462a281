package index

import (
	"bytes"
	"encoding/binary"

	deflate "github.com/klauspost/compress/flate"

	"dateline/corpus/pipeline"
)

// Blocks are closed at storeBlock bytes: smaller ones compress worse (at 4 KiB Reuters takes a tenth more), larger ones cost more
// to inflate for one snippet.
const (
	storeBlock     = 16 << 10
	dictionarySize = 24 << 10
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
		c.writer, _ = deflate.NewWriterDict(&out, deflate.BestCompression, c.dictionary)
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

// buildDictionary takes evenly spaced pieces of n texts, together size bytes, which is what zdic holds: small blocks compress by it as
// if they knew the corpus. A corpus of less than ten times its size does without.
func buildDictionary(size, n int, text func(int) string) []byte {
	if size < 10*dictionarySize {
		return nil
	}
	const piece = 256
	pieces := dictionarySize / piece
	var out []byte
	for i := range pieces {
		t := text(i * n / pieces)
		out = append(out, t[:min(piece, len(t))]...)
	}
	return out
}
