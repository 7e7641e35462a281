package ui

import (
	"time"
)

// how says how a new state goes into the history.
type how uint8

const (
	typing  how = iota // the present entry is replaced, a moment later
	commit             // a new entry
	replace            // the present entry is replaced
	arrive             // the address has changed already
)

// addressDelay is how long typing rests before the address follows it.
const addressDelay = 300 * time.Millisecond

// history keeps the address in step. Typing replaces the present entry; when what was typed is committed, the entry gets
// back what it was before the typing, and the new state an entry of its own, so that Back returns to where typing began.
type history struct {
	push, change func(search, fragment string) // the browser's, but for tests

	search string // the query string of others, kept as it is
	entry  string // the state of the present entry when it was made
	now    string // the state in the address
	want   string // the state that the address is to show soon
}

func (h *history) write(fragment string, how how) {
	h.want = fragment
	switch how {
	case typing: // flush follows
	case arrive:
		h.entry, h.now = fragment, fragment
	case replace:
		if fragment != h.now {
			h.change(h.search, fragment)
		}
		h.entry, h.now = fragment, fragment
	case commit:
		if fragment == h.entry {
			h.flush()
			return
		}
		if h.now != h.entry {
			h.change(h.search, h.entry)
		}
		h.push(h.search, fragment)
		h.entry, h.now = fragment, fragment
	}
}

// flush brings the address up to what has been typed.
func (h *history) flush() {
	if h.now != h.want {
		h.change(h.search, h.want)
		h.now = h.want
	}
}
