package wasm

import (
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// stubs are the import paths of the standard library that are replaced; stub/ holds the source of each, with "_" for "/".
var stubs = []string{
	"crypto/aes",
	"crypto/cipher",
	"crypto/md5",
	"crypto/rand",
	"crypto/sha1",
	"database/sql/driver",
	"encoding/json",
	"log",
	"net/http",
	"net/url",
	"regexp",
	"testing",
}

//go:embed stub
var sources embed.FS

// writeOverlay writes to dir the stubs and the overlay file that puts them in the place of goroot's packages, but for those of
// keep, and returns the path of that file. The form is described in `go help build` under -overlay: a path maps to the file to read instead,
// or to "" for a file that is not there.
func writeOverlay(goroot, dir string, keep []string) (string, error) {
	replace := map[string]string{}
	for _, pkg := range stubs {
		if slices.Contains(keep, pkg) {
			continue
		}
		there := filepath.Join(goroot, "src", filepath.FromSlash(pkg))
		entries, err := os.ReadDir(there)
		if err != nil {
			return "", fmt.Errorf("the standard library's %s is not at %s (%w): is the Go installation whole?", pkg, there, err)
		}
		for _, e := range entries {
			if name := e.Name(); strings.HasSuffix(name, ".go") || strings.HasSuffix(name, ".s") {
				replace[filepath.Join(there, name)] = ""
			}
		}
		name := strings.ReplaceAll(pkg, "/", "_") + ".go"
		source, err := sources.ReadFile("stub/" + name + ".txt")
		if err != nil {
			return "", err
		}
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, source, 0o644); err != nil {
			return "", err
		}
		replace[filepath.Join(there, "lean.go")] = file
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, overlay, 0o644)
}
