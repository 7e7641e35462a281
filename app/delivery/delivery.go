// Package delivery brings the chunks that questions to a corpus have missed. It answers: how do the pieces of a large collection get
// from their files into the index, without one being fetched twice at a time?
//
// It runs on the goroutine that asks, except for Fetch, which waits for the network and touches nothing else.
package delivery

import (
	"errors"
	"slices"

	"dateline/corpus/index"
)

// Delivery brings the chunks of one index.
type Delivery struct {
	x      *index.Index
	names  []string
	fetch  func(name string) ([]byte, error)
	flying map[int]bool
}

// New returns the delivery of x, whose chunks fetch returns by their names. It is called by several goroutines at once.
func New(x *index.Index, fetch func(name string) ([]byte, error)) *Delivery {
	d := &Delivery{x: x, fetch: fetch, flying: map[int]bool{}}
	for _, c := range x.Chunks() {
		d.names = append(d.names, c.Name)
	}
	return d
}

// Take returns the chunks that have been missed and are not being fetched; the caller then Fetches and Supplies them. ahead is that
// of index.Wanted.
func (d *Delivery) Take(ahead int) []int {
	wanted := slices.DeleteFunc(d.x.Wanted(ahead), func(i int) bool { return d.flying[i] })
	for _, i := range wanted {
		d.flying[i] = true
	}
	return wanted
}

// Fetch returns the bytes of chunks, nil for those that did not come, and why.
func (d *Delivery) Fetch(chunks []int) ([][]byte, error) {
	type piece struct {
		at   int
		data []byte
		err  error
	}
	pieces := make(chan piece)
	for at, i := range chunks {
		go func() {
			data, err := d.fetch(d.names[i])
			pieces <- piece{at, data, err}
		}()
	}
	all := make([][]byte, len(chunks))
	var failed error
	for range chunks {
		p := <-pieces
		all[p.at] = p.data
		if p.err != nil && failed == nil {
			failed = p.err
		}
	}
	return all, failed
}

// Supply gives the index what Fetch has brought.
func (d *Delivery) Supply(chunks []int, data [][]byte) error {
	var failed error
	for at, i := range chunks {
		delete(d.flying, i)
		if data[at] != nil {
			failed = errors.Join(failed, d.x.Supply(i, data[at]))
		}
	}
	return failed
}

// Complete asks until nothing is missing, and waits for what is. What ask returns in the end is returned, or why a chunk did not come.
func (d *Delivery) Complete(ask func() error) error {
	for journey := 0; ; journey++ {
		err := ask()
		var missing *index.Missing
		if !errors.As(err, &missing) {
			d.Take(0)
			clear(d.flying) // what was touched in passing is not waited for
			d.Settle()
			return err
		}
		chunks := d.Take(Ahead(journey))
		if len(chunks) == 0 {
			return err // they were brought and are missing still: nothing more can be done
		}
		data, err := d.Fetch(chunks)
		if err = errors.Join(err, d.Supply(chunks, data)); err != nil {
			return err
		}
	}
}

// memory bounds the bytes of chunks that are kept between questions; others are fetched again, from the browser's storage.
const memory = 8 << 20

// Settle is called when nothing is missing any more.
func (d *Delivery) Settle() { d.x.Settle(memory) }

// Ahead is how many chunks to bring beyond each that is missed on the nth journey for one question, from 0. A question takes three or
// four, to the dictionary, the lists, the documents; one that reads on and on, as a wildcard does, soon gets what it will ask for next.
func Ahead(journey int) int {
	if journey < 4 {
		return 0
	}
	return 1 << min(journey-4, 5)
}
