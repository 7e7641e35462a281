package command

import (
	"fmt"
	"os"
	"path/filepath"

	"dateline/app/wasm"
)

var wasmCommand = &command{
	name:  "wasm",
	args:  "-o FILE",
	short: "build the browser's program (for build.sh)",
	long: `
Compiles app.wasm, the program that runs in the browser, with the default corpus in it, to FILE, and puts wasm_exec.js,
the part of Go that it needs, beside it. site and serve do the same by themselves; this is for builds that keep the program.
`,
	run: runWasm,
}

func runWasm(c *call) error {
	out := c.flags.String("o", "", "`FILE` where to write the program; needed")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *out == "" {
		return usagef("say where to write the program: -o app.wasm")
	}
	if err := os.MkdirAll(filepath.Dir(*out), 0o755); err != nil {
		return err
	}
	if err := wasm.Build(c.ctx, *out); err != nil {
		return err
	}
	info, err := os.Stat(*out)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Out, "%s, %s\n", *out, byteSize(info.Size()))
	return err
}
