package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A quotation is a stretch in quotation marks. One that runs over paragraphs, each of which opens with a mark of its own, is one.
type quotation struct {
	open, end   int // bytes: where the opening mark begins and the closing one ends
	in, out     int // bytes between the marks
	first, last int // tokens: from first up to, but without, last
	claimed     bool
}

// maxSingle is how many bytes a quotation in single marks may have: a stray apostrophe must not quote a page.
const maxSingle = 500

// findQuotations pairs the quotation marks of all styles. A mark that finds no partner in its paragraph quotes the rest of it where it can only
// be an opening one (“ « „), and nothing otherwise.
func findQuotations(s string) []quotation {
	p := pairing{s: s}
	before := rune(' ')
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r == '\n' && p.paragraph(i):
			next := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "\n \t"))
			if p.inside && !p.continues(next) {
				p.abandon(i)
			} else if p.inside {
				_, width := utf8.DecodeRuneInString(s[next:])
				next += width
			}
			before, i = ' ', next
			continue
		case r == '"' || r == '\'' || r >= utf8.RuneSelf && strings.ContainsRune("“”„«»‘’‚", r):
			p.mark(i, width, r, before)
		}
		before = r
		i += width
	}
	if p.inside {
		p.abandon(len(s))
	}
	return p.found
}

// pairing is the state of findQuotations.
type pairing struct {
	s      string
	found  []quotation
	inside bool
	opener rune
	q      quotation // that is open
}

// paragraph reports whether a paragraph ends at the line break at i.
func (p *pairing) paragraph(i int) bool {
	for j := i + 1; j < len(p.s); j++ {
		switch p.s[j] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return true
}

// continues reports whether the paragraph that begins at next opens with the mark of the quotation that is open.
func (p *pairing) continues(next int) bool {
	r, _ := utf8.DecodeRuneInString(p.s[min(next, len(p.s)):])
	return next < len(p.s) && r == p.opener && r != '\'' && r != '‘'
}

// abandon ends a quotation that has not been closed where its paragraph ends at i.
func (p *pairing) abandon(i int) {
	p.inside = false
	if p.opener == '“' || p.opener == '«' || p.opener == '„' {
		p.q.out = p.q.in + len(strings.TrimRightFunc(p.s[p.q.in:i], unicode.IsSpace))
		p.q.end = p.q.out
		p.keep()
	}
}

func (p *pairing) begin(i, width int, r rune) {
	p.inside, p.opener = true, r
	p.q = quotation{open: i, in: i + width}
}

func (p *pairing) close(i, width int) {
	p.inside = false
	p.q.out, p.q.end = i, i+width
	p.keep()
}

func (p *pairing) keep() {
	inside := p.s[p.q.in:p.q.out]
	if strings.ContainsFunc(inside, unicode.IsLetter) { // « the space of French » belongs to the marks
		p.q.in += len(inside) - len(strings.TrimLeftFunc(inside, unicode.IsSpace))
		p.q.out = p.q.in + len(strings.TrimSpace(inside))
		p.found = append(p.found, p.q)
	}
}

// mark takes the mark r at i; before is the character in front of it.
func (p *pairing) mark(i, width int, r, before rune) {
	after, _ := utf8.DecodeRuneInString(p.s[i+width:])
	starts := opensWord(before) && (unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("[(…'‘’$£€¿¡#@<", after))
	switch r {
	case '"':
		switch {
		case p.inside && p.opener == '"' && starts: // the one before was never closed
			p.begin(i, width, r)
		case p.inside && p.opener == '"':
			p.close(i, width)
		case !p.inside && starts, p.inside && p.single() && starts:
			p.begin(i, width, r)
		}
	case '“':
		switch {
		case p.inside && p.opener == '„':
			p.close(i, width)
		case !p.inside || p.single():
			p.begin(i, width, r)
		}
	case '”':
		switch {
		case p.inside && (p.opener == '“' || p.opener == '„' || p.opener == '”' && !starts):
			p.close(i, width)
		case (!p.inside || p.opener == '”') && starts: // Swedish and Hungarian
			p.begin(i, width, r)
		}
	case '„', '‚':
		if !p.inside && r == '„' {
			p.begin(i, width, r)
		}
	case '«', '»':
		switch {
		case p.inside && p.opener != r && (p.opener == '«' || p.opener == '»'):
			p.close(i, width)
		case !p.inside && (r == '«' || starts):
			p.begin(i, width, r)
		}
	case '‘', '\'', '’':
		p.singleMark(i, width, r, before, after)
	}
}

// singleMark takes a mark that may be an apostrophe.
func (p *pairing) singleMark(i, width int, r, before, after rune) {
	switch {
	case p.inside && p.single():
		if i-p.q.in > maxSingle {
			p.inside = false
			return
		}
		if r != '‘' && !unicode.IsLetter(after) && !unicode.IsDigit(after) && !unicode.IsSpace(before) && (before != 's' || strings.ContainsRune(",.;:!?)", after)) {
			p.close(i, width)
		}
	case !p.inside && r != '’' && opensWord(before) && unicode.IsUpper(after), !p.inside && r == '‘' && opensWord(before) && unicode.IsLetter(after):
		p.begin(i, width, r)
	}
}

// single reports whether the open quotation has single marks, which a double one overrules.
func (p *pairing) single() bool { return p.opener == '\'' || p.opener == '‘' }

// opensWord reports whether a word can begin behind r.
func opensWord(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/:;,“«„\"'‘", r)
}
