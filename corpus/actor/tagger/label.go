package tagger

// The labels are BILOU: a name is one token (unit) or begins, goes on and ends. 0 is outside; type t has 1+4t … 4+4t.
const (
	outside   = 0
	begin     = 0
	inside    = 1
	last      = 2
	unit      = 3
	numLabels = 1 + 4*int(NumTypes)
)

func labelOf(t Type, at int) int { return 1 + 4*int(t) + at }

func typeOf(label int) Type { return Type((label - 1) / 4) }

func atOf(label int) int { return (label - 1) % 4 }

// follows lists for each label the labels that may come before it; index numLabels holds those that may end a sequence.
var follows = func() (f [numLabels + 1][]uint8) {
	open := func(l int) bool { return l != outside && atOf(l) <= inside }
	for next := range numLabels {
		for before := range numLabels {
			goesOn := next != outside && (atOf(next) == inside || atOf(next) == last)
			if goesOn == open(before) && (!goesOn || typeOf(before) == typeOf(next)) {
				f[next] = append(f[next], uint8(before))
			}
		}
	}
	for before := range numLabels {
		if !open(before) {
			f[numLabels] = append(f[numLabels], uint8(before))
		}
	}
	return f
}()

// opens reports whether a sequence may begin with label l.
func opens(l int) bool { return l == outside || atOf(l) == begin || atOf(l) == unit }
