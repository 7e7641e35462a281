package tagger

// Features are hashed: a template's number and what it sees give a slot of the weights. Two that share a slot add up, which
// costs little as long as the slots outnumber the frequent features.

// maxFeatures is more than any token has.
const maxFeatures = 96

// A featureList is the slots of one token.
type featureList struct {
	slots [maxFeatures]uint32
	n     int
	shift uint
}

func (f *featureList) add(template, seen uint64) {
	h := (seen + template*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	if f.n < maxFeatures {
		f.slots[f.n] = uint32(h >> f.shift)
		f.n++
	}
}

// outsideToken stands beyond the ends of a text.
var outsideToken = token{lower: hashString("<none>"), shape: hashString("<none>"), suf3: hashString("<none>")}

func (d *document) at(i int) *token {
	if i < 0 || i >= len(d.tokens) {
		return &outsideToken
	}
	return &d.tokens[i]
}

// A run is the capitalised words about a token: from to to, with what stands before and behind.
type run struct{ from, to int }

// runAt returns the run of capitals that holds token i; the one before ends at most at i.
func (d *document) runAt(i int, have run) run {
	if i < have.to {
		return have
	}
	r := run{i, i}
	for r.to < len(d.tokens) && r.to < i+12 && d.tokens[r.to].capital() && (r.to == i || d.tokens[r.to].flags&flagStart == 0) {
		r.to++
	}
	return r
}

// features fills f with the slots of token i, which is in run r.
func (d *document) features(f *featureList, i int, r run) {
	f.n = 0
	t := d.at(i)
	p, n := d.at(i-1), d.at(i+1)
	pp, nn := d.at(i-2), d.at(i+2)
	start := uint64(t.flags & (flagStart | flagLowerSeen | flagCapSeen))

	f.add(0, 0)
	f.add(1, t.lower)
	f.add(2, p.lower)
	f.add(3, n.lower)
	f.add(4, pp.lower)
	f.add(5, nn.lower)
	f.add(6, t.exact)
	f.add(7, t.shape)
	f.add(8, p.shape)
	f.add(9, n.shape)
	f.add(10, p.shape*3+t.shape)
	f.add(11, t.shape*3+n.shape)
	f.add(12, p.shape*9+t.shape*3+n.shape)
	f.add(13, t.pre3)
	f.add(14, t.pre4)
	f.add(15, t.suf2)
	f.add(16, t.suf3)
	f.add(17, t.suf4)
	f.add(18, p.lower*3+t.lower)
	f.add(19, t.lower*3+n.lower)
	f.add(20, p.lower*3+t.shape)
	f.add(21, t.shape*3+n.lower)
	f.add(22, start*8+uint64(t.kind))
	f.add(23, pp.lower*3+p.lower)
	f.add(24, n.lower*3+nn.lower)
	f.add(25, p.suf3)
	f.add(26, n.suf3)
	f.add(27, p.lower*3+n.lower)

	f.add(30, uint64(t.cluster))
	f.add(31, uint64(p.cluster))
	f.add(32, uint64(n.cluster))
	f.add(33, uint64(p.cluster)<<8|uint64(t.cluster))
	f.add(34, uint64(t.cluster)<<8|uint64(n.cluster))
	f.add(35, uint64(pp.cluster))
	f.add(36, uint64(nn.cluster))

	d.lexical(f, t, p, n, pp, nn)
	if t.capital() && r.to > r.from {
		// What stands about the whole run of capitals, and its first and last word, tell what the run is.
		b, a := d.at(r.from-1), d.at(r.to)
		l := d.at(r.to - 1)
		at := uint64(min(i-r.from, 3)) | uint64(min(r.to-1-i, 3))<<2
		f.add(60, b.lower)
		f.add(61, a.lower)
		f.add(62, l.lower)
		f.add(63, d.at(r.from).lower)
		f.add(64, at)
		f.add(65, at<<16|uint64(l.class&(OrgTail|PlaceTail|Thing|Title|Role)))
		f.add(66, at<<16|uint64(b.class&(Title|Role|Function)))
		f.add(67, uint64(a.cluster)<<8|uint64(b.cluster))
		f.add(68, at<<4|start)
	}
}

// lexical adds what the lexicon knows of the token and its neighbours.
func (d *document) lexical(f *featureList, t, p, n, pp, nn *token) {
	f.add(40, uint64(t.class))
	f.add(41, uint64(p.class))
	f.add(42, uint64(n.class))
	f.add(43, uint64(p.class)<<16|uint64(t.class))
	f.add(44, uint64(t.class)<<16|uint64(n.class))
	f.add(45, uint64(pp.class&(Title|Role|Given)))
	f.add(46, uint64(nn.class&(OrgTail|PlaceTail|Family|Say)))
	for c := t.class; c != 0; c &= c - 1 {
		f.add(47, uint64(c&-c)<<4|uint64(t.kind))
	}
	known := uint64(0)
	for k, at := range t.phrase {
		if at != 0 {
			f.add(48, uint64(k)<<8|uint64(at))
			known |= uint64(at) << (4 * k)
		}
	}
	f.add(49, known)
	f.add(50, known<<4|uint64(t.kind))
	f.add(51, known<<32|uint64(t.class))
	f.add(52, phrases(p))
	f.add(53, phrases(n))
	f.add(54, known<<32|phrases(n))
}

func phrases(t *token) uint64 {
	known := uint64(0)
	for k, at := range t.phrase {
		known |= uint64(at) << (4 * k)
	}
	return known
}
