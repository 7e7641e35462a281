// Package wasm builds the browser's programs from Dateline's own source: app.wasm, the explorer, and import.wasm, the worker that
// makes collections of a reader's own files. It answers: what is in the file that every visitor fetches, and why is it so small?
//
// They are two, as the formats' readers and the finders would make the one that every visitor waits for 0.9 MB bigger (2.10 MB in
// Brotli instead of 1.21), and few visitors add files.
//
// go-app is one package for server and browser. Compiled for the browser it still imports net/http for its server half, and
// with it come TLS, HTTP/2, MIME and every hash there is; their package initialisers run, so the linker cannot drop them.
// Nothing of it is ever called in a page: the browser fetches. Build therefore replaces some packages of the standard
// library, listed in stubs and kept as readable text below stub/, by ones that hold just the symbols which go-app names. It
// does so with the go command's own -overlay, which leaves GOROOT untouched.
//
// Brotli 11 of an empty go-app program, Go 1.26, in bytes, each line on top of the one before:
//
//	as it comes                               1,402,539
//	net/http                                  1,056,687
//	standard library compiled with -l           978,313
//	crypto/aes, crypto/cipher, crypto/rand      964,446
//	crypto/sha1, crypto/md5, database/sql       925,648
//	regexp                                      836,218
//	encoding/json                               741,206
//	go-app compiled with -l                     732,017
//
// (testing, which a stemmer imports, is another 11,000 of the explorer, net/url and log are 26,000.) Most of what is left is Go's runtime. -l switches inlining off. In the standard library and go-app it saves 7 % of the
// explorer; a search in 20,000 documents then takes 1.9 ms instead of 1.8, the snippets of a page 4.4 instead of 2.8 (node,
// best of 15), which is less than the bytes cost on any line. It saves 17,000 in our own app/..., which draws and waits; corpus/..., which searches, keeps
// inlining.
// wasm-opt makes the compressed file bigger, and the flags that leave out bounds checks are not worth their risk.
//
// A stub is never wrong in silence. What it leaves out does not compile, so a package of ours that wants regexp fails to build
// with the name of the missing symbol; and a test refuses any import of a stubbed package but by those that the stubs were
// made for. What these could still call returns an error that says so, or panics.
package wasm
