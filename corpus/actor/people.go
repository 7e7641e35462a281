package actor

import (
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// people proposes names of people by what stands before them (a title, an office, a calling) and by given names.
func (t *task) people() {
	for i := range t.words {
		w := &t.words[i]
		if w.flags&flagCaps != 0 {
			continue
		}
		if w.class&(classHonorific|classTitle|classRole) != 0 {
			t.titled(i)
		}
		if w.upper() && w.class&(classGiven|classFamily) != 0 {
			t.givenName(i)
		}
	}
}

// titled proposes the name behind the title, honorific or calling at word i: "President Joe Biden",
// "Secretary of State Antony Blinken", "the alliance's chief, Jens Stoltenberg", "Mr. Smith".
func (t *task) titled(i int) {
	class := t.words[i].class
	at := t.afterTitle(i)
	if at >= len(t.words) {
		return
	}
	// "Президент России Владимир Путин"
	if t.listed[at] && t.words[at].gap.spaced() && t.words[at].class&classGiven == 0 && t.knownOther(at) {
		for at++; at < len(t.words) && t.listed[at] && !t.knownName(at); at++ {
		}
		if at == len(t.words) {
			return
		}
	}
	w := &t.words[at]
	comma := w.gap == gapComma|gapSpace
	if !w.upper() || !w.gap.spaced() && !comma || w.class&(classTitle|classHonorific) != 0 {
		return
	}
	end := t.nameEnd(at)
	n := end - at
	if n == 0 || t.isBody(at, end) || w.class&(classOrgTail|classThing) != 0 && class&classHonorific == 0 {
		return
	}
	if cyrillic(t.text[w.start:]) {
		// What is led stands between the office and the name, in the genitive: "глава Минкомсвязи Игорь Щёголев".
		for at < end && t.words[at].class&classGiven == 0 {
			at++
		}
		if at == end {
			return
		}
		w, n = &t.words[at], end-at
	}
	c := candidate{from: at, to: end, entry: none, typ: corpus.Person, rule: "title"}
	honorific := class&classHonorific != 0 && t.words[i].upper()
	switch {
	case comma:
		if n < 2 || w.class&classGiven == 0 || class&classHonorific != 0 {
			return
		}
		c.confidence, c.rule = 0.8, "apposition"
	case n >= 2 && w.class&(classGiven|classFamily) != 0, n >= 2 && honorific:
		c.confidence = 0.95
	case n >= 2 && class&classTitle != 0:
		c.confidence = 0.85
	case n >= 2:
		c.confidence = 0.75
	case honorific:
		c.confidence = 0.8
	case class&classTitle != 0 && w.class&(classFunction|classOrgTail|classPlaceTail|classPortfolio) == 0 && !t.knownOther(at):
		c.confidence = 0.6
	default:
		return
	}
	t.nameOf(&c, true)
	t.propose(c)
}

// cyrillic reports whether text begins with a letter of the Cyrillic alphabet.
func cyrillic(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Cyrillic, r)
}

// afterTitle returns the word behind the title at i and its portfolio: "Minister of Foreign Affairs", "Secretary for Energy and Trade".
func (t *task) afterTitle(i int) int {
	at := i + 1
	if at+1 >= len(t.words) || t.words[i].class&classTitle == 0 {
		return at
	}
	if s := t.span(at, at+1); (s != "of" && s != "for") || !t.words[at].gap.spaced() {
		return at
	}
	j := at + 1
	for j < len(t.words) && j < at+8 && t.words[j].gap.spaced() {
		if t.words[j].class&classPortfolio == 0 && (t.words[j].class&classLink == 0 || t.words[j].upper()) {
			break
		}
		j++
	}
	if j < len(t.words) && t.words[j-1].class&classPortfolio != 0 {
		return j
	}
	return at
}

// givenName proposes the name that opens with the given name or Asian family name at word i.
func (t *task) givenName(i int) {
	w := &t.words[i]
	if i > 0 && t.words[i-1].upper() && w.gap.joined() && t.words[i-1].class&(classGiven|classFamily) != 0 &&
		t.words[i-1].flags&flagCaps == 0 {
		return // already inside the name that the word before opens
	}
	if w.class&classFunction != 0 && w.flags&flagStart != 0 {
		return // "Will Ukraine", "May Russia"
	}
	from, confidence := i, 0.85
	if w.class&classStart != 0 {
		if a, _ := t.dict.longest(t.words, i); a != none {
			switch al := &t.dict.aliases[a]; {
			case al.kind == corpus.KindDemonym:
				return
			case t.dict.entries[al.entry].typ != corpus.Person && al.words == 1:
				confidence = 0.6 // "Israel Katz", "Georgia Meloni"
			}
		}
	}
	if i > 0 && w.gap.spaced() && t.unknownName(i-1) {
		if t.words[i-1].class&(classPlaceHead|classPlaceSide) != 0 || i > 1 && t.words[i-1].gap.joined() && t.unknownName(i-2) {
			return // "San Francisco", "Cold Spring Harbor Victoria"
		}
		from, confidence = i-1, 0.6
	}
	end := t.nameEnd(i)
	if end-i < 2 || t.isBody(i, end) {
		return
	}
	spaces := 0
	for j := i + 1; j < end; j++ {
		if t.words[j].gap&gapHyphen == 0 {
			spaces++
		}
	}
	if spaces == 0 {
		return // "Jean-Claude" is no full name
	}
	if end+1 < len(t.words) && t.words[end+1].class&classAndBefore != 0 && t.words[end+1].upper() && t.span(end, end+1) == "and" {
		return // "James Capel and Co"
	}
	if w.class&classGiven == 0 {
		// A family name that comes first needs company of its kind: Wang Bingqian, Roh Tae-woo.
		if end-i > 3 || t.words[i+1].class&classFunction != 0 {
			return
		}
		confidence = 0.6
	}
	if t.words[i+1].class&(classPortfolio|classPlaceTail) != 0 && end-i == 2 || t.knownOther(i+1) {
		confidence = 0.5
	}
	c := candidate{from: from, to: end, entry: none, typ: corpus.Person, confidence: confidence, rule: "given name"}
	t.nameOf(&c, false)
	t.propose(c)
}

// unknownName reports whether the word at i has a capital that no class of words explains.
func (t *task) unknownName(i int) bool {
	w := &t.words[i]
	return w.upper() && w.shape != shapeCaps && w.flags&flagStart == 0 &&
		w.class&(classFunction|classTitle|classHonorific|classRole|classGiven|classFamily|classPortfolio|classOrgTail) == 0 &&
		!t.listed[i]
}

// nameEnd returns the word behind the personal name that begins at i: capitals, initials, particles between them.
func (t *task) nameEnd(i int) int {
	end := i
	for j := i; j < len(t.words) && j < i+6; j++ {
		w := &t.words[j]
		if j > i && !w.gap.joined() {
			if w.class&classSuffix != 0 && w.gap == gapComma|gapSpace && w.upper() {
				end = j + 1 // "King, Jr."
			}
			break
		}
		if !w.upper() {
			if j > i && w.shape == shapeLower && w.class&classParticle != 0 {
				continue
			}
			break
		}
		if j > i {
			if w.class&(classTitle|classHonorific) != 0 && w.class&classGiven == 0 || w.class&classFunction != 0 && w.shape != shapeSingle {
				break
			}
			if w.shape == shapeCaps && w.flags&flagDotted == 0 && w.class&classSuffix == 0 && t.words[i].shape != shapeCaps {
				break
			}
		} else if w.class&classFunction != 0 && w.class&classGiven == 0 {
			break
		}
		end = j + 1
	}
	for end > i+1 && t.words[end-1].shape == shapeSingle {
		end-- // an initial does not close a name
	}
	return end
}

// isBody reports whether a later word of the capitalised words from to end is one that organisations, places or things
// are called by: "Stanley Cup", "Carnegie Mellon University".
func (t *task) isBody(from, end int) bool {
	for j := from + 1; j < end; j++ {
		if c := t.words[j].class; c&(classOrgTail|classPlaceTail|classThing) != 0 && c&(classGiven|classFamily) == 0 {
			return true
		}
	}
	return false
}

// knownOther reports whether the dictionary knows the word at i as something else than a person.
func (t *task) knownOther(i int) bool {
	if t.words[i].class&classStart == 0 {
		return false
	}
	a, _ := t.dict.longest(t.words, i)
	return a != none && t.dict.entries[t.dict.aliases[a].entry].typ != corpus.Person
}

// nameOf settles whom the personal name of c means: someone the dictionary knows, or someone of that name.
func (t *task) nameOf(c *candidate, titled bool) {
	words := t.words[c.from:c.to]
	c.surname = t.surnameOf(c.from, c.to)
	c.entry = t.personEntry(words, titled)
	if c.entry == none {
		c.name = t.plainName(c.from, c.to)
	}
	if len(words) == 1 {
		c.kind = corpus.KindSurname
	}
}

// personEntry looks a full name up, then the name without initials and suffix; with a title a surname too.
func (t *task) personEntry(words []word, titled bool) int32 {
	full := func(words []word) int32 {
		for a := t.dict.walk(words); a != none; a = t.dict.aliases[a].next {
			al := &t.dict.aliases[a]
			if al.kind != corpus.KindSurname && t.dict.entries[al.entry].typ == corpus.Person {
				return al.entry
			}
		}
		return none
	}
	if len(words) == 1 {
		if a := t.dict.walk(words); a != none && titled {
			return t.bearer(a, words, true)
		}
		return none
	}
	if e := full(words); e != none {
		return e
	}
	short := make([]word, 0, len(words))
	for i, w := range words {
		if i > 0 && (w.shape == shapeSingle || w.class&classSuffix != 0 && i == len(words)-1) {
			continue
		}
		short = append(short, w)
	}
	if len(short) < len(words) && len(short) > 1 {
		return full(short)
	}
	return none
}

// surnameOf returns the word where the surname of a full name begins: the last, or the first particle before it.
func (t *task) surnameOf(from, to int) int {
	last := to - 1
	if last > from && t.words[last].class&classSuffix != 0 {
		last--
	}
	for j := from + 1; j < last; j++ {
		if t.words[j].class&classParticle != 0 && t.words[j].shape == shapeLower {
			return j
		}
	}
	return last
}
