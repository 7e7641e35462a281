package query

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The limits of a query. What goes beyond them is left out, and the error says so.
const (
	MaxBytes = 10 << 10 // length of the input
	MaxTerms = 1000     // words, phrases and filters
	MaxDepth = 100      // parentheses in parentheses, and operators NEAR in a row
	MaxNear  = 100      // words between the operands of NEAR and BEFORE

	nearDefault = 5
)

type limits struct{ bytes, terms, depth int }

// Parse reads a query. The tree is usable whatever the input is; the error, nil if all was understood, explains the
// first place that was not.
func Parse(input string, mode Mode) (Node, *Error) {
	return parse(input, mode, limits{MaxBytes, MaxTerms, MaxDepth})
}

func parse(input string, mode Mode, lim limits) (Node, *Error) {
	p := &parser{mode: mode, limits: lim}
	whole := len(input)
	var tooLong *Error
	if len(input) > lim.bytes {
		cut := lim.bytes
		for cut > 0 && !utf8.RuneStart(input[cut]) {
			cut--
		}
		if space := strings.LastIndexByte(input[:cut], ' '); space > 0 {
			cut = space
		}
		tooLong = &Error{cut, whole, clip(input[cut:]), "", "The query is longer than " + strconv.Itoa(lim.bytes) + " bytes: the rest was left out."}
		input = input[:cut]
	}
	var text string
	text, p.at = clean(input)
	p.lex = newLexer(text, mode, p.report)
	p.advance()
	n := p.either()
	if n == nil {
		n = &All{Span{0, whole}}
		if p.err == nil {
			p.err = p.quiet
		}
	}
	if tooLong != nil { // what the cut broke is no fault of the reader's
		return n, tooLong
	}
	return n, p.err
}

// parser is a recursive descent parser with one token of lookahead. Each of its methods for a production returns nil if
// nothing usable was found, having consumed the tokens all the same.
type parser struct {
	limits
	lex    lexer
	tok    token
	mode   Mode
	at     []int32 // offsets of the cleaned text in the input; nil if they are the same
	open   int     // parentheses that are open
	leaves int
	err    *Error
	quiet  *Error // punctuation that was passed over, worth a word only if nothing else is there
}

// place translates a span of the cleaned text to one of the input.
func (p *parser) place(s Span) Span {
	if p.at == nil {
		return s
	}
	return Span{int(p.at[s.Pos]), int(p.at[s.End])}
}

// report keeps the problem that comes first in the input.
func (p *parser) report(s Span, got, want, msg string) {
	p.reportAt(p.place(s), got, want, msg)
}

// reportAt is report for a span of the input itself.
func (p *parser) reportAt(s Span, got, want, msg string) {
	if p.err == nil || s.Pos < p.err.Pos {
		p.err = &Error{s.Pos, s.End, got, want, msg}
	}
}

// advance moves to the next token, past closing parentheses that nothing opened.
func (p *parser) advance() {
	for {
		p.tok = p.lex.next()
		if p.tok.kind != closing || p.open > 0 {
			return
		}
		p.report(p.tok.Span, ")", "", "This closing parenthesis has no opening one: add one before it, or remove it.")
	}
}

// either = list { "OR" list } .
func (p *parser) either() Node {
	var kids []Node
	for {
		before := p.tok
		n := p.list()
		if n != nil {
			kids = append(kids, n)
		}
		if p.tok.kind != or {
			return join(false, kids)
		}
		op := p.tok
		if op.Span == before.Span {
			p.lone(op, "OR", "before")
		}
		if p.advance(); p.tok.kind == end || p.tok.kind == closing {
			p.lone(op, "OR", "behind")
		}
	}
}

// list = both { both } .
func (p *parser) list() Node {
	var kids []Node
	for p.tok.kind != end && p.tok.kind != closing && p.tok.kind != or {
		if n := p.both(); n != nil {
			kids = append(kids, n)
		}
	}
	if p.mode == AllTerms || len(kids) < 2 {
		return join(true, kids)
	}
	var any, all []Node
	for _, n := range kids {
		if narrows(n) {
			all = append(all, n)
		} else {
			any = append(any, n)
		}
	}
	if n := join(false, any); n != nil {
		if or, ok := n.(*Or); ok && len(any) > 1 {
			or.Implied = true
		}
		all = append([]Node{n}, all...)
	}
	return join(true, all)
}

// both = unary { "AND" unary } .
func (p *parser) both() Node {
	var kids []Node
	if p.tok.kind == and {
		p.lone(p.tok, "AND", "before")
	} else if n := p.unary(); n != nil {
		kids = append(kids, n)
	}
	for p.tok.kind == and {
		op := p.tok
		switch p.advance(); p.tok.kind {
		case end, closing, or, and:
			p.lone(op, "AND", "behind")
		default:
			if n := p.unary(); n != nil {
				kids = append(kids, n)
			}
		}
	}
	return join(true, kids)
}

// unary = { "-" | "NOT" } near .
func (p *parser) unary() Node {
	first, odd := p.tok, false
	for p.tok.kind == minus || p.tok.kind == not {
		odd = !odd
		op := p.tok
		switch p.advance(); p.tok.kind {
		case end, closing, or, and, near:
			if op.kind == not {
				p.lone(op, "NOT", "behind")
			} else {
				p.lone(op, "the minus", "behind")
			}
			return nil
		}
	}
	n := p.near()
	if n == nil || !odd {
		return n
	}
	return invert(p.place(first.Span).Pos, n)
}

// near = primary { ( "NEAR" | "BEFORE" ) [ "/" number ] primary } .
func (p *parser) near() Node {
	var left Node
	if p.tok.kind == near {
		p.lone(p.tok, p.opName(), "before")
	} else {
		left = p.primary()
	}
	for chain := 0; p.tok.kind == near; chain++ {
		op, opName := p.tok, p.opName()
		if op.n < 0 || op.n > MaxNear {
			p.report(op.Span, clip(op.text), opName+"/5", "Behind "+opName+"/ stands the number of words that may lie between, 0 to "+
				strconv.Itoa(MaxNear)+"; it was read as "+opName+"/5.")
			op.n = nearDefault
		}
		switch p.advance(); p.tok.kind {
		case end, closing, or, and, near:
			p.lone(op, opName, "behind")
			continue
		case minus, not:
			p.report(op.Span, opName, "a word", opName+" stands between two words that are both to be found; it was read as AND.")
			continue
		}
		right := p.primary()
		switch {
		case right == nil:
		case left == nil:
			left = right
		case !nearable(left) || !nearable(right) || chain >= p.depth:
			msg := opName + " stands between words, phrases or (one OR another); it was read as AND."
			if chain >= p.depth {
				msg = "There are more than " + strconv.Itoa(p.depth) + " operators in a row here; it was read as AND."
			}
			p.report(op.Span, clip(op.text), "", msg)
			left = join(true, []Node{left, right})
		default:
			left = &Near{Span{left.Bounds().Pos, right.Bounds().End}, left, right, op.n, op.ordered}
		}
	}
	return left
}

// lone reports an operator that lacks an operand; it is left out.
func (p *parser) lone(op token, opName, side string) {
	msg := "Nothing stands " + side + " " + opName + ", so it was left out."
	if op.kind != minus {
		msg += " To search for the word itself, write it small or in quotes."
	}
	p.report(op.Span, opName, "a word", msg)
}

func (p *parser) opName() string {
	if p.tok.ordered {
		return "BEFORE"
	}
	return "NEAR"
}
