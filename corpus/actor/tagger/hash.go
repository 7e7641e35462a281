package tagger

import (
	"unicode/utf8"

	"dateline/corpus/text"
)

// Hashes are FNV-1a of 64 bits: short keys, no allocation.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashString(s string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

func hashBytes(s []byte) uint64 {
	h := uint64(fnvOffset)
	for _, c := range s {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// hashLower is the hash of s in small letters without accents.
func hashLower(s string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return hashString(text.Form(s))
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// join is the hash of a phrase whose last word is w.
func join(phrase, w uint64) uint64 { return (phrase*31 + 17) ^ w*0x9e3779b97f4a7c15 }
