package actor

import "dateline/corpus"

// refer reads the text once more, from left to right, with what the document has explained: surnames of people named
// in full, acronyms set in brackets, names that the words around explained elsewhere.
func (t *task) refer() {
	people := t.surnames()
	acronyms, others := t.explanations()
	firms := t.firms()
	for i := range t.words {
		w := &t.words[i]
		if n := t.taken[i]; n != none {
			if t.candidates[n].from == i {
				t.shortName(people, int(n))
				t.namesake(people, int(n))
				t.remember(people, int(n))
			}
			continue
		}
		if !w.upper() && w.class&classParticle == 0 {
			continue
		}
		if c, ok := acronyms[w.id]; ok && w.shape == shapeCaps && w.flags&flagCaps == 0 {
			c.from, c.to = i, i+1
			t.accept(c)
			continue
		}
		if end, c, ok := t.surnameAt(people, i); ok && t.free(i, end) {
			c.from, c.to = i, end
			t.accept(c)
			continue
		}
		if n, ok := others[w.id]; ok && w.upper() && w.flags&flagStart == 0 {
			t.again(n, i)
		}
		if n, ok := firms[w.id]; ok && w.shape == shapeTitle && t.taken[i] == none {
			t.shortFirm(n, i)
		}
	}
}

// bearers are the people of one surname in a document.
type bearers struct {
	people []int // a candidate for each, in the order of the text
	latest int   // of those the one named last in the words read so far, or none
}

// surnames lists the people that the document names in full, by the id of the first word of their surname.
func (t *task) surnames() map[int32]*bearers {
	people := map[int32]*bearers{}
	for i, n := range t.taken {
		if n == none || t.candidates[n].from != i || !t.fullName(int(n)) {
			continue
		}
		c := &t.candidates[n]
		c.surname = t.surnameOf(c.from, c.to)
		for _, id := range t.surnameIDs(c) {
			b := people[id]
			if b == nil {
				b = &bearers{latest: none}
				people[id] = b
			}
			// Sixteen people of one surname are more than any text can keep apart.
			if len(b.people) < 16 && t.among(b.people, c) == none {
				b.people = append(b.people, int(n))
			}
		}
	}
	return people
}

// fullName reports whether candidate n names a person by more than a surname.
func (t *task) fullName(n int) bool {
	c := &t.candidates[n]
	return c.typ == corpus.Person && c.to-c.from > 1 && c.kind != corpus.KindSurname
}

// surnameIDs returns the words that a surname of c may begin with: the last name, an Asian family name at the front, and of
// three names or more the one before the last ("Lechin" of Juan Lechin Oquendo) where it is no given name.
func (t *task) surnameIDs(c *candidate) []int32 {
	ids := []int32{t.words[c.surname].id}
	if first := t.words[c.from]; first.class&classFamily != 0 && first.id != ids[0] {
		ids = append(ids, first.id)
	}
	if last := c.to - 1; last > c.surname && t.words[last].class&classSuffix == 0 {
		ids = append(ids, t.words[last].id) // "Kirchner" of Cristina Fernández de Kirchner
	}
	if n := c.surname - 1; n > c.from && c.to-1 == c.surname {
		if w := &t.words[n]; w.shape == shapeTitle && w.class&(classGiven|classParticle|classFunction) == 0 && t.words[n+1].gap == gapSpace {
			ids = append(ids, w.id)
		}
	}
	return ids
}

// among returns which of the candidates means the actor of c, or none.
func (t *task) among(people []int, c *candidate) int {
	for _, n := range people {
		if t.sameActor(&t.candidates[n], c) {
			return n
		}
	}
	return none
}

// remember notes that the person of candidate n has just been named in full.
func (t *task) remember(people map[int32]*bearers, n int) {
	if !t.fullName(n) {
		return
	}
	c := &t.candidates[n]
	for _, id := range t.surnameIDs(c) {
		if b := people[id]; b != nil {
			b.latest = t.among(b.people, c)
		}
	}
}

// surnameAt returns the person whose surname stands alone at word i, the word behind it, and whether there is one.
// Where several people bear it, the one named last before i is the likeliest, with low confidence; before any of them
// has been named it stays unexplained.
func (t *task) surnameAt(people map[int32]*bearers, i int) (end int, c candidate, ok bool) {
	w := &t.words[i]
	b := people[w.id]
	if b == nil || !w.upper() && (i+1 == len(t.words) || !t.words[i+1].gap.joined()) || w.class&classFunction != 0 && w.flags&flagStart != 0 {
		return 0, c, false
	}
	chosen, several := none, false
	for _, n := range b.people {
		e := t.surnameEnd(&t.candidates[n], i)
		if e == 0 {
			continue
		}
		if several = chosen != none; several {
			if b.latest == none || t.surnameEnd(&t.candidates[b.latest], i) == 0 {
				return 0, c, false
			}
			chosen, end = b.latest, t.surnameEnd(&t.candidates[b.latest], i)
			break
		}
		chosen, end = n, e
	}
	if chosen == none {
		return 0, c, false
	}
	p := &t.candidates[chosen]
	c = candidate{entry: p.entry, name: p.name, typ: corpus.Person, kind: corpus.KindSurname, confidence: min(p.confidence, 0.9), rule: "surname"}
	if several {
		c.confidence = min(c.confidence, 0.55)
	}
	return end, c, true
}

// surnameEnd returns the word behind the surname of p that stands at word i, 0 if other words stand there.
func (t *task) surnameEnd(p *candidate, i int) int {
	if t.words[i].id != t.words[p.surname].id {
		return i + 1 // a family name that comes first, or the first of two
	}
	n := p.to - p.surname
	if last := p.to - 1; last > p.surname && t.words[last].class&classSuffix != 0 {
		n--
	}
	if i+n > len(t.words) {
		return 0
	}
	for j := 1; j < n; j++ {
		if t.words[i+j].id != t.words[p.surname+j].id || !t.words[i+j].gap.joined() {
			return 0
		}
	}
	return i + n
}

// sameActor reports whether two candidates mean one actor.
func (t *task) sameActor(a, b *candidate) bool {
	return a.entry == b.entry && (a.entry != none || a.name == b.name)
}

// shortName gives a person who was found by a title or a list and by a surname alone the full name that the document
// has.
func (t *task) shortName(people map[int32]*bearers, n int) {
	c := &t.candidates[n]
	if c.typ != corpus.Person || c.kind != corpus.KindSurname {
		return
	}
	if end, p, ok := t.surnameAt(people, c.from); ok && end == c.to {
		c.entry, c.name, c.confidence, c.rule = p.entry, p.name, p.confidence, p.rule
	} else if c.entry == none {
		c.kind = corpus.KindName
	}
}

// namesake turns a place or country of one word into the person who bears its name in this document ("Austin",
// "Jordan"), unless a preposition of place stands before it.
func (t *task) namesake(people map[int32]*bearers, n int) {
	c := &t.candidates[n]
	if c.to != c.from+1 || c.typ != corpus.Place && c.typ != corpus.Country || c.kind != corpus.KindName {
		return
	}
	if c.from > 0 && t.words[c.from-1].class&classPlaceBefore != 0 {
		return
	}
	if end, p, ok := t.surnameAt(people, c.from); ok && end == c.to {
		p.from, p.to, p.confidence = c.from, c.to, min(p.confidence, 0.6)
		*c = p
	}
}

// explanations lists what the document explains: the organisations whose acronym stands behind them in brackets, by
// the id of the acronym, and the names that rules found, by the id of their first word.
func (t *task) explanations() (acronyms map[int32]candidate, others map[int32]int) {
	acronyms, others = map[int32]candidate{}, map[int32]int{}
	for n := range t.candidates {
		c := &t.candidates[n]
		if c.dropped {
			continue
		}
		if c.typ == corpus.Organisation && c.to-c.from > 1 && c.to < len(t.words) {
			w := &t.words[c.to]
			if w.gap == gapOpen|gapSpace && w.shape == shapeCaps && t.initials(c, appendKey(nil, t.span(c.to, c.to+1))) {
				acronyms[w.id] = candidate{entry: c.entry, name: c.name, typ: c.typ, kind: corpus.KindAcronym, confidence: 0.85, rule: "acronym"}
			}
		}
		if c.entry == none && c.typ != corpus.Person && c.kind == corpus.KindName {
			if _, ok := others[t.words[c.from].id]; !ok {
				others[t.words[c.from].id] = n
			}
		}
	}
	for n := range t.candidates {
		c := &t.candidates[n]
		if a, ok := acronyms[t.words[c.from].id]; ok && c.rule == "capitals" {
			a.from, a.to = c.from, c.to
			*c = a
		}
	}
	return acronyms, others
}

// initials reports whether the letters begin as the name c does.
func (t *task) initials(c *candidate, letters []byte) bool {
	first := appendKey(nil, t.span(c.from, c.from+1))
	return len(first) > 0 && len(letters) > 1 && first[0] == letters[0]
}

// again accepts the words at i if they are those of candidate n.
func (t *task) again(n, i int) {
	c := t.candidates[n]
	size := c.to - c.from
	if i+size > len(t.words) || !t.free(i, i+size) {
		return
	}
	for j := range size {
		w := &t.words[i+j]
		if w.id != t.words[c.from+j].id || j > 0 && !w.gap.joinedBody() {
			return
		}
	}
	// Part of a longer unknown name is not that name.
	if i > 0 && t.words[i].gap.joined() && t.words[i-1].upper() && t.taken[i-1] == none && t.words[i-1].class&classFunction == 0 {
		return
	}
	if end := i + size; end < len(t.words) && t.words[end].gap.joined() && t.words[end].upper() && t.taken[end] == none {
		return
	}
	c.from, c.to, c.rule = i, i+size, "repeated"
	t.accept(c)
}

// firms lists the firms that the text names in full, "Netscape Communications Corp.", by the id of their first word, where no
// other name of the text begins with it and it is no word of its own here.
func (t *task) firms() map[int32]int {
	firms := map[int32]int{}
	for n := range t.candidates {
		c := &t.candidates[n]
		first := &t.words[c.from]
		if c.dropped || c.typ != corpus.Organisation || c.to-c.from < 2 || c.confidence < corpus.ShownConfidence ||
			t.words[c.to-1].class&(classAbbrev|classAndBefore) == 0 {
			continue
		}
		if first.shape != shapeTitle || t.lower[first.id] || first.class&(classFunction|classGiven|classPlaceSide|classStart|classTitle|classRole) != 0 {
			continue
		}
		switch have, ok := firms[first.id]; {
		case !ok:
			firms[first.id] = n
		case have != none && !t.sameActor(&t.candidates[have], c):
			firms[first.id] = none
		}
	}
	return firms
}

// shortFirm accepts the word at i as the firm of candidate n.
func (t *task) shortFirm(n, i int) {
	if n == none || i > 0 && t.words[i].gap.joined() && t.words[i-1].upper() && t.words[i-1].class&classFunction == 0 && t.words[i].flags&flagStart == 0 ||
		i+1 < len(t.words) && t.words[i+1].gap.joined() && t.words[i+1].upper() {
		return
	}
	c := t.candidates[n]
	c.from, c.to, c.kind, c.rule, c.confidence, c.agreed = i, i+1, corpus.KindName, "short name", min(c.confidence, 0.75), false
	t.accept(c)
}
