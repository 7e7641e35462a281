// Package command is Dateline's command line: it turns folders of documents into .corpus files and static sites,
// and asks a .corpus file the questions that the explorer asks it in the browser.
//
// Every command stands in a file of its own. Its flags may stand before or behind its arguments; its help, printed
// by --help, is part of what the tests hold. It is never linked into the browser's program.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// The exit statuses of Main.
const (
	exitOK     = 0
	exitFailed = 1 // the work could not be done: a file is missing, unreadable, damaged
	exitUsage  = 2 // the command line or the query is wrong: nothing was tried
)

// Command is one word behind the program's name.
type command struct {
	name  string
	args  string // how the arguments are written in the usage line
	short string // one line for the list of commands
	long  string // the help above the flags
	run   func(c *call) error
}

// Commands lists every command in the order in which people meet them.
func commands() []*command {
	return []*command{
		indexCommand, siteCommand, serveCommand, infoCommand, searchCommand, exportCommand, extractCommand, wasmCommand, evalCommand,
	}
}

// Stdio is what a command reads and writes besides files.
type Stdio struct {
	In       io.Reader
	Out, Err io.Writer
	// Now tells the time for the seconds in reports; nil is time.Now.
	Now func() time.Time
}

// Main runs the command line args, without the program's name, and returns the exit status:
// 0 if the work is done, 1 if it could not be done, 2 if the command line or the query is wrong.
// It ends early, with status 1, when ctx does.
func Main(ctx context.Context, args []string, std Stdio) int {
	if std.Now == nil {
		std.Now = time.Now
	}
	if len(args) == 0 {
		printOverview(std.Err)
		return exitUsage
	}
	name, args := args[0], args[1:]
	switch name {
	case "help", "--help", "-help", "-h":
		if len(args) == 0 {
			printOverview(std.Out)
			return exitOK
		}
		name, args = args[0], []string{"--help"}
	}
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd.main(ctx, args, std)
		}
	}
	fmt.Fprintf(std.Err, "dateline: there is no command %q. The commands are %s; `dateline help` tells more.\n", name, commandNames())
	return exitUsage
}

func (cmd *command) main(ctx context.Context, args []string, std Stdio) int {
	c := newCall(ctx, cmd, args, std)
	err := cmd.run(c)
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errHelp):
		c.printHelp(std.Out)
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(std.Err, "dateline %s: %s\n", cmd.name, usage.text)
		if !usage.quiet {
			fmt.Fprintf(std.Err, "usage: %s\n`dateline %s --help` tells more.\n", cmd.usage(), cmd.name)
		}
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(std.Err, "dateline %s: stopped\n", cmd.name)
		return exitFailed
	}
	fmt.Fprintf(std.Err, "dateline %s: %v\n", cmd.name, err)
	return exitFailed
}

func (cmd *command) usage() string { return "dateline " + cmd.name + " " + cmd.args }

// UsageError is a mistake in the command line or in a query: exit status 2.
type usageError struct {
	text  string
	quiet bool // the text says all there is to say: leave out the usage line
}

func (e *usageError) Error() string { return e.text }

func usagef(format string, args ...any) error { return &usageError{text: fmt.Sprintf(format, args...)} }

func printOverview(w io.Writer) {
	fmt.Fprint(w, "Dateline turns a folder of dated documents into an explorer that runs in the browser.\n\nusage: dateline COMMAND …\n\n")
	for _, cmd := range commands() {
		fmt.Fprintf(w, "  %-8s %s\n", cmd.name, cmd.short)
	}
	fmt.Fprint(w, "\n`dateline COMMAND --help` tells what a command takes. From a checkout, `go run ./app` stands for `dateline`.\n")
}

func commandNames() string {
	var names []string
	for _, cmd := range commands() {
		names = append(names, cmd.name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
