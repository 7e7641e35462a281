package dump

import (
	"context"
	"errors"

	"dateline/corpus/index"
)

// SQLite is not to be had in a browser.
func SQLite(context.Context, *index.Index, string) error {
	return errors.New("the SQLite library does not run here: use the command line")
}
