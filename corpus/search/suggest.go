package search

import (
	"slices"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// Suggestions are what a reader who has typed the beginning of a word may mean, the most frequent first.
type Suggestions struct {
	Words  []WordSuggestion
	Actors []ActorSuggestion
}

// WordSuggestion is a word of the corpus in its most frequent form, without capitals and accents, with the number of documents that
// any form of it is in.
type WordSuggestion struct {
	Word string
	Docs int
}

// ActorSuggestion is an actor whose name, or an alias of it, begins so.
type ActorSuggestion struct {
	Actor index.ActorID
	Name  string
	Type  corpus.ActorType
	Docs  int
}

// Suggest returns at most n words and n actors that begin with prefix, case and accents aside, the ones in most documents first. Function words
// are not suggested. An empty prefix suggests nothing. It is meant to be called at each key: over the 58,000 words of Reuters-21578 a
// letter takes half a millisecond natively, three letters a tenth.
func (e *Engine) Suggest(prefix string, n int) (Suggestions, error) {
	var s Suggestions
	prefix = text.Form(prefix)
	if prefix == "" || n <= 0 {
		return s, nil
	}
	var err error
	if s.Words, err = e.suggestWords(prefix, n); err != nil {
		return s, err
	}
	ids, err := e.x.ActorsNamed(prefix, n)
	if err != nil {
		return s, err
	}
	for _, id := range ids {
		actor, err := e.x.Actor(id)
		if err != nil {
			return s, err
		}
		s.Actors = append(s.Actors, ActorSuggestion{id, actor.Name, actor.Type, actor.Docs})
	}
	return s, nil
}

func (e *Engine) suggestWords(prefix string, n int) ([]WordSuggestion, error) {
	type candidate struct {
		form        string
		term, count int
	}
	// Forms tell how often they stand, terms in how many documents: the most frequent forms alone are looked up.
	candidates := make([]candidate, 0, 8*n)
	least := 0
	prune := func() {
		inOrder(candidates, func(c *candidate) uint32 { return ^uint32(c.count) })
		if candidates = candidates[:min(len(candidates), 4*n)]; len(candidates) == 4*n {
			least = candidates[4*n-1].count
		}
	}
	err := e.x.WalkForms(prefix, func(key []byte, _ int, f index.Form) int {
		if f.Count > least {
			if candidates = append(candidates, candidate{string(key), f.Term, f.Count}); len(candidates) == 8*n {
				prune()
			}
		}
		return 0
	})
	if err != nil {
		return nil, err
	}
	prune()
	seen := map[int]bool{}
	var words []WordSuggestion
	for _, c := range candidates { // the most frequent form of a term comes first
		if seen[c.term] || e.functionForm(c.form) {
			continue
		}
		seen[c.term] = true
		t, err := e.x.TermByID(c.term)
		if err != nil {
			return nil, err
		}
		words = append(words, WordSuggestion{c.form, t.Docs})
	}
	inOrder(words, func(w *WordSuggestion) uint32 { return ^uint32(w.Docs) })
	return words[:min(len(words), n)], nil
}

// Correction is a word of a query that stands nowhere in the corpus, and one that does and that it may have been meant for.
type Correction struct {
	// Span are the bytes of the query as it was typed, Word what stands there.
	query.Span
	Word string
	// Instead is to be written there; Docs is the number of documents that it is in.
	Instead string
	Docs    int
}

// The lengths in letters from which on a word is taken for another with one letter different, and with two.
const (
	oneAmiss = 3
	twoAmiss = 6
)

// DidYouMean returns, for the words of q that are in no document, words that are, at most two letters away: the nearest, of these the most
// frequent, one with the same first letter weighing tenfold. Words that are found, phrases as such and filters are left alone. It is empty
// where nothing is to be corrected. Correct puts it into what was typed. It takes a millisecond or two a word that is not found.
func (e *Engine) DidYouMean(q query.Node) ([]Correction, error) {
	var all []Correction
	for _, word := range wordsOf(q, nil) {
		for token := range text.Words(word.Text) {
			typed := token.Of(word.Text)
			instead, err := e.corrected(typed)
			if err != nil {
				return nil, err
			}
			if instead == (WordSuggestion{}) {
				continue
			}
			all = append(all, Correction{
				word.Span, word.Text, word.Text[:token.Start] + instead.Word + word.Text[token.End:], instead.Docs,
			})
			break // one at a time, as the spans would not hold for more
		}
	}
	return all, nil
}

// Correct returns the query as it was typed with the corrections made.
func Correct(typed string, corrections []Correction) string {
	for _, c := range slices.Backward(corrections) {
		if c.Pos >= 0 && c.Pos <= c.End && c.End <= len(typed) {
			typed = typed[:c.Pos] + c.Instead + typed[c.End:]
		}
	}
	return typed
}

// wordsOf returns the words of q that are not excluded, in the order of the query.
func wordsOf(n query.Node, out []*query.Word) []*query.Word {
	var kids []query.Node
	switch n := n.(type) {
	case *query.Word:
		return append(out, n)
	case *query.And:
		kids = n.Kids
	case *query.Or:
		kids = n.Kids
	case *query.Phrase:
		kids = n.Kids
	case *query.Near:
		kids = []query.Node{n.A, n.B}
	case *query.Field:
		kids = []query.Node{n.Kid}
	}
	for _, kid := range kids {
		out = wordsOf(kid, out)
	}
	return out
}

// corrected returns the word that typed, which is nowhere, may have been meant for; nothing if it is somewhere, or if there is none.
func (e *Engine) corrected(typed string) (best WordSuggestion, err error) {
	form := text.Form(typed)
	letters := utf8.RuneCountInString(form)
	if letters < oneAmiss {
		return best, nil
	}
	c := compiler{e: e, plan: &plan{}}
	r := &row{e: e}
	if err := c.word(r, typed); err != nil || r.cost() > 0 {
		return best, err
	}
	for distance := 1; distance <= 2 && best.Word == "" && (distance == 1 || letters >= twoAmiss); distance++ {
		match := fuzzy(form, distance)
		term, weight := 0, 0
		err := e.x.WalkForms("", func(key []byte, shared int, f index.Form) int {
			fits, dead := match.read(key, shared)
			if fits {
				w := f.Count
				if key[0] == form[0] {
					w *= 10
				}
				if w > weight {
					best.Word, term, weight = string(key), f.Term, w
				}
			}
			return dead
		})
		if err != nil {
			return WordSuggestion{}, err
		}
		if best.Word != "" {
			t, err := e.x.TermByID(term)
			if err != nil {
				return WordSuggestion{}, err
			}
			best.Docs = t.Docs
		}
	}
	return best, nil
}

// functionForm reports whether a form is a function word in a language that a good part of the corpus is in.
func (e *Engine) functionForm(form string) bool {
	return slices.ContainsFunc(e.x.Meta().Languages, func(l index.Language) bool {
		return l.Docs*20 >= e.x.Docs() && text.Stop(form, l.Code)
	})
}
