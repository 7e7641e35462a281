// Package embedded holds the collection that comes with Dateline, so that app.wasm needs no other file.
package embedded

import _ "embed"

// Default is the .corpus file made of corpus/documents.
//
//go:embed default.corpus
var Default []byte
