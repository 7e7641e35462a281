package ui

import (
	"slices"
	"strconv"
	"strings"

	"dateline/app/browser"
	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/overlay"
	"dateline/corpus/search"
)

// What the reader changes about names lies over the collection: see package overlay. It is kept on this device under the collection's name, so
// that it holds for a newer version of it too.

func (e *explorer) editsKey() string { return "dateline:actors:" + e.c.meta.Name }

// editsFile is the name of the file that edits are saved as; beside the documents it is read as the index is built.
const editsFile = "actors.csv"

// lay shows the collection's actors as the edits make them.
func (c *collection) lay(edits []overlay.Edit) (misfits []int, err error) {
	x, misfits, err := overlay.Lay(c.x, edits)
	if err != nil {
		return nil, err
	}
	c.x, c.engine = x, search.New(x)
	clear(c.actors)
	return misfits, nil
}

// restore lays the edits over a collection that was just opened that this device has kept for it.
func (e *explorer) restore() {
	kept := browser.Recall(e.editsKey())
	if kept == "" {
		return
	}
	edits, _ := overlay.Read(kept) // what does not read was not written here
	misfits, err := e.c.lay(edits)
	if err != nil {
		e.tellError(err)
		return
	}
	e.cast.edits, e.cast.misfits = overlay.NewList(edits), misfits
}

// change makes l the edits in force. actor is the profile that is then open.
func (e *explorer) change(l overlay.List, actor, said string) {
	misfits, err := e.c.lay(l.Edits())
	if err != nil {
		e.tellError(err)
		return
	}
	e.cast.edits, e.cast.misfits, e.cast.wrong = l, misfits, ""
	text := ""
	if len(l.Edits()) > 0 {
		text = overlay.Write(l.Edits())
	}
	if !browser.Remember(e.editsKey(), text) {
		said += " " + w.cast.notKept
	}
	s := e.s
	if a, ok, err := e.c.find(actor); ok && err == nil && actor != "" {
		s = s.ShowActor(a.key)
	}
	e.a, e.curves = nil, trendSet{} // all that was asked is asked anew
	e.set(s, replace)
	e.page.top, e.page.named = false, true
	e.tell(said)
}

// misfit reports that edit i fits nothing in the collection.
func (e *explorer) misfit(i int) bool { return slices.Contains(e.cast.misfits, i) }

// edit makes an edit of the open actor.
func (e *explorer) edit(one overlay.Edit, open string) {
	one.Name, one.Target = index.AliasWords(one.Name), index.AliasWords(one.Target)
	e.change(e.cast.edits.Do(one), open, editSaid(one)+".")
}

// refuse says why an edit was not made.
func (e *explorer) refuse(why string) {
	e.cast.wrong = why
	e.rev.view++
}

func (e *explorer) rename(a actor, name string) {
	name = index.AliasWords(name)
	switch name {
	case "":
		e.refuse(w.cast.noName)
	case a.name:
		e.refuse(w.cast.itself)
	default:
		e.edit(overlay.Edit{Action: overlay.Rename, Name: a.name, Type: a.typ, Target: name, To: a.typ}, keyFor(a.typ, name))
	}
}

func (e *explorer) merge(a actor, name string) {
	into, ok, err := e.c.find(strings.TrimSpace(name))
	switch {
	case strings.TrimSpace(name) == "":
		e.refuse(w.cast.noName)
	case err != nil || !ok:
		e.refuse(fill(w.cast.noSuch, shorten(name, 80)))
	case into.id == a.id:
		e.refuse(w.cast.itself)
	default:
		e.edit(overlay.Edit{Action: overlay.Merge, Name: a.name, Type: a.typ, Target: into.name, To: into.typ}, keyFor(into.typ, into.name))
	}
}

func (e *explorer) split(a actor, words string) {
	e.edit(overlay.Edit{Action: overlay.Split, Name: a.name, Type: a.typ, Target: index.AliasWords(words), To: a.typ}, keyFor(a.typ, a.name))
}

func (e *explorer) retype(a actor, typ corpus.ActorType) {
	if typ != a.typ {
		e.edit(overlay.Edit{Action: overlay.Retype, Name: a.name, Type: a.typ, To: typ}, keyFor(typ, a.name))
	}
}

func (e *explorer) hide(a actor) {
	e.cast.editing = false
	e.s.Actor = ""
	e.edit(overlay.Edit{Action: overlay.Hide, Name: a.name, Type: a.typ, To: a.typ}, "")
}

// keyFor names an actor for the address, whoever else bears the name.
func keyFor(typ corpus.ActorType, name string) string { return typ.String() + ":" + name }

func (e *explorer) undo() {
	if edits := e.cast.edits.Edits(); len(edits) > 0 {
		e.reopen(e.cast.edits.Undo(), fill(w.cast.undone, editSaid(edits[len(edits)-1])))
	}
}

func (e *explorer) redo() {
	if l := e.cast.edits.Redo(); e.cast.edits.CanRedo() {
		e.reopen(l, fill(w.cast.redone, editSaid(l.Edits()[len(l.Edits())-1])))
	}
}

func (e *explorer) dropEdit(n string) {
	i, err := strconv.Atoi(n)
	if edits := e.cast.edits.Edits(); err == nil && i >= 0 && i < len(edits) {
		e.reopen(e.cast.edits.Drop(i), fill(w.cast.undone, editSaid(edits[i])))
	}
}

// reopen makes l the edits in force and keeps the profile open that was, under the name that it has then: one that loses its name
// by this is found by one of its aliases.
func (e *explorer) reopen(l overlay.List, said string) {
	before, open := e.openActor()
	var names []index.Alias
	if open {
		if one, err := e.c.x.Actor(before.id); err == nil {
			names = one.Aliases
		}
	}
	e.change(l, "", said)
	if _, still := e.openActor(); open && !still {
		for _, alias := range names {
			if a, ok, err := e.c.find(keyFor(before.typ, alias.Name)); ok && err == nil {
				e.set(e.s.ShowActor(a.key), replace)
				return
			}
		}
	}
}

func (e *explorer) saveFile() {
	if edits := e.cast.edits.Edits(); len(edits) > 0 {
		browser.Save(editsFile, "text/csv;charset=utf-8", []byte(overlay.WriteOwner(edits)))
	}
}

// loadFile reads the chosen file and adds its edits.
func (e *explorer) loadFile() {
	browser.ReadFile("load-edits", overlay.MaxBytes, func(text string, ok bool) {
		e.later(func() { e.load(text, ok) })
	})
}

// load adds the edits of a file to those in force.
func (e *explorer) load(text string, ok bool) {
	if !ok {
		e.tell(w.cast.notRead)
		return
	}
	edits, wrong := overlay.Read(text)
	var left []string
	for _, problem := range wrong {
		left = append(left, problem.Error())
	}
	const most = 3
	if n := len(left); n > most {
		left = append(left[:most], fill(w.more, number(n-most)))
	}
	said := fill(w.cast.loaded.of(len(edits)), number(len(edits)))
	if len(left) > 0 {
		said += " " + fill(w.cast.loadWrong, strings.Join(left, "; "))
	}
	if len(edits) == 0 {
		e.tell(said)
		return
	}
	e.reopen(e.cast.edits.Do(edits...), said)
}

// editSaid says in words what an edit did.
func editSaid(one overlay.Edit) string {
	t := w.cast.did[one.Action]
	name, target := shorten(one.Name, 60), shorten(one.Target, 60)
	switch one.Action {
	case overlay.Split:
		return fill(t, target, name)
	case overlay.Retype:
		return fill(t, name, strings.ToLower(w.cast.types[one.To]))
	case overlay.Merge:
		if one.To != one.Type && one.To != overlay.AnyType {
			target = fill(w.cast.toType, target, strings.ToLower(w.cast.types[one.To]))
		}
	}
	return fill(t, name, target)
}
