package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Event is a line of wcep_linked or wcep_text.
type Event struct {
	Date  string `json:"date"`
	Text  string `json:"text"`
	Links []struct {
		Start   int    `json:"start"` // in code points
		End     int    `json:"end"`
		Surface string `json:"surface"`
		Title   string `json:"title"`
	} `json:"links"`
}

// ReadEvents reads the files in dir that match pattern, in the order of their names.
func ReadEvents(dir, pattern string) ([]Event, error) {
	names, err := fs.Glob(os.DirFS(dir), pattern)
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrAbsent, filepath.Join(dir, pattern))
	}
	sort.Strings(names)
	var events []Event
	for _, name := range names {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var e Event
			if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if len(e.Date) >= 4 && e.Text != "" {
				events = append(events, e)
			}
		}
		file.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return events, nil
}

// Span returns where link i is, in bytes.
func (e *Event) Span(i int) (start, end int) {
	l := &e.Links[i]
	n := 0
	start, end = -1, len(e.Text)
	for at := range e.Text {
		if n == l.Start {
			start = at
		}
		if n == l.End {
			end = at
			break
		}
		n++
	}
	if start < 0 || !strings.HasSuffix(e.Text[:end], l.Surface) {
		return 0, 0
	}
	return start, end
}
