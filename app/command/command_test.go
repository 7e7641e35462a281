package command

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the scripts with what the commands print")

// TestScripts runs the command lines of testdata/*.txtar and compares what they print. A script is the file "session" of
// its archive: a line with "$ " is a command line, what follows is its output: lines of standard error have "! " before them, and
// an exit status that is not 0 stands in brackets. "< NAME" at the end of a command line reads standard input from a file.
// The other files of the archive lie in the working directory. Sizes and content hashes are masked.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".txtar"), func(t *testing.T) {
			path, err := filepath.Abs(script)
			if err != nil {
				t.Fatal(err)
			}
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			session := writeFiles(t, archive)
			if session == nil {
				t.Fatal("the script has no file \"session\"")
			}
			got := replay(t, string(session.Data))
			if *update {
				session.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(session.Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// WriteFiles writes the files of the archive to the working directory, all but the session, which it returns.
func writeFiles(t *testing.T, archive *txtar.Archive) (session *txtar.File) {
	t.Helper()
	for i, f := range archive.Files {
		if f.Name == "session" {
			session = &archive.Files[i]
			continue
		}
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return session
}

// Replay runs the command lines of a session and returns it with what they print now.
func replay(t *testing.T, session string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(session) {
		commandLine, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		args, stdin := splitLine(t, strings.TrimSpace(commandLine))
		var stdout, stderr bytes.Buffer
		status := run(args, stdin, &stdout, &stderr)
		out.WriteString(mask(stdout.String()))
		for line := range strings.Lines(mask(stderr.String())) {
			out.WriteString("! " + line)
		}
		if status != 0 {
			fmt.Fprintf(&out, "[%d]\n", status)
		}
	}
	return out.String()
}

// Run is Main with a clock that stands still.
func run(args []string, stdin []byte, stdout, stderr *bytes.Buffer) int {
	now := time.Date(2022, 1, 1, 12, 0, 0, 0, time.UTC)
	return Main(context.Background(), args, Stdio{
		In: bytes.NewReader(stdin), Out: stdout, Err: stderr, Now: func() time.Time { return now },
	})
}

// SplitLine splits a command line at spaces outside quotes, and reads the file behind "<".
func splitLine(t *testing.T, line string) (args []string, stdin []byte) {
	t.Helper()
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		end, cut := strings.IndexByte(line, ' '), 0
		if c := line[0]; c == '"' || c == '\'' {
			end = 1 + strings.IndexByte(line[1:], c)
			line, cut, end = line[1:end]+line[end+1:], 0, end-1
		}
		if end < 0 {
			end = len(line)
		}
		args, line = append(args, line[cut:end]), line[end:]
	}
	if n := len(args); n >= 2 && args[n-2] == "<" {
		data, err := os.ReadFile(args[n-1])
		if err != nil {
			t.Fatal(err)
		}
		return args[:n-2], data
	}
	return args, nil
}

// Masks hide what changes with the file format or the machine.
var masks = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`\b[0-9a-f]{32,}\b`), "HASH"},
	{regexp.MustCompile(`\.(corpus|db|jsonl), [0-9.]+ (bytes|kB|MB)`), ".$1, SIZE"},
	{regexp.MustCompile(`(?m)^size( +)[0-9,]+ bytes`), "size${1}N bytes"},
	{regexp.MustCompile(`(?m)^version( +)\d+`), "version${1}N"},
	{regexp.MustCompile(`(?m)^ *[0-9,]+  `), "           N  "},
}

func mask(s string) string {
	for _, m := range masks {
		s = m.pattern.ReplaceAllString(s, m.with)
	}
	return s
}
