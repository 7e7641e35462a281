package corpus

// Statement is one place where a document tells what somebody said: directly in quotation marks, indirectly, or in a mixture.
type Statement struct {
	// Start and End are byte offsets of the words in Document.Text, without the marks around a quotation. Where the speaker stands
	// amid the words, they lie between Start and End too.
	Start, End int
	// Speaker is who said it: an actor, or, with an empty Name, the words from Start to End of Party alone.
	Speaker Party
	// Verb is the word of speech as the text has it ("said", "called on", "according to"), VerbStart and VerbEnd its place.
	Verb               string
	VerbStart, VerbEnd int
	Kind               StatementKind
	Form               SpeechForm
	// Via is who passed it on, where it is told at second hand: "the White House said Biden urged …", "in a statement".
	Via Party
	// To is who it was said to, or against.
	To []Party
}

// Party is a side of a statement: bytes Start to End of the text name it; Name and Type are of the actor that they mean,
// and Name is empty where they name none that is known ("officials"). A party that is not there is the zero value.
type Party struct {
	Start, End int
	Name       string
	Type       ActorType
}

// Known reports whether there is a party at all.
func (p Party) Known() bool { return p.Name != "" || p.End > p.Start }

// StatementKind is what a speaker does by saying it: the classes of reporting verbs. The numbers are part of the index format.
type StatementKind uint8

// The kinds.
const (
	Says      StatementKind = iota // said, told, added, according to
	Announces                      // announced, confirmed, disclosed
	Denies                         // denied, rejected
	Asks                           // asked, wondered
	Urges                          // urged, called on, demanded, ordered
	Warns                          // warned, threatened
	Accuses                        // accused, blamed, condemned, criticised
	Praises                        // praised, welcomed, thanked
	Pledges                        // vowed, promised, pledged
	Proposes                       // proposed, suggested, offered
	Agrees                         // agreed, admitted, conceded
	Expresses                      // expressed, voiced, reiterated, described
	Expects                        // predicted, believes, estimates
	NumStatementKinds
)

var statementKindNames = [NumStatementKinds]string{
	"say", "announce", "deny", "ask", "urge", "warn", "accuse", "praise", "pledge", "propose", "agree", "express", "expect",
}

// String returns the name of the kind as `extract` prints it.
func (k StatementKind) String() string {
	if k < NumStatementKinds {
		return statementKindNames[k]
	}
	return "unknown"
}

// SpeechForm says whose words the words are. The numbers are part of the index format.
type SpeechForm uint8

// The forms.
const (
	Direct   SpeechForm = iota // all in quotation marks, or a transcript
	Mixed                      // reported, with words in quotation marks among them
	Indirect                   // reported
	NumSpeechForms
)

var speechFormNames = [NumSpeechForms]string{"direct", "mixed", "indirect"}

// String returns the name of the form as `extract` prints it.
func (f SpeechForm) String() string {
	if f < NumSpeechForms {
		return speechFormNames[f]
	}
	return "unknown"
}

// Quoted reports whether any of the words are the speaker's own, in quotation marks.
func (s Statement) Quoted() bool { return s.Form != Indirect }
