package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs puts cleaned text into the form of Document.Text. Blank lines part paragraphs. A single line break parts them too,
// unless the text is hard-wrapped there or the sentence plainly goes on; then it is a space.
func paragraphs(s string) string {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "\n") {
		return squeeze(s)
	}
	lines := strings.Split(s, "\n")
	width := wrapWidth(lines)
	var sb strings.Builder
	sb.Grow(len(s))
	previous := "" // the line before, "" at the start of a paragraph
	for _, line := range lines {
		bare := squeeze(line)
		if bare == "" {
			previous = ""
			continue
		}
		switch {
		case sb.Len() == 0:
		case previous == "" || !goesOn(previous, line, width):
			sb.WriteString("\n\n")
		case !endsInHyphen(previous) || !startsLower(bare):
			sb.WriteByte(' ')
		}
		sb.WriteString(bare)
		previous = line
	}
	return sb.String()
}

// Lines are taken as wrapped by an editor or a mailer if none is longer than the widest page, and most of those with
// a line behind them are so full that its first word would not have fitted.
const (
	narrowestPage = 36
	widestPage    = 110
	mostAreFull   = 0.7
)

// wrapWidth returns the width in characters at which lines are hard-wrapped, or 0.
func wrapWidth(lines []string) int {
	width := 0
	for _, line := range lines {
		width = max(width, runeLen(line))
	}
	if width < narrowestPage || width > widestPage {
		return 0
	}
	pairs, full := 0, 0
	for i := 1; i < len(lines); i++ {
		if isBlank(lines[i-1]) || isBlank(lines[i]) || listItem(lines[i]) {
			continue
		}
		pairs++
		if isFull(lines[i-1], lines[i], width) {
			full++
		}
	}
	if pairs == 0 || float64(full) < mostAreFull*float64(pairs) {
		return 0
	}
	return width
}

// isFull reports whether next's first word would not have fitted behind line; one in ten of the width is allowed for ragged wrapping.
func isFull(line, next string, width int) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	return runeLen(line)+1+runeLen(word) > width-width/10
}

// goesOn reports whether next continues the paragraph of line. width is that of wrapWidth.
func goesOn(line, next string, width int) bool {
	bare := strings.TrimSpace(next)
	if listItem(bare) {
		return false
	}
	ended := endsSentence(line)
	if width == 0 {
		return !ended && startsLower(bare)
	}
	if indent(next) > indent(line) && indent(line) == 0 && ended {
		return false
	}
	if isCaps(line) && !isCaps(next) {
		return false
	}
	return isFull(line, next, width) || !ended && startsLower(bare)
}

func endsSentence(line string) bool {
	line = strings.TrimRight(line, " \t\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(line)
	return line == "" || strings.ContainsRune(".!?:;…。", r)
}

// listItem reports whether a line begins with a bullet or a number and a dot or bracket.
func listItem(line string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, bullet := range [...]string{"- ", "* ", "• ", "– ", "— ", "· ", "+ "} {
		if strings.HasPrefix(line, bullet) {
			return true
		}
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	return digits > 0 && digits <= 2 && digits+1 < len(line) && (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

func isCaps(line string) bool {
	letters := 0
	for _, r := range line {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3
}

func endsInHyphen(line string) bool {
	line = strings.TrimRight(line, " \t")
	if !strings.HasSuffix(line, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(line[:len(line)-1])
	return unicode.IsLetter(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func runeLen(s string) int { return utf8.RuneCountInString(strings.TrimSpace(s)) }

// squeeze trims s and puts one space for every run of white space.
func squeeze(s string) string {
	s = strings.TrimSpace(s)
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '\t' || b == '\n', b == ' ' && s[i+1] == ' ', b >= utf8.RuneSelf && s[i:min(i+2, len(s))] == "\u00a0", b == 0xe2 || b == 0xe3:
			// Some white space to replace, or a character that may be it.
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// joinParagraphs puts blocks that are paragraphs already into the form of Document.Text.
func joinParagraphs(blocks []string) string { return strings.Join(blocks, "\n\n") }
