"""Used by the judge of messages: small words of six languages that tell a question, and to whom it is put."""

import re
from dataclasses import dataclass

from bot.answering.question.clean import clean


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Of one language.

    `asking` open a question, `verb_first` do so where the language puts a verb there; who says `personal`
    ones talks of themselves or to somebody; `empty` ones say nothing of a matter.
    """

    asking: frozenset[str]
    verb_first: frozenset[str]
    personal: frozenset[str]
    empty: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every one of them, by which the language is told."""
        return self.asking | self.verb_first | self.personal | self.empty


_ENGLISH = SmallWords(
    _words(
        "who whom whose what which when where why how who's what's when's where's how's",
    ),
    _words(
        "is are was were did does do has have had will would can could should must isn't aren't wasn't",
        "didn't",
    ),
    _words(
        "i me my mine myself we us our ours you your yours yourself u ur ya y'all i'm i'd i'll i've",
        "we're we'll we've you're you'd you'll you've let's lets everyone everybody anyone anybody",
        "nobody somebody someone guys",
    ),
    _words(
        "the a an of in on at to for by with from and or but so it its it's this that that's these",
        "those there here then now today he she they him them his their be been about again really just",
        "even still please lol lmao omg wtf ok okay yes no not up going happening mean point thing",
        "things stuff else hell heck worth work works wrong right good bad nice care if come like want",
        "wants wait also too very much some any",
    ),
)
_GERMAN = SmallWords(
    _words(
        "wer wen wem wessen was welche welcher welches welchen welchem wann wo woher wohin warum",
        "weshalb wieso wie wieviel wieviele womit wodurch wofür worüber",
    ),
    _words(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden gibt gab kann können soll",
        "sollen darf muss stimmt",
    ),
    _words(
        "ich mich mir mein meine meinen meiner wir uns unser unsere du dich dir dein deine deinen ihr",
        "euch euer eure jemand keiner niemand alle",
    ),
    _words(
        "der die das den dem des ein eine einen es er sie dies dieser diese da hier heute und oder aber",
        "denn mal doch eigentlich schon nicht los zu im am in auf mit von für so jetzt noch echt ernst",
        "ach gerade mitkommen",
    ),
)
_SPANISH = SmallWords(
    _words(
        "qué quién quiénes cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas",
    ),
    _words(
        "es son fue fueron era está están hay hubo ha han será puede",
    ),
    _words(
        "yo me mi mis nosotros nosotras nos nuestro nuestra tú te ti tu tus vosotros os vuestro usted",
        "ustedes vamos alguien nadie todos",
    ),
    _words(
        "el la los las un una de del en a y o al con por para se lo le ese esa eso esto este esta él",
        "ella pasa pasó ahora hoy más no sí ya tal serio verdad",
    ),
)
_FRENCH = SmallWords(
    _words(
        "qui quoi quel quelle quels quelles quand où pourquoi comment combien que qu'est-ce",
    ),
    _words(
        "est-ce est sont a-t-il a-t-elle y-a-t-il était faut-il",
    ),
    _words(
        "je j'ai j'en me moi mon ma mes nous notre nos tu te toi ton ta tes vous votre vos t'as t'es on",
        "quelqu'un personne",
    ),
    _words(
        "le la les l un une des de du d en au aux à et ou ce cela ça c'est cette il elle ils elles se",
        "passe donc encore pas bien vrai sérieux par sur dans pour avec soir",
    ),
)
_PORTUGUESE = SmallWords(
    _words(
        "que quem qual quais quando onde como quanto quanta quantos quantas porquê cadê",
    ),
    _words(
        "é são foi foram era está estão há houve tem será pode",
    ),
    _words(
        "eu me mim meu minha meus minhas nós nos nosso nossa você vocês vc vcs teu tua seu sua te gente",
        "alguém ninguém todos",
    ),
    _words(
        "o a os as um uma do da dos das no na nos nas em e ou de por para com se isso isto esse essa",
        "ele ela agora hoje mais não sim aí já sério verdade amanhã",
    ),
)
_UKRAINIAN = SmallWords(
    _words(
        "хто кого кому ким що чого чому який яка яке які якого якої яких коли де куди звідки навіщо як",
        "скільки чий чия чиє чиї",
    ),
    _words(
        "чи хіба невже є був була було були буде",
    ),
    _words(
        "я мене мені мною мій моя моє мої ми нас нам наш наша наше ти тебе тобі твій твоя твоє ви вас",
        "вам ваш ваша ваше хтось ніхто всі усі",
    ),
    _words(
        "і й та або а але це цей ця той те він вона вони воно тут там зараз сьогодні завтра ще не так ж",
        "же у в на з до за про по взагалі таке справді серйозно йде",
    ),
)
LANGUAGES = (_ENGLISH, _GERMAN, _SPANISH, _FRENCH, _PORTUGUESE, _UKRAINIAN)


def small_words(words: list[str]) -> SmallWords:
    """The small words of the language that a sentence is in; of several at once where that is not plain."""
    counts = [sum(word in one.all for word in words) for one in LANGUAGES]
    likely = [one for one, count in zip(LANGUAGES, counts, strict=True) if count == max(counts)]
    return SmallWords(
        frozenset[str]().union(*(one.asking for one in likely)),
        frozenset[str]().union(*(one.verb_first for one in likely)),
        frozenset[str]().union(*(one.personal for one in likely)),
        frozenset[str]().union(*(one.empty for one in likely)),
    )


_WORD = re.compile(r"[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+|\d+")
# A message of nothing but these asks nothing. None of them is what a question could be about.
_COURTESIES = """
thanks thank you thx ty cheers ok okay k kk cool nice great good awesome amazing perfect wow lol lmao haha
hahaha hehe bot hi hello hey bye yes yeah yep no nope sure alright right well done got it so much very a lot
danke dankeschön vielen dank super toll gut prima perfekt ja nein hallo moin servus tschüss alles klar genau
sehr schön dir
gracias muchas genial vale perfecto bien muy hola adiós sí si jaja jajaja bueno
merci beaucoup génial parfait très salut bonjour oui non d'accord bravo mdr
obrigado obrigada valeu muito legal ótimo perfeito olá oi sim não kkk bom boa
дякую спасибі дуже супер клас круто добре гаразд привіт вітаю так ні ок окей чудово
"""
_WORDS = frozenset(_COURTESIES.split())


def is_courtesy(text: str) -> bool:
    """Whether a message says no more than thanks, a greeting or a laugh, in words or in none."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(clean(text))]
    return all(word in _WORDS for word in words) and not (words and "?" in text)
