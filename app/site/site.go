package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"dateline/app/embedded"
	"dateline/app/wasm"
	"dateline/corpus/index"
	"dateline/web"
)

const (
	wasmName = wasm.Explorer
	glueName = wasm.Glue
	// The program that makes collections of a reader's own files.
	importerName = wasm.Importer
	pageName     = "index.html"
	swName       = "sw.js"
	// The module that other pages import, and the worker that it starts.
	moduleName = "dateline.js"
	workerName = "worker.js"
	corpusExt  = ".corpus"
	coreExt    = ".core"
	chunkExt   = ".chunk"
)

// Options say what site to write.
type Options struct {
	// Corpus is the .corpus file to publish; nil is the default one, which app.wasm embeds.
	Corpus []byte
	// EmbedLimit is the compressed size in bytes up to which Corpus is one file; a larger one is cut into a core and chunks. See
	// DefaultEmbedLimit.
	EmbedLimit int64
	// Name is what the collection is called; empty is the name that it has itself.
	Name string
	// Wasm is the path of an app.wasm with import.wasm and wasm_exec.js beside it, as wasm.Build writes them; empty builds them
	// from Dateline's source.
	Wasm string
	// Out is the folder to write. It may be absent, empty, or hold a site written before, which is replaced.
	Out string
}

// Report says what has been written.
type Report struct {
	Out     string // absolute
	Version string // 16 hexadecimal digits: the hash of all that ships
	Files   []File // by path, twins and all
	// FirstVisit is what a browser that takes Brotli fetches to show the explorer, in bytes, without the chunks that a search then
	// asks for; Installed what it stores in the end.
	FirstVisit, Installed int64
	Chunks                int // 0 if the collection is one file
}

// File is a file of a site.
type File struct {
	Path  string
	Bytes int64
}

// Generate writes a site. The same options and source give the same bytes. If it fails or is killed, Out is as it was.
func Generate(ctx context.Context, opts Options) (*Report, error) {
	out, err := openOutput(opts.Out)
	if err != nil {
		return nil, err
	}
	data := opts.Corpus
	if data == nil {
		data = embedded.Default
	}
	about, err := describe(data, opts.Name)
	if err != nil {
		return nil, err
	}
	if opts.Name != "" { // the explorer reads the name in the collection itself
		if opts.Corpus, err = index.Rename(data, about.Name); err != nil {
			return nil, err
		}
	}
	programs, err := loadPrograms(ctx, opts.Wasm)
	if err != nil {
		return nil, err
	}
	var collection *asset
	var chunks assets
	if opts.Corpus != nil {
		main, pieces, err := deliver(opts.Corpus, opts.EmbedLimit)
		if err != nil {
			return nil, err
		}
		collection, chunks = &main, pieces
	}
	files, version, err := render(about, collection, chunks, programs, web.Files)
	if err != nil {
		return nil, err
	}
	twins, err := makeTwins(files, out.dir, out.old)
	if err != nil {
		return nil, err
	}
	report := newReport(out.dir, version, files, twins)
	all := append(files, twins...)
	sums := newAsset(checksumsName, renderChecksums(version, all))
	all = append(all, sums).sorted()
	for _, a := range all {
		report.Files = append(report.Files, File{a.path, int64(len(a.data))})
	}
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	return report, out.write(all)
}

// programs are what runs in the browser.
type programs struct{ explorer, importer, glue []byte }

// loadPrograms reads app.wasm at path and what lies beside it, all of them built if path is empty.
func loadPrograms(ctx context.Context, path string) (p programs, err error) {
	if path == "" {
		dir, err := os.MkdirTemp("", "dateline-site-")
		if err != nil {
			return p, err
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, wasmName)
		if err := wasm.Build(ctx, dir); err != nil {
			return p, err
		}
	}
	dir := filepath.Dir(path)
	for _, file := range []struct {
		data *[]byte
		path string
	}{{&p.explorer, path}, {&p.importer, filepath.Join(dir, importerName)}, {&p.glue, filepath.Join(dir, glueName)}} {
		*file.data, err = os.ReadFile(file.path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && file.path != path:
			return p, fmt.Errorf("%s must lie beside %s, from the same build: `./build.sh wasm` writes both", filepath.Base(file.path), path)
		case err != nil:
			return p, err
		case filepath.Ext(file.path) == ".wasm" && !bytes.HasPrefix(*file.data, []byte("\x00asm\x01\x00\x00\x00")):
			return p, fmt.Errorf("%s is not a WebAssembly program: build one with `./build.sh wasm`", file.path)
		}
	}
	return p, nil
}

// render makes every file of a site but the twins and the checksums.
func render(a about, collection *asset, chunks assets, p programs, static fs.FS) (assets, string, error) {
	files, err := readAll(static)
	if err != nil {
		return nil, "", err
	}
	template := files.get(swName).data
	files = files.without(swName)
	files = append(files, newAsset(wasmName, p.explorer), newAsset(importerName, p.importer), newAsset(glueName, p.glue))
	manifest, err := renderManifest(a, files)
	if err != nil {
		return nil, "", err
	}
	files = append(files, newAsset("manifest.webmanifest", manifest))
	if collection != nil {
		files = append(files, *collection)
	}
	module, err := renderModule(files, collection)
	if err != nil {
		return nil, "", err
	}
	files = append(files.without(moduleName), module).sorted()

	// The version covers the page and the worker too, which both name it: they are hashed with the name left out.
	version := ""
	stored := slices.Clone(files)
	hash := sha256.New()
	for _, a := range stored {
		fmt.Fprintf(hash, "%s %x\n", a.path, a.sum)
	}
	for range 2 {
		page, err := renderPage(a, version, stored, collection)
		if err != nil {
			return nil, "", err
		}
		worker, err := renderWorker(template, version, stored.without(importerName), chunks)
		if err != nil {
			return nil, "", err
		}
		if version == "" {
			hash.Write(page)
			hash.Write(worker)
			version = hex.EncodeToString(hash.Sum(nil))[:16]
			continue
		}
		files = append(files, newAsset(pageName, page), newAsset(swName, worker))
	}
	files = append(files, chunks...)
	files = append(files, newAsset("_headers", []byte(headersFile)), newAsset(".nojekyll", nil))
	return files.sorted(), version, nil
}

func newReport(dir, version string, files, twins assets) *Report {
	r := &Report{Out: dir, Version: version}
	small := map[string]int64{}
	for _, t := range twins {
		if filepath.Ext(t.path) == ".br" {
			small[t.path[:len(t.path)-len(".br")]] = int64(len(t.data))
		}
	}
	for _, a := range files {
		n, ok := small[a.path]
		if !ok {
			n = int64(len(a.data))
		}
		switch {
		case path.Ext(a.path) == chunkExt:
			r.Installed += n
			r.Chunks++
		case a.path == "_headers" || a.path == ".nojekyll":
		case filepath.Dir(a.path) == "icons" || a.path == swName || a.path == workerName || a.path == moduleName || a.path == importerName:
			r.Installed += n
		default:
			r.FirstVisit += n
			r.Installed += n
		}
	}
	return r
}
