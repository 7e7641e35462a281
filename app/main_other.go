//go:build !js

// Command app is Dateline. Natively it is the command line (see app/command); compiled for js/wasm it is the explorer.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"dateline/app/command"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := command.Main(ctx, os.Args[1:], command.Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(status)
}
