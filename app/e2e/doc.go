// Package e2e holds the browser tests: they build the explorer as its users do, serve it, and work it in a headless
// Chromium. It asks: does what we ship do in a real browser what we say it does?
//
// There is nothing in it but tests. They need Chromium, and npm for axe-core, and fail with the remedy where there is none. A test fails too if the page
// has written an error to its console, has thrown an exception, or has broken its own content security policy.
//
// Figures and pictures come from tests as well, on request:
//
//	go test ./app/e2e -run TestScale -v                        figures over a large collection, if it is there
//	go test ./app/e2e -run TestScreenshots -screenshots DIR    pictures of the explorer, for the README
//
// With -screenshots every test that fails leaves a picture too; with -site DIR they test a site built before.
package e2e
