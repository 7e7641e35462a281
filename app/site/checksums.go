package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// checksumsName is the build manifest. Its first line marks a folder as a site that Generate may replace; the others are as
// `sha256sum -c` reads them.
const (
	checksumsName = "checksums.txt"
	checksumsMark = "# A Dateline site; sha256sum -c checksums.txt checks it. Version "
)

// checksums maps the path of a file to its hash.
type checksums map[string][sha256.Size]byte

func renderChecksums(version string, files assets) []byte {
	var b bytes.Buffer
	b.WriteString(checksumsMark + version + "\n")
	for _, a := range files.sorted() {
		fmt.Fprintf(&b, "%x  %s\n", a.sum, a.path)
	}
	return b.Bytes()
}

// readChecksums returns the checksums of the site in dir. The error is errNoSite if there is none.
func readChecksums(dir string) (version string, sums checksums, err error) {
	data, err := os.ReadFile(filepath.Join(dir, checksumsName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, errNoSite
	case err != nil:
		return "", nil, err
	}
	first, rest, _ := strings.Cut(string(data), "\n")
	version, ok := strings.CutPrefix(first, checksumsMark)
	if !ok {
		return "", nil, errNoSite
	}
	sums = checksums{}
	for line := range strings.Lines(rest) {
		digits, path, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		var sum [sha256.Size]byte
		if n, err := hex.Decode(sum[:], []byte(digits)); err != nil || n != len(sum) || path == "" {
			return "", nil, fmt.Errorf("%s has a line that is no checksum: %q", filepath.Join(dir, checksumsName), line)
		}
		sums[path] = sum
	}
	return version, sums, nil
}

var errNoSite = errors.New("there is no Dateline site")
