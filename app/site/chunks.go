package site

import (
	"io"

	"dateline/corpus/index"

	"github.com/andybalholm/brotli"
)

// DefaultEmbedLimit is the compressed size in bytes up to which a collection is one file. Beyond it, waiting for all of it would be most
// of a first visit: at 10 Mbit/s these bytes take 1.6 s.
const DefaultEmbedLimit = 2_000_000

// deliver returns the file of a collection that the page loads, its name, and its chunks: a collection whose compressed size is within
// limit bytes is one file and has no chunks; a larger one is a core.
func deliver(corpus []byte, limit int64) (asset, assets, error) {
	if packedSize(corpus, limit) <= limit {
		a := newAsset("", corpus)
		a.path = a.hex() + corpusExt
		return a, nil, nil
	}
	core, parts, err := index.Split(corpus)
	if err != nil {
		return asset{}, nil, err
	}
	var chunks assets
	seen := map[string]bool{}
	for _, p := range parts {
		if path := index.ChunkPath(p.Name); !seen[path] { // two of the same bytes are one file
			seen[path] = true
			chunks = append(chunks, newAsset(path, p.Data))
		}
	}
	a := newAsset("", core)
	a.path = a.hex() + coreExt
	return a, chunks, nil
}

// packedSize estimates the compressed size of data, from above; with a limit, as far as it takes to tell on which side of it that is.
func packedSize(data []byte, limit int64) int64 {
	if int64(len(data)) <= limit {
		return int64(len(data))
	}
	n := new(counter)
	w := brotli.NewWriterLevel(n, 5)
	for at := 0; at < len(data) && (limit == 0 || int64(*n) <= limit); at += 1 << 20 {
		w.Write(data[at:min(at+1<<20, len(data))]) // a counter takes all
	}
	w.Close()
	return int64(*n)
}

type counter int64

var _ io.Writer = new(counter)

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
