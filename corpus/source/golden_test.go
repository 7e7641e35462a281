package source

import (
	"archive/zip"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"dateline/corpus"
)

var update = flag.Bool("update", false, "write what the readers do into testdata; look at the difference")

// Each archive in testdata holds files as a folder may have them, each followed by "= " and its name: what is read of it. Three
// signs in a name say how the bytes are made:
//
//	"a.txt"        in quotes: the content is Go's notation of a string, for bytes that a text file cannot show
//	a.txt.gz       is packed
//	a.zip!b/c.txt  with the next files of the same archive is packed into a.zip; what is read of it follows the last of them
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		results := map[string]string{}
		var inputs []txtar.File
		for _, f := range archive.Files {
			if name, ok := strings.CutPrefix(f.Name, "= "); ok {
				results[name] = string(f.Data)
				continue
			}
			inputs = append(inputs, f)
		}
		var out []txtar.File
		for i := 0; i < len(inputs); {
			name, data, n := goldenInput(t, inputs[i:])
			got := readGolden(t, name, data)
			if want := results[name]; got != want && !*update {
				t.Errorf("%s: %s\n got\n%s want\n%s", path, name, got, want)
			}
			out = append(append(out, inputs[i:i+n]...), txtar.File{Name: "= " + name, Data: []byte(got)})
			i += n
		}
		if *update {
			archive.Files = out
			data := txtar.Format(archive)
			if old, _ := os.ReadFile(path); !bytes.Equal(old, data) {
				if err := os.WriteFile(path, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// goldenInput makes the next file of an archive and says how many of its members it took.
func goldenInput(t *testing.T, files []txtar.File) (name string, data []byte, n int) {
	name, _, zipped := strings.Cut(files[0].Name, "!")
	if zipped {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for ; n < len(files) && strings.HasPrefix(files[n].Name, name+"!"); n++ {
			member, err := w.Create(files[n].Name[len(name)+1:])
			if err == nil {
				_, err = member.Write(files[n].Data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return name, b.Bytes(), n
	}
	data = files[0].Data
	if quoted, err := strconv.Unquote(name); err == nil {
		s, err := strconv.Unquote(strings.TrimSpace(string(data)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		name, data = quoted, []byte(s)
	}
	if strings.HasSuffix(name, ".gz") {
		data = []byte(packed(string(data)))
	}
	return name, data, 1
}

// readGolden reads the file in a folder with another one, which must always be read too: no fault of a file stops the rest.
func readGolden(t *testing.T, name string, data []byte) string {
	var b strings.Builder
	fsys := fstest.MapFS{name: {Data: data}, "zzz/last.txt": {Data: []byte("The last file.")}}
	last := false
	err := Walk(fsys, Options{MaxBytes: 1 << 20}, Visitor{
		Document: func(d corpus.Document) error {
			if d.Path == "zzz/last.txt" {
				last = true
				return nil
			}
			writeGolden(&b, &d)
			return nil
		},
		Problem: func(p Problem) {
			kind := "problem"
			if p.Note {
				kind = "note"
			}
			fmt.Fprintf(&b, "%s %s\n", kind, p)
		},
	})
	if err != nil || !last {
		t.Errorf("%s: the reading stopped: %v", name, err)
	}
	return b.String()
}

func writeGolden(b *strings.Builder, d *corpus.Document) {
	own := ""
	if d.OwnID {
		own = " (own)"
	}
	fmt.Fprintf(b, "%s%s at %s\n", d.ID, own, d.Path)
	precision := [...]string{"", "year", "month", "day"}[d.Date.Precision()]
	fmt.Fprintf(b, "  date %s\n", strings.TrimSpace(strings.Join([]string{cmp.Or(d.Date.String(), "none"), precision, d.DateFrom}, " ")))
	for _, field := range []struct{ name, value string }{
		{"title", d.Title},
		{"dateline", d.Text[:d.DatelineLen]},
		{"place", d.Dateline},
		{"lang", d.Lang},
		{"source", d.Source},
		{"url", d.URL},
		{"authors", strings.Join(d.Authors, " | ")},
		{"tags", strings.Join(d.Tags, " | ")},
	} {
		if field.value != "" {
			fmt.Fprintf(b, "  %s %s\n", field.name, strconv.Quote(field.value))
		}
	}
	for _, a := range d.Actors {
		fmt.Fprintf(b, "  %s %q\n", a.Type, a.Name)
	}
	for line := range strings.SplitSeq(d.Text, "\n\n") {
		fmt.Fprintf(b, "  | %s\n", strings.ReplaceAll(strconv.Quote(line), `\"`, `"`))
	}
}
