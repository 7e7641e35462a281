package state

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// Limits of what an address may hold. They are far above what the interface makes.
const (
	maxQuery   = 64 << 10 // bytes; the query language has its own, lower limit, and explains it
	maxValue   = 4 << 10  // bytes of any other value
	maxActors  = 100      // in With, and in Without
	maxNumber  = 1 << 20  // of hits and pages
	maxDropped = 20       // reports
)

// Dropped is a part of an address that could not be used as it stood.
type Dropped struct {
	// Key and Value are as they stood, decoded and shortened.
	Key, Value string
	// Why is a sentence for the reader.
	Why string
}

// Parse reads a fragment or query string, with or without its leading "#" or "?". It takes what it understands and
// reports the rest. What it returns is the same after String and Parse, with nothing to report.
func Parse(fragment string) (State, []Dropped) { return build(readAll(fragment)) }

type builder struct {
	State
	seen    []pair
	dropped []Dropped
}

func build(pairs []pair) (State, []Dropped) {
	b := &builder{}
	for _, p := range pairs {
		b.add(p)
	}
	if backwards(b.From, b.To) {
		b.From, b.To = b.To, b.From
		b.drop(pair{"from", b.To.String()}, "The dates were the wrong way round; they were exchanged.")
	}
	b.Without = slices.DeleteFunc(b.Without, func(name string) bool {
		if b.HasWith(name) {
			b.drop(pair{"without", name}, "The same name was asked for and excluded; it was taken as asked for.")
			return true
		}
		return false
	})
	if len(b.Without) == 0 {
		b.Without = nil
	}
	if b.Doc == "" && b.Hit != 0 {
		b.Hit = 0
		b.drop(b.first("hit"), "A hit needs a document that is open.")
	}
	if b.Doc == "" && b.Par != 0 {
		b.Par, b.Sen = 0, 0
		b.drop(b.first("p"), "A paragraph needs a document that is open.")
	}
	return b.State, b.dropped
}

func (b *builder) drop(p pair, why string) {
	if len(b.dropped) < maxDropped {
		b.dropped = append(b.dropped, Dropped{clip(p.key), clip(p.value), why})
	}
}

func (b *builder) first(key string) pair {
	for _, p := range b.seen {
		if p.key == key {
			return p
		}
	}
	return pair{key: key}
}

func (b *builder) add(p pair) {
	if !p.known() {
		b.drop(p, "There is no such setting.")
		return
	}
	if !utf8.ValidString(p.value) {
		b.drop(p, "The link is damaged here: it does not encode a text.")
		if p.key != "q" {
			return
		}
		p.value = strings.ToValidUTF8(p.value, "\uFFFD")
	}
	if p.key == "q" {
		if len(p.value) > maxQuery {
			b.drop(p, "The query was too long and was cut.")
			p.value = prefix(p.value, maxQuery)
		}
	} else if p.value = strings.TrimSpace(p.value); len(p.value) > maxValue {
		b.drop(p, "This is too long.")
		return
	}
	if p.value == "" {
		return
	}
	switch p.key {
	case "with":
		b.With = b.actor(b.With, p)
		return
	case "without":
		b.Without = b.actor(b.Without, p)
		return
	case "hide":
		b.Hide = b.actor(b.Hide, p)
		return
	case "trend":
		if len(b.Trends) == MaxTrends && index(b.Trends, p.value) < 0 {
			b.drop(p, "There are too many curves to tell apart.")
			return
		}
		b.Trends = b.actor(b.Trends, p)
		return
	}
	if old := b.first(p.key); old.value != "" {
		if old.value != p.value {
			b.drop(p, "This is set twice; the first was taken.")
		}
		return
	}
	b.seen = append(b.seen, p)
	b.set(p)
}

// set takes over a key that occurs once, with a value that is not empty.
func (b *builder) set(p pair) {
	switch p.key {
	case "q":
		b.Q = p.value
	case "op":
		b.Any = b.choice(p, "all", "any") == 1
	case "from":
		b.From = b.date(p)
	case "to":
		b.To = b.date(p)
	case "view":
		b.View = View(b.choice(p, views[:]...))
	case "actor":
		b.Actor = p.value
	case "sort":
		b.Sort = Sort(b.choice(p, sorts[:]...))
	case "doc":
		b.Doc = p.value
	case "hit":
		b.Hit = b.number(p)
	case "p":
		par, sen, both := strings.Cut(p.value, ".")
		b.Par = b.number(pair{p.key, par})
		if both && b.Par > 0 {
			b.Sen = b.number(pair{p.key, sen})
		}
	case "bin":
		b.Bin = Bin(b.choice(p, bins[:]...))
	case "share":
		b.Share = b.choice(p, "0", "1") == 1
	case "lines":
		b.Lines = Lines(b.choice(p, lines[:]...))
	case "near":
		b.Near = p.value
	case "a":
		b.A = p.value
	case "b":
		b.B = p.value
	case "page":
		b.Page = max(b.number(p)-1, 0)
	case "own":
		if p.value != Site && !isID(p.value) {
			b.drop(p, "This is no collection's number.")
			return
		}
		b.Own = p.value
	}
}

func (b *builder) actor(names []string, p pair) []string {
	switch {
	case index(names, p.value) >= 0:
	case len(names) == maxActors:
		b.drop(p, "There are too many names.")
	default:
		return append(names, p.value)
	}
	return names
}

func (b *builder) date(p pair) corpus.Date {
	d, err := corpus.ParseDate(p.value)
	if err != nil {
		msg := err.Error()
		b.drop(p, strings.ToUpper(msg[:1])+msg[1:]+".")
		return 0
	}
	return d
}

// choice returns the number of the name that p has for its value, 0 if it is none of them.
func (b *builder) choice(p pair, names ...string) int {
	i := index(names, p.value)
	if i < 0 {
		b.drop(p, "This can be "+list(names)+".")
		return 0
	}
	return i
}

// number returns a number from 1, 0 if the value is none.
func (b *builder) number(p pair) int {
	n := 0
	for _, c := range []byte(p.value) {
		if c < '0' || c > '9' || n > maxNumber {
			n = 0
			break
		}
		n = n*10 + int(c-'0')
	}
	if n < 1 || n > maxNumber {
		b.drop(p, "This is a whole number from 1.")
		return 0
	}
	return n
}

// isID reports whether s is the beginning of a collection's id as String writes it.
func isID(s string) bool {
	if len(s) != OwnDigits {
		return false
	}
	for i := range len(s) {
		if digit(s[i]) > 15 || 'A' <= s[i] && s[i] <= 'F' {
			return false
		}
	}
	return true
}

// list writes "a, b or c".
func list(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return "only " + names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// clip shortens a text for a report, and makes it valid.
func clip(s string) string {
	const most = 80
	if len(s) > most {
		s = prefix(s, most) + "…"
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// prefix returns at most n bytes of s, without a part of a character at the end.
func prefix(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
