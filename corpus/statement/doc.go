// Package statement finds who said what: the words, their speaker, the verb, whom they were said to or against, and by whom they were passed on.
//
//	text ──quotes──▶ stretches in quotation marks ─┐
//	     ──lex────▶ tokens, sentences ─────────────┴─▶ for each verb of speech: subject, frame, words ──▶ corpus.Statement
//
// A verb of speech (verbs.go) looks for its subject (subject.go) to its left, or behind it where a quotation ends before it, and
// for the words by its frame (words.go): a clause ("said that …"), an object and an infinitive ("urged Russia to …"), an object and what it is
// charged with ("accused NATO of …"), a noun phrase ("reiterated his support"). Quotations that no verb has claimed go to who spoke before them (quotes.go).
// In a transcript (transcript.go) the label before a turn names the speaker.
//
// Speakers are the actors that the document was found to mention; a role ("officials") or a pronoun that means none for sure is
// kept as the text has it. What stands within somebody's reported words is a statement of its own where it names its speaker, passed on by
// the other: "The Kremlin said Putin described …" has Putin's words via the Kremlin.
//
// What is denied or open is no statement ("declined to say", "would not say"), nor are opinions of the writer. English is read in depth;
// in French, Spanish, Russian, Swedish, Norwegian and Hungarian a quotation goes to the actor whose verb of speech is next to it.
//
// The method is that of rule-based quotation attribution (Pouliquen, Steinberger, Best, "Automatic Detection of Quotations in Multilingual
// News", 2007; Krestel, Bergler, Witte, "Minding the Source", 2008). The time is proportional to the text: no rule looks beyond a sentence and
// its quotations.
package statement
