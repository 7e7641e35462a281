package search

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
)

// TestAssociate checks tables that can be reckoned by hand.
func TestAssociate(t *testing.T) {
	for _, test := range []struct {
		both, a, b, n int
		lift, g2      float64
	}{
		{0, 0, 5, 10, 0, 0},
		{25, 50, 50, 100, 1, 0},                                // independent
		{50, 50, 50, 100, 2, 200 * math.Ln2},                   // one and the same: n·2·H(1/2)
		{0, 50, 50, 100, 0, -200 * math.Ln2},                   // never together
		{10, 10, 10, 10, 1, 0},                                 // both everywhere
		{1, 1, 1, 4, 4, 2 * (math.Log(4) + 3*math.Log(4.0/3))}, // 2·Σ O ln(O/E)
	} {
		got := Associate(test.both, test.a, test.b, test.n)
		if math.Abs(got.Lift-test.lift) > 1e-9 || math.Abs(got.G2-test.g2) > 1e-9 {
			t.Errorf("%v: got %v", test, got)
		}
	}
}

// TestProfileAgainstReference counts by going through all documents for each pair.
func TestProfileAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	for _, size := range []int{1, 12, 90, 400} {
		r := randomCorpus(rng, size)
		e := r.engine(t)
		for range 60 {
			typed := randomQuery(rng, 2)
			q, problem := query.Parse(typed, query.AllTerms)
			if problem != nil {
				t.Fatal(problem)
			}
			ids := actorIDs(t, e)
			if len(ids) == 0 {
				continue
			}
			req := ProfileRequest{Request: Request{Query: q}, Actor: ids[rng.IntN(len(ids))], Ties: 2 + rng.IntN(4), Order: TieOrder(rng.IntN(2))}
			if rng.IntN(2) == 0 {
				req.From, _ = corpus.NewDate(2020, 1+rng.IntN(12), 0)
			}
			if rng.IntN(2) == 0 {
				req.With = []index.ActorID{ids[rng.IntN(len(ids))]}
			}
			if rng.IntN(3) == 0 {
				req.Without = []index.ActorID{ids[rng.IntN(len(ids))]}
			}
			var periods []int
			start, _ := corpus.NewDate(2020, 1, 1)
			for i := range 9 {
				periods = append(periods, start.Days()+90*i)
			}
			req.Periods = func(first, last corpus.Date) []int {
				if first == 0 || first > last {
					t.Errorf("periods from %v to %v", first, last)
				}
				return periods
			}
			p, err := e.Profile(req)
			if err != nil {
				t.Fatal(err)
			}
			checkProfile(t, r, e, req, p, periods, typed)
			checkNetwork(t, r, e, req.Request, ids)
			if t.Failed() {
				return
			}
		}
	}
}

func actorIDs(t *testing.T, e *Engine) (ids []index.ActorID) {
	t.Helper()
	for a := range e.x.Meta().Actors {
		ids = append(ids, index.ActorID(a))
	}
	return ids
}

// has reports whether document i mentions an actor.
func (r *reference) has(t *testing.T, e *Engine, i int, id index.ActorID) bool {
	actor, err := e.x.Actor(id)
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(r.entries[i].Mentions, func(m corpus.Mention) bool { return m.Name == actor.Name && m.Type == actor.Type })
}

// scope returns the documents that match a request but for what it says of one actor.
func (r *reference) scope(t *testing.T, e *Engine, q Request, but *index.ActorID) (docs []int) {
	for i, entry := range r.entries {
		ok, _ := r.matches(q.Query, i)
		d := entry.Document.Date
		ok = ok && (q.From == 0 || d != 0 && d.Last() >= q.From.First())
		for _, a := range q.With {
			ok = ok && (but != nil && a == *but || r.has(t, e, i, a))
		}
		for _, a := range q.Without {
			ok = ok && (but != nil && a == *but || !r.has(t, e, i, a))
		}
		if ok {
			docs = append(docs, i)
		}
	}
	return docs
}

func checkProfile(t *testing.T, r *reference, e *Engine, req ProfileRequest, p *Profile, periods []int, typed string) {
	t.Helper()
	scope := r.scope(t, e, req.Request, &req.Actor)
	want := Profile{Scope: len(scope)}
	ties := map[index.ActorID]*Tie{}
	for _, i := range scope {
		date := r.entries[i].Document.Date
		mine := r.has(t, e, i, req.Actor)
		if mine {
			want.Docs++
			if date == 0 {
				want.Undated++
			} else {
				if want.First == 0 {
					want.First = date
				}
				want.Last = date
			}
			for _, m := range r.entries[i].Mentions {
				if actor, _ := e.x.Actor(req.Actor); m.Name == actor.Name && m.Type == actor.Type {
					want.Mentions++
				}
			}
		}
		for _, other := range actorIDs(t, e) {
			if other == req.Actor || !r.has(t, e, i, other) {
				continue
			}
			if ties[other] == nil {
				ties[other] = &Tie{Facet: Facet{Actor: other}, Bins: make([]int, len(periods)-1)}
			}
			ties[other].Own++
			if !mine {
				continue
			}
			ties[other].Docs++
			for b := range ties[other].Bins {
				if date != 0 && date.Days() >= periods[b] && date.Days() < periods[b+1] {
					ties[other].Bins[b]++
				}
			}
		}
	}
	for id, tie := range ties {
		if tie.Docs == 0 {
			delete(ties, id)
		}
	}
	want.Others = len(ties)
	if p.Scope != want.Scope || p.Docs != want.Docs || p.Undated != want.Undated || p.Mentions != want.Mentions ||
		p.First != want.First || p.Last != want.Last || p.Others != want.Others {
		t.Errorf("%s: got %+v, want %+v", typed, p, want)
	}
	days := 0
	for _, d := range p.Days {
		days += d.Docs
	}
	if days+p.Undated != p.Docs {
		t.Errorf("%d documents by day, %d undated of %d", days, p.Undated, p.Docs)
	}
	if len(p.Ties) != min(req.Ties, len(ties)) {
		t.Errorf("%d ties of %d, asked for %d", len(p.Ties), len(ties), req.Ties)
	}
	for i, got := range p.Ties {
		one := ties[got.Actor]
		if one == nil || got.Docs != one.Docs || got.Own != one.Own || p.First != 0 && !slices.Equal(got.Bins, one.Bins) ||
			got.Association != Associate(one.Docs, want.Docs, one.Own, want.Scope) {
			t.Errorf("%s: tie %+v, want %+v", typed, got, one)
		}
		if i > 0 {
			before := p.Ties[i-1]
			if req.Order == ByShared && before.Docs < got.Docs || req.Order == ByStrength && before.G2 < got.G2 {
				t.Errorf("%+v stands before %+v", before, got)
			}
		}
	}
}

func checkNetwork(t *testing.T, r *reference, e *Engine, req Request, ids []index.ActorID) {
	t.Helper()
	w, err := e.Network(req, ids)
	if err != nil {
		t.Fatal(err)
	}
	scope := r.scope(t, e, req, nil)
	links := map[[2]int]int{}
	for _, l := range w.Links {
		links[[2]int{l.From, l.To}] = l.Docs
	}
	if w.Scope != len(scope) {
		t.Errorf("scope %d, want %d", w.Scope, len(scope))
	}
	for i, a := range ids {
		alone := 0
		for j, b := range ids {
			both := 0
			for _, d := range scope {
				if r.has(t, e, d, a) && r.has(t, e, d, b) {
					both++
				}
			}
			switch {
			case i == j:
				alone = both
			case i < j && links[[2]int{i, j}] != both:
				t.Errorf("%d and %d share %d documents, want %d", a, b, links[[2]int{i, j}], both)
			}
		}
		if w.Nodes[i].Docs != alone {
			t.Errorf("node %d has %d documents, want %d", i, w.Nodes[i].Docs, alone)
		}
	}
}

func BenchmarkProfile(b *testing.B) {
	for _, name := range []string{"usa", "opec"} {
		b.Run(name, func(b *testing.B) {
			e := newsEngine(b)
			found, err := e.Actors(name)
			if err != nil || len(found) == 0 {
				b.Skip("the large collection is not here")
			}
			first, _ := corpus.NewDate(1987, 1, 1)
			r := ProfileRequest{Actor: found[0], Ties: 30}
			r.Periods = func(corpus.Date, corpus.Date) (periods []int) {
				for i := range 12 {
					periods = append(periods, first.Days()+30*i)
				}
				return periods
			}
			b.ResetTimer()
			for b.Loop() {
				if _, err := e.Profile(r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNetwork(b *testing.B) {
	e := newsEngine(b)
	var ids []index.ActorID
	for i := range 16 {
		ids = append(ids, index.ActorID(i))
	}
	ids = ids[:min(len(ids), e.x.Meta().Actors)]
	for b.Loop() {
		if _, err := e.Network(Request{}, ids); err != nil {
			b.Fatal(err)
		}
	}
}
