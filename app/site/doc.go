// Package site writes the explorer of a collection as a folder of files that any web server, or none of ours, can give out.
// It answers: what does a visitor's browser fetch, and how does it come to be?
//
//	index.html            the page: what a visitor reads before the program runs; names all else
//	boot.js boot.css      the loader (package web)
//	app.css icons/        the look
//	wasm_exec.js          Go's glue, of the Go that compiled app.wasm
//	app.wasm              the program (package app/wasm), with the default collection inside
//	import.wasm           the program that makes collections of a reader's own files; fetched when there are some
//	<hash>.corpus         another collection, if one is given
//	<hash>.core           of one whose compressed size is over a limit: what opens it, and where the rest is,
//	chunks/<hash>.chunk   in pieces that are fetched when a question needs them (package index, "A corpus in chunks")
//	dateline.js worker.js the engine for other pages, and the worker that runs it (package app/worker)
//	sw.js                 the service worker: it stores all of the above
//	manifest.webmanifest  what an installed app is called and looks like
//	*.br *.gz             compressed twins, for servers that can choose
//	_headers .nojekyll    for hosts that read them
//	checksums.txt         the SHA-256 of every file; also how Generate knows a folder as its own
//
// No address in any of them is absolute, so that the folder works at /, at /a/b/ and on GitHub Pages alike. Every file that the
// page loads is asked for with a piece of its hash, ./boot.js?v=0123456789ab, and so no cache between can mix
// versions. The version of a site is the hash of all that it ships; the same input gives the same bytes.
//
// Serve gives such a folder out for a look at it, with the headers that a real host should send.
package site
