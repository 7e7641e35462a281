package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"dateline/corpus/ingest"
)

// ProgressBar draws how far an ingest is on one line of a terminal; elsewhere it does nothing.
type progressBar struct {
	w     io.Writer // nil where there is no terminal
	now   func() time.Time
	last  time.Time
	stage ingest.Stage
	width int // columns of what was drawn last
}

const (
	barCells    = 24 // columns of the bar
	nameCells   = 24 // and of a file's name
	barInterval = 100 * time.Millisecond
)

func newProgressBar(w io.Writer, now func() time.Time) *progressBar {
	b := &progressBar{now: now}
	if isTerminal(w) {
		b.w = w
	}
	return b
}

// Show draws p, at most ten times a second, and at every new stage.
func (b *progressBar) show(p ingest.Progress) {
	if b.w == nil || p.Stage == b.stage && b.now().Sub(b.last) < barInterval {
		return
	}
	b.last, b.stage = b.now(), p.Stage
	b.draw(progressLine(p))
}

// Clear takes the bar away.
func (b *progressBar) clear() {
	if b.w != nil && b.width > 0 {
		b.draw("")
	}
}

func (b *progressBar) draw(line string) {
	width := len([]rune(line))
	fmt.Fprintf(b.w, "\r%s%s", line, strings.Repeat(" ", max(0, b.width-width)))
	if line == "" {
		fmt.Fprint(b.w, "\r")
	}
	b.width = width
}

// ProgressLine is p in a line: "reading files [######      ] 25 % 1,200 of 4,800  1,210 documents  name.txt".
func progressLine(p ingest.Progress) string {
	line := stageNames[p.Stage]
	if p.Total > 0 {
		done := min(max(p.Done, 0), p.Total)
		cells := barCells * done / p.Total
		line += fmt.Sprintf(" [%s%s] %d %% %s of %s", strings.Repeat("#", cells), strings.Repeat(" ", barCells-cells),
			100*done/p.Total, thousands(done), thousands(p.Total))
	}
	if p.Documents > 0 {
		line += "  " + thousands(p.Documents) + " documents"
	}
	if p.File != "" {
		name := []rune(oneLine(p.File))
		if len(name) > nameCells {
			name = append([]rune("…"), name[len(name)-nameCells+1:]...)
		}
		line += "  " + string(name)
	}
	return line
}

var stageNames = map[ingest.Stage]string{
	ingest.Reading: "reading files", ingest.Analysing: "reading documents", ingest.Writing: "writing the index",
}

// IsTerminal reports whether w is a character device that is not the null device.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
