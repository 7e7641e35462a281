package library

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"

	"dateline/corpus"
)

// A seal is lines of a key, a space and a value, in this order; the last is the CRC-32C of all before it, in hexadecimal:
//
//	dateline 1
//	id 6bf5c5e7e494ce456bf5c5e7e494ce45
//	name Biden–Putin talks, 2021
//	documents 2
//	words 795
//	first 2021-04-14
//	last 2021-12-07
//	bytes 15123
//	sum 1a2b3c4d
const sealHead = "dateline 1\n"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (i Item) seal() string {
	name := strings.Join(strings.Fields(i.Name), " ")
	s := sealHead + fmt.Sprintf("id %s\nname %s\ndocuments %d\nwords %d\nfirst %s\nlast %s\nbytes %d\n",
		i.ID, name, i.Docs, i.Words, i.First, i.Last, i.Bytes)
	return s + sumOf(s)
}

func sumOf(s string) string { return fmt.Sprintf("sum %08x\n", crc32.Checksum([]byte(s), castagnoli)) }

var errSeal = errors.New("the description of a collection is damaged")

func parseSeal(s string) (Item, error) {
	const sumLine = len("sum 1a2b3c4d\n")
	body := s[:max(0, len(s)-sumLine)]
	if !strings.HasPrefix(body, sealHead) || s[len(body):] != sumOf(body) {
		return Item{}, errSeal
	}
	var item Item
	for line := range strings.Lines(body[len(sealHead):]) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		var err error
		switch key {
		case "id":
			item.ID = value
		case "name":
			item.Name = value
		case "documents":
			item.Docs, err = strconv.Atoi(value)
		case "words":
			item.Words, err = strconv.Atoi(value)
		case "first":
			item.First, err = parseDate(value)
		case "last":
			item.Last, err = parseDate(value)
		case "bytes":
			item.Bytes, err = strconv.ParseInt(value, 10, 64)
		}
		if err != nil {
			return Item{}, errSeal
		}
	}
	return item, nil
}

func parseDate(s string) (corpus.Date, error) {
	if s == "" {
		return 0, nil // all is undated
	}
	return corpus.ParseDate(s)
}
