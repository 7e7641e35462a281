//go:build !js

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "this program runs in a browser's worker; on the command line, `go run ./app index` makes collections")
	os.Exit(2)
}
