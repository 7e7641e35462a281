//go:build !js

package browser

// Location returns the parts of the address that may hold a state.
func Location() (search, hash string) { return "", "" }

// Address returns the whole address.
func Address() string { return "" }

// Push adds an entry to the history.
func Push(search, fragment string) {}

// Replace changes the present entry of the history.
func Replace(search, fragment string) {}

// Framed reports that the page is shown inside another one.
func Framed() bool { return false }

// OnNavigate calls f when the address has changed from outside.
func OnNavigate(f func()) {}

// OnLeave calls f when the page is about to be left.
func OnLeave(f func()) {}
