package index

import (
	"bytes"
	"testing"
)

// TestCheck holds that no byte of a file can change, and none be missing, without Check finding it.
func TestCheck(t *testing.T) {
	data := tinyBytes(t)
	if _, err := Check(data); err != nil {
		t.Fatal(err)
	}
	for i := range data {
		damaged := bytes.Clone(data)
		damaged[i] ^= 0x40
		if _, err := Check(damaged); err == nil {
			t.Errorf("byte %d can be flipped", i)
		}
		if _, err := Check(data[:i]); err == nil {
			t.Errorf("a file cut to %d bytes passes", i)
		}
	}
}
