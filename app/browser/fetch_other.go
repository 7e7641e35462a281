//go:build !js

package browser

import "errors"

// Fetch returns the body of the answer to a GET of url.
func Fetch(url string) ([]byte, error) { return nil, errors.New("there is no browser to fetch " + url) }

// Resolve returns the address that a relative one means beside base.
func Resolve(url, base string) string { return url }
