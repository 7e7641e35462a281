package statement

import (
	"strings"

	"dateline/corpus"
)

// frame is the set of what may stand behind a verb.
type frame uint16

const (
	clause    frame = 1 << iota // that he would go; he would go
	inverts                     // may stand before its subject, behind the words: "…," said Biden
	addressee                   // an object before the clause: told reporters that
	infinite                    // to go: vowed to go
	objectTo                    // an object and to go: urged Russia to go
	charge                      // an object and of, for, over: accused NATO of
	phrase                      // a noun phrase: voiced concern, proposed a summit
	quoted                      // counts only with words in quotation marks
	noun                        // is a noun as well: wants "that" or a quotation behind it
	object                      // the noun phrase is whom it is about: condemned, praised
	asPhrase                    // described X as Y
	wantsThat                   // a clause only behind "that", or in quotation marks
	ofSpeech                    // an object only where it is something said: an allegation, a call
)

// A verb is a verb of speech.
type verb struct {
	kind  corpus.StatementKind
	frame frame
	form  form
	lemma string
}

// form is that of an inflected verb.
type form uint8

const (
	finite     form = iota // said, says
	base                   // say: wants a plural subject
	participle             // saying
)

// verbLines are the verbs of speech: kind, what may stand behind, then the past and the third person; behind a stroke the base; behind
// another the participle in -ing.
var verbLines = []struct {
	kind  corpus.StatementKind
	frame frame
	forms string
}{
	{corpus.Says, clause | inverts, "said says|say|saying"},
	{corpus.Says, clause | addressee | inverts, "told tells|tell|telling"},
	{corpus.Says, clause | inverts, "added adds|add|adding"},
	{corpus.Says, clause | inverts, "stated|state|stating"},
	{corpus.Says, clause | inverts | noun, "noted notes|note|noting"},
	{corpus.Says, clause | inverts, "explained explains|explain|explaining"},
	{corpus.Says, clause | inverts, "insisted insists|insist|insisting"},
	{corpus.Says, clause | inverts, "argued argues|argue|arguing"},
	{corpus.Says, clause | inverts | noun, "claimed claims|claim|claiming"},
	{corpus.Says, clause | inverts, "asserted asserts|assert|asserting"},
	{corpus.Says, clause | inverts, "alleged alleges|allege|alleging"},
	{corpus.Says, clause | inverts, "stressed stresses|stress|stressing"},
	{corpus.Says, clause | inverts | phrase, "emphasized emphasised emphasizes emphasises|emphasize emphasise|emphasizing emphasising"},
	{corpus.Says, clause | wantsThat | inverts, "maintained maintains||maintaining"},
	{corpus.Says, clause | inverts | noun, "remarked remarks|remark|remarking"},
	{corpus.Says, clause | inverts | noun, "commented comments|comment|commenting"},
	{corpus.Says, clause | wantsThat | inverts, "observed observes||"},
	{corpus.Says, inverts | quoted, "continued concluded recalled recounted quipped joked exclaimed elaborated shouted yelled cried mused opined countered continues concludes recalls recounts jokes quips||"},
	{corpus.Says, quoted | inverts, "read reads||reading"},
	{corpus.Says, quoted, "spoke speaks||"},
	{corpus.Says, clause | inverts, "wrote writes|write|writing"},
	{corpus.Says, clause | inverts | noun, "tweeted tweets|tweet|tweeting"},
	{corpus.Says, clause | inverts | quoted, "posted||posting"},
	{corpus.Says, clause | inverts, "replied replies|reply|replying"},
	{corpus.Says, clause | inverts | quoted, "responded responds||responding"},
	{corpus.Expresses, clause | phrase | inverts, "reiterated reiterates|reiterate|reiterating"},
	{corpus.Says, clause | inverts | noun, "reported reports||reporting"},
	{corpus.Says, clause | inverts, "testified testifies||testifying"},
	{corpus.Says, clause | addressee, "informed informs|inform|informing"},
	{corpus.Says, clause | addressee, "assured assures|assure|assuring"},
	{corpus.Says, clause | addressee, "reminded reminds|remind|reminding"},
	{corpus.Says, clause | addressee, "notified||notifying"},
	{corpus.Says, clause | wantsThat | inverts, "indicated indicates||indicating"},
	{corpus.Says, clause | inverts, "clarified clarifies||clarifying"},
	{corpus.Says, clause | wantsThat | inverts, "mentioned||mentioning"},
	{corpus.Announces, clause | inverts | phrase, "announced announces|announce|announcing"},
	{corpus.Announces, clause | inverts | phrase, "confirmed confirms|confirm|confirming"},
	{corpus.Announces, clause | inverts | phrase, "declared declares|declare|declaring"},
	{corpus.Announces, clause | inverts, "revealed reveals||revealing"},
	{corpus.Announces, clause, "disclosed discloses||disclosing"},
	{corpus.Denies, clause | phrase, "denied denies|deny|denying"},
	{corpus.Denies, phrase | ofSpeech, "rejected rejects|reject|rejecting"},
	{corpus.Denies, phrase | ofSpeech, "dismissed dismisses|dismiss|dismissing"},
	{corpus.Denies, phrase | clause, "disputed refuted refutes|dispute refute|disputing refuting"},
	{corpus.Asks, clause | inverts | objectTo, "asked asks|ask|asking"},
	{corpus.Asks, clause | inverts, "wondered wonders||wondering"},
	{corpus.Asks, inverts | quoted, "questioned||"},
	{corpus.Urges, objectTo | phrase | inverts, "urged urges|urge|urging"},
	{corpus.Urges, objectTo | noun, "called calls|call|calling"}, // called on, called for
	{corpus.Urges, clause | phrase | infinite | noun | inverts, "demanded demands|demand|demanding"},
	{corpus.Urges, objectTo | clause | wantsThat, "ordered|order|ordering"},
	{corpus.Urges, objectTo | noun, "appealed appeals|appeal|appealing"}, // appealed to … to, for
	{corpus.Urges, objectTo, "encouraged encourages|encourage|encouraging"},
	{corpus.Urges, objectTo, "begged implored exhorted instructed pressed begs implores exhorts instructs|implore exhort|imploring exhorting begging"},
	{corpus.Urges, objectTo | clause, "advised advises|advise|advising"},
	{corpus.Urges, objectTo, "invited||inviting"},
	{corpus.Urges, clause | phrase | inverts, "recommended recommends|recommend|recommending"},
	{corpus.Warns, clause | addressee | inverts | phrase, "warned warns|warn|warning"},
	{corpus.Warns, clause | addressee, "cautioned cautions||cautioning"},
	{corpus.Warns, infinite, "threatened threatens|threaten|threatening"},
	{corpus.Accuses, charge, "accused accuses|accuse|accusing"},
	{corpus.Accuses, charge | object, "blamed blames|blame|blaming"},
	{corpus.Accuses, charge | object | inverts, "criticized criticised criticizes criticises|criticize criticise|criticizing criticising"},
	{corpus.Accuses, object, "condemned condemns|condemn|condemning"},
	{corpus.Accuses, object, "denounced denounces|denounce|denouncing"},
	{corpus.Accuses, charge | object, "slammed blasted decried lambasted slams blasts decries||slamming blasting decrying"},
	{corpus.Accuses, clause | inverts, "complained complains|complain|complaining"},
	{corpus.Praises, charge | object, "praised praises||praising"},
	{corpus.Praises, charge | object, "thanked thanks||thanking"},
	{corpus.Praises, object | ofSpeech, "welcomed welcomes|welcome|welcoming"},
	{corpus.Praises, object, "hailed hails|hail|hailing"},
	{corpus.Praises, object, "lauded applauded commended lauds applauds commends|applaud commend|lauding applauding commending"},
	{corpus.Praises, charge | object, "congratulated congratulates||congratulating"},
	{corpus.Pledges, infinite | clause | phrase | inverts, "vowed vows|vow|vowing"},
	{corpus.Pledges, infinite | clause | phrase | noun | inverts, "promised promises|promise|promising"},
	{corpus.Pledges, infinite | clause | phrase | noun | inverts, "pledged pledges|pledge|pledging"},
	{corpus.Pledges, infinite | clause, "swore swears||swearing"},
	{corpus.Pledges, infinite, "offered||offering"},
	{corpus.Proposes, clause | phrase | infinite | inverts, "proposed proposes|propose|proposing"},
	{corpus.Proposes, clause | phrase | inverts, "suggested suggests|suggest|suggesting"},
	{corpus.Agrees, clause | wantsThat, "agreed agrees|agree|agreeing"},
	{corpus.Agrees, clause | inverts, "admitted admits|admit|admitting"},
	{corpus.Agrees, clause | inverts, "acknowledged acknowledges|acknowledge|acknowledging"},
	{corpus.Agrees, clause | inverts, "conceded concedes|concede|conceding"},
	{corpus.Expresses, phrase, "expressed expresses|express|expressing"},
	{corpus.Expresses, phrase, "voiced voices|voice|voicing"},
	{corpus.Expresses, phrase | clause, "reaffirmed reaffirms|reaffirm|reaffirming"},
	{corpus.Expresses, phrase | clause, "underscored underlined highlighted underscores underlines|underscore underline|underscoring underlining"},
	{corpus.Expresses, asPhrase, "described describes|describe|describing"},
	{corpus.Expresses, quoted | noun, "pointed||"},
	{corpus.Expresses, quoted, "labelled labeled dubbed branded termed cited||"},
	{corpus.Expects, clause | inverts, "predicted predicts|predict|predicting"},
	{corpus.Expects, clause, "believes|believe|"},
	{corpus.Expects, clause, "estimated estimates||estimating"},
	{corpus.Expects, clause | inverts, "speculated||speculating"},
}

// nounPhrases says of some forms that they take noun phrases as well as clauses.
var nounPhrases = map[string]frame{"stressed": phrase}

// addVerbs adds the verbs of speech.
func (v *vocabulary) addVerbs() {
	for _, line := range verbLines {
		groups := strings.Split(line.forms, "|")
		lemma := strings.Fields(groups[0])[0]
		for g, words := range groups {
			for w := range strings.FieldsSeq(words) {
				old := v.words[w]
				f := line.frame | nounPhrases[w]
				if strings.HasSuffix(w, "s") && g == 0 || form(g) == base { // "claims", "demands", "state"
					if line.frame&noun != 0 {
						f |= noun
					}
				} else {
					f &^= noun
				}
				old.verb = &verb{kind: line.kind, frame: f, form: form(g), lemma: lemma}
				old.class |= verbal
				v.words[w] = old
			}
		}
	}
}
