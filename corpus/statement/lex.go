package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// A token is a word of the text with what the rules ask about it.
type token struct {
	start, end int
	word
	gap      gap // what stands between it and the token before
	upper    bool
	mention  int32 // number of the mention that covers it, or none
	quote    int32 // number of the quotation it stands in, or none
	sentence int32
}

// gap is the set of what lies between two tokens.
type gap uint16

const (
	gapSpace gap = 1 << iota
	gapHyphen
	gapDash // with space around it, or a long one
	gapComma
	gapStop  // . ! ? …
	gapColon // also ;
	gapOpen  // (
	gapClose // )
	gapQuoteOpen
	gapQuoteClose
	gapBreak // the end of a paragraph, the start of the text
	gapOther
)

// joined reports whether two words stand side by side in one phrase.
func (g gap) joined() bool { return g&^(gapSpace|gapHyphen) == 0 }

const none = -1

// A sentence is a run of tokens.
type sentence struct {
	from, to int
	broken   bool // begins a paragraph
}

// lex cuts the text of t into tokens and sentences.
func (t *task) lex(v *vocabulary) {
	t.tokens = make([]token, 0, len(t.text)/6+4)
	var key [maxKey]byte
	last, q := 0, 0
	mention := 0
	for span := range text.Words(t.text) {
		w := token{start: span.Start, end: span.End, mention: none, quote: none, gap: gapOf(t.text[last:span.Start])}
		if len(t.tokens) == 0 {
			w.gap |= gapBreak
		}
		last = span.End
		s := t.text[span.Start:span.End]
		if c := s[0]; c < utf8.RuneSelf {
			w.upper = c >= 'A' && c <= 'Z'
		} else {
			r, _ := utf8.DecodeRuneInString(s)
			w.upper = unicode.IsUpper(r)
		}
		if len(s) <= maxKey {
			if k, ok := text.Lowered(key[:0], s); ok {
				w.word = v.words[string(k)]
			}
		}
		n := int32(len(t.tokens))
		for q < len(t.quotes) && t.quotes[q].out <= span.Start {
			if t.quotes[q].last == 0 {
				t.quotes[q].last = int(n)
			}
			w.gap |= gapQuoteClose
			q++
		}
		if q < len(t.quotes) && t.quotes[q].in <= span.Start {
			w.quote = int32(q)
			if t.quotes[q].first == none {
				t.quotes[q].first = int(n)
				w.gap |= gapQuoteOpen
			}
			t.quotes[q].last = int(n) + 1
		}
		for mention < len(t.mentions) && t.mentions[mention].End <= span.Start {
			mention++
		}
		if mention < len(t.mentions) && t.mentions[mention].Start < span.End && t.mentions[mention].End > span.Start {
			w.mention = int32(mention)
		}
		t.tokens = append(t.tokens, w)
	}
	t.split()
}

const maxKey = 24

// gapOf classifies what stands between two tokens; quotation marks are told by the quotations.
func gapOf(s string) gap {
	if s == " " {
		return gapSpace
	}
	var g gap
	breaks := 0
	for _, r := range s {
		switch r {
		case ' ', '\u00a0', '\u202f', '\t', '\r':
			g |= gapSpace
		case '\n':
			if breaks++; breaks > 1 {
				g |= gapBreak
			}
			g |= gapSpace
		case '-', '‐', '‑':
			g |= gapHyphen
		case '–', '—', '−', '―':
			g |= gapDash
		case ',':
			g |= gapComma
		case '.', '!', '?', '…':
			g |= gapStop
		case ':', ';':
			g |= gapColon
		case '(', '[':
			g |= gapOpen
		case ')', ']':
			g |= gapClose
		case '"', '“', '”', '„', '«', '»', '‘', '’', '\'':
		default:
			g |= gapOther
		}
	}
	if g&gapHyphen != 0 && g&gapSpace != 0 || strings.Contains(s, "--") {
		g |= gapDash
	}
	return g
}

// maxSentence is how many tokens a sentence may have: what has no full stops, a table or a list, is cut.
const maxSentence = 150

// split finds the sentences: they end at a full stop before a capital or a quotation mark, unless an abbreviation has it, and with their paragraph.
func (t *task) split() {
	from := 0
	for i := range t.tokens {
		if i > 0 && (i-from >= maxSentence || t.boundary(i)) {
			t.sentences = append(t.sentences, sentence{from: from, to: i, broken: t.tokens[from].gap&gapBreak != 0})
			from = i
		}
		t.tokens[i].sentence = int32(len(t.sentences))
	}
	if from < len(t.tokens) {
		t.sentences = append(t.sentences, sentence{from: from, to: len(t.tokens), broken: t.tokens[from].gap&gapBreak != 0})
	}
}

func (t *task) boundary(i int) bool {
	w, prev := &t.tokens[i], &t.tokens[i-1]
	switch {
	case w.gap&gapBreak != 0:
		return true
	case w.gap&gapStop == 0 || w.gap&(gapSpace|gapQuoteOpen|gapQuoteClose) == 0:
		return false
	case w.gap&gapQuoteClose != 0 && w.gap&gapQuoteOpen == 0 && t.saysNext(i, strings.ContainsAny(t.text[prev.end:w.start], "!?…")):
		return false // "No!" Putin said
	case !w.upper && w.gap&gapQuoteOpen == 0 && !unicode.IsDigit(rune(t.text[w.start])):
		return false
	case w.gap&(gapQuoteOpen|gapQuoteClose|gapClose) != 0:
		return true
	}
	if s := t.of(i - 1); prev.has(abbreviation) || len(s) == 1 && prev.upper || strings.Contains(s, ".") {
		return w.has(opener)
	}
	return true
}

// saysNext reports whether a verb of speech follows within a few words of i, before any sign; unless open, nothing may follow the verb.
func (t *task) saysNext(i int, open bool) bool {
	for j := i; j < min(i+7, len(t.tokens)); j++ {
		if j > i && !t.tokens[j].gap.joined() {
			return false
		}
		if t.tokens[j].verb != nil {
			return t.tokens[j].verb.frame&inverts != 0 && (open || j+1 == len(t.tokens) || t.tokens[j+1].gap&(gapStop|gapBreak) != 0)
		}
	}
	return false
}

// of returns the text of token i.
func (t *task) of(i int) string { return t.text[t.tokens[i].start:t.tokens[i].end] }

// is reports whether token i is one of the words, which are given in small letters.
func (t *task) is(i int, words ...string) bool {
	if i < 0 || i >= len(t.tokens) {
		return false
	}
	s := t.of(i)
	for _, w := range words {
		if len(s) == len(w) && strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}
