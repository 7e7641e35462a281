package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// lineReader reads lines of a bounded length and counts them.
type lineReader struct {
	r    *bufio.Reader
	most int
	line int    // of the line that was read last, from 1
	back []byte // lines that were put back, to be read again
}

var errLongLine = errors.New("the line is too long")

// next returns the next line with its end. A longer one than most is passed over whole, and is errLongLine.
// At the end of the input it returns io.EOF, and a broken input's own error.
func (l *lineReader) next() ([]byte, error) {
	l.line++
	if len(l.back) > 0 {
		end := bytes.IndexByte(l.back, '\n') + 1
		if end == 0 {
			end = len(l.back)
		}
		line := l.back[:end:end]
		l.back = l.back[end:]
		return line, nil
	}
	var whole []byte
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if long = long || len(whole)+len(part) > l.most; !long {
			whole = append(whole, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, errLongLine
		case len(whole) == 0:
			l.line--
			return nil, io.EOF
		}
		return whole, nil
	}
}

// putBack lets lines, the last of which is the one read last, be read again.
func (l *lineReader) putBack(lines []byte) {
	l.line -= bytes.Count(lines, []byte{'\n'})
	if len(lines) > 0 && lines[len(lines)-1] != '\n' {
		l.line--
	}
	l.back = append(lines[:len(lines):len(lines)], l.back...)
}
