package search

// arena hands out number slices that are all given back at once, when the next question comes: so that a question allocates nothing for
// each document, and hardly anything at all.
type arena struct {
	chunks [][]uint32
	chunk  int // the one in use
	used   int // numbers of it
}

const (
	arenaChunk = 64 << 10
	// arenaKept is how many numbers an arena holds on to: 8 MB, what a question of a few words over 110,000 documents takes.
	arenaKept = 2 << 20
)

func (a *arena) reset() {
	kept := 0
	for i, c := range a.chunks {
		if kept += len(c); kept > arenaKept {
			clear(a.chunks[i:])
			a.chunks = a.chunks[:i]
			break
		}
	}
	a.chunk, a.used = 0, 0
}

// take returns an empty slice, never nil, with room for n numbers. It is called too seldom to be worth the room that copies of it would take.
//
//go:noinline
func (a *arena) take(n int) []uint32 {
	for a.chunk < len(a.chunks) && a.used+n > len(a.chunks[a.chunk]) {
		a.chunk, a.used = a.chunk+1, 0
	}
	if a.chunk == len(a.chunks) {
		a.chunks = append(a.chunks, make([]uint32, max(n, arenaChunk)))
	}
	a.used += n
	return a.chunks[a.chunk][a.used-n : a.used-n : a.used]
}
