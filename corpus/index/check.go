package index

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// Check reads all of a corpus file, compares it with its content id, and opens it. What passes is, byte for byte, what was
// written; Open alone finds damage only where a question touches it.
func Check(data []byte) (*Index, error) {
	x, err := Open(data)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data[headerSize:]); !bytes.Equal(sum[:16], data[16:32]) {
		return nil, fmt.Errorf("corpus file: its content does not match its id; %s", remedyDamaged)
	}
	return x, nil
}
