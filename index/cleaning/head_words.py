"""Used by `head_lines`: the words by which a line at the head of an article says what it is, in the languages
of the papers that are read most."""

import re

_MONTHS = """
    january february march april may june july august september october november december
    jan feb mar apr may jun jul aug sep oct nov dec
    - - - - - - - - sept - - -
    januar februar märz april mai juni juli august september oktober november dezember
    jänner - - - - - - - - okt - dez
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    janv févr - avr - - juil - - - - déc
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    ene - - abr - - - ago - - - dic
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    - fev - - - - - - set out - -
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    gen - - - mag giu lug - - ott - -
    januari februari maart april mei juni juli augustus september oktober november december
    - - mrt - - - - - - - - -
    januari februari mars april maj juni juli augusti september oktober november december
    januar februar marts april maj juni juli august september oktober november december
    januar februar mars april mai juni juli august september oktober november desember
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta
    marraskuuta joulukuuta
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    ledna února března dubna května června července srpna září října listopadu prosince
    január február március április május június július augusztus szeptember október november december
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
"""

# A month's name or abbreviation, in lower case → its number. Twelve a language; "-" stands for none.
MONTHS = {name: at % 12 + 1 for at, name in enumerate(_MONTHS.split()) if name != "-"}

_WEEKDAYS = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta
    feira
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    понедельник вторник среда четверг пятница суббота воскресенье
    понеділок вівторок середа четвер субота неділя
"""
_PUBLISHED = """
    published posted created date released issued first originally print edition online
    veröffentlicht erschienen erstellt datum stand vom publié publiée paru créé publicado publicada
    fecha data
    pubblicato gepubliceerd geplaatst publicerad publicerat publiceret publisert opprettet julkaistu
    opublikowano
    publikováno vydáno опубликовано дата опубліковано
"""
_UPDATED = """
    updated modified edited update revised corrected aktualisiert geändert update modifié modifiée
    actualisé mis mise
    jour actualizado actualizada modificado atualizado atualizada aggiornato bijgewerkt gewijzigd
    uppdaterad opdateret
    oppdatert päivitetty zaktualizowano aktualizacja aktualizováno обновлено оновлено
"""
_OF_TIME = """
    at on the of last by time am pm a.m p.m o'clock noon midnight uhr um am den à le la h heures les en
    el a las hs
    em às os il alle ore om op kl klo godz dnia г г. ч р в о od de del
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest msk eet eest ist jst aest aedt brt
    eastern pacific
    central standard daylight local
"""
PUBLISHED = frozenset(_PUBLISHED.split())
UPDATED = frozenset(_UPDATED.split())
AROUND_DATES = PUBLISHED | UPDATED | frozenset(_WEEKDAYS.split()) | frozenset(_OF_TIME.split())

# Whose names are papers, agencies and stations: the last word, or the first.
_OUTLET_WORDS = """
    courier times news post herald gazette tribune journal chronicle observer guardian telegraph daily
    weekly press
    review star sun mirror mail standard echo argus mercury record register dispatch examiner bulletin
    sentinel globe
    inquirer independent express today radio tv television magazine newswire newspaper media network
    broadcasting
    advertiser republic republican democrat banner enquirer dealer intelligencer statesman sentinel
    welle monitor ledger beacon free-press union-tribune agency
    zeitung tagblatt tageblatt anzeiger kurier rundschau nachrichten morgenpost abendblatt allgemeine
    spiegel merkur
    tagesspiegel tagesschau handelsblatt presse
    monde figaro libération parisien dépêche courrier gazette
    país mundo diario periódico vanguardia correo heraldo noticias prensa
    jornal diário folha público gazeta correio notícias
    corriere gazzetta giornale stampa messaggero repubblica
    krant dagblad courant telegraaf volkskrant nieuwsblad nieuws
    nyheter tidning posten avis bladet
    wyborcza rzeczpospolita dziennik wiadomości noviny deník hírlap
    газета известия новости правда вести ведомости новини
"""
OUTLET_WORDS = frozenset(_OUTLET_WORDS.split())
OUTLET_ENDS = (
    "zeitung",
    "blatt",
    "bladet",
    "tidningen",
    "posten",
    "nachrichten",
    "anzeiger",
    "avisen",
    "krant",
    "sanomat",
)
_AGENCIES = """
    ap afp bbc cnn npr pa upi dpa efe ansa pap čtk tass reuters bloomberg axios politico nbc cbs abc pbs
    itv cbc nhk
    rtl ard zdf orf srf rte rté rfi tv2 nrk svt dr yle ria pti ani aap sid apa ntb tt mti lusa belga anp
    рбк тасс
    укрінформ
"""
AGENCIES = frozenset(_AGENCIES.split())

# What people do at a paper: "Transport correspondent", "Staff Writer".
ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|writers?|editors?|columnists?|journalists?|contributors?|producers?|staff"
    r"|bureau chief|freelancers?|redakteure?|redakteurin|korrespondent(?:in)?|reporterin|journaliste?s?"
    r"|envoyée?|correspondante?|rédacteur|rédactrice|redactora?|redacción|corresponsal|periodista|correspondente"
    r"|jornalista|repórter|redação|redattore|redattrice|giornalista|inviat[oa]|verslaggever|redacteur|redactie|journalisten?"
    r"|toimittaja|dziennikarz|dziennikarka|redakcja|redaktor(?:ka)?|корреспондент|журналист(?:ка)?|кореспондент"
    r"|журналіст(?:ка)?)\b",
    re.IGNORECASE,
)

_SECTIONS = """
    news world politics business opinion opinions sport sports culture local national international
    economy science
    technology tech health environment travel education arts life lifestyle entertainment europe asia
    africa americas
    us u.s. uk markets money finance climate weather crime courts letters comment commentary editorial
    editorials
    feature features analysis explainer interview obituaries obituary exclusive breaking home headlines
    latest
    press release pressemitteilung comunicado community region regional magazine media books food style
    property transport
    politik wirtschaft kultur panorama nachrichten inland ausland lokales wissen gesellschaft meinung
    kommentar
    wissenschaft regionales
    politique économie monde société actualités actualité opinions tribune sciences france
    política economía sociedad mundo nacional internacional deportes opinión noticias cultura sucesos
    economia sociedade país notícias desporto opinião politica cronaca esteri sport società
    nieuws binnenland buitenland economie politiek nyheter inrikes utrikes ekonomi kultur nyheder
    indland udland
    innenriks utenriks uutiset kotimaa ulkomaat wiadomości kraj świat polityka gospodarka zprávy domácí
    zahraničí
    новости политика экономика общество мир новини політика економіка суспільство світ
"""
SECTIONS = frozenset(_SECTIONS.split())

# With a colon behind it, the name of what a line gives.
_LABELS = {
    "title": (
        "title, headline, heading, titel, überschrift, titre, título, titolo, tytuł, titulek, otsikko, "
        "tittel, заголовок, название, назва"
    ),
    "authors": (
        "author, authors, byline, by, writer, written by, reporter, words, words by, text, story, "
        "autor, autorin, autoren, von, auteur, auteurs, par, autora, autores, por, autore, autori, di, "
        "door, skribent, tekst, texte, texto, testo, автор, авторы, автори, текст"
    ),
    "outlet": (
        "publisher, publication, source, outlet, newspaper, paper, site, website, medium, quelle, "
        "zeitung, journal, fuente, medio, fonte, bron, krant, källa, kilde, źródło, zdroj, источник, "
        "издание, джерело"
    ),
    "address": "url, link, address, web, adresse, enlace, adres, ссылка",
    "other": (
        "section, category, tags, tag, keywords, topic, topics, language, lang, rubrik, ressort, "
        "kategorie, rubrique, sección, categoría, рубрика"
    ),
}
LABELS = {name: kind for kind, names in _LABELS.items() for name in names.split(", ")}

# Before the names of who wrote it, without a colon.
BY = re.compile(
    r"from our(?: own)?|(?:(?:written|words|story|text|report|reported|posted|published) )?by"
    r"|(?:text |ein beitrag )?von|(?:texte |propos recueillis )?par|(?:texto )?por|de|di|door|av|af",
    re.IGNORECASE,
)
AND = re.compile(r" (?:and|with|und|et|avec|y|e|en|och|og|ja|i|a|и|та|і) | ?& ?| \+ ", re.IGNORECASE)
_PARTICLES = """
    de del della di da das dos do du des la le los van von vom zu zur der den ten ter af av bin ibn al
    el y e i bint
"""
PARTICLES = frozenset(_PARTICLES.split())
# Begin or end lines that have the shape of a name and are none.
_NO_NAMES = """
    san santa santo são saint st port fort mount rio cape bad north south east west upper lower
    the a an our my your his her their this that these and or of in on at to for from with without how
    why what when
    where who is are was new old der die das ein eine le les une el los las un una o os lo gli het een
"""
NO_NAMES = frozenset(_NO_NAMES.split())
_NEVER_IN_NAMES = """
    us u.s. usa uk eu un nato and or of bureau desk team board department council
"""
NEVER_IN_NAMES = frozenset(_NEVER_IN_NAMES.split())
SHARES = re.compile(
    r"(?:\d[\d.,]{0,8}[kK]? )?"
    r"(?:comments?|shares?|views?|likes?|kommentare|commentaires|comentarios|comentários|reacties)"
    r"|(?:share|save|print|email|comment|bookmark|follow|listen|copy link|teilen|merken|drucken"
    r"|partager|compartir|partilhar|condividi|delen|dela|del|jaa)"
    r"(?: (?:this )?(?:article|story|page|artikel))?",
    re.IGNORECASE,
)
_MINUTES = (
    r"(?:min(?:ute)?s?\.?|minuten?|minutos?|minuti|minuter|minutter|minuuttia|minut[yay]?"
    r"|мин(?:ут[аы]?)?\.?|хв\.?)"
)
_READING = (
    r"(?:read(?:ing)?(?: time)?|lesezeit|lesedauer|(?:temps )?de lecture|lecture|tiempo de lectura|de lectura"
    r"|(?:tempo )?de leitura|di lettura|tempo di lettura|leestijd|leesduur|lästid|læsetid"
    r"|lesetid|lukuaika|czas czytania|czytania|doba čtení|время чтения|на чтение|час читання)"
)
READING_TIME = re.compile(
    rf"(?:{_READING} ?:? ?)?(?:ca\.? |approx\. |about )?"
    rf"\d{{1,2}}(?:[-–]\d{{1,2}})?[- ]?{_MINUTES}(?: ?{_READING})?",
    re.IGNORECASE,
)
AGO = re.compile(
    r"(?:(?:published|posted|updated) )?(?:\d{1,3}|an?|a few|half an) "
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago"
    r"|just now|yesterday|today"
    r"|vor \d{1,3} (?:minuten?|stunden?|tagen?)|il y a \d{1,3} \w{1,10}|hace \d{1,3} \w{1,10}"
    r"|há \d{1,3} \w{1,10}"
    r"|gestern|heute|hier|aujourd[’']hui",
    re.IGNORECASE,
)
