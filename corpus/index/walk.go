package index

import "bytes"

// StopWalk ends a walk over forms.
const StopWalk = -1

// WalkForms calls visit for the surface forms that begin with prefix, in byte order. key is the form, valid only during the
// call; f.Text is empty. shared is a number of bytes that key has in common with the key visited before.
//
// visit returns 0 to go on, StopWalk to end, or a number of bytes of key: no form that begins with these is of interest any more, and
// the walk goes on behind them. This is how an automaton runs over the dictionary: it reads a key to the byte at which no accepted word can
// begin so, and from there whole blocks are passed by without decoding them.
func (x *Index) WalkForms(prefix string, visit func(key []byte, shared int, f Form) int) error {
	if err := x.openForms(); err != nil {
		return err
	}
	t := &x.forms
	c, ok := t.seek(prefix)
	shared := 0 // with the key visited last: the least of what each key since shares with the one before
	for ok && len(c.key) >= len(prefix) && string(c.key[:len(prefix)]) == prefix {
		f := Form{ID: c.i, Term: c.r.int(), Count: c.r.int()}
		if c.r.err != nil {
			break
		}
		dead := visit(c.key, shared, f)
		if dead < 0 {
			return nil
		}
		dead = min(dead, len(c.key))
		if shared, ok = c.past(dead); !ok {
			break
		}
	}
	return c.r.err
}

// past moves to the next entry that does not begin with the first dead bytes of the present key, whose value has been read; to the next one
// if dead is 0. It returns a number of bytes that the keys share.
func (c *cursor) past(dead int) (shared int, ok bool) {
	for first := true; ; first = false {
		if (c.i+1)%tableBlock == 0 {
			c.before = append(c.before[:0], c.key...)
			if ended := c.before[:dead]; dead > 0 && c.i+1 < c.t.n { // all keys since begin so
				// The blocks whose heads begin so hold nothing else, but for the end of the last one.
				after := func(head []byte) bool { return !bytes.HasPrefix(head, ended) }
				if head, err := c.t.head((c.i + 1) / tableBlock); err == nil && !after(head) {
					block, err := c.t.gallop((c.i+1)/tableBlock, after)
					if err != nil {
						c.r.err = err
						return 0, false
					}
					next := c.t.block(block - 1)
					c.r, c.i, c.b = next.r, next.i, next.b
					c.before = ended
				}
			}
			if !c.next() {
				return 0, false
			}
			for c.shared = 0; c.shared < len(c.before) && c.shared < len(c.key) && c.before[c.shared] == c.key[c.shared]; {
				c.shared++
			}
		} else if !c.next() {
			return 0, false
		}
		if first {
			shared = c.shared
		}
		if shared = min(shared, c.shared); dead == 0 || c.shared < dead {
			return shared, true
		}
		c.t.skip(&c.r)
	}
}
