package index

// ScanTerms calls visit for every term from number from on, in the order of their numbers, until it returns false.
func (x *Index) ScanTerms(from int, visit func(Term) bool) error {
	if err := x.openTerms(); err != nil {
		return err
	}
	for b := max(from, 0) / tableBlock; b < x.terms.starts.n; b++ {
		c := x.terms.block(b)
		var w termWalk
		for range tableBlock {
			if !c.next() {
				break
			}
			t := w.value(&c)
			t.Stem = string(c.key)
			if c.r.err != nil || t.ID >= from && !visit(t) {
				return c.r.err
			}
		}
		if c.r.err != nil {
			return c.r.err
		}
	}
	return nil
}
