package statement

import (
	"strings"
	"sync"

	"dateline/corpus"
)

// foreign are the vocabularies of the other languages: their verbs of speech, as papers use them beside a quotation.
var foreign = sync.OnceValue(func() map[string]*vocabulary {
	all := map[string]*vocabulary{}
	for lang, verbs := range map[string]string{
		"fr": "dit déclaré déclare affirmé affirme indiqué indique ajouté ajoute expliqué explique estimé estime souligné souligne précisé précise assuré assure annoncé annonce répondu écrit lancé martelé déploré averti",
		"es": "dijo dice afirmó afirma declaró declara aseguró asegura señaló señala explicó explica añadió añade agregó agrega indicó sostuvo anunció advirtió escribió respondió subrayó manifestó expresó",
		"ru": "сказал сказала сказали заявил заявила заявили говорит сообщил сообщила сообщили отметил отметила добавил добавила подчеркнул подчеркнула написал написала считает объяснил объяснила ответил ответила пояснил рассказал рассказала",
		"uk": "сказав сказала заявив заявила каже повідомив повідомила зазначив зазначила додав додала підкреслив підкреслила написав написала наголосив наголосила розповів",
		"sv": "sa sade säger skriver skrev menar tillade berättar förklarade förklarar uppger anser hävdar",
		"no": "sa sier skriver skrev mener fortalte forteller forklarte uttalte opplyste understreker",
		"hu": "mondta mondja közölte jelentette kijelentette hozzátette nyilatkozta írta hangsúlyozta elmondta szerint",
	} {
		v := &vocabulary{words: map[string]word{}}
		for w := range strings.FieldsSeq(verbs) {
			v.words[w] = word{class: verbal, verb: &verb{kind: corpus.Says, frame: clause | inverts, lemma: w}}
		}
		all[lang] = v
	}
	return all
})

// apart is how many words may stand between a quotation, the verb and its speaker in these languages.
const apart = 6

// foreign gives each quotation of some length to the actor next to the verb of speech that stands next to it.
func (t *task) foreign() {
	for n := range t.quotes {
		q := &t.quotes[n]
		if q.first == none || q.last-q.first < leastLeft-1 {
			continue
		}
		for i := q.last; i < min(q.last+apart, len(t.tokens)); i++ { // « … », a déclaré X
			if i > q.last && t.tokens[i].gap&(gapStop|gapBreak) != 0 || t.tokens[q.last].gap&gapBreak != 0 {
				break
			}
			if t.tokens[i].verb != nil && t.give(q, n, i) {
				break
			}
		}
		for i := q.first - 1; i >= max(0, q.first-apart) && !q.claimed; i-- { // X a déclaré : « … »
			if t.tokens[i+1].gap&(gapStop|gapBreak) != 0 {
				break
			}
			if t.tokens[i].verb != nil && t.give(q, n, i) {
				break
			}
		}
	}
}

// give makes quotation q a statement of the actor nearest to the verb at i in its clause.
func (t *task) give(q *quotation, n, i int) bool {
	for d := 1; d <= apart; d++ {
		for _, j := range [2]int{i + d, i - d} {
			if j < 0 || j >= len(t.tokens) || t.tokens[j].mention == none || t.tokens[j].quote != none || t.broken(min(i, j), max(i, j)) {
				continue
			}
			p, ok := speaker(&t.mentions[t.tokens[j].mention])
			if !ok {
				continue
			}
			f := finding{verb: i, sentence: int(t.tokens[i].sentence), quote: n, last: q.last}
			f.Start, f.End, f.Form, f.Kind = q.in, t.trimmed(q.in, q.out), corpus.Direct, corpus.Says
			f.Verb, f.VerbStart, f.VerbEnd = t.of(i), t.tokens[i].start, t.tokens[i].end
			q.claimed = true
			t.add(f, []corpus.Party{p})
			return true
		}
	}
	return false
}

// broken reports whether a sentence or a quotation ends between tokens a and b.
func (t *task) broken(a, b int) bool {
	for i := a + 1; i <= b; i++ {
		if t.tokens[i].gap&(gapStop|gapBreak|gapQuoteOpen|gapQuoteClose) != 0 {
			return true
		}
	}
	return false
}
