package text

import (
	"strings"
	"testing"
)

func TestLowered(t *testing.T) {
	var room [12]byte
	for _, tt := range []struct {
		word, want string
		ok         bool
	}{
		{"", "", true},
		{"President's", "president's", true},
		{"President’s", "president's", true},
		{"СКАЗАЛ", "сказал", true}, // twelve bytes
		{"СКАЗАЛА", "", false},
		{strings.Repeat("Ⱥ", 6), "", false}, // longer in small letters
	} {
		key, ok := Lowered(room[:0], tt.word)
		if string(key) != tt.want || ok != tt.ok {
			t.Errorf("%q: got %q, %v, want %q, %v", tt.word, key, ok, tt.want, tt.ok)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Lowered(room[:0], "Tuesday") }); n != 0 {
		t.Errorf("a plain word takes %v allocations", n)
	}
}
