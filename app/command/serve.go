package command

import (
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"dateline/app/site"
)

var serveCommand = &command{
	name:  "serve",
	args:  "[SITE|F.corpus|DIR|FILE] [flags]",
	short: "serve the explorer on this machine",
	long: `
Serves the explorer at http://localhost:8080 and prints that address; Ctrl-C ends it. What it serves is a site that
` + "`dateline site`" + ` has written, or, as there, the explorer of a .corpus file, of a folder of documents, of one file of
them, or of the default corpus, written to a temporary folder first.

Only this machine can reach it, unless --host says otherwise.
`,
	run: runServe,
}

func runServe(c *call) error {
	var f siteFlags
	f.define(c)
	host := c.flags.String("host", "localhost", "`NAME` name or address to listen at; 0.0.0.0 is every one of this machine")
	port := c.flags.Int("port", 8080, "`N` port to listen at; 0 takes a free one; 8080 without it")
	args, err := c.parse(0, 1)
	if err != nil {
		return err
	}
	input, err := f.input(args)
	if err != nil {
		return err
	}
	dir := input
	if !isSite(input) {
		tmp, err := os.MkdirTemp("", "dateline-serve-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		dir = filepath.Join(tmp, "site")
		if err := c.generate(input, dir, f); err != nil {
			return err
		}
	}
	return site.Serve(c.ctx, dir, net.JoinHostPort(*host, strconv.Itoa(*port)), func(url string) {
		fmt.Fprintf(c.Out, "Serving at %s (Ctrl-C ends it)\n", url)
	})
}

// IsSite reports whether path is a folder that holds a generated site.
func isSite(path string) bool {
	if path == "" {
		return false
	}
	info, err := fs.Stat(os.DirFS(path), "app.wasm")
	return err == nil && !info.IsDir()
}
