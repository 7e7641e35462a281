package text

import (
	"strings"
	"sync"
)

// functionWords are the most frequent words without a subject of their own, by language, written as forms.
// They tell languages apart, and a ranked any-term query can leave them out.
// The first seven languages are stemmed here; the others are listed so as not to be taken for one of those.
var functionWords = []languageWords{
	{"en", `a about above after again against all also although am among an and another any anyone anything are as at be because been before being below between both but by can cannot could did do does doing done during each either ever every few for from further had has have having he hence her here herself him himself his how however i if in into is it its itself many me might more most much must my myself neither no nor not now of on once only or other our out over own per said same shall she should so some someone something such than that the their them themselves then there therefore these they this those though through thus to too under until up upon via was we were what when where whether which while who whom whose why will with within without would yet you your yourself`},
	{"es", `al algo ante antes aunque como con contra cual cuando de del desde donde durante e el ella ellos en entre era es esta estaba estan este esto fue ha han hasta hay la las le les lo los mas me mientras mi muy nada ni no nos o otra otro para pero por porque que quien se segun ser si sin sobre son su sus tambien tanto te tiene todo todos tras tu un una uno y ya`},
	{"fr", `a ai ainsi apres au aux avait avant avec avoir c ce ces cet cette comme contre d dans de depuis des deux dont du elle en entre est et ete etre eux fait il ils j je l la le les leur leurs lors lui m mais meme mes n ne nos notre nous on ont ou par pas plus pour qu que qui s sa sans se selon ses si son sont sous sur tous tout toute un une vers vous y`},
	{"ru", `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть еще же за и из или им их к как ко когда кто ли лишь между меня мне может мы на над надо нас не него нее нет ни них но о об однако он она они оно от очень по под после при про с свою себя со так также такой там тем то того тоже только том тот у уже чем что чтобы эта эти это этого этой этом этот я`},
	{"sv", `alla allt att av blev bli blir da dar de dem den denna deras dess det detta dig din du efter ej eller en er ett fran for ha hade han har hon hur i icke ingen inom inte ja jag kan kunde man med mellan men mer mot mycket nar nu nagon och om oss over pa sa sedan sig sin sina sitt ska skulle som till under upp ut utan vad var vara varit vi vid vilka vilken`},
	{"no", `alle at av bare ble bli blir da de dem den denne der dere deres det dette du eller en er et etter for fra ha hadde han har hun hva hvem hver hvis hvor i ikke ingen inn jeg kan kunne man med mellom men mer mot mye na nar noe noen og om opp oss over pa sa seg selv sin sitt skal skulle som til under ut uten var ved vi vil ville vaere vaert`},
	{"hu", `a abban ahhoz ahogy aki akik akkor alatt altal altalaban amely amelyek amelyet ami amikor amit az azert azok azon azonban azt azzal be csak de e egy egyes egyik el eleg elott ennek es ez ezek ezen ezert ezt fel hanem ha hogy hogyan igen illetve is ismet itt jo kell keresztul ki kivul koze kozott legyen lehet lenne lesz lett ma mar maga majd mas meg meg mert mi mig minden mint mintha most nagy nem neki nelkul o oket olyan ott pedig sem semmi s sokkal szemben szerint szinte tehat tobb tovabb ugy ugyanis uj utan vagy vagyok valaki van vannak volt voltak voltam`},
	{"de", `aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer eines er es fur hat haben hatte ich ihr im in ist kann mit nach nicht noch nur oder sei sein seine sich sie sind so uber um und unter vom von vor war waren was wenn werden wie wird wir wurde zu zum zur`},
	{"it", `a ad ai al alla alle anche che chi ci come con cosi da dal dalla degli dei del della delle di dopo due e ed era essere gli ha hanno i il in io la le lo loro ma nel nella non o per perche piu prima questa questo quello se si sia sono stata stato su sul sulla suo tra tutti un una uno`},
	{"pt", `a ao aos apos as ate com como contra da das de dela depois do dos e ela elas ele eles em entre era essa esse esta este foi foram ha isso ja mais mas mesmo muito na nao nas nem no nos o os ou para pela pelo por quando que quem se segundo sem ser seu seus sob sobre sua suas tambem tem uma um`},
	{"nl", `aan al als bij dan dat de den der deze die dit door dus een en er geen had heb hebben heeft het hij hoe hun ik in is je kan maar meer met mijn na naar niet nog nu of om omdat onder ook op over te tegen toen tot uit van veel voor was wat we werd wie wij wil worden zal ze zich zij zijn zo zou`},
	{"da", `af alle at blev blive bliver da de dem den denne der deres det dette dig du efter eller en end er et for fra ham han har havde hende her hun hvad hvem hvis hvor i ikke ind jeg kan kunne man mange med mellem men mere mod ned noget nogle nu og ogsa om op os over pa sig sin skal skulle som til ud under var ved vi vil ville vaere vaeret`},
	{"pl", `a aby ale bo by byc byl byla bylo co czy dla do gdy go i ich ja jak jako je jego jej jest juz ktora ktore ktory ma mnie moze na nad nie nim o od oraz po pod przed przez przy sa sie tak tego tej ten to tym tylko w we wiec z za ze`},
	{"uk", `а або але б без був була були було бути в від він вона вони воно все всі де для до з за зі і із її їх й його як яка який які коли ми на не ні о об по при про та так також те ти то того тому у це цей ці цього через що щоб я`},
}

type languageWords struct{ lang, words string }

// languageSet has the bit i for functionWords[i].
type languageSet uint16

// stopForms are all function words as forms, each with the languages it belongs to.
var stopForms = sync.OnceValue(func() map[string]languageSet {
	forms := make(map[string]languageSet, 1500)
	for i, list := range functionWords {
		for _, word := range strings.Fields(list.words) {
			forms[fold(word)] |= 1 << i
		}
	}
	return forms
})

// Stop reports whether form is a function word of lang.
func Stop(form, lang string) bool {
	set := stopForms()[form]
	for i := 0; set != 0; i, set = i+1, set>>1 {
		if set&1 != 0 && functionWords[i].lang == lang {
			return true
		}
	}
	return false
}
