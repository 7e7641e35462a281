package statement

import (
	"strings"
	"sync"
)

// class is the set of things that a word can be to the rules.
type class uint32

const (
	verbal       class = 1 << iota // a verb of speech
	stopper                        // another finite verb or auxiliary: a noun phrase does not reach over it
	auxiliary                      // has, had, have
	being                          // is, was, been
	modal                          // will, would, could
	negation                       // not, never
	adverb                         // may stand between subject and verb
	pronoun                        // he, she, they, it
	determiner                     // the, a, his
	preposition                    // in, of, with
	conjunction                    // and, but, that, while
	role                           // a noun for people or a body that speaks: spokesman, officials, police
	many                           // of a role: plural
	paper                          // a noun for what is written: report, statement
	female                         // a role or name of a woman
	male                           // of a man
	dated                          // a day of the week, a month, "yesterday"
	abbreviation                   // its full stop ends no sentence
	opener                         // hardly stands inside a sentence with a capital: The, He
	channel                        // statement, interview, tweet: what words are passed on by
	spoken                         // a noun for what is said or decided: claim, allegation, move
	vague                          // a subject that names nobody: this, there, which
)

// word is what the vocabulary says of a word.
type word struct {
	class class
	verb  *verb
}

func (w word) has(c class) bool { return w.class&c != 0 }

// vocabulary is the words of a language.
type vocabulary struct {
	words map[string]word
}

func (v *vocabulary) add(c class, words string) {
	for w := range strings.FieldsSeq(words) {
		old := v.words[w]
		old.class |= c
		v.words[w] = old
	}
}

var english = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: make(map[string]word, 2500)}
	v.addVerbs()
	v.add(auxiliary|stopper, "has had have")
	v.add(being|stopper, "is are was were be been being am")
	v.add(modal|stopper, "will would shall should could can may might must cannot won't wouldn't couldn't can't shouldn't to")
	v.add(negation|stopper, "not never didn't doesn't don't hasn't haven't hadn't did does do isn't wasn't aren't weren't declined refused failed unable")
	v.add(stopper, `came went took made gave got met held left began saw found won lost led fell rose knew thought felt heard became brought kept sent spent
 stood spoke sat ran put set let read paid lies lay shows showed show seems seemed appears appeared remains wants wanted needs makes takes comes goes gives
 gets has includes included says killed died joined arrived visited returned followed caused understood meant chose drew drove flew fought fled grew hid hit hurt knew laid lent paid rang rode sang sank shook shot shut slept slid sold spread stole struck swept swore taught threw wore withdrew woke feels thinks knows hopes needs holds plans works lives exists`)
	v.add(adverb, `also then later now again first further still even once just soon repeatedly reportedly publicly recently previously meanwhile however
 already earlier since always only too instead therefore nevertheless both often today yesterday thus finally initially quickly immediately`)
	v.add(pronoun, "he she they it who")
	v.add(vague, "i've i'm i'd i'll we've we're we'd we'll you've you're you'd you'll that's there's what's this that there these those what which i we you everyone everybody nobody someone it's here how why when where if")
	v.add(male, "he his him himself mr sir lord king prince spokesman chairman father son brother husband businessman congressman policeman fisherman uncle grandfather man boy gentleman actor pope bishop archbishop imam sheikh")
	v.add(female, "she her hers herself mrs ms miss madam lady queen princess spokeswoman chairwoman mother daughter sister wife businesswoman congresswoman policewoman aunt grandmother woman girl actress duchess")
	v.add(determiner, "the a an this that these those his her its their our your my some any many several both all most few each every another no one two three four five six other")
	v.add(preposition, `in of with for to at from by on about near over under between among against before after during through within without into onto
 upon toward towards across around behind beside inside outside until despite like amid alongside regarding concerning following including per via than as`)
	v.add(conjunction, "and but or nor that which who whom whose while when where because although though if unless as since so yet whether after before until once what how why plus")
	v.add(dated, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
 yesterday today tomorrow tonight jan feb mar apr jun jul aug sep sept oct nov dec week month year morning evening afternoon night`)
	v.add(abbreviation, "mr mrs ms dr prof rev sen rep gov gen col lt sgt capt st no vs jr sr co corp inc ltd jan feb mar apr jun jul aug sep sept oct nov dec")
	v.add(opener, `the a an in it he she they we but and this that these those there at on for as while when after before however his her their its i`)
	v.add(role, `spokesman spokeswoman spokesperson official minister president premier chancellor secretary ambassador diplomat envoy adviser advisor aide leader chief head
 director chairman chairwoman chair chairperson governor mayor senator lawmaker congressman congresswoman representative member police officer general commander colonel
 captain analyst expert economist scientist researcher professor doctor author writer lawyer attorney solicitor prosecutor judge court witness source resident activist
 critic supporter opponent protester company firm government ministry administration department agency embassy office party group organisation organization army
 military navy force commission committee council union bank parliament senate congress house opposition media newspaper channel station network watchdog family father mother
 brother sister son daughter wife husband friend colleague coach player manager singer actor actress king queen prince princess pope bishop archbishop counterpart
 executive investor observer man woman boy girl teacher student farmer worker victim survivor campaigner regulator team club airline airport hospital school university church foundation
 institute center centre coalition alliance tribunal panel board bureau federation association league society mission delegation delegate side owner founder
 candidate politician republican democrat historian journalist reporter correspondent editor blogger designer artist musician developer engineer biologist astronomer
 physicist paleontologist ecologist geologist epidemiologist virologist surgeon nurse patient driver pilot passenger neighbor neighbour bystander pastor priest imam monk
 charity trust ngo jury inspector investigator television tv radio press broadcaster superintendent constable sergeant lieutenant detective sheriff coroner firefighter paramedic dealer trader broker veteran soldier rebel militant insurgent
 consultant organiser organizer planner boss ceo vice-president vice deputy premier speaker negotiator mediator monitor authority body service corporation
 cabinet presidency monarchy palace chamber assembly legislature judiciary academy museum studio publisher magazine website site brand subsidiary operator manufacturer maker supplier
 defence defense plaintiff defendant suspect accused mr mrs ms dr user customer fan follower volunteer participant attendee visitor tourist guide`)
	v.add(role, "campaign city town county state country nation village province republic kingdom region")
	v.add(role|many, `associates allies backers cities countries states nations tribes tribesmen
 spokesmen spokespeople officials ministers presidents secretaries ambassadors diplomats envoys advisers advisors aides leaders chiefs heads directors governors mayors
 senators lawmakers congressmen representatives members officers generals commanders analysts experts economists scientists researchers professors doctors authors writers lawyers
 attorneys solicitors prosecutors judges courts witnesses sources residents activists critics supporters opponents protesters companies firms governments agencies authorities parties groups
 organisations organizations parents brothers sisters friends colleagues coaches players managers executives investors observers people men women boys girls teachers students farmers workers victims survivors campaigners
 regulators teams airlines hospitals schools universities doctors unions banks delegates sides owners founders candidates politicians republicans democrats historians journalists reporters
 editors artists musicians developers engineers biologists astronomers physicists paleontologists ecologists geologists epidemiologists nurses patients drivers pilots passengers neighbors neighbours
 investigators detectives firefighters paramedics dealers traders brokers veterans soldiers troops rebels militants insurgents consultants organisers organizers negotiators mediators monitors demonstrators
 locals users customers fans volunteers participants attendees visitors tourists relatives families police media clerics refugees migrants prisoners voters conservatives liberals campaigners`)
	v.add(paper, `report statement study document letter survey poll readout readouts reports statements documents letters studies polls transcript filing lawsuit ruling judgment communique
 communiqué declaration article editorial paper book indictment complaint memo note press release announcement account accounts records analysis sources data figures notice warning verdict advisory bulletin post proposal resolution petition bill motion manifesto law plan`)
	v.add(spoken, `claim claims accusation accusations allegation allegations suggestion suggestions idea notion charge charges criticism criticisms report reports call calls
 demand demands proposal proposals offer offers assertion assertions remark remarks comment comments statement statements move moves decision decisions step steps news announcement agreement deal
 result results ruling outcome plan plans pledge pledges commitment commitments concern concerns theory theories rumours rumors speculation complaint complaints argument arguments view ceasefire truce verdict efforts initiative`)
	v.add(channel, `statement interview tweet letter speech conference briefing report message post video address readout email e-mail call release memo note editorial article blog
 communique communiqué broadcast column testimony transcript text`)
	v.addNames()
	for w, entry := range v.words { // what ends in -ly stands between subject and verb
		if strings.HasSuffix(w, "ly") && entry.class == 0 {
			v.add(adverb, w)
		}
	}
	return v
})

// addNames adds given names that tell a woman from a man; those that both bear are left out.
func (v *vocabulary) addNames() {
	v.add(male, `aaron abdullah abdul adam adrian ahmad ahmed alan albert alberto alejandro aleksandr alexander alexei ali alistair andre andreas andrei andrew andrzej angus anthony
 antonio antony arthur bashar ben benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles chris christopher chuck colin craig dan daniel dave david
 dean dennis dick dmitri dmitry dmytro donald doug douglas ed eduardo edward emmanuel enrique eric ernest evgeny felix fernando francis francisco francois frank franz fred frederick gary
 gavin geoffrey george gerald gerard giorgio giovanni giuseppe gordon graham greg gregory guillermo hamid hans harold harry hassan heiko henry herbert howard hugo hugh hussein ian
 ibrahim igor ilham imran isaac ivan jack jacob jair jake james jan javier jean-claude jean-yves jeff jeffrey jens jeremy jerome jerry jesus jim joao joe john johnny jonathan jorge jose josep joseph
 josh joshua juan julian julio justin karl keith ken kenneth kevin khalid konstantin kyriakos larry lars lawrence leo leon leonid liam lindsey lloyd louis luis luke mahmoud manuel marc marcel marco mario mark
 markus martin matt matteo matthew maurice max mehmet michael michel miguel mike mikhail mitch mohamed mohammad mohammed muhammad narendra nathan neil nelson nicholas nick nicolas nigel nikolai nikos
 noah norman olaf oleg oliver omar oscar osama patrick paul pedro pete peter petro phil philip pierre pietro rafael rahul ralph ramon raul ray raymond recep reinhard ricardo
 richard rick rob robert roberto rodrigo roger roman ron ronald roy rudy russell ryan salman sam samuel sanjay sebastian sergei sergey sergio shane shinzo silvio simon stanislav stefan stephen
 steve steven stuart ted terry thomas tim timothy toby tom tommy tony trevor tyler umar vadim valery victor viktor vincent vitali vitaly vladimir volodymyr walter warren wayne wilhelm will
 william xavier yasser yoshihide yuri yves zoran borislav bojan jaroslaw donald barack hosni moon emmerson cyril uhuru paulo`)
	v.add(female, `abigail agnes aisha alexandra alexandria alice alicia alison amanda amelia amy ana anastasia andrea angela angelina anita anna anne annegret annette ashley audrey aung barbara beatrice becky
 bella benazir beth betty beverly brenda bridget camilla carol carolina caroline carrie catherine cecilia charlotte cheryl chloe christina christine cindy claire clara claudia condoleezza cristina cynthia
 daisy danielle deborah debra denise diana diane donna dorothy edith eileen elena elizabeth ella ellen emily emma erin erna esther eva evelyn fatima federica fiona florence frances gabrielle gina gloria
 grace greta hannah harriet heather helen helena helle hillary ingrid irene iryna isabel isabella jacinda jacqueline jane janet janice jen jenna jennifer jenny jessica jill joan joanna josephine joyce judith julia
 juliana julie june kamala karen kate katherine kathleen kathryn katie kayleigh kelly kristina kristen laura lauren leila leslie lilian lily linda lisa liz louise lucia lucy lyudmila magdalena mai margaret margrethe
 maria marie marina marine marta martha mary maya megan melania melissa mercedes meghan mette michelle michele monica nadia nancy naomi natalia natalie natasha nicola nikki nina nora olga olivia oprah pamela patricia
 paula penny phoebe priti rachel rebecca rita rosa rose roza ruth sandra sara sarah serena shirley simone sofia sonia sophia sophie stephanie sue susan suzanne svetlana sviatlana sylvia tamara tanya tatiana teresa
 theresa tina tsai ursula valentina valerie vanessa vera veronica victoria viktoriya virginia wendy winnie yulia yvonne zoe zuzana doris gretchen betsy kirsten elise susanne aminata ellen maia kersti katrin sanna`)
}
