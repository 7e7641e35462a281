package overlay

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/index"
)

// Action is what an edit does.
type Action uint8

// The actions.
const (
	Merge Action = iota
	Split
	Rename
	Retype
	Hide
	numActions
)

var actionNames = [numActions]string{"merge", "split", "rename", "retype", "hide"}

// String returns the action as the file has it.
func (a Action) String() string {
	if a < numActions {
		return actionNames[a]
	}
	return "unknown"
}

// Edit is one change.
type Edit struct {
	Action Action
	// Name and Type are the actor that is changed.
	Name string
	Type corpus.ActorType
	// Target is the name merged into or given, or the words split off; empty for Retype and Hide.
	Target string
	// To is the type of the actor that results.
	To corpus.ActorType
}

// AnyType stands in Edit.Type for actors of the name whatever their type, and in Edit.To for the type that they have.
const AnyType = corpus.NumActorTypes

// anyType is how a file says so.
const anyType = "any"

func typeName(t corpus.ActorType) string {
	if t == AnyType {
		return anyType
	}
	return t.String()
}

// of returns e as it is for actors of a type.
func (e Edit) of(t corpus.ActorType) Edit {
	if e.Type == AnyType {
		e.Type = t
	}
	if e.To == AnyType {
		e.To = e.Type
	}
	return e
}

// about returns e for each type that it is about, but for those that it would change nothing of.
func (e Edit) about() (list []Edit) {
	for t := range corpus.NumActorTypes {
		if one := e.of(t); (e.Type == AnyType || e.Type == t) && (e.Action == Hide || one.from() != one.to()) {
			list = append(list, one)
		}
	}
	return list
}

// identity is what makes an actor one.
type identity struct {
	name string
	typ  corpus.ActorType
}

func (e Edit) from() identity { return identity{e.Name, e.Type} }

// to is the actor that what e is about becomes; it has no meaning for Hide.
func (e Edit) to() identity {
	if e.Action == Retype {
		return identity{e.Name, e.To}
	}
	return identity{e.Target, e.To}
}

// make returns an edit with names as they are compared, and what is wrong with it: the cause and what to do.
func (e Edit) make() (_ Edit, cause, remedy string) {
	e.Name, e.Target = index.AliasWords(e.Name), index.AliasWords(e.Target)
	switch e.Action {
	case Rename:
		e.To = e.Type
	case Retype:
		e.Target = ""
	case Hide:
		e.Target, e.To = "", e.Type
	}
	switch {
	case e.Name == "":
		return e, "the name is missing", "write the name of the actor as the explorer shows it"
	case e.Target == "" && (e.Action == Merge || e.Action == Rename || e.Action == Split):
		return e, "the target is missing", "write " + map[Action]string{
			Merge: "the actor to merge into", Rename: "the new name", Split: "the words to split off",
		}[e.Action]
	case e.Action != Hide && e.from() == e.to():
		return e, "it changes nothing", "take the line out"
	}
	return e, "", ""
}

// parseTarget reads the target of a merge: a type may stand before the name.
func parseTarget(s string, typ corpus.ActorType) (string, corpus.ActorType) {
	if before, after, ok := strings.Cut(s, ":"); ok {
		if t, ok := corpus.ParseActorType(strings.ToLower(strings.TrimSpace(before))); ok && strings.TrimSpace(after) != "" {
			return after, t
		}
	}
	return s, typ
}

// target is the last cell of e's line.
func (e Edit) target() string {
	switch {
	case e.Action == Retype:
		return e.To.String()
	case e.Action == Merge || e.Action == Split:
		// A name that reads as a type and a name needs its type before it even where it is the same.
		if name, typ := parseTarget(e.Target, e.Type); typ != e.To || name != e.Target {
			return e.To.String() + ":" + e.Target
		}
	}
	return e.Target
}
