package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// ErrHelp is returned by call.parse where --help stands on the command line.
var errHelp = errors.New("help wanted")

// Call is one run of a command: its command line and its surroundings.
type call struct {
	Stdio
	ctx   context.Context
	cmd   *command
	flags *flag.FlagSet
	args  []string // what stands behind the command's name
}

func newCall(ctx context.Context, cmd *command, args []string, std Stdio) *call {
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // errors come back from Parse and are printed once, by command.main
	return &call{Stdio: std, ctx: ctx, cmd: cmd, flags: fs, args: args}
}

// Parse sets the flags, wherever they stand between the arguments, and returns the arguments. Everything behind a
// lone "--" is an argument, so that a query can begin with a minus. It is a usage error if there are fewer than min
// or more than max arguments; max < 0 is no limit.
func (c *call) parse(min, max int) ([]string, error) {
	var positional []string
	rest := c.args
	for len(rest) > 0 {
		if err := c.flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, errHelp
			}
			return nil, usagef("%s", flagWords.Replace(err.Error()))
		}
		left := c.flags.Args()
		if read := len(rest) - len(left); read > 0 && rest[read-1] == "--" {
			positional = append(positional, left...)
			break
		}
		if len(left) == 0 {
			break
		}
		positional = append(positional, left[0])
		rest = left[1:]
	}
	switch {
	case len(positional) < min:
		return nil, usagef("something is missing behind %s", strings.Join(append([]string{c.cmd.name}, positional...), " "))
	case max >= 0 && len(positional) > max:
		return nil, usagef("%q is one argument too many", positional[max])
	}
	return positional, nil
}

// FlagWords puts what package flag says of a mistake into our words and our two dashes.
var flagWords = strings.NewReplacer(
	"flag provided but not defined: -", "there is no flag --",
	"flag needs an argument: -", "a value is missing behind --",
	" for flag -", " for --",
	": parse error", ": write a whole number",
)

// PrintHelp writes the usage line, the command's text and its flags.
func (c *call) printHelp(w io.Writer) {
	fmt.Fprintf(w, "usage: %s\n\n%s\n", c.cmd.usage(), strings.TrimSpace(c.cmd.long))
	var rows [][2]string
	width := 0
	c.flags.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		text = strings.TrimPrefix(text, value+" ") // "`DIR` to write" says DIR once
		name := "--" + f.Name
		if len(f.Name) == 1 {
			name = "-" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, text})
		width = max(width, len(name))
	})
	if len(rows) > 0 {
		fmt.Fprint(w, "\nflags:\n")
	}
	for _, row := range rows {
		fmt.Fprintf(w, "  %-*s  %s\n", width, row[0], row[1])
	}
}
