package search

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/index"
	"dateline/corpus/query"
	"dateline/corpus/text"
)

// The reference answers a query by reading every document from its first word to its last. It is slow and plain, and shares
// with the engine no more than the analysis of words and the query's tree.
type reference struct {
	entries []index.Entry
	langs   []string
	docs    [][2][]refWord             // title and body of each entry
	stems   map[string]map[string]bool // of each form that stands in the corpus
}

type refWord struct{ form, stem string }

// read splits the entries into words.
func (r *reference) read() {
	r.stems = map[string]map[string]bool{}
	for _, e := range r.entries {
		var parts [2][]refWord
		for part, s := range []string{e.Document.Title, e.Document.Text} {
			if part == 0 && e.TitleDerived {
				continue
			}
			for token := range text.Words(s) {
				w := refWord{text.Form(token.Of(s)), text.Term(token.Of(s), e.Document.Lang)}
				parts[part] = append(parts[part], w)
				if r.stems[w.form] == nil {
					r.stems[w.form] = map[string]bool{}
				}
				r.stems[w.form][w.stem] = true
			}
		}
		r.docs = append(r.docs, parts)
		if !slices.Contains(r.langs, e.Document.Lang) {
			r.langs = append(r.langs, e.Document.Lang)
		}
	}
}

// places returns the places of n in the words of one part, as pairs of start and end.
func (r *reference) places(n query.Node, words []refWord) [][2]int {
	var found [][2]int
	switch n := n.(type) {
	case *query.Near:
		for _, a := range r.places(n.A, words) {
			for _, b := range r.places(n.B, words) {
				if b[0] >= a[1] && b[0]-a[1] <= n.N {
					found = append(found, [2]int{a[0], b[1]})
				} else if !n.Ordered && a[0] >= b[1] && a[0]-b[1] <= n.N {
					found = append(found, [2]int{b[0], a[1]})
				}
			}
		}
	case *query.Or:
		for _, kid := range n.Kids {
			found = append(found, r.places(kid, words)...)
		}
	default:
		slots := r.slots(n)
		for i := 0; i+len(slots) <= len(words); i++ {
			fits := len(slots) > 0
			for j, fit := range slots {
				fits = fits && fit(words[i+j])
			}
			if fits {
				found = append(found, [2]int{i, i + len(slots)})
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return (a[0]-b[0])*100000 + a[1] - b[1] })
	return slices.Compact(found)
}

// slots returns what each word of a row must fulfil.
func (r *reference) slots(n query.Node) (slots []func(w refWord) bool) {
	add := func(s string, fit func(form, want string) bool) {
		for token := range text.Words(s) {
			want := text.Form(token.Of(s))
			slots = append(slots, func(w refWord) bool { return fit(w.form, want) })
		}
	}
	same := func(form, want string) bool { return form == want }
	switch n := n.(type) {
	case *query.Phrase:
		for _, kid := range n.Kids {
			slots = append(slots, r.slots(kid)...)
		}
	case *query.Word:
		for token := range text.Words(n.Text) {
			typed := token.Of(n.Text)
			stems := maps.Clone(r.stems[text.Form(typed)])
			if stems == nil {
				stems = map[string]bool{}
			}
			for _, lang := range r.langs {
				stems[text.Term(typed, lang)] = true
			}
			slots = append(slots, func(w refWord) bool { return stems[w.stem] })
		}
	case *query.Exact:
		add(n.Text, same)
	case *query.Prefix:
		add(n.Text, same)
		parts := strings.FieldsFunc(text.Form(n.Text), func(r rune) bool { return r == '-' })
		last := parts[len(parts)-1]
		slots[len(slots)-1] = func(w refWord) bool { return strings.HasPrefix(w.form, last) }
	case *query.Wildcard:
		slots = append(slots, func(w refWord) bool { return glob(text.Form(n.Pattern), w.form) })
	case *query.Fuzzy:
		slots = append(slots, func(w refWord) bool { return distance(text.Form(n.Text), w.form) <= n.Distance })
	}
	return slots
}

func glob(pattern, s string) bool {
	if pattern == "" {
		return s == ""
	}
	if pattern[0] == '*' {
		return glob(pattern[1:], s) || s != "" && glob(pattern, s[1:])
	}
	return s != "" && (pattern[0] == '?' || pattern[0] == s[0]) && glob(pattern[1:], s[1:])
}

var distances = map[[2]string]int{}

// distance is the optimal string alignment distance of ASCII words, by its recursive definition, remembered.
func distance(a, b string) (d int) {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if d, ok := distances[[2]string{a, b}]; ok {
		return d
	}
	defer func() { distances[[2]string{a, b}] = d }()
	cost := 1
	if a[len(a)-1] == b[len(b)-1] {
		cost = 0
	}
	d = min(distance(a[:len(a)-1], b)+1, distance(a, b[:len(b)-1])+1, distance(a[:len(a)-1], b[:len(b)-1])+cost)
	if len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-2] && a[len(a)-2] == b[len(b)-1] {
		d = min(d, distance(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return d
}

// matches returns whether document i matches n and how many places its positive leaves have.
func (r *reference) matches(n query.Node, i int) (ok bool, occurrences int) {
	e := r.entries[i]
	switch n := n.(type) {
	case *query.All:
		return true, 0
	case *query.And:
		ok = true
		for _, kid := range once(n.Kids) {
			hit, count := r.matches(kid, i)
			ok, occurrences = ok && hit, occurrences+count
		}
	case *query.Or:
		for _, kid := range r.alternatives(n) {
			if hit, count := r.matches(kid, i); hit {
				ok, occurrences = true, occurrences+count
			}
		}
	case *query.Not:
		hit, _ := r.matches(n.Kid, i)
		return !hit, 0
	case *query.Actor:
		for _, m := range e.Mentions {
			ok = ok || text.Form(m.Name) == text.Form(n.Name)
		}
		return ok, 0
	case *query.DateRange:
		d := e.Document.Date
		if n.None || d == 0 {
			return n.None && d == 0, 0
		}
		return (n.From == 0 || d.Last() >= n.From.First()) && (n.To == 0 || d.First() <= n.To.Last()), 0
	case *query.Value:
		switch n.Name {
		case "source":
			return text.Form(e.Document.Source) == text.Form(n.Text), 0
		case "tag":
			return slices.ContainsFunc(e.Document.Tags, func(tag string) bool { return text.Form(tag) == text.Form(n.Text) }), 0
		case "lang":
			return e.Document.Lang == n.Text, 0
		}
		return e.Document.ID == n.Text, 0
	default:
		f, inField := n.(*query.Field)
		inner := n
		if inField {
			inner = f.Kid
		}
		for part, words := range r.docs[i] {
			if !inField || (f.Name == "title") == (part == 0) {
				occurrences += len(r.places(inner, words))
			}
		}
		return occurrences > 0, occurrences
	}
	if !ok {
		occurrences = 0
	}
	return ok, occurrences
}

// alternatives are the kids of n: where words stand side by side, each word of them once, function words only if there is nothing else.
func (r *reference) alternatives(n *query.Or) []query.Node {
	if !n.Implied {
		return once(n.Kids)
	}
	var all, content []query.Node
	seen := map[string]bool{}
	for _, kid := range n.Kids {
		own := []query.Node{kid}
		if word, ok := kid.(*query.Word); ok {
			own = nil
			for token := range text.Words(word.Text) {
				own = append(own, &query.Word{Text: token.Of(word.Text)})
			}
		}
		for _, one := range own {
			key := r.termsOf(one)
			if seen[key] {
				continue
			}
			seen[key] = true
			all = append(all, one)
			if word, ok := one.(*query.Word); !ok || !slices.ContainsFunc(r.langs, func(lang string) bool { return text.Stop(text.Form(word.Text), lang) }) {
				content = append(content, one)
			}
		}
	}
	if len(content) == 0 {
		return all
	}
	return content
}

// once leaves out what stands there again.
func once(kids []query.Node) (kept []query.Node) {
	seen := map[string]bool{}
	for _, kid := range kids {
		if !seen[kid.String()] {
			kept = append(kept, kid)
		}
		seen[kid.String()] = true
	}
	return kept
}

// termsOf names the stems of a word that stand in the corpus; of anything else it is the thing itself.
func (r *reference) termsOf(n query.Node) string {
	word, ok := n.(*query.Word)
	if !ok {
		return n.String()
	}
	stems := maps.Clone(r.stems[text.Form(word.Text)])
	if stems == nil {
		stems = map[string]bool{}
	}
	for _, lang := range r.langs {
		stems[text.Term(word.Text, lang)] = true
	}
	var known []string
	for _, forms := range r.stems {
		for stem := range forms {
			if stems[stem] && !slices.Contains(known, stem) {
				known = append(known, stem)
			}
		}
	}
	if known == nil {
		return n.String()
	}
	slices.Sort(known)
	return strings.Join(known, " ")
}

// words that random documents are made of: some share a stem, some a prefix, some differ by a letter.
var words = strings.Fields("talk talks talking talked tension tensions troop troops trump border bordered bordering summit summits summit's " +
	"escalate escalation escalated de-escalate call calls the of and in U.S. NATO café cafes été 2021 2014 1,750 o'clock l'été")

func randomCorpus(rng *rand.Rand, n int) *reference {
	r := &reference{}
	actors := []string{"Joe Biden", "Vladimir Putin", "NATO", "Ukraine"}
	for i := range n {
		d := &corpus.Document{ID: fmt.Sprintf("doc-%04d", i), Lang: []string{"en", "fr", ""}[rng.IntN(3)]}
		random := func(most int) string {
			picked := make([]string, rng.IntN(most))
			for j := range picked {
				picked[j] = words[rng.IntN(len(words))]
			}
			return strings.Join(picked, " ")
		}
		d.Text = random(30)
		if rng.IntN(2) == 0 {
			d.Title = random(6)
		}
		switch rng.IntN(5) {
		case 0:
		case 1:
			d.Date, _ = corpus.NewDate(2020+rng.IntN(2), 0, 0)
		case 2:
			d.Date, _ = corpus.NewDate(2020+rng.IntN(2), 1+rng.IntN(12), 0)
		default:
			d.Date, _ = corpus.NewDate(2020+rng.IntN(2), 1+rng.IntN(12), 1+rng.IntN(28))
		}
		if rng.IntN(2) == 0 {
			d.Source = []string{"Reuters", "New York Times"}[rng.IntN(2)]
			d.Tags = []string{"économie", "war"}[:1+rng.IntN(2)]
		}
		e := index.Entry{Document: d, TitleDerived: d.Title != "" && rng.IntN(3) == 0}
		for _, a := range actors {
			if rng.IntN(3) == 0 {
				e.Mentions = append(e.Mentions, corpus.Mention{Name: a, Kind: corpus.KindGiven, Confidence: 1})
			}
		}
		r.entries = append(r.entries, e)
	}
	slices.SortFunc(r.entries, func(a, b index.Entry) int {
		if c := int(a.Document.Date) - int(b.Document.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Document.ID, b.Document.ID)
	})
	r.read()
	return r
}

func (r *reference) engine(t testing.TB) *Engine { t.Helper(); return engineOf(t, r.entries) }

// engineOf opens an engine over documents, which are in the order of an index.
func engineOf(t testing.TB, entries []index.Entry) *Engine {
	t.Helper()
	b := index.NewBuilder("test")
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return New(x)
}

func randomQuery(rng *rand.Rand, depth int) string {
	word := func() string { return words[rng.IntN(len(words))] }
	if depth > 0 {
		switch rng.IntN(6) {
		case 0:
			return "(" + randomQuery(rng, depth-1) + " OR " + randomQuery(rng, depth-1) + ")"
		case 1:
			return "(" + randomQuery(rng, depth-1) + " " + randomQuery(rng, depth-1) + ")"
		case 2:
			return "-" + randomQuery(rng, depth-1)
		}
	}
	switch rng.IntN(14) {
	case 0:
		return `"` + word() + " " + word() + `"`
	case 1:
		return []string{"ta", "ten", "tr", "BORDER", "su", "e", "ca", "20", "de-esc"}[rng.IntN(9)] + "*"
	case 2:
		return "=" + word()
	case 3:
		return fmt.Sprintf("%s NEAR/%d %s", word(), rng.IntN(12), word())
	case 4:
		return fmt.Sprintf("%s BEFORE/%d \"%s %s\"", word(), rng.IntN(4), word(), word())
	case 5:
		return "title:" + word()
	case 6:
		return "text:\"" + word() + " tr*\""
	case 7:
		return "t?l*s"
	case 8:
		return "sumit~" + fmt.Sprint(1+rng.IntN(2))
	case 9:
		return []string{`actor:"joe biden"`, "actor:NATO", "actor:nobody"}[rng.IntN(3)]
	case 10:
		return []string{"date:2020", "date:2020-05", "date:2020-05-10..2021-02", "date:<2021", "date:none", "date:>2020-11"}[rng.IntN(6)]
	case 11:
		return []string{"tag:economie", "source:\"new york times\"", "lang:fr", "id:doc-0007", "tag:none"}[rng.IntN(5)]
	}
	return word()
}

func TestAgainstReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 8 {
		r := randomCorpus(rng, []int{1, 7, 60, 300, 700, 130, 128, 40}[round])
		e := r.engine(t)
		for range 150 {
			typed := randomQuery(rng, 3)
			q, problem := query.Parse(typed, query.Mode(rng.IntN(2)))
			if problem != nil {
				t.Fatalf("%s: %v", typed, problem)
			}
			checkAgainst(t, r, e, q, typed)
			if t.Failed() {
				return
			}
		}
	}
}

func checkAgainst(t *testing.T, r *reference, e *Engine, q query.Node, typed string) {
	t.Helper()
	result, err := e.Run(Request{Query: q, Sort: Oldest, Limit: len(r.entries), Counts: true})
	if err != nil {
		t.Fatalf("%s: %v", typed, err)
	}
	got := map[int]Hit{}
	for _, hit := range result.Hits {
		got[int(hit.Doc)] = hit
	}
	total := 0
	for i := range r.entries {
		ok, occurrences := r.matches(q, i)
		hit, found := got[i]
		switch {
		case ok != found:
			t.Errorf("%s (%s): document %d: the reference says %v, the engine %v", typed, q, i, ok, found)
		case ok && hit.Occurrences != occurrences:
			t.Errorf("%s (%s): document %d: the reference counts %d places, the engine %d", typed, q, i, occurrences, hit.Occurrences)
		case ok && (math.IsNaN(hit.Score) || hit.Score < 0 || occurrences > 0 && hit.Score == 0):
			t.Errorf("%s: document %d has the score %g", typed, i, hit.Score)
		}
		if ok {
			total++
		}
	}
	if result.Total != total || len(result.Hits) != total {
		t.Errorf("%s: total %d, %d hits, the reference has %d", typed, result.Total, len(result.Hits), total)
	}
	days := 0
	for _, d := range result.Days {
		days += d.Docs
	}
	if days+result.Undated != total {
		t.Errorf("%s: the histogram has %d documents and %d undated of %d", typed, days, result.Undated, total)
	}
}
