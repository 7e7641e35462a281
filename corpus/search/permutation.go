package search

import "slices"

// permutation returns the numbers from 0 to n in the order that compare gives of them; equal ones stay as they are.
//
// Lists are sorted by such numbers, and not themselves, because each type of element that is sorted by package slices costs some six kilobytes of
// the browser's download.
func permutation(n int, compare func(a, b int32) int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, compare)
	return order
}

// sorted returns the elements of list in the order that compare gives; equal ones stay as they are.
func sorted[T any](list []T, compare func(a, b *T) int) []T {
	out := make([]T, len(list))
	for i, from := range permutation(len(list), func(a, b int32) int { return compare(&list[a], &list[b]) }) {
		out[i] = list[from]
	}
	return out
}
