package overlay

import "slices"

// List is edits in the order they were made, with those taken back. The zero List is empty. A List is a value: its methods return
// the changed one and leave the receiver as it is.
type List struct {
	edits  []Edit
	undone []Edit // the one taken back last is the last
}

// NewList returns a list of edits, none of them taken back.
func NewList(edits []Edit) List { return List{edits: slices.Clone(edits)} }

// Edits returns the edits in force, in their order. They must not be changed.
func (l List) Edits() []Edit { return l.edits }

// Do adds an edit. What had been taken back is forgotten.
func (l List) Do(edits ...Edit) List {
	return List{edits: append(slices.Clip(l.edits), edits...)}
}

// Undo takes the last edit back, and Redo makes the one taken back last again. Without such a one they change nothing.
func (l List) Undo() List {
	n := len(l.edits) - 1
	if n < 0 {
		return l
	}
	return List{l.edits[:n:n], append(slices.Clip(l.undone), l.edits[n])}
}

// Redo is the inverse of Undo.
func (l List) Redo() List {
	n := len(l.undone) - 1
	if n < 0 {
		return l
	}
	return List{append(slices.Clip(l.edits), l.undone[n]), l.undone[:n:n]}
}

// Drop takes edit i out, wherever it stands.
func (l List) Drop(i int) List {
	if i < 0 || i >= len(l.edits) {
		return l
	}
	return List{edits: slices.Concat(l.edits[:i], l.edits[i+1:])}
}

// CanUndo and CanRedo report whether there is something to take back or to make again.
func (l List) CanUndo() bool { return len(l.edits) > 0 }

// CanRedo reports whether an edit has been taken back.
func (l List) CanRedo() bool { return len(l.undone) > 0 }
