package index

import (
	"encoding/binary"
	"sort"

	"dateline/corpus"
)

// Statements stand in three sections.
//
//	stmt  a store (store.go), whose record of a document is: uvarint number of statements, then for each
//	        zigzag gap of the start of its words to that of the one before, uvarint length
//	        kind<<4 | form 1
//	        zigzag gap of the verb to the start of the words, uvarint length of the verb
//	        speaker and via, as parties; uvarint number of parties that it is said to, and these
//	      a party is: 0 where there is none; otherwise uvarint 1 + number of its actor in acts of the document + 1, or 1 where it is none,
//	        zigzag gap of its words to the start of the statement's, uvarint length
//	spkr  the actors that made statements: packed arrays of their numbers, ascending, of documents, statements, places in spkp and its end
//	spkp  posting lists of speakers, like those of terms: in which documents, how many statements

// Statement is one place where a document tells what somebody said: bytes Start to End of its text are the words.
type Statement struct {
	Start, End         int
	Speaker, Via       Party
	To                 []Party
	VerbStart, VerbEnd int
	Kind               corpus.StatementKind
	Form               corpus.SpeechForm
}

// Party is a side of a statement: bytes Start to End of the text name it, and IsActor says whether Actor is who they mean. A party that is not
// there is the zero value.
type Party struct {
	Start, End int
	IsActor    bool
	Actor      ActorID
}

// packedParty is a party as a record has it. Actor numbers one of the document's actors, or, while an index is built, one of a list.
type packedParty struct {
	words, known bool
	gap, length  int
	actor        int
}

type packedStatement struct {
	gap, length         int
	kind, form          byte
	verbGap, verbLength int
	speaker, via        packedParty
	to                  []packedParty
}

// parties returns all sides.
func (s *packedStatement) parties() []*packedParty {
	list := []*packedParty{&s.speaker, &s.via}
	for i := range s.to {
		list = append(list, &s.to[i])
	}
	return list
}

func (s *packedStatement) append(out []byte) []byte {
	out = appendZigzag(out, s.gap)
	out = binary.AppendUvarint(out, uint64(s.length))
	out = append(out, s.kind<<4|s.form)
	out = appendZigzag(out, s.verbGap)
	out = binary.AppendUvarint(out, uint64(s.verbLength))
	out = s.via.append(s.speaker.append(out))
	out = binary.AppendUvarint(out, uint64(len(s.to)))
	for i := range s.to {
		out = s.to[i].append(out)
	}
	return out
}

func (p *packedParty) append(out []byte) []byte {
	switch {
	case !p.words:
		return append(out, 0)
	case p.known:
		out = binary.AppendUvarint(out, uint64(p.actor)+2)
	default:
		out = append(out, 1)
	}
	out = appendZigzag(out, p.gap)
	return binary.AppendUvarint(out, uint64(p.length))
}

func (r *reader) statement() packedStatement {
	s := packedStatement{gap: r.zigzag(), length: r.int()}
	what := r.byte()
	s.kind, s.form = what>>4, what&15
	s.verbGap, s.verbLength = r.zigzag(), r.int()
	s.speaker, s.via = r.party(), r.party()
	for range r.count() {
		s.to = append(s.to, r.party())
		if r.err != nil {
			break
		}
	}
	return s
}

func (r *reader) party() packedParty {
	n := r.int()
	if n == 0 {
		return packedParty{}
	}
	return packedParty{words: true, known: n > 1, actor: max(n-2, 0), gap: r.zigzag(), length: r.int()}
}

// Statements returns the statements in document d, in the order of their words.
func (x *Index) Statements(d corpus.DocID) ([]Statement, error) {
	if x.file.sections[secStmt].n == 0 { // a file of version 1
		return nil, nil
	}
	data, err := x.record(storeStatements, d)
	if err != nil {
		return nil, err
	}
	own, err := x.ActorsOf(d, nil)
	if err != nil {
		return nil, err
	}
	r := reader{data: data}
	n := r.count()
	list := make([]Statement, 0, min(n, len(data)))
	start := 0
	bad := false
	party := func(p packedParty) Party {
		out := Party{Start: start + p.gap, End: start + p.gap + p.length, IsActor: p.known}
		switch {
		case !p.words:
			return Party{}
		case out.Start < 0 || p.known && p.actor >= len(own):
			bad = true
		case p.known:
			out.Actor = own[p.actor]
		}
		return out
	}
	for range n {
		p := r.statement()
		start += p.gap
		s := Statement{Start: start, End: start + p.length, VerbStart: start + p.verbGap, VerbEnd: start + p.verbGap + p.verbLength}
		s.Kind, s.Form = corpus.StatementKind(p.kind), corpus.SpeechForm(p.form)
		s.Speaker, s.Via = party(p.speaker), party(p.via)
		for _, to := range p.to {
			s.To = append(s.To, party(to))
		}
		if r.err != nil || bad || start < 0 || s.VerbStart < 0 || s.Kind >= corpus.NumStatementKinds || s.Form >= corpus.NumSpeechForms {
			return nil, errDamaged
		}
		list = append(list, s)
	}
	return list, r.err
}

// Speaker is an actor that makes statements.
type Speaker struct {
	Actor            ActorID
	Docs, Statements int
}

func (x *Index) openSpeakers() error {
	if x.opened[secSpkr] || x.file.sections[secSpkr].n == 0 {
		return nil
	}
	return x.once(secSpkr, func(r *reader) {
		for c := range x.speakers {
			x.speakers[c] = r.packed()
			if want := x.speakers[0].n + c/3; x.speakers[c].n != want {
				r.fail()
			}
		}
	})
}

// Speakers returns the actors that made statements, those in most documents of the corpus first.
func (x *Index) Speakers() ([]Speaker, error) {
	if err := x.openSpeakers(); err != nil {
		return nil, err
	}
	list := make([]Speaker, x.speakers[0].n)
	for i := range list {
		list[i] = Speaker{ActorID(x.speakers[0].at(i)), int(x.speakers[1].at(i)), int(x.speakers[2].at(i))}
		if int(list[i].Actor) >= x.meta.Actors {
			return nil, errDamaged
		}
	}
	return list, nil
}

// SpeakerPostings opens the list of the documents with statements of actor a: frequencies count statements. It is nil where there is none.
func (x *Index) SpeakerPostings(a ActorID) (*Postings, error) {
	if err := x.openSpeakers(); err != nil {
		return nil, err
	}
	c := &x.speakers
	i := sort.Search(c[0].n, func(i int) bool { return c[0].at(i) >= uint64(a) })
	if i == c[0].n || c[0].at(i) != uint64(a) {
		return nil, nil
	}
	data, err := x.file.read(secSpkp, int(c[3].at(i)), int(c[3].at(i+1))-int(c[3].at(i)))
	if err != nil {
		return nil, err
	}
	docs := int(c[1].at(i))
	if docs > x.meta.Docs {
		return nil, errDamaged
	}
	return openPostings(data, docs, int(c[2].at(i)), 1, extent{})
}
