package site

import (
	"bytes"
	"encoding/json"
)

// renderWorker puts the version and the list of files that are stored above the service worker's own text.
func renderWorker(template []byte, version string, stored assets) ([]byte, error) {
	list := [][2]string{{"./", ""}}
	for _, a := range stored {
		list = append(list, [2]string{a.url(), a.integrity()})
	}
	var b bytes.Buffer
	b.WriteString("const VERSION = ")
	for _, part := range []struct {
		v   any
		end string
	}{{version, ";\nconst FILES = "}, {list, ";\n\n"}} {
		data, err := json.Marshal(part.v)
		if err != nil {
			return nil, err
		}
		b.Write(data)
		b.WriteString(part.end)
	}
	b.Write(template)
	return b.Bytes(), nil
}
