package actor

import (
	"slices"

	"dateline/corpus"
)

// A tie is a role that the text has given to a person: "Secretary of State Antony Blinken", "Xan Quux, the Quuxian prime minister".
type tie struct {
	role   int   // of the dictionary's roles
	of     int32 // the country or organisation, or none where the text does not say
	person int   // candidate
	at     int   // word
}

// roles finds roles that stand for a person: those the text has tied to one, and those whose holder at the date of the document
// the dictionary knows. The span is the role alone; the country before it is a mention of its own.
func (t *task) roles() {
	ties := t.ties()
	for i := 0; i < len(t.words); i++ {
		if t.taken[i] != none || len(t.dict.rolesAt[t.words[i].id]) == 0 {
			continue
		}
		role, end := t.roleAt(i)
		if role < 0 {
			continue
		}
		if c, ok := t.roleHolder(ties, role, i, end); ok && t.free(i, end) {
			t.accept(c)
		}
		i = end - 1
	}
}

// roleAt returns the longest role whose name begins at word i, and the word behind it; -1 if there is none.
func (t *task) roleAt(i int) (role, end int) {
	role = -1
	for _, n := range t.dict.rolesAt[t.words[i].id] {
		ids := t.dict.roles[n]
		if i+len(ids) > len(t.words) || i+len(ids) <= end || t.words[i].flags&flagCaps != 0 {
			continue
		}
		same := true
		for j, id := range ids {
			same = same && t.words[i+j].id == id && (j == 0 || t.words[i+j].gap.joined())
		}
		if same {
			role, end = n, i+len(ids)
		}
	}
	return role, end
}

// ties lists the roles that the text gives to people, in its order.
func (t *task) ties() []tie {
	var ties []tie
	for i := 0; i < len(t.words); i++ {
		if t.taken[i] != none || len(t.dict.rolesAt[t.words[i].id]) == 0 {
			continue
		}
		role, end := t.roleAt(i)
		if role < 0 {
			continue
		}
		person := t.personAt(end)
		if person < 0 {
			person = t.personBefore(i)
		}
		if of, ok := t.roleOf(i, end); ok && person >= 0 {
			ties = append(ties, tie{role, of, person, i})
		}
		i = end - 1
	}
	return ties
}

// personAt returns the person who is named in full at word i, behind a space or a comma, or -1.
func (t *task) personAt(i int) int {
	if i >= len(t.words) || t.taken[i] == none {
		return -1
	}
	c := &t.candidates[t.taken[i]]
	if g := t.words[i].gap; c.from != i || c.typ != corpus.Person || g != gapSpace && g != gapComma|gapSpace {
		return -1
	}
	return int(t.taken[i])
}

// personBefore returns the person before the apposition that holds the role at word i: "Jens Stoltenberg, the NATO secretary-general".
func (t *task) personBefore(i int) int {
	for j := i; j > 0 && j > i-4; j-- {
		switch g := t.words[j].gap; {
		case g == gapComma|gapSpace:
			if n := t.taken[j-1]; n != none && t.candidates[n].typ == corpus.Person && t.candidates[n].to == j {
				return int(n)
			}
			return -1
		case g&^(gapSpace|gapPoss|gapHyphen) != 0:
			return -1
		}
	}
	return -1
}

// notNow are words before a role that say it is not, or not surely, the holder's of today.
var notNow = []string{
	"former", "ex", "then", "vice", "deputy", "a", "an", "acting", "next", "new", "late", "any", "every", "first", "future", "another",
	"assistant", "incoming", "outgoing", "ousted", "previous", "interim", "as", "no", "becoming", "become", "became", "for", "opposition",
}

// roleOf returns the country or organisation of the role from word i to end: "the US president", "Russia's president", "president
// of Russia", or none. It is not ok where the words before say that the role is not held now.
func (t *task) roleOf(i, end int) (of int32, ok bool) {
	of = none
	before := i - 1
	if before >= 0 && t.taken[before] != none {
		c := &t.candidates[t.taken[before]]
		if g := t.words[i].gap; c.to == i && g&^(gapSpace|gapPoss|gapHyphen|gapDot) == 0 && c.entry != none && c.typ != corpus.Person {
			of, before = c.entry, c.from-1
		}
	}
	if of == none && end+1 < len(t.words) && t.span(end, end+1) == "of" {
		at := end + 1
		if t.span(at, at+1) == "the" && at+1 < len(t.words) {
			at++
		}
		if n := t.taken[at]; n != none && t.candidates[n].entry != none && t.candidates[n].typ != corpus.Person {
			of = t.candidates[n].entry
		}
	}
	if before >= 0 && t.words[before+1].gap&^(gapSpace|gapHyphen) == 0 && slices.Contains(notNow, t.span(before, before+1)) {
		return of, false
	}
	return of, true
}

// roleHolder makes the mention for the role from word i to end.
func (t *task) roleHolder(ties []tie, role, i, end int) (c candidate, ok bool) {
	of, ok := t.roleOf(i, end)
	if !ok || t.personAt(end) >= 0 || t.personBefore(i) >= 0 || end < len(t.words) && t.words[end].gap == gapHyphen {
		return c, false
	}
	if end < len(t.words) && t.words[end].upper() && t.words[end].gap.spaced() {
		return c, false // a name that nothing explains
	}
	c = candidate{from: i, to: end, entry: none, typ: corpus.Person, kind: corpus.KindRole}
	chosen := -1
	for k := range ties {
		tie := &ties[k]
		if tie.at > i || tie.role != role || of != none && tie.of != none && tie.of != of {
			continue
		}
		if of == none && chosen >= 0 && !t.sameActor(&t.candidates[tie.person], &t.candidates[ties[chosen].person]) {
			return c, false // two presidents, and "the president" may be either
		}
		if of != none && tie.of == none && chosen >= 0 && ties[chosen].of == of {
			continue
		}
		chosen = k
	}
	if chosen >= 0 {
		if of == none && (i == 0 || !t.definite(i-1)) {
			return c, false
		}
		p := &t.candidates[ties[chosen].person]
		c.entry, c.name, c.confidence, c.rule = p.entry, p.name, min(p.confidence, 0.8), "role in the text"
		if of == none {
			c.confidence = min(c.confidence, 0.6)
		}
		return c, true
	}
	if of == none {
		return c, false
	}
	h := t.dict.holder(of, role, t.doc.Date)
	if h == nil {
		return c, false
	}
	c.entry, c.name, c.confidence, c.rule = h.entry, h.name, 0.75, "term of office"
	return c, true
}

// definite reports whether the word at i is "the".
func (t *task) definite(i int) bool {
	s := t.span(i, i+1)
	return s == "the" || s == "The"
}
