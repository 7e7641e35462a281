package search

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// refLine is a line of the reference's concordance.
type refLine struct {
	doc, part, start, end int
}

func (r *reference) leaves(n query.Node) []query.Node {
	switch n := n.(type) {
	case *query.And:
		var all []query.Node
		for _, kid := range n.Kids {
			all = append(all, r.leaves(kid)...)
		}
		return all
	case *query.Or:
		var all []query.Node
		for _, kid := range n.Kids {
			all = append(all, r.leaves(kid)...)
		}
		return all
	case *query.All, *query.Not, *query.Actor, *query.DateRange, *query.Value:
		return nil
	}
	return []query.Node{n}
}

// concordance lists the places of q's leaves that lie in no other, document by document.
func (r *reference) concordance(q query.Node) []refLine {
	var lines []refLine
	for i := range r.entries {
		if ok, _ := r.matches(q, i); !ok {
			continue
		}
		for part, words := range r.docs[i] {
			var all [][2]int
			for _, leaf := range r.leaves(q) {
				if f, ok := leaf.(*query.Field); ok {
					if (f.Name == "title") != (part == 0) {
						continue
					}
					leaf = f.Kid
				}
				all = append(all, r.places(leaf, words)...)
			}
			slices.SortFunc(all, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
			all = slices.Compact(all)
			for _, p := range all {
				within := slices.ContainsFunc(all, func(o [2]int) bool { return o != p && o[0] <= p[0] && p[1] <= o[1] })
				if !within {
					lines = append(lines, refLine{i, part, p[0], p[1]})
				}
			}
		}
	}
	return lines
}

// word returns the form at a position of a part, "" outside.
func (r *reference) word(l refLine, at int) string {
	words := r.docs[l.doc][l.part]
	if at < 0 || at >= len(words) {
		return ""
	}
	return words[at].form
}

// collocates counts neighbours by asking of every word of every text which hit is nearest.
func (r *reference) collocates(lines []refLine, window int) map[string][2]int {
	counts := map[string][2]int{}
	for i := range r.entries {
		for part, words := range r.docs[i] {
			for at, word := range words {
				best, side := window+1, -1
				inside := false
				for _, l := range lines {
					if l.doc != i || l.part != part {
						continue
					}
					switch {
					case l.start <= at && at < l.end:
						inside = true
					case at >= l.end && at-l.end+1 <= window && at-l.end+1 <= best: // behind a hit wins where both are equally near
						best, side = at-l.end+1, 1
					case at < l.start && l.start-at < best:
						best, side = l.start-at, 0
					}
				}
				if side >= 0 && !inside {
					n := counts[word.form]
					n[side]++
					counts[word.form] = n
				}
			}
		}
	}
	return counts
}

func (c *Concordance) readAll(t testing.TB) {
	t.Helper()
	for {
		done, err := c.ReadContexts(3)
		if err != nil {
			t.Fatal(err)
		}
		if done {
			return
		}
	}
}

// sortWords are the words that an order looks at.
func (r *reference) sortWords(l refLine, s LineSort) []string {
	var words []string
	switch {
	case s == ByHit:
		var hit []string
		for at := l.start; at < l.end; at++ {
			hit = append(hit, r.word(l, at))
		}
		words = append(words, strings.Join(hit, " "), r.word(l, l.end), r.word(l, l.end+1), r.word(l, l.end+2))
	case s <= ByLeft3:
		for k := int(s - ByLeft1); k < int(s-ByLeft1)+3; k++ {
			words = append(words, r.word(l, l.start-1-k))
		}
	default:
		for k := int(s - ByRight1); k < int(s-ByRight1)+3; k++ {
			words = append(words, r.word(l, l.end+k))
		}
	}
	return words
}

func TestConcordanceAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, docs := range []int{1, 6, 50, 200} {
		r := randomCorpus(rng, docs)
		e := r.engine(t)
		undated := e.x.Meta().Undated
		for range 60 {
			typed := randomQuery(rng, 2)
			q, problem := query.Parse(typed, query.Mode(rng.IntN(2)))
			if problem != nil {
				t.Fatalf("%s: %v", typed, problem)
			}
			want := r.concordance(q)
			c, err := e.Concordance(Request{Query: q})
			if err != nil {
				t.Fatalf("%s: %v", typed, err)
			}
			if c.All() != len(want) || c.Len() != len(want) {
				t.Fatalf("%s: %d lines, the reference has %d", typed, c.All(), len(want))
			}
			forms := 0
			for _, f := range c.Forms {
				forms += f.Lines
			}
			if forms != len(want) {
				t.Errorf("%s: the forms %v have %d lines of %d", typed, c.Forms, forms, len(want))
			}
			c.readAll(t)
			byDate := slices.Clone(want)
			slices.SortStableFunc(byDate, func(a, b refLine) int {
				return cmp.Compare(b2i(a.doc < undated), b2i(b.doc < undated))
			})
			for s := range NumLineSorts {
				if s == ByDocument || s == ByNewest {
					continue
				}
				c.Arrange(Arrangement{Sort: s})
				order := slices.Clone(byDate)
				if s.ByContext() && !hasNear(q) { // the form of a NEAR is its text
					slices.SortStableFunc(order, func(a, b refLine) int { return slices.Compare(r.sortWords(a, s), r.sortWords(b, s)) })
					checkLines(t, r, c, order, fmt.Sprint(typed, " order ", s))
				} else if s == ByDate {
					checkLines(t, r, c, order, typed)
				}
			}
			c.Arrange(Arrangement{})
			checkCollocates(t, r, c, want, typed)
			if len(c.Forms) > 1 && !hasNear(q) {
				off := c.Forms[0].Text
				c.Arrange(Arrangement{Without: []string{off}})
				left := slices.DeleteFunc(slices.Clone(want), func(l refLine) bool { return r.sortWords(l, ByHit)[0] == off })
				if c.Len() != len(left) {
					t.Fatalf("%s without %s: %d lines, want %d", typed, off, c.Len(), len(left))
				}
				checkCollocates(t, r, c, left, typed+" without "+off)
			}
			if near := "border"; len(want) > 0 {
				c.Arrange(Arrangement{Near: near})
				n := 0
				for _, l := range want {
					found := false
					for k := range ContextWords {
						found = found || r.word(l, l.start-1-k) == near || r.word(l, l.end+k) == near
					}
					n += b2i(found)
				}
				if c.Len() != n {
					t.Errorf("%s near %s: %d lines, want %d", typed, near, c.Len(), n)
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func hasNear(n query.Node) bool {
	return strings.Contains(n.String(), "NEAR") || strings.Contains(n.String(), "BEFORE")
}

func checkLines(t *testing.T, r *reference, c *Concordance, want []refLine, what string) {
	t.Helper()
	lines, err := c.Lines(0, len(want)+1, 40)
	if err != nil {
		t.Fatal(what, err)
	}
	if len(lines) != len(want) {
		t.Fatalf("%s: %d lines, want %d", what, len(lines), len(want))
	}
	for i, l := range lines {
		w := want[i]
		s := r.entries[w.doc].Document.Text
		if w.part == 0 {
			s = r.entries[w.doc].Document.Title
		}
		var spans []text.Token
		for token := range text.Words(s) {
			spans = append(spans, token)
		}
		hit := s[spans[w.start].Start:spans[w.end-1].End]
		if l.Doc != corpus.DocID(w.doc) || l.InTitle != (w.part == 0) || l.Start != spans[w.start].Start || l.Hit != hit {
			t.Fatalf("%s: line %d is %+v, want %q in document %d at %d", what, i, l, hit, w.doc, spans[w.start].Start)
		}
		if !strings.HasSuffix(s[:l.Start], l.Left) || !strings.HasPrefix(s[l.End:], l.Right) ||
			l.CutLeft != (len(l.Left) < l.Start) || l.CutRight != (l.End+len(l.Right) < len(s)) {
			t.Fatalf("%s: the context of line %d is %+v in %q", what, i, l, s)
		}
	}
}

func checkCollocates(t *testing.T, r *reference, c *Concordance, lines []refLine, what string) {
	t.Helper()
	want := r.collocates(lines, 3)
	near, total := 0, 0
	all := map[string]int{}
	for i := range r.docs {
		for _, words := range r.docs[i] {
			total += len(words)
			for _, w := range words {
				all[w.form]++
			}
		}
	}
	for _, n := range want {
		near += n[0] + n[1]
	}
	stop := map[string]bool{}
	for i, s := range c.contexts.words {
		stop[s] = c.contexts.stop[i]
	}
	got, err := c.Collocates(3, 1000)
	if err != nil {
		t.Fatal(what, err)
	}
	expected := 0
	for word, n := range want {
		k := n[0] + n[1]
		// G² as twice the difference of the log-likelihoods of two binomials, the form in which Dunning gives it.
		score := 2 * (logL(k, near, k, near) + logL(all[word]-k, total-near, all[word]-k, total-near) -
			logL(k, near, all[word], total) - logL(all[word]-k, total-near, all[word], total))
		if stop[word] || float64(k)*float64(total-near) <= float64(all[word]-k)*float64(near) || score < 1e-9 {
			continue
		}
		expected++
		i := slices.IndexFunc(got, func(c Collocate) bool { return c.Word == word })
		if i < 0 {
			t.Fatalf("%s: %s is missing: %v of %d, score %g", what, word, n, all[word], score)
		}
		if g := got[i]; g.Left != n[0] || g.Right != n[1] || g.All != all[word] || math.Abs(g.Score-score) > 1e-6 {
			t.Fatalf("%s: %+v, want %v of %d, score %g", what, g, n, all[word], score)
		}
	}
	if len(got) < expected || !slices.IsSortedFunc(got, func(a, b Collocate) int { return cmp.Compare(b.Score, a.Score) }) {
		t.Fatalf("%s: %d collocates of %d, in the order %v", what, len(got), expected, got)
	}
	few, err := c.Collocates(3, 4)
	if err != nil || !slices.Equal(few, got[:min(4, len(got))]) {
		t.Fatalf("%s: the first four are %v, want %v (%v)", what, few, got, err)
	}
}

// logL is the logarithm of the likelihood of k of n where the probability is that of x of y.
func logL(k, n, x, y int) float64 {
	p := float64(x) / float64(y)
	sum := 0.0
	if k > 0 {
		sum += float64(k) * math.Log(p)
	}
	if n > k {
		sum += float64(n-k) * math.Log(1-p)
	}
	return sum
}

func TestConcordanceOrders(t *testing.T) {
	e := small(t)
	q := parse(t, "tension* OR summit")
	c, err := e.Concordance(Request{Query: q})
	if err != nil {
		t.Fatal(err)
	}
	dates := func() (dates []corpus.Date) {
		lines, err := c.Lines(0, 1000, 20)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			d := e.x.Date(l.Doc)
			if d == 0 {
				d = math.MaxInt32
			}
			dates = append(dates, d)
		}
		return dates
	}
	if d := dates(); len(d) < 2 || !slices.IsSorted(d) {
		t.Errorf("by date: %v", d)
	}
	c.Arrange(Arrangement{Sort: ByNewest})
	d := dates()
	for len(d) > 0 && d[len(d)-1] == math.MaxInt32 {
		d = d[:len(d)-1]
	}
	slices.Reverse(d)
	if !slices.IsSorted(d) {
		t.Errorf("newest first: %v", d)
	}
	c.Arrange(Arrangement{Sort: ByDocument})
	result := run(t, e, Request{Query: q, Limit: 1000})
	lines, _ := c.Lines(0, 1000, 20)
	var docs, want []corpus.DocID
	for _, l := range lines {
		docs = append(docs, l.Doc)
	}
	for _, h := range result.Hits {
		want = append(want, h.Doc)
	}
	if docs = slices.Compact(docs); !slices.Equal(docs, want) {
		t.Errorf("by document: %v, want %v", docs, want)
	}
	if lines, err := c.Lines(len(lines), 10, 20); lines != nil || err != nil {
		t.Errorf("behind the last line: %v, %v", lines, err)
	}
	none, err := e.Concordance(Request{})
	if err != nil || none.All() != 0 || len(none.Forms) != 0 {
		t.Errorf("a query without words has lines: %+v, %v", none, err)
	}
}

func TestLogLikelihood(t *testing.T) {
	for _, c := range []struct {
		a, n, b, m int
		want       float64
	}{
		// Dunning 1993, table 1: "the swiss", with its four cells 110, 2442, 111, 29114.
		{110, 110 + 2442, 111, 111 + 29114, 270.72},
		{5, 100, 50, 1000, 0},
		{0, 10, 0, 10, 0},
		{1, 0, 1, 0, 0},
		{0, 100, 10, 100, -14.39},
		{10, 100, 0, 100, 14.39},
	} {
		if got := LogLikelihood(c.a, c.n, c.b, c.m); math.Abs(got-c.want) > .005 {
			t.Errorf("%d of %d, %d of %d: %.2f, want %.2f", c.a, c.n, c.b, c.m, got, c.want)
		}
	}
}

func BenchmarkConcordance(b *testing.B) {
	for _, typed := range []string{"oil", `"crude oil"`, "the", "oil NEAR/5 price"} {
		b.Run(typed, func(b *testing.B) {
			e := newsEngine(b)
			q, _ := query.Parse(typed, query.AllTerms)
			lines := 0
			for b.Loop() {
				c, err := e.Concordance(Request{Query: q})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := c.Lines(0, 50, 80); err != nil {
					b.Fatal(err)
				}
				lines = c.All()
			}
			b.ReportMetric(float64(lines), "lines")
		})
	}
}

func BenchmarkCollocates(b *testing.B) {
	e := newsEngine(b)
	q, _ := query.Parse("oil", query.AllTerms)
	for b.Loop() {
		c, err := e.Concordance(Request{Query: q})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.ReadContexts(1 << 30); err != nil {
			b.Fatal(err)
		}
		if _, err := c.Collocates(5, 20); err != nil {
			b.Fatal(err)
		}
		c.Arrange(Arrangement{Sort: ByLeft1})
	}
}

// FuzzConcordance makes a concordance of whatever is typed, in all orders.
func FuzzConcordance(f *testing.F) {
	for _, seed := range []string{"talk", "tension* OR summit", `"troop border"`, "talk NEAR/3 (summit OR call*)", "title:talk -border", "text:\"the of\" OR =the", "l'été U.S.", "t?l*s", "sumit~2"} {
		f.Add(seed)
	}
	r := randomCorpus(rand.New(rand.NewPCG(4, 4)), 40)
	e := r.engine(f)
	f.Fuzz(func(t *testing.T, typed string) {
		q, problem := query.Parse(typed, query.AllTerms)
		if problem != nil {
			return
		}
		c, err := e.Concordance(Request{Query: q})
		if err != nil {
			t.Fatal(err)
		}
		c.readAll(t)
		for s := range NumLineSorts {
			c.Arrange(Arrangement{Sort: s})
			lines, err := c.Lines(0, 10, 30)
			if err != nil || len(lines) != min(10, c.All()) {
				t.Fatalf("%s: %d lines of %d: %v", typed, len(lines), c.All(), err)
			}
		}
		if _, err := c.Collocates(ContextWords, 10); err != nil {
			t.Fatal(err)
		}
	})
}
