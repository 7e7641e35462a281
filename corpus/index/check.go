package index

// Check compares the whole file with its checksums. A page that is damaged is otherwise found when a question first touches it.
func (x *Index) Check() error {
	for s := range numSections {
		if _, err := x.file.whole(s); err != nil {
			return err
		}
	}
	return nil
}
