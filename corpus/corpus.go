package corpus

// DocID numbers the documents of one index from 0, in the order of their dates.
type DocID uint32

// Document is one dated text as a reader of a file format hands it on: normalised, not yet analysed.
type Document struct {
	// ID is a short name, unique in its corpus, stable from build to build: the input's own id,
	// or the file name without its extension.
	ID string
	// OwnID reports that the input itself gave the ID, so that an equal text under another ID is another document.
	OwnID bool
	// Path is where the document came from: a slash-separated path below the corpus folder,
	// with "#3" behind it for the third record of a file and "!name" for a member of an archive.
	Path string
	// Title is the title that the input gave; empty where it gave none.
	Title string
	// Date is the publication date; undated where none was found.
	Date Date
	// DateFrom says in a word where Date came from: "text", "name", "field", "meta" or "".
	DateFrom string
	// Dateline is the place that opens a wire story ("WASHINGTON"), and DatelineLen the number of bytes it
	// takes at the start of Text with its colon or dash and the space behind it; both zero where there is none.
	Dateline    string
	DatelineLen int
	// Lang is the ISO 639-1 code of the language, empty until it has been told or found out.
	Lang string
	// Source is the publisher or outlet, URL where the document was published.
	Source, URL string
	// Authors and Tags are as the input gave them, in its order, without repetition.
	Authors, Tags []string
	// Actors are those that the input itself names.
	Actors []GivenActor
	// Text is valid UTF-8 in Unicode normalisation form C, its paragraphs separated by "\n\n" with no other line
	// breaks inside that carry meaning, without leading or trailing space. Every span in an index is a pair of byte offsets in it.
	Text string
}

// GivenActor is an actor that the input names in a field of its own ("people": ["reagan"]).
type GivenActor struct {
	Name string
	Type ActorType
}

// ActorType is the kind of thing an actor is.
type ActorType uint8

// The actor types. The numbers are part of the index format.
const (
	Person ActorType = iota
	Organisation
	Country
	Place
	NumActorTypes
)

var actorTypeNames = [NumActorTypes]string{"person", "organisation", "country", "place"}

// String returns "person", "organisation", "country" or "place".
func (t ActorType) String() string {
	if t < NumActorTypes {
		return actorTypeNames[t]
	}
	return "unknown"
}

// ParseActorType is the inverse of String; "org" and "organization" are taken too.
func ParseActorType(s string) (ActorType, bool) {
	switch s {
	case "org", "organization":
		return Organisation, true
	}
	for i, name := range actorTypeNames {
		if s == name {
			return ActorType(i), true
		}
	}
	return 0, false
}

// MentionKind says what kind of words a mention is made of. The numbers are part of the index format.
type MentionKind uint8

// The mention kinds.
const (
	// KindName is a name in full, an alias of it, or a spelling variant.
	KindName MentionKind = iota
	// KindSurname is a surname that an earlier full name of the document explains.
	KindSurname
	// KindAcronym is an acronym or initials ("EU", "U.S.").
	KindAcronym
	// KindDemonym is an adjective or noun for a country and its people ("Russian").
	KindDemonym
	// KindCapital is a capital that stands for a government ("Moscow said").
	KindCapital
	// KindRole is a role noun that the text has tied to a person ("the US secretary of state").
	KindRole
	// KindGiven is an actor that the input names in a field; such a mention has an empty span.
	KindGiven
	NumMentionKinds
)

var mentionKindNames = [NumMentionKinds]string{"name", "surname", "acronym", "demonym", "capital", "role", "given"}

// String returns the name of the kind as `extract` prints it.
func (k MentionKind) String() string {
	if k < NumMentionKinds {
		return mentionKindNames[k]
	}
	return "unknown"
}

// ShownConfidence is the confidence below which a mention is a guess: facets and counts leave it out.
const ShownConfidence = 0.5

// Mention is one place where a document speaks of an actor.
type Mention struct {
	// Start and End are byte offsets in Document.Text.
	Start, End int
	// Name and Type identify the actor: Name is its canonical name.
	Name string
	Type ActorType
	Kind MentionKind
	// Confidence is from 0 to 1.
	Confidence float64
	// Rule names what found it ("dictionary", "title", "surname" …), for people who ask why.
	Rule string
}
