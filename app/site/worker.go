package site

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
)

// renderWorker puts the version and the list of files that are stored above the service worker's own text.
func renderWorker(template []byte, version string, stored, chunks assets) ([]byte, error) {
	list := [][2]string{{"./", ""}}
	for _, a := range stored {
		list = append(list, [2]string{a.url(), a.integrity()})
	}
	pieces := make([][2]any, len(chunks))
	for i, c := range chunks {
		pieces[i] = [2]any{strings.TrimSuffix(path.Base(c.path), chunkExt), len(c.data)}
	}
	return withConstants(template, constant{"VERSION", version}, constant{"FILES", list}, constant{"CHUNKS", pieces})
}

// renderModule puts the addresses of what it starts above the text of dateline.js.
func renderModule(files assets, collection *asset) (asset, error) {
	program := struct {
		Worker string `json:"worker"`
		Glue   string `json:"glue"`
		Wasm   string `json:"wasm"`
		Corpus string `json:"corpus,omitempty"` // absent if app.wasm embeds the collection
	}{Worker: files.get(workerName).url(), Glue: files.get(glueName).url(), Wasm: files.get(wasmName).url()}
	if collection != nil {
		program.Corpus = collection.url()
	}
	data, err := withConstants(files.get(moduleName).data, constant{"PROGRAM", program})
	return newAsset(moduleName, data), err
}

// constant is a value that a script finds above its own text.
type constant struct {
	name  string
	value any
}

func withConstants(script []byte, constants ...constant) ([]byte, error) {
	var b bytes.Buffer
	for _, c := range constants {
		data, err := json.Marshal(c.value)
		if err != nil {
			return nil, err
		}
		b.WriteString("const " + c.name + " = ")
		b.Write(data)
		b.WriteString(";\n")
	}
	b.WriteByte('\n')
	b.Write(script)
	return b.Bytes(), nil
}
