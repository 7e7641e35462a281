//go:build !js

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport says what each package may know of the others of this module: imports run downward only. A package
// that is not in it is a mistake: put it into its place here first.
var mayImport = map[string]string{
	"corpus":              "",
	"corpus/text":         "",
	"corpus/pipeline":     "",
	"corpus/query":        "corpus",
	"corpus/source":       "corpus corpus/text corpus/pipeline",
	"corpus/actor":        "corpus corpus/text corpus/actor/tagger",
	"corpus/actor/tagger": "corpus/text",
	"corpus/actor/train":  "corpus corpus/text corpus/actor corpus/actor/tagger corpus/gold",
	"corpus/when":         "corpus corpus/text",
	"corpus/statement":    "corpus corpus/text",
	"corpus/index":        "corpus corpus/text corpus/pipeline",
	"corpus/ingest":       "corpus corpus/text corpus/pipeline corpus/source corpus/actor corpus/when corpus/statement corpus/index",
	"corpus/overlay":      "corpus corpus/index",
	"corpus/search":       "corpus corpus/text corpus/query corpus/index",

	"corpus/gold": "",

	"web":          "",
	"app/embedded": "",
	"app/browser":  "",
	"app/state":    "corpus corpus/query",
	"app/ui":       "corpus corpus/text corpus/query corpus/index corpus/overlay corpus/search app/state app/browser app/delivery app/export app/library app/shelf",
	"app/export":   "corpus",
	"app/shelf":    "",
	"app/delivery": "corpus/index",
	"app/worker":   "corpus corpus/query corpus/index corpus/search app/browser app/delivery",
	"app/library":  "corpus corpus/index app/browser",
	"app/importer": "corpus/ingest corpus/source app/library app/browser",

	"app/importer/program": "app/importer app/library app/browser",
	"app/wasm":             "",
	"app/dump":             "corpus corpus/index",
	"app/site":             "corpus corpus/index web app/embedded app/wasm",
	"app/eval":             "corpus corpus/actor corpus/gold",
	"app/command": "corpus corpus/gold corpus/text corpus/source corpus/actor corpus/when corpus/statement corpus/query corpus/index corpus/ingest corpus/search " +
		"app/embedded app/eval app/wasm app/dump app/site",
	"app/e2e":   "",
	"app/bench": "",
	"app":       "app/command app/ui app/browser app/embedded app/worker corpus/index",
}

// reserved is what only a few packages may import, and who they are. A module of others stands for all that is in it.
var reserved = []struct{ what, who string }{
	{"syscall/js", "app/browser"},
	{"github.com/maxence-charriere/go-app/v10", "app app/ui"},
	{"github.com/chromedp", "app/bench"}, // and tests
	{"embed", "web app/embedded app/wasm app/site app/bench corpus/actor corpus/actor/tagger corpus/gold"},
	{"os/exec", "app/wasm app/bench app/eval"},
	{"net", "app/site app/command app/bench"},
	{"net/http", "app/site app/command app/bench"},
	{"html/template", "app/site"},
	{"database/sql", "app/dump"},
	{"modernc.org/sqlite", "app/dump"},
}

// keptOut are packages that no package of the library may pull in, however deep: it runs in the browser as well.
var keptOut = []string{"net/http", "net", "os/exec", "text/template", "html/template", "crypto/tls", "syscall/js"}

// inBrowser are the packages of ours, and the modules of others, that are linked into the browser's program: each costs every
// visitor its bytes.
var (
	inBrowser = []string{
		"app", "app/browser", "app/embedded", "app/delivery", "app/export", "app/library", "app/shelf", "app/state", "app/ui", "app/worker",
		"corpus", "corpus/index", "corpus/overlay", "corpus/pipeline", "corpus/query", "corpus/search", "corpus/text",
	}
	modulesInBrowser = []string{
		"github.com/clipperhouse/uax29/v2",
		"github.com/google/uuid", // of go-app
		"github.com/klauspost/compress",
		"github.com/kljensen/snowball",
		"github.com/maxence-charriere/go-app/v10",
	}
	// tooHeavy must not be imported by what is linked there, go-app, its uuid and the stemmers (which log in one line that is
	// never reached) apart: reflection and tables that the linker
	// cannot leave out, and what app.wasm has only as a stub.
	tooHeavy = []string{
		"encoding/json", "encoding/gob", "encoding/xml", "html/template", "text/template", "net/http", "net/url", "regexp",
		"go/ast", "os/exec", "log", "crypto/tls", "golang.org/x/text",
	}
)

const modulePrefix = "dateline/"

// listed is what `go list` tells of a package.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
	Module     *struct{ Path string }
}

func (p listed) ours() bool { return p.Module != nil && p.Module.Path+"/" == modulePrefix }

// name is the import path within the module, or "" for its root.
func (p listed) name() string { return strings.TrimPrefix(p.ImportPath, modulePrefix) }

// TestImportDirections holds every import of ours, on both platforms, against mayImport and reserved.
func TestImportDirections(t *testing.T) {
	seen := map[string]bool{}
	for _, platform := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		for _, pkg := range goList(t, platform, "./...") {
			allowed, known := mayImport[pkg.name()]
			seen[pkg.name()] = true
			if !known {
				t.Errorf("%s is not in mayImport", pkg.ImportPath)
				continue
			}
			for _, imported := range pkg.Imports {
				if of, ok := strings.CutPrefix(imported, modulePrefix); ok && !slices.Contains(strings.Fields(allowed), of) {
					t.Errorf("%s imports %s (%v): imports run downward only", pkg.name(), of, platform)
				}
				for _, r := range reserved {
					if within(imported, r.what) && !slices.Contains(strings.Fields(r.who), pkg.name()) {
						t.Errorf("%s imports %s (%v): only %s may", pkg.name(), imported, platform, r.who)
					}
				}
			}
		}
	}
	for name := range mayImport {
		if !seen[name] {
			t.Errorf("mayImport names %s, which is not there", name)
		}
	}
}

// TestLibraryIsPlain holds the whole closure of corpus/... against keptOut.
func TestLibraryIsPlain(t *testing.T) {
	for _, pkg := range goList(t, nil, "./corpus/...") {
		for _, dep := range pkg.Deps {
			if slices.Contains(keptOut, dep) {
				t.Errorf("%s pulls in %s", pkg.name(), dep)
			}
		}
	}
}

// TestLinkedIntoBrowser holds what is linked into app.wasm against the lists.
func TestLinkedIntoBrowser(t *testing.T) {
	var ours, modules []string
	for _, pkg := range goList(t, []string{"GOOS=js", "GOARCH=wasm"}, "-deps", "./app") {
		switch {
		case pkg.Standard || pkg.Module == nil:
			continue
		case pkg.ours():
			ours = append(ours, pkg.name())
		default:
			modules = append(modules, pkg.Module.Path)
		}
		if pkg.Module.Path == "github.com/maxence-charriere/go-app/v10" || pkg.Module.Path == "github.com/google/uuid" ||
			pkg.Module.Path == "github.com/kljensen/snowball" {
			continue
		}
		for _, imported := range pkg.Imports {
			for _, heavy := range tooHeavy {
				if within(imported, heavy) {
					t.Errorf("%s is linked into app.wasm and imports %s", pkg.ImportPath, imported)
				}
			}
		}
	}
	compare(t, "packages of ours in app.wasm", ours, inBrowser)
	compare(t, "modules of others in app.wasm", modules, modulesInBrowser)
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	got = slices.Compact(got)
	for _, name := range got {
		if !slices.Contains(want, name) {
			t.Errorf("%s: %s is not on the list", what, name)
		}
	}
	for _, name := range want {
		if !slices.Contains(got, name) {
			t.Errorf("%s: %s is on the list and not there: take it off", what, name)
		}
	}
}

// within reports whether the import path is the package, or, for a module of others, below it.
func within(path, pkg string) bool {
	return path == pkg || strings.Contains(pkg, ".") && strings.HasPrefix(path, pkg+"/")
}

// goList asks the go command about packages; env adds to the environment.
func goList(t *testing.T, env []string, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,Deps,Module"}, args...)...)
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, stderr.String())
	}
	var pkgs []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	return pkgs
}
