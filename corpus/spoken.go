package corpus

// DateMention is one place where a document speaks of a time, resolved against the document's own date. It holds what a
// TIMEX3 tag of TimeML holds (Pustejovsky et al., "TimeML: Robust Specification of Event and Temporal Expressions in Text",
// 2003), for dates alone: times of day, durations and what recurs are none.
type DateMention struct {
	// Start and End are byte offsets in Document.Text.
	Start, End int
	// From and To are the first and the last day that is meant, with day precision; both are undated where Kind is vague.
	From, To Date
	// Unit is the unit that the text counts in: From and To begin and end one of it, or the same one.
	Unit TimeUnit
	Kind DateKind
}

// Value returns the time as TIMEX3 writes it, with a decade and a century as ISO 8601-2 does: 2021-04-13, 2021-W15, 2021-W15-WE,
// 2021-04, 2021-Q2, 2021-SU, 2021-H1, 2021, 201X, 20XX; two of these with a slash between them for a range;
// PAST_REF and FUTURE_REF for what is vague.
func (m DateMention) Value() string {
	switch {
	case m.Kind == PastRef:
		return "PAST_REF"
	case m.Kind == FutureRef:
		return "FUTURE_REF"
	case m.From == 0 || m.To == 0:
		return ""
	}
	first, last := m.Unit.value(m.From), m.Unit.value(m.To)
	if first == last {
		return first
	}
	return first + "/" + last
}

// DateKind says how a text gives a time. The numbers are part of the index format.
type DateKind uint8

// The kinds.
const (
	// Written is a time that the text gives in full: "14 April 2021", "2014".
	Written DateKind = iota
	// Resolved is a time that means what it means by the document's date, its tense or what stands before: "Tuesday", "June".
	Resolved
	// PastRef is some time before the document: "recent days". FutureRef is one after it: "the coming months".
	PastRef
	FutureRef
	NumDateKinds
)

var dateKindNames = [NumDateKinds]string{"written", "resolved", "past", "future"}

// String returns the name of the kind.
func (k DateKind) String() string {
	if k < NumDateKinds {
		return dateKindNames[k]
	}
	return "unknown"
}
