package statement

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// pronoun reads the subject "he", "she", "they", "it" or "who" at token j. Where it means nobody for sure, the party is the word alone.
func (t *task) pronoun(j, from int) (subject, bool) {
	p := corpus.Party{Start: t.tokens[j].start, End: t.tokens[j].end}
	sub := subject{parties: []corpus.Party{p}, from: j, pronoun: true}
	if t.is(j, "who") {
		end := j - 1
		if end < from {
			return sub, false
		}
		who, ok := t.phrase(end, from, none)
		if !ok {
			return sub, false
		}
		if n := t.tokens[end].mention; n != none && t.mentions[n].Type == corpus.Person {
			who.parties = []corpus.Party{partyOf(&t.mentions[n])}
		}
		return who, true
	}
	if q := t.tokens[j].quote; q != none {
		return sub, false
	}
	if t.inSentence != t.tokens[j].sentence {
		t.inSentence, t.pronouns = t.tokens[j].sentence, 0
	}
	if t.pronouns++; !t.resolving && t.pronouns <= mostPronouns {
		t.resolving = true
		if meant, ok := t.meant(j, from); ok {
			sub.parties = []corpus.Party{meant}
		}
		t.resolving = false
	}
	return sub, true
}

// maxParagraph is how many sentences back a paragraph is looked for.
const maxParagraph = 30

// mostPronouns is how often pronouns of one sentence are worked out: what has more is no sentence.
const mostPronouns = 24

// backward is how many statements and mentions back a pronoun may reach.
const backward = 12

// meant resolves the pronoun at token j: to whom its sentence is about before it, else to who spoke last in this paragraph or the one before, else to
// whom the sentence before is about, else to the only person that it and this one name. Who is known to be of the other sex is passed over.
func (t *task) meant(j, from int) (corpus.Party, bool) {
	fits := func(p corpus.Party) bool {
		switch {
		case t.is(j, "he"):
			return p.Type == corpus.Person && p.Name != "" && !t.sexOf(p).has(female)
		case t.is(j, "she"):
			return p.Type == corpus.Person && p.Name != "" && !t.sexOf(p).has(male)
		case t.is(j, "it"):
			return p.Name != "" && (p.Type == corpus.Organisation || p.Type == corpus.Country)
		}
		return p.Name == "" && p.End > p.Start && t.pluralWords(p)
	}
	n := int(t.tokens[j].sentence)
	if sub, ok := t.actorBefore(j, from); ok && !sub.pronoun && fits(sub.parties[0]) && t.tokens[j].gap&gapQuoteClose == 0 {
		return sub.parties[0], true
	}
	paragraph := t.paragraphs(n, 1)
	best, last := -1, -1
	for i := len(t.found) - 1; i >= max(0, len(t.found)-backward); i-- {
		f := &t.found[i]
		if f.sentence < paragraph || f.VerbStart >= t.tokens[j].start || f.verb == none && f.VerbStart == 0 {
			continue
		}
		if f.VerbStart > last && (fits(f.Speaker) || t.is(j, "it") && f.sentence == n-1 && f.Speaker.Name == "" && !t.pluralWords(f.Speaker) || !t.is(j, "it", "they") && t.unlisted(f.Speaker)) {
			best, last = i, f.VerbStart
		}
	}
	lastSentence := -1
	if best >= 0 {
		lastSentence = t.found[best].sentence
	}
	for k := n - 1; k >= max(paragraph, n-2) && k > lastSentence; k-- { // whom a sentence between is about
		s := &t.sentences[k]
		if about, ok := t.actorBefore(s.to, s.from); ok && fits(about.parties[0]) && !about.pronoun {
			if first, ok := t.firstSubject(s); ok && fits(first) {
				return first, true
			}
			return about.parties[0], true
		}
	}
	if best >= 0 {
		if own := t.paragraphs(n, 0); t.found[best].sentence < own && !t.is(j, "they") { // another may have come in since
			switch other, ok := t.onlyOne(own, j, fits); {
			case ok:
				return other, true
			case other.Name != "":
				return corpus.Party{}, false
			}
		}
		return t.found[best].Speaker, true
	}
	return t.onlyOne(max(n-1, paragraph), j, fits)
}

// unlisted reports whether the words of a party look like a name that nobody knows: "Kidston".
func (t *task) unlisted(p corpus.Party) bool {
	if p.Name != "" || p.End <= p.Start || t.text[p.Start] < 'A' || t.text[p.Start] > 'Z' {
		return false
	}
	words := strings.Fields(t.text[p.Start:p.End])
	for _, w := range words {
		if class := english().words[strings.ToLower(w)].class; w[0] < 'A' || w[0] > 'Z' || class&^(male|female) != 0 {
			return false
		}
	}
	return len(words) <= 3
}

// firstSubject returns the first actor of s that a finite verb follows.
func (t *task) firstSubject(s *sentence) (corpus.Party, bool) {
	for i := s.from; i < s.to-1; i++ {
		if n := t.tokens[i].mention; n != none && t.tokens[i+1].mention != n && t.finiteVerb(i+1) && t.tokens[i+1].gap == gapSpace {
			start := t.nounPhrase(i, s.from)
			if p, ok := speaker(&t.mentions[n]); ok && !(start > s.from && t.tokens[start-1].has(preposition)) {
				return p, true
			}
		}
	}
	return corpus.Party{}, false
}

// onlyOne returns the party that fits, if the sentences from n up to token j name no other that does; ok is false where there are several, or none.
func (t *task) onlyOne(n, j int, fits func(corpus.Party) bool) (_ corpus.Party, ok bool) {
	var only corpus.Party
	for i := t.sentences[n].from; i < j; i++ {
		if t.tokens[i].mention == none {
			continue
		}
		p, ok := speaker(&t.mentions[t.tokens[i].mention])
		if !ok || !fits(p) || only.Name == p.Name {
			continue
		}
		if only.Name != "" {
			return only, false
		}
		only = p
	}
	return only, only.Name != ""
}

// paragraphs returns the first sentence of the paragraph that lies back paragraphs before that of sentence n, or one not too far before it.
func (t *task) paragraphs(n, back int) int {
	for least := max(0, n-maxParagraph); n > least; {
		if t.sentences[n].broken {
			if back == 0 {
				break
			}
			back--
		}
		n--
	}
	return n
}

// sexOf tells from the words before and in a name whether its bearer is a man or a woman; it may be neither.
func (t *task) sexOf(p corpus.Party) word {
	given, _, several := strings.Cut(p.Name, " ")
	v := english()
	if several {
		var key [maxKey]byte
		if len(given) <= maxKey {
			if k, ok := text.Lowered(key[:0], given); ok {
				if w := v.words[string(k)]; w.has(male) != w.has(female) {
					return w
				}
			}
		}
	}
	if p.End > p.Start { // "Mr. Smith", "spokeswoman Smith"
		before := strings.TrimRight(t.text[max(0, p.Start-40):p.Start], " .")
		i := strings.LastIndexAny(before, " \n.,(\"“")
		return v.words[strings.ToLower(before[i+1:])]
	}
	return word{}
}

// pluralWords reports whether the words of a party without a name mean several.
func (t *task) pluralWords(p corpus.Party) bool {
	words := t.text[p.Start:p.End]
	return strings.HasSuffix(words, "s") || strings.HasSuffix(words, "people") || strings.HasSuffix(words, "police") || strings.HasSuffix(words, "authorities")
}

// learnRoles notes which person of s a role noun stands right before, or behind with a comma: "spokeswoman Jen Psaki", "Dmitry Peskov, the spokesman".
func (t *task) learnRoles(s *sentence) {
	if t.roles == nil {
		t.roles = map[string]int32{}
	}
	for i := s.from; i < s.to; i++ {
		w := &t.tokens[i]
		if !w.has(role) || w.has(many) || w.mention != none {
			continue
		}
		n := int32(none)
		if next := t.at(i + 1); i+1 < s.to && next.gap&^(gapSpace|gapComma) == 0 && next.mention != none && t.mentions[next.mention].Type == corpus.Person {
			n = next.mention
		} else if start := t.nounPhrase(i, s.from); start > s.from && t.tokens[start].gap&gapComma != 0 && t.tokens[start-1].mention != none && t.mentions[t.tokens[start-1].mention].Type == corpus.Person {
			n = t.tokens[start-1].mention
		}
		if n == none {
			continue
		}
		key := strings.ToLower(t.of(i))
		if old, ok := t.roles[key]; ok && (old == none || t.mentions[old].Name != t.mentions[n].Name) {
			n = none // two of them
		}
		t.roles[key] = n
	}
}

// roleBearer returns the person whom the text has tied to the role noun that ends the phrase, where the phrase points back: "the spokeswoman".
func (t *task) roleBearer(from, to int) (corpus.Party, bool) {
	if !t.is(from, "the") || to-from > 3 || t.is(to, "of", "for") {
		return corpus.Party{}, false
	}
	n, ok := t.roles[strings.ToLower(t.of(to-1))]
	if !ok || n == none || t.mentions[n].Start > t.tokens[from].start {
		return corpus.Party{}, false
	}
	for i := from + 1; i < to-1; i++ {
		if t.tokens[i].mention != none || t.tokens[i].upper { // "the German minister" is another
			return corpus.Party{}, false
		}
	}
	p := partyOf(&t.mentions[n])
	p.Start, p.End = t.tokens[from].start, t.tokens[to-1].end
	return p, true
}
