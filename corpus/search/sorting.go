package search

import (
	"math"
	"slices"
)

// inOrder sorts items by a number that each has, equal ones as they stand. All sorting here goes through one sort of whole numbers, number
// and place in one: the generic sorts of slices come to 15 kB of WebAssembly for each type.
func inOrder[T any](items []T, number func(item *T) uint32) {
	if len(items) < 2 {
		return
	}
	keys := make([]uint64, len(items))
	for i := range items {
		keys[i] = uint64(number(&items[i]))<<32 | uint64(i)
	}
	slices.Sort(keys)
	sorted := make([]T, len(items))
	for i, key := range keys {
		sorted[i] = items[uint32(key)]
	}
	copy(items, sorted)
}

// costKey is a cost as inOrder takes it.
func costKey(cost int) uint32 { return uint32(min(cost, math.MaxUint32)) }
