package ui

import (
	"time"

	"dateline/app/delivery"
)

// Whatever is drawn or asked of a collection that comes in chunks may miss some of them: it then does with what there is, and the index
// notes what was missed. After each frame that is brought, and what waited for it is asked again.

// retryDelay is how long after chunks did not come they are tried again without being asked for.
const retryDelay = 5 * time.Second

// bring has the chunks fetched that have been missed.
func (r *root) bring() {
	e := r.e
	if e.trouble != "" {
		return
	}
	chunks := e.c.chunks.Take(delivery.Ahead(r.journey))
	if len(chunks) == 0 {
		if r.journey > 0 && !e.awaited && !e.a.waits() {
			r.journey = 0
			e.c.chunks.Settle()
		}
		return
	}
	r.journey++
	go func() {
		data, err := e.c.chunks.Fetch(chunks)
		<-r.mounted
		r.dispatch(func() {
			if broken := e.c.chunks.Supply(chunks, data); err == nil {
				err = broken
			}
			if err != nil {
				e.trouble = err.Error()
				r.after(&r.again, retryDelay, func() {
					e.trouble = ""
					r.dispatch(e.supplied)
				})
			}
			e.supplied()
			r.bring()
		})
	}()
}
