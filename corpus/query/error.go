package query

import "strings"

// Error explains the first thing in a query that was not understood. Parse returns a usable tree beside it.
// A nil *Error means that all was understood; use Err to hand one on as an error.
type Error struct {
	// Pos and End are the byte offsets in the input of what was not understood.
	Pos, End int
	// Got is what stands there, Want what was expected instead, empty if nothing should stand there.
	Got, Want string
	// Msg tells the reader in a sentence or two what is wrong and how to mend it.
	Msg string
}

// Error returns Msg.
func (e *Error) Error() string { return e.Msg }

// Err returns e as an error that is nil if e is, which a plain assignment to an error would not be.
func (e *Error) Err() error {
	if e == nil {
		return nil
	}
	return e
}

// shorten returns text in curly quotes, cut to a length that fits a message.
func shorten(text string) string { return "“" + clip(text) + "”" }

// clip returns text without the spaces around it, cut to a length that fits a message.
func clip(text string) string {
	const most = 40
	text = strings.TrimSpace(text)
	n := 0
	for i := range text {
		if n++; n > most {
			return strings.TrimSpace(text[:i]) + "…"
		}
	}
	return text
}
