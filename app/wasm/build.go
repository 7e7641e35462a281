package wasm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// module is the path in the go.mod of the source that app.wasm is built from.
const module = "dateline"

// The names of the files that Build writes.
const (
	Explorer = "app.wasm"
	Importer = "import.wasm"
	Glue     = "wasm_exec.js"
)

// program is one of the programs for the browser.
type program struct {
	name, pkg string
	keep      []string // stubs that it does without, as it uses the real package
	flags     []string
}

// The explorer is waited for by every visitor, and so made small; the importer by who adds files, and made fast.
var programs = []program{
	{Explorer, "./app", nil, []string{
		"-gcflags=std=-l", "-gcflags=github.com/maxence-charriere/...=-l", "-gcflags=github.com/kljensen/...=-l",
		// Inlining is worth its bytes in the engine alone: index, search and text keep it.
		"-gcflags=" + module + "/app/...=-l", "-gcflags=" + module + "/corpus/query=-l",
	}},
	{Importer, "./app/importer/program", []string{"encoding/json", "log", "net/url", "regexp"}, nil},
}

// Build compiles the programs for the browser and writes them to the folder out, and beside them wasm_exec.js, the glue that
// belongs to the very Go version that compiled them. It needs the go command and Dateline's source, in which the working
// directory or this program must lie. The same source and the same Go give the same bytes, wherever the source lies; what
// has not changed since the last time comes out of the go command's build cache.
func Build(ctx context.Context, out string) error {
	root, err := sourceRoot()
	if err != nil {
		return err
	}
	return build(ctx, root, programs, out)
}

// build compiles programs of the module at root.
func build(ctx context.Context, root string, programs []program, out string) error {
	tool, err := exec.LookPath("go")
	if err != nil {
		return fmt.Errorf("the browser's programs are built by the go command, and there is none here (%w): install Go 1.26 or newer, or pass programs built elsewhere", err)
	}
	goroot, err := run(ctx, root, tool, "env", "GOROOT")
	if err != nil {
		return err
	}
	glue, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", Glue))
	if err != nil {
		return fmt.Errorf("the Go installation has no lib/wasm/%s (%w): Debian packages it apart, in golang-*-misc; the one of go.dev is whole", Glue, err)
	}
	dir, err := os.MkdirTemp("", "dateline-wasm-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, p := range programs {
		if err := p.compile(ctx, root, tool, goroot, dir); err != nil {
			return err
		}
		// Built aside and renamed, so that a build that fails or is killed leaves the old file whole.
		data, err := os.ReadFile(filepath.Join(dir, p.name))
		if err != nil {
			return err
		}
		if err := replaceFile(filepath.Join(out, p.name), data); err != nil {
			return err
		}
	}
	return replaceFile(filepath.Join(out, Glue), glue)
}

// compile compiles the program into dir.
func (p program) compile(ctx context.Context, root, tool, goroot, dir string) error {
	overlay, err := writeOverlay(goroot, dir, p.keep)
	if err != nil {
		return err
	}
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-overlay=" + overlay, "-ldflags=-s -w -buildid="}, p.flags...)
	if _, err := run(ctx, root, tool, append(args, "-o", filepath.Join(dir, p.name), p.pkg)...); err != nil {
		return hint(err)
	}
	return nil
}

// replaceFile writes data to path by way of a new file beside it.
func replaceFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		return fmt.Errorf("%s could not be written (%w): is the disk full?", path, err)
	}
	return os.Rename(f.Name(), path)
}

// run runs the go command for the browser's platform. Whatever else the environment sets that could change the bytes is
// unset.
func run(ctx context.Context, dir, tool string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, tool, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOEXPERIMENT=", "GOFIPS140=off",
		"GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", context.Cause(ctx)
		}
		return "", fmt.Errorf("go %s for the browser: %w\n%s", args[0], err, strings.TrimSpace(stderr.String()))
	}
	return strings.TrimSpace(stdout.String()), nil
}

// missing finds in the compiler's complaints a symbol that a stub does not have.
var missing = regexp.MustCompile(`undefined: ([a-z0-9]+)\.`)

// hint adds to a failed build that the package complained about may be one of the stubs.
func hint(err error) error {
	found := missing.FindStringSubmatch(err.Error())
	if found == nil {
		return err
	}
	for _, pkg := range stubs {
		if pkg[strings.LastIndexByte(pkg, '/')+1:] == found[1] {
			return fmt.Errorf("%w\n%s is a stub in app.wasm: do without it, or take it off the list in app/wasm/overlay.go and pay for its size", err, pkg)
		}
	}
	return err
}

// sourceRoot returns the folder of Dateline's go.mod, in or above the working directory or, as build.sh may be called from
// anywhere, the folder of this program.
func sourceRoot() (string, error) {
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	starts := []string{wd}
	if exe, err := os.Executable(); err == nil {
		starts = append(starts, filepath.Dir(exe))
	}
	for _, start := range starts {
		if root, err := above(start); root != "" || err != nil {
			return root, err
		}
	}
	return "", fmt.Errorf("app.wasm is built from Dateline's source, and %s is not in it: run this in the folder of its go.mod, or pass an app.wasm built before", wd)
}

// above returns the nearest folder at or above dir that holds Dateline's go.mod, or "".
func above(dir string) (string, error) {
	for {
		data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		switch {
		case err == nil && declares(data):
			return dir, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		case dir == filepath.Dir(dir):
			return "", nil
		}
		dir = filepath.Dir(dir)
	}
}

// declares reports whether a go.mod is that of module.
func declares(gomod []byte) bool {
	for line := range strings.Lines(string(gomod)) {
		if f := strings.Fields(line); len(f) >= 2 && f[0] == "module" {
			return f[1] == module
		}
	}
	return false
}
