package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// Brotli's best level takes a second and a half per megabyte and is paid once per change of a file; on a big collection it
// would take minutes for some per cent, unless it is cut into chunks.
const (
	brotliBest     = 11
	brotliFast     = 9
	brotliBestUpTo = 4 << 20 // bytes of a .corpus
)

// twin is a compressed form of a file, stored beside it under its name and ext.
type twin struct {
	ext    string
	coding string // as in Accept-Encoding
	// compress returns nil for a file that is not worth it.
	compress func(io.Writer, asset) (io.WriteCloser, error)
}

// twinKinds are in order of preference.
var twinKinds = []twin{
	{".br", "br", func(w io.Writer, a asset) (io.WriteCloser, error) {
		level := brotliBest
		window := 24
		switch ext := filepath.Ext(a.path); {
		case ext == corpusExt && len(a.data) > brotliBestUpTo:
			level = brotliFast
		case ext == chunkExt:
			window = 18 // a chunk is not larger
			// There are many, some are compressed already and the best level is slow on those that hardly compress: there it saves
			// 5 % in 30 times the time.
			switch packed := packedSize(a.data, 0); {
			case packed*100 > int64(len(a.data))*98:
				return nil, nil
			case packed*100 > int64(len(a.data))*75:
				level = brotliFast
			}
		}
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: level, LGWin: window}), nil
	}},
	{".gz", "gzip", func(w io.Writer, _ asset) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression) // without a name or a time: the same bytes every time
	}},
}

// makeTwins compresses files, as many at once as there are processors. A twin that is not smaller is left out. Twins of an
// earlier site, in the folder old with the checksums sums, are taken over for files that have not changed.
func makeTwins(files assets, old string, sums checksums) (assets, error) {
	type job struct {
		a asset
		k twin
	}
	var jobs []job
	for _, a := range files {
		if a.compressible() {
			for _, k := range twinKinds {
				jobs = append(jobs, job{a, k})
			}
		}
	}
	made := make(assets, len(jobs))
	failures := make([]error, len(jobs))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range queue {
				made[i], failures[i] = makeTwin(jobs[i].a, jobs[i].k, old, sums)
			}
		})
	}
	for i := range jobs {
		queue <- i
	}
	close(queue)
	workers.Wait()
	kept := made[:0]
	for _, t := range made {
		if t.path != "" {
			kept = append(kept, t)
		}
	}
	return kept, errors.Join(failures...)
}

// makeTwin returns one twin, or a zero asset if it would not be smaller than the file.
func makeTwin(a asset, k twin, old string, sums checksums) (asset, error) {
	path := a.path + k.ext
	if want, ok := sums[path]; ok && sums[a.path] == a.sum {
		if data, err := os.ReadFile(filepath.Join(old, filepath.FromSlash(path))); err == nil && sha256.Sum256(data) == want {
			return asset{path, data, want}, nil
		}
	}
	var b bytes.Buffer
	w, err := k.compress(&b, a)
	if w == nil && err == nil {
		return asset{}, nil
	}
	if err == nil {
		_, err = w.Write(a.data)
		err = errors.Join(err, w.Close())
	}
	if err != nil || b.Len() >= len(a.data) {
		return asset{}, err
	}
	return newAsset(path, b.Bytes()), nil
}
