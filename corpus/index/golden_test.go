package index

import (
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// TestTinyFile spells a tiny corpus out, section by section and byte by byte: a change of the format shows here, and must be
// told in the history in format.go.
func TestTinyFile(t *testing.T) {
	data := tinyBytes(t)
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "header: version %d, %d sections, %d pages, %d bytes, id %x\n",
		binary.LittleEndian.Uint16(data[8:]), binary.LittleEndian.Uint16(data[10:]), binary.LittleEndian.Uint32(data[12:]), len(data), data[16:32])
	for s, name := range sectionNames {
		section, err := f.whole(section(s))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "\n%s (%s), %d bytes\n", name, sectionUses[s], len(section))
		for i := 0; i < len(section); i += 16 {
			row := section[i:min(i+16, len(section))]
			fmt.Fprintf(&b, "  % -48x |%s|\n", row, printable(row))
		}
	}
	const golden = "testdata/tiny.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the tiny corpus is written differently from %s; if that is meant, run with -update and look at the difference.\n%s", golden, b.String())
	}
}

func printable(row []byte) string {
	s := []byte(nil)
	for _, c := range row {
		if c < ' ' || c > '~' {
			c = '.'
		}
		s = append(s, c)
	}
	return string(s)
}
