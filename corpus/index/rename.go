package index

import "fmt"

// Rename returns a corpus file of the same content under another name, and so of another id. The whole of data is checked
// against its checksums.
func Rename(data []byte, name string) ([]byte, error) {
	f, err := openFile(data)
	if err != nil {
		return nil, err
	}
	if f.version != FormatVersion {
		return nil, fmt.Errorf("corpus file: one of format version %d cannot be renamed by a program that writes version %d: build it again from its documents", f.version, FormatVersion)
	}
	var sections [numSections][]byte
	for s := range sections {
		if sections[s], err = f.whole(section(s)); err != nil {
			return nil, err
		}
	}
	r := reader{data: sections[secMeta]}
	r.string() // the name that it had
	if r.err != nil {
		return nil, r.err
	}
	sections[secMeta] = append(appendString(nil, name), sections[secMeta][r.at:]...)
	return writeFile(sections), nil
}
