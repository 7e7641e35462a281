package dump

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"dateline/corpus"
	"dateline/corpus/index"
)

// NDJSON writes the documents of x to w, each as a JSON object on a line of its own. It ends early, with its error, when ctx does.
func NDJSON(ctx context.Context, x *index.Index, w io.Writer) error {
	s, err := newSource(x)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(w, 64<<10)
	lines := json.NewEncoder(buffered)
	lines.SetEscapeHTML(false)
	err = s.each(func(_ corpus.DocID, d *document) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return lines.Encode(d)
	})
	if err != nil {
		return err
	}
	return buffered.Flush()
}
