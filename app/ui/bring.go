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
	waits := e.awaited || e.a.missing
	if !waits {
		r.journey = 0
	}
	chunks := e.c.chunks.Take(delivery.Ahead(r.journey))
	if len(chunks) == 0 {
		if r.unsettled && !waits && !e.a.waits() {
			r.unsettled = false
			e.c.chunks.Settle()
		}
		return
	}
	r.journey++
	r.unsettled = true
	// A question waits for all that it needs; titles are shown one by one, as they come.
	batches := [][]int{chunks}
	if e.a.untitled() {
		batches = batches[:0]
		for i := range chunks {
			batches = append(batches, chunks[i:i+1])
		}
	}
	for _, batch := range batches {
		go func() {
			data, err := e.c.chunks.Fetch(batch)
			<-r.mounted
			r.dispatch(func() { r.brought(batch, data, err) })
		}()
	}
}

// brought goes on with chunks that have come, or have not, for the reason err.
func (r *root) brought(chunks []int, data [][]byte, err error) {
	e := r.e
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
}
