//go:build !js

package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// peers are the pages of the engines and what builds their indexes.
//
//go:embed peers
var peers embed.FS

// packages are the peers and the bundler that makes a page of each, in their exact versions.
const packages = `{
  "private": true,
  "type": "module",
  "dependencies": {
    "minisearch": "7.2.0", "stemmer": "2.0.1", "flexsearch": "0.8.212", "lunr": "2.3.9", "@orama/orama": "3.1.18", "pagefind": "1.6.0",
    "esbuild": "0.28.2"
  }
}
`

// install puts the peers and their pages into the folder of the run.
func install(ctx context.Context, o options) error {
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			return fmt.Errorf("%s is missing, which builds the peers: apt-get install nodejs npm", tool)
		}
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	entries, err := peers.ReadDir("peers")
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := peers.ReadFile("peers/" + e.Name())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(o.dir, e.Name()), data, 0o644); err != nil {
			return err
		}
	}
	file := filepath.Join(o.dir, "package.json")
	if old, err := os.ReadFile(file); err == nil && string(old) == packages {
		if _, err := os.Stat(filepath.Join(o.dir, "node_modules", "esbuild")); err == nil {
			return nil
		}
	}
	if err := os.WriteFile(file, []byte(packages), 0o644); err != nil {
		return err
	}
	_, _, err = command(ctx, o.dir, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error")
	return err
}

// built is a folder to be served, with what it took to build the index.
type built struct {
	dir     string
	seconds float64
	peak    int64 // bytes of memory of the process
}

// build makes the page and the index of an engine over docs.
func build(ctx context.Context, o options, name, set string, docs []document) (built, error) {
	b := built{dir: filepath.Join(o.dir, "sites", set, name)}
	if err := os.RemoveAll(b.dir); err != nil {
		return b, err
	}
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return b, err
	}
	input := filepath.Join(o.dir, set+".ndjson")
	if name == "dateline" {
		input = filepath.Join(o.dir, set+".jsonl")
	}
	if err := writeDocs(input, docs, name == "dateline"); err != nil {
		return b, err
	}
	if name == "dateline" {
		return b, buildDateline(ctx, o, &b, input)
	}
	out, state, err := command(ctx, o.dir, "node", "--max-old-space-size=8192", "build.mjs", name, input, b.dir)
	if err != nil {
		return b, err
	}
	ms, err := strconv.ParseFloat(lastLine(out), 64)
	if err != nil {
		return b, fmt.Errorf("build.mjs printed %q", out)
	}
	b.seconds, b.peak = ms/1000, peakOf(state)
	return b, bundle(ctx, o, name, b.dir)
}

func bundle(ctx context.Context, o options, name, dir string) error {
	_, _, err := command(ctx, o.dir, filepath.Join(o.dir, "node_modules", ".bin", "esbuild"), name+".js", "--bundle", "--minify", "--format=esm", "--outfile="+filepath.Join(dir, "bench.js"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "bench.html"), []byte("<!doctype html><meta charset=utf-8><title>bench</title><link rel=icon href=data:,><body><script type=module src=bench.js></script>\n"), 0o644)
}

// buildDateline indexes with the command line, which also reads the actors, and writes the site.
func buildDateline(ctx context.Context, o options, b *built, input string) error {
	self := filepath.Join(o.dir, "dateline")
	if _, _, err := command(ctx, ".", "go", "build", "-o", self, "./app"); err != nil {
		return err
	}
	corpus, wasm := filepath.Join(o.dir, "bench.corpus"), filepath.Join(o.dir, "wasm", "app.wasm")
	start := time.Now()
	_, state, err := command(ctx, ".", self, "index", input, "-o", corpus, "--name", "Bench")
	if err != nil {
		return err
	}
	b.seconds, b.peak = time.Since(start).Seconds(), peakOf(state)
	if _, _, err := command(ctx, ".", self, "wasm", "-o", wasm); err != nil {
		return err
	}
	if _, _, err := command(ctx, ".", self, "site", corpus, "--wasm", wasm, "--out", filepath.Join(b.dir, "site")); err != nil {
		return err
	}
	b.dir = filepath.Join(b.dir, "site")
	return bundle(ctx, o, "dateline", b.dir)
}

// writeDocs writes documents as JSON lines; for Dateline, places are tags too, so that it filters by the same values as the others.
func writeDocs(file string, docs []document, tags bool) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, d := range docs {
		if d.Places == nil {
			d.Places = []string{}
		}
		var v any = d
		if tags {
			v = struct {
				document
				Tags []string `json:"tags"`
			}{d, d.Places}
		}
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

func command(ctx context.Context, dir, name string, args ...string) (string, *os.ProcessState, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	var out, log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &log
	if err := cmd.Run(); err != nil {
		return "", nil, errors.Join(fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err), errors.New(log.String()))
	}
	return out.String(), cmd.ProcessState, nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// peakOf is the largest resident size of a process that has ended, in bytes.
func peakOf(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss * 1024
	}
	return 0
}
