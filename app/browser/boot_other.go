//go:build !js

package browser

// Page reports that the program runs in a page.
func Page() bool { return false }

// Corpus returns the collection that the loader has fetched.
func Corpus() []byte { return nil }

// CorpusURL is where the collection that the loader has fetched came from.
func CorpusURL() string { return "" }

// Stored returns how far the site is stored for use without a network.
func Stored() Storage { return Storage{State: "none"} }

// OnStored calls f whenever Stored changes.
func OnStored(f func()) {}

// OnUpdate calls f when a new version of the site is ready.
func OnUpdate(f func()) {}

// ApplyUpdate switches to the new version.
func ApplyUpdate() {}
