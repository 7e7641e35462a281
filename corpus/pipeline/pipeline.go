// Package pipeline spreads work over the processors and hands its results on in the order in which it was asked for, so
// that what is made of them is the same whatever the number of workers.
package pipeline

import "runtime"

// Workers returns the number of workers that n asks for: n itself, or, for 0 and below, one for each processor that the program
// may use. In a browser that is one.
func Workers(n int) int {
	if n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// perWorker is how many tasks may wait for each worker: enough that none is idle while the caller is busy with a result,
// few enough that results do not pile up.
const perWorker = 4

// Ordered makes values with several workers. One goroutine calls Do and Close; on that goroutine each is called with the values,
// in the order of the calls of Do. With one worker there is no other goroutine at all.
type Ordered[T any] struct {
	each    func(T) error
	workers int
	tasks   chan task[T] // nil until the first Do
	waiting []chan T     // results to come, the oldest first
	err     error
}

type task[T any] struct {
	run  func(worker int) T
	done chan T
}

// New returns an Ordered with workers workers (see Workers). Its Close must be called.
func New[T any](workers int, each func(T) error) *Ordered[T] {
	return &Ordered[T]{each: each, workers: Workers(workers)}
}

// Workers returns how many workers there are.
func (o *Ordered[T]) Workers() int { return o.workers }

// Do has a worker call run, with the worker's number from 0, and hands on results that came before. Runs of one worker never overlap.
// It returns the first error of each; after one, nothing more is run.
func (o *Ordered[T]) Do(run func(worker int) T) error {
	if o.err != nil {
		return o.err
	}
	if o.workers == 1 {
		o.err = o.each(run(0))
		return o.err
	}
	if o.tasks == nil {
		o.start()
	}
	if len(o.waiting) == cap(o.tasks) {
		if o.next(); o.err != nil {
			return o.err
		}
	}
	done := make(chan T, 1)
	o.waiting = append(o.waiting, done)
	o.tasks <- task[T]{run, done}
	return nil
}

func (o *Ordered[T]) start() {
	tasks := make(chan task[T], perWorker*o.workers)
	o.tasks = tasks
	for worker := range o.workers {
		go func() {
			for t := range tasks {
				t.done <- t.run(worker)
			}
		}()
	}
}

// next waits for the oldest result and hands it on.
func (o *Ordered[T]) next() {
	result := <-o.waiting[0]
	o.waiting = o.waiting[1:]
	if o.err == nil {
		o.err = o.each(result)
	}
}

// Close hands on the results that are left, ends the workers and returns the first error of each. An Ordered may be used again
// after it.
func (o *Ordered[T]) Close() error {
	for len(o.waiting) > 0 {
		o.next()
	}
	if o.tasks != nil {
		close(o.tasks)
		o.tasks = nil
	}
	return o.err
}
