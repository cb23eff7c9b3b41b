"""Used by `sentence_ends`: words with a full stop that ends no sentence, and words that begin one.

A word in small letters stands for its capitalised form too; one with a capital only for itself ("M." before
a name, not "m." after a number). Without the last full stop; those written in parts ("z. B.") are found by
their single letters and need no entry. The lists hold what newspapers, minutes and encyclopedias use: each
entry is one of three kinds, and a language adds its own to those that all share.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Of one language. `leading`: something always follows (a name, an example). `numbered`: a number or a
    Roman numeral follows. `closing`: as good at a sentence's end as within. `starters`: words that begin
    sentences and, with a capital, hardly anything else."""

    leading: frozenset[str]
    numbered: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]


_ALL_LEADING = "dr prof mr mrs ms st mgr msgr ing gen col capt lt sgt rev cf ca vs resp dipl hab hr"
_ALL_NUMBERED = (
    "no nr nos art fig vol p pp tab cap chap ch sec sect tel fax ed max min ca approx abs"
    " jan feb mar apr jun jul aug sep sept oct okt nov dec dez"
)
_ALL_CLOSING = "etc al inc co corp ltd jr sr cie mm cm km kg min max"

_LEADING = {
    "en": "messrs mx hon pres gov sen rep maj cmdr adm supt approx e.g i.e viz mt ft gens profs drs",
    "fr": "M MM mme mmes mlle mlles Me mes Pr vve bd boul éd p.ex env av apr Ste sts c.-à-d",
    "de": "fr frl hrn bzw vgl sog evtl ggf z.b d.h u.a.m geb inh hl dres mag rd abb einschl inkl zzgl insb"
    " bspw i.d.r s.o o.g",
    "es": "sra srta sres sras dña D dra dras d.ª ilmo ilma excmo excma fdo gral lic arq ud uds p.ej avda"
    " pza ed Sr Sto Sta",
    "it": "sig sigg sig.ra sig.na dott dott.ssa avv arch rag geom mons On Sen prof.ssa p.es cfr es ecc.mo S"
    " SS P.zza v.le",
    "pt": "Sr sra srta sres Exmo Exma exa dra eng arq p.ex cf av sto sta D V",
    "nl": "dhr mevr mej drs mw ir bijv bv o.a d.w.z t.a.v o.l.v i.p.v m.b.t m.a.w incl excl nl zgn jhr ds",
    "sv": "t.ex bl.a d.v.s dvs f.d jfr inkl exkl s.k t.o.m fr.o.m resp f.n ung",
    "da": "f.eks bl.a dvs d.v.s jf fhv mht pga vedr inkl ekskl skt fru såk",
    "no": "f.eks bl.a dvs d.v.s jf jfr inkl ekskl pga mht vedr ev",
    "fi": "esim mm ns ts vrt ent os tri toht maist ks nk po ym.s",
    "pl": "np tj tzn tzw m.in im św ul al pl os woj pow gm ks bp abp kard o gen płk ppłk mjr kpt por inż"
    " mec red zob por wg ww ok im.s ds śp p ur zm",
    "cs": "např tj tzv tzn resp sv ul nám tř gen plk pplk mjr kpt mudr judr phdr rndr mvdr ph doc bc akad"
    " ev p zejm vč cca mj popř příp nar zemř",
    "sk": "napr tj tzv tzn resp sv ul nám gen plk mudr judr phdr rndr doc bc akad p najmä vrát cca nar zom",
    "ru": "т.е напр т.н им ул просп пер пл наб проф акад доц св см ср тов гр гос гл о оз тел корп г-н г-жа",
    "uk": "тобто напр т.зв ім вул просп пров пл проф акад доц св див пор ред тов гр о оз тел буд",
    "ro": "dl dna dra dvs str bd sf acad ing av ex conf",
    "hu": "pl ill ún stb.ben özv ifj id dr",
    "hr": "npr tj tzv sv ul prof akad gđa gosp",
}
_NUMBERED = {
    "fr": "n num ann env janv févr juil déc",
    "de": "abb bd kap nrn ziff z.z mio s anm vers std",
    "es": "km núm n.º pág págs nº c hab ene abr ago dic",
    "it": "n pag pagg nn sez c gen mag giu lug ago set ott dic",
    "pt": "km n núm pág págs n.º séc fev abr ago set out dez",
    "nl": "blz pag hfst jl kl mrt",
    "sv": "kl s sid kap st",
    "da": "kl s kap stk d",
    "no": "kl s kap",
    "fi": "klo s luku n v",
    "pl": "godz str poz rozdz ust pkt rys ok lp ryc",
    "cs": "č str čl odst písm obr kap čís hod tř č.p č.j r",
    "sk": "č str čl ods písm obr kap čís r",
    "ru": "рис табл гл т с стр ст п д кв пп ч №",
    "uk": "рис табл гл т с стор ст п д кв пп ч",
    "ro": "nr pag alin lit cap",
    "hu": "sz kb old",
    "hr": "br str čl st",
}
_CLOSING = {
    "en": "a.m p.m b.c a.d u.s u.k d.c ph.d m.d st ave blvd rd ft lbs oz no",
    "fr": "j.-c s.a",
    "de": "usw mio mrd tsd chr str u.a u.ä o.ä bzw.s ff gmbh z.t n.chr v.chr jh jhd jhdt std sek ca.s stk",
    "es": "uu d.c a.c s.a p.m a.m min h",
    "it": "ecc a.c d.c s.p.a s.r.l",
    "pt": "a.c d.c s.a ltda",
    "nl": "enz e.d e.a a.s jl",
    "sv": "osv m.fl m.m st f.kr e.kr kr",
    "da": "osv m.fl m.m f.kr e.kr kr mio mia",
    "no": "osv m.fl m.m f.kr e.kr kr mill mrd",
    "fi": "jne ym yms ekr jkr mrd milj",
    "pl": "itd itp r w tys mln mld zł gr in n.e",
    "cs": "atd apod aj tis mil mld hod stol kč př.n.l n.l",
    "sk": "atď apod a.i tis mil mld hod stor",
    "ru": "г гг в вв руб коп тыс млн млрд др пр д п н.э т.д т.п обл",
    "uk": "р рр ст грн коп тис млн млрд ін д п н.е т.д т.п обл",
    "ro": "etc lei mil hr",
    "hu": "stb ft",
    "hr": "itd sl god st",
}
_STARTERS = {
    "en": "the a an this that these those it he she they we you i his her their its our my there here in on"
    " at for from with by after before when while if but and or so as to then however what who how why"
    " where not no since during under over about although because both all some many most one two"
    " another each such",
    "fr": "le la les l un une des ce cet cette ces il elle ils elles on nous vous je j c son sa ses leur"
    " leurs dans en à au aux pour par avec sans sous sur selon après avant depuis mais et ou donc or"
    " car si quand lorsque comme qui que quel quelle puis ainsi alors cependant aujourd d",
    "de": "der die das den dem des ein eine einen einem einer dieser diese dieses er sie es wir ihr ich man"
    " in im am an auf aus bei mit nach seit von vom zu zum zur für gegen ohne um unter über vor und"
    " oder aber doch denn wenn als da so auch nur nicht dort hier dann damals heute was wer wie wo"
    " warum sein seine ihre alle viele zwei außerdem jedoch dabei dazu danach dagegen bis während weil"
    " obwohl",
    "es": "el la los las un una unos unas este esta estos estas ese esa él ella ellos ellas se su sus lo le"
    " yo nos en de del al a con por para sin sobre según desde hasta tras entre pero y o si cuando"
    " como que qué quién también no ya más así además aunque mientras donde hay es",
    "it": "il lo la i gli le l un una uno questo questa questi queste quello quella egli lui lei loro essi"
    " si suo sua in nel nella nei nelle a al alla da dal di del della con per su sul tra fra ma e o se"
    " quando come che chi non anche dopo prima durante secondo però così poi è",
    "pt": "o a os as um uma este esta estes estas esse essa isso ele ela eles elas se seu sua em no na nos"
    " nas de do da ao à com por para sem sobre segundo desde até após entre mas e ou quando como que"
    " quem não também já assim além embora enquanto onde há é",
    "nl": "de het een dit dat deze die hij zij ze wij we ik er zijn haar hun in op aan bij met na naar voor"
    " van uit tot door over onder sinds tegen en of maar want als toen dan dus ook niet daar hier wat"
    " wie hoe waar volgens tijdens omdat hoewel",
    "sv": "den det de en ett denna detta dessa han hon vi jag man i på av för från med om till under över"
    " efter sedan enligt och eller men när som att där här då så inte även vad vem hur var hans hennes"
    " deras",
    "da": "den det de en et denne dette disse han hun vi jeg man i på af for fra med om til under over"
    " efter siden ifølge og eller men når som at der her da så ikke også hvad hvem hvor hvordan hans"
    " hendes deres",
    "no": "den det de en et ei denne dette disse han hun vi jeg man i på av for fra med om til under over"
    " etter siden ifølge og eller men når som at der her da så ikke også hva hvem hvor hvordan hans"
    " hennes deres",
    "fi": "se ne hän he me minä tämä nämä tuo ja tai mutta kun jos koska vaan että kuten myös sitten siellä"
    " täällä mikä kuka miten missä ei on oli hänen sen niiden",
    "pl": "w we na z ze do od po o u dla przez przed przy pod nad za i a ale lub oraz to ten ta te tego on"
    " ona ono oni jest był była był się nie jego jej ich gdy kiedy jak jeśli który która co kto gdzie"
    " także też jednak według podczas",
    "cs": "v ve na z ze do od po o u pro při před pod nad za i a ale nebo to ten ta tato tento tyto on ona"
    " oni je byl byla se si ne jeho její jejich když jak pokud který která co kdo kde také však podle"
    " během",
    "sk": "v vo na z zo do od po o u pre pri pred pod nad za i a ale alebo to ten tá táto tento tieto on"
    " ona oni je bol bola sa si nie jeho jej ich keď ako ak ktorý ktorá čo kto kde tiež však podľa"
    " počas",
    "ru": "в во на с со из к ко по о об от до для при у за над под перед и а но или это этот эта эти то тот"
    " та те он она оно они мы я его её их не когда если как что кто где также однако после там тогда"
    " согласно",
    "uk": "в у на з із зі до від по про для при за над під перед і й а але або це цей ця ці то той та ті"
    " він вона воно вони ми я його її їх не коли якщо як що хто де також однак після там тоді згідно",
    "ro": "un o acest această aceste el ea ei ele în la pe de din cu pentru prin fără după dar și sau dacă"
    " când cum ce cine unde nu mai este",
    "hu": "a az egy ez ezek ő ők és de vagy ha hogy mint nem is mert amikor ami aki hol mi",
    "hr": "u na s sa iz od do po o za pri i a ali ili to taj ta ovaj ova on ona oni je se ne kada ako kako"
    " što tko gdje",
}

# Ordinals have a full stop in many languages ("3. května"); in these before nouns with a capital, too.
ORDINALS_BEFORE_CAPITALS = frozenset({"de", "lb"})
# Languages of which another's lists are good enough.
_ALIKE = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "lb": "de"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _of(language: str) -> Abbreviations:
    closing = _words(_CLOSING.get(language, ""))
    return Abbreviations(
        (_words(_ALL_LEADING) | _words(_LEADING.get(language, ""))) - closing,
        _words(_ALL_NUMBERED) | _words(_NUMBERED.get(language, "")),
        _words(_ALL_CLOSING) | closing,
        _words(_STARTERS.get(language, "")),
    )


# Of the languages that write them with a capital or may; and what German counts as well.
MONTHS = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember"
    " january february march may june july october december januari februari mars maj augusti"
    " jahrhundert jahrhunderts jahrhunderte jahrhunderten jahrtausend jahrtausends"
)
_BY_LANGUAGE = {language: _of(language) for language in _STARTERS}
_SHARED = _of("")


def abbreviations_of(language: str) -> Abbreviations:
    """Those of a language (ISO 639-1); of an unknown one those that all languages share."""
    return _BY_LANGUAGE.get(_ALIKE.get(language, language), _SHARED)
