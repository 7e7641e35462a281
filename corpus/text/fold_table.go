package text

// foldTable holds a group for each base letter: the base, a colon, and the lower-case letters that fold to it:
// what Unicode's canonical decompositions (16.0) give for Latin, Greek and Cyrillic without their marks, and ten letters more
// that have no decomposition but are typed without their stroke or ligature. Of Cyrillic, й, ї and ў stay letters of their own.
const foldTable = "" +
	"a:àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ " +
	"ae:æ " +
	"b:ḃḅḇ " +
	"c:çćĉċčḉ " +
	"d:ðďđḋḍḏḑḓ " +
	"e:èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ " +
	"f:ḟ " +
	"g:ĝğġģǧǵḡ " +
	"h:ĥħȟḣḥḧḩḫẖ " +
	"i:ìíîïĩīĭįıǐȉȋḭḯỉị " +
	"j:ĵǰ " +
	"k:ķǩḱḳḵ " +
	"l:ĺļľłḷḹḻḽ " +
	"m:ḿṁṃ " +
	"n:ñńņňǹṅṇṉṋ " +
	"o:òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ " +
	"oe:œ " +
	"p:ṕṗ " +
	"r:ŕŗřȑȓṙṛṝṟ " +
	"s:śŝşšșṡṣṥṧṩ " +
	"ss:ß " +
	"t:ţťțṫṭṯṱẗ " +
	"th:þ " +
	"u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự " +
	"v:ṽṿ " +
	"w:ŵẁẃẅẇẉẘ " +
	"x:ẋẍ " +
	"y:ýÿŷȳẏẙỳỵỷỹ " +
	"z:źżžẑẓẕ " +
	"ae:ǣǽ " +
	"o:ǿ " +
	"ſ:ẛ " +
	"ʒ:ǯ " +
	"α:άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ " +
	"ε:έἐἑἒἓἔἕὲέ " +
	"η:ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ " +
	"ι:ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ " +
	"ο:όὀὁὂὃὄὅὸό " +
	"ρ:ῤῥ " +
	"σ:ς " +
	"υ:ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ " +
	"ω:ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ " +
	"г:ѓ " +
	"е:ѐё " +
	"и:ѝ " +
	"к:ќ "
