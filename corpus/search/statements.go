package search

import (
	"cmp"
	"slices"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/text"
)

// StatementRequest asks for statements.
type StatementRequest struct {
	// Request says in which documents; of it Offset and Limit count statements, Sort may be Newest, which is the default, or Oldest.
	Request
	// Speakers, To and About are actors of whom one must have said it, one must be whom it was said to, one be mentioned in the words. Empty
	// is anybody.
	Speakers, To, About []index.ActorID
	// Topic are words that must all stand in the words said, in any form.
	Topic string
	// Kinds are what the statement must do one of; empty is anything. Quoted wants words in quotation marks.
	Kinds  []corpus.StatementKind
	Quoted bool
}

// StatementHit is a statement found.
type StatementHit struct {
	Doc corpus.DocID
	index.Statement
	// Words and Verb are as the text has them; SpeakerWords name the speaker there.
	Words, Verb, SpeakerWords string
	// About are the actors mentioned in the words, but for the speaker, in the order of the text.
	About []index.ActorID
}

// StatementResult is the answer to a StatementRequest.
type StatementResult struct {
	Total int
	Docs  int // documents that they are in
	Hits  []StatementHit
	// Speakers are the actors who made them, those with most statements first; Docs counts statements. Statements of nobody known are not in it.
	Speakers []Facet
}

// Statements answers r. The error is that of a damaged index.
func (e *Engine) Statements(r StatementRequest) (*StatementResult, error) {
	docs, err := e.matching(r.Request)
	if err != nil {
		return nil, err
	}
	if len(r.Speakers) > 0 {
		said, err := e.saidBy(r.Speakers)
		if err != nil {
			return nil, err
		}
		docs = slices.DeleteFunc(docs, func(d corpus.DocID) bool {
			_, found := slices.BinarySearch(said, uint32(d))
			return !found
		})
	}
	if r.Sort != Oldest {
		slices.Reverse(docs)
	}
	result := &StatementResult{}
	counts := map[index.ActorID]int{}
	for _, d := range docs {
		n, err := e.statementsOf(d, &r, result, counts)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			result.Docs++
		}
	}
	for a, n := range counts {
		result.Speakers = append(result.Speakers, Facet{Actor: a, Docs: n})
	}
	slices.SortFunc(result.Speakers, func(a, b Facet) int { return cmp.Or(b.Docs-a.Docs, int(a.Actor)-int(b.Actor)) })
	for i := range result.Speakers {
		actor, err := e.x.Actor(result.Speakers[i].Actor)
		if err != nil {
			return nil, err
		}
		result.Speakers[i].Name = actor.Name
	}
	return result, nil
}

// statementsOf adds the statements of document d that r asks for, and returns their number.
func (e *Engine) statementsOf(d corpus.DocID, r *StatementRequest, result *StatementResult, counts map[index.ActorID]int) (int, error) {
	list, err := e.x.Statements(d)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	var mentions []index.Mention // read where they are needed
	if len(r.About) > 0 {
		if mentions, err = e.x.Mentions(d); err != nil {
			return 0, err
		}
	}
	n := 0
	for _, s := range list {
		if !r.wants(&s) {
			continue
		}
		if len(r.About) > 0 && !slices.ContainsFunc(about(&s, mentions), func(a index.ActorID) bool { return slices.Contains(r.About, a) }) {
			continue
		}
		if r.Topic != "" {
			if ok, err := e.onTopic(d, &s, r.Topic); err != nil || !ok {
				if err != nil {
					return n, err
				}
				continue
			}
		}
		n++
		if s.Speaker.IsActor {
			counts[s.Speaker.Actor]++
		}
		if result.Total++; result.Total <= max(r.Offset, 0) || len(result.Hits) >= r.Limit {
			continue
		}
		hit, err := e.statementHit(d, s)
		if err != nil {
			return n, err
		}
		result.Hits = append(result.Hits, hit)
	}
	return n, nil
}

// wants reports whether s is by and to whom r asks for, and of its kinds.
func (r *StatementRequest) wants(s *index.Statement) bool {
	is := func(p index.Party, of []index.ActorID) bool { return p.IsActor && slices.Contains(of, p.Actor) }
	switch {
	case len(r.Speakers) > 0 && !is(s.Speaker, r.Speakers):
	case len(r.To) > 0 && !slices.ContainsFunc(s.To, func(p index.Party) bool { return is(p, r.To) }):
	case len(r.Kinds) > 0 && !slices.Contains(r.Kinds, s.Kind):
	case r.Quoted && s.Form == corpus.Indirect:
	default:
		return true
	}
	return false
}

// about returns the actors mentioned in the words of s but for its speaker.
func about(s *index.Statement, mentions []index.Mention) (list []index.ActorID) {
	for _, m := range mentions {
		if m.End > m.Start && m.Start >= s.Start && m.End <= s.End && !(s.Speaker.IsActor && m.Actor == s.Speaker.Actor) && !slices.Contains(list, m.Actor) {
			list = append(list, m.Actor)
		}
	}
	return list
}

// onTopic reports whether all words of topic stand in the words of s, each in any form of the document's language.
func (e *Engine) onTopic(d corpus.DocID, s *index.Statement, topic string) (bool, error) {
	words, err := e.slice(d, s.Start, s.End)
	if err != nil {
		return false, err
	}
	lang, err := e.x.Lang(d)
	if err != nil {
		return false, err
	}
	terms := map[string]bool{}
	for token := range text.Words(words) {
		terms[text.Term(token.Of(words), lang)] = true
	}
	for token := range text.Words(topic) {
		if !terms[text.Term(token.Of(topic), lang)] {
			return false, nil
		}
	}
	return true, nil
}

// slice returns bytes start to end of the text of d.
func (e *Engine) slice(d corpus.DocID, start, end int) (string, error) {
	body, err := e.x.Text(d)
	if err != nil || start < 0 || end < start || end > len(body) {
		return "", err
	}
	return body[start:end], nil
}

// statementHit puts the words of s to it.
func (e *Engine) statementHit(d corpus.DocID, s index.Statement) (hit StatementHit, err error) {
	hit = StatementHit{Doc: d, Statement: s}
	for _, part := range []struct {
		to         *string
		start, end int
	}{{&hit.Words, s.Start, s.End}, {&hit.Verb, s.VerbStart, s.VerbEnd}, {&hit.SpeakerWords, s.Speaker.Start, s.Speaker.End}} {
		if *part.to, err = e.slice(d, part.start, part.end); err != nil {
			return hit, err
		}
	}
	mentions, err := e.x.Mentions(d)
	hit.About = about(&s, mentions)
	return hit, err
}
