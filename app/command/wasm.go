package command

import (
	"fmt"
	"os"
	"path/filepath"

	"dateline/app/wasm"
)

var wasmCommand = &command{
	name:  "wasm",
	args:  "-o DIR",
	short: "build the browser's programs (for build.sh)",
	long: `
Compiles the programs that run in the browser into the folder DIR: app.wasm, the explorer, with the default corpus in it,
import.wasm, which makes collections of a reader's own files, and wasm_exec.js, the part of Go that both need. site and serve
do the same by themselves; this is for builds that keep the programs.
`,
	run: runWasm,
}

func runWasm(c *call) error {
	out := c.flags.String("o", "", "`DIR` where to write the programs; needed")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *out == "" {
		return usagef("say where to write the programs: -o DIR")
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	if err := wasm.Build(c.ctx, *out); err != nil {
		return err
	}
	for _, name := range []string{wasm.Explorer, wasm.Importer} {
		info, err := os.Stat(filepath.Join(*out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(c.Out, "%s, %s\n", filepath.Join(*out, name), byteSize(info.Size()))
	}
	return nil
}
