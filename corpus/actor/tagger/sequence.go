package tagger

// A sequence is a run of tokens that may hold names: everything outside is none.
type sequence struct{ from, to int }

const (
	bridge  = 3   // small words that a name may have between capitals: "Ministry of the Interior"
	before  = 2   // tokens taken along before the first capital: "al-", "van der"
	longest = 200 // tokens; longer ones are cut, so that a list of names a megabyte long costs what it should
)

// sequences cuts the document into the runs that have capitals, within sentences.
func (d *document) sequences() []sequence {
	var out []sequence
	for i := 0; i < len(d.tokens); {
		if !d.candidate(i) {
			i++
			continue
		}
		from := i
		for from > 0 && i-from < before && d.tokens[from].flags&flagStart == 0 && d.tokens[from-1].flags&flagForeign == 0 {
			if n := len(out); n > 0 && from-1 < out[n-1].to {
				break
			}
			from--
		}
		end := i + 1
		for j := end; j < len(d.tokens) && j-end <= bridge && j-from < longest; j++ {
			if d.tokens[j].flags&flagStart != 0 {
				break
			}
			if d.candidate(j) {
				end = j + 1
			}
		}
		out = append(out, sequence{from, end})
		i = end
	}
	return out
}

// candidate reports whether the token may be what a name is recognised by.
func (d *document) candidate(i int) bool {
	t := &d.tokens[i]
	return t.capital() && t.flags&(flagShout|flagForeign) == 0 && !d.code(i)
}

// code reports whether token i is part of what people do not write: Max_Value, x.Foo.
func (d *document) code(i int) bool {
	sign := func(j int) byte {
		if j < 0 || j >= len(d.tokens) || d.tokens[j].kind != kindSign {
			return 0
		}
		return d.text[d.tokens[j].start]
	}
	glued := func(j int) bool { return j < len(d.tokens) && d.tokens[j].flags&flagSpace == 0 }
	if glued(i) && sign(i-1) == '_' || glued(i+1) && sign(i+1) == '_' {
		return true
	}
	if next := sign(i + 1); !glued(i+1) || next != '.' && next != '(' && next != '[' || next == '.' && !glued(i+2) {
		return false
	}
	return glued(i) && sign(i-1) == '.' && i > 1 && glued(i-1) && d.tokens[i-2].kind != kindSign
}
