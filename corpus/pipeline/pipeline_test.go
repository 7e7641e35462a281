package pipeline

import (
	"errors"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// TestOrder holds that results come in the order of the calls, on the caller's goroutine, and that a worker does one thing at a time.
func TestOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		for _, n := range []int{0, 1, 5, 500} {
			var got []int
			o := New(workers, func(v int) error { got = append(got, v); return nil })
			busy := make([]sync.Mutex, workers)
			for round := range 2 { // it may be used again
				for i := range n {
					err := o.Do(func(worker int) int {
						if !busy[worker].TryLock() {
							t.Errorf("worker %d does two things at once", worker)
							return i
						}
						defer busy[worker].Unlock()
						for range i % 7 {
							runtime.Gosched()
						}
						return round*n + i
					})
					if err != nil {
						t.Fatal(err)
					}
				}
				if err := o.Close(); err != nil {
					t.Fatal(err)
				}
			}
			want := make([]int, 2*n)
			for i := range want {
				want[i] = i
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d workers, %d tasks: %v", workers, n, got)
			}
		}
	}
}

// TestError holds that the first error of each comes back, that nothing is handed on behind it, and that the workers end.
func TestError(t *testing.T) {
	for _, workers := range []int{1, 3} {
		before := runtime.NumGoroutine()
		stop, last := errors.New("stop"), 0
		o := New(workers, func(v int) error {
			if last = v; v == 5 {
				return stop
			}
			return nil
		})
		var err error
		for i := range 100 {
			if err = o.Do(func(int) int { return i }); err != nil {
				break
			}
		}
		if closed := o.Close(); !errors.Is(err, stop) || !errors.Is(closed, stop) || last != 5 {
			t.Errorf("%d workers: %v, %v, last %d", workers, err, closed, last)
		}
		for i := 0; runtime.NumGoroutine() > before && i < 10_000; i++ {
			runtime.Gosched()
		}
		if now := runtime.NumGoroutine(); now > before {
			t.Errorf("%d workers: %d goroutines are left over", workers, now-before)
		}
	}
}

func TestWorkers(t *testing.T) {
	if Workers(3) != 3 || Workers(0) != runtime.GOMAXPROCS(0) || New(0, func(int) error { return nil }).Workers() < 1 {
		t.Error("the number of workers")
	}
}
