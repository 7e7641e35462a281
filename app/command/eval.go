package command

import (
	"os"

	"dateline/app/eval"
	"dateline/corpus/gold"
)

var evalCommand = &command{
	name:  "eval",
	short: "measure how well actors, dates and statements are found (for developers)",
	long: `
Runs the finders over the annotated texts in the folder of development data and prints a table, one line for each measure and
set: F1 in per cent and the like, more is better. What is not there is named on standard error and left out.
`,
	run: runEval,
}

func runEval(c *call) error {
	var o eval.Options
	var golden string
	var dev, misses bool
	c.flags.StringVar(&o.Data, "data", "../shared/data", "the folder of the development `DATA`")
	c.flags.StringVar(&o.Only, "only", "", "only the measures whose name contains this `WORD`")
	c.flags.BoolVar(&dev, "dev", false, "measure the parts that decide what is tried, not those of the table")
	c.flags.StringVar(&o.PeersDir, "peers", "", "also measure other programs, by the harness in `DIR`")
	c.flags.BoolVar(&misses, "misses", false, "name on standard error every name that was missed or found wrongly")
	c.flags.StringVar(&golden, "o", "", "write the table to `FILE` as well")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	o.Part = gold.Test
	if dev {
		o.Part = gold.Dev
	}
	if misses {
		o.Misses = c.Err
	}
	rows, err := eval.Run(c.ctx, o, c.Err)
	if err != nil {
		return err
	}
	if golden != "" {
		f, err := os.Create(golden)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := eval.Print(f, rows); err != nil {
			return err
		}
	}
	return eval.Print(c.Out, rows)
}
