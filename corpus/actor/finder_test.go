package actor

import (
	"sync"
	"testing"
)

var shared = sync.OnceValues(New)

// newFinder returns the finder of all tests that do not change it.
func newFinder(tb testing.TB) *Finder {
	tb.Helper()
	f, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
