"""Used in verification: the words that a sentence is built with, by what they do to its meaning."""

import re
from collections.abc import Callable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _classes(text: str) -> dict[str, str]:
    """Read lines of "class: words" into the class of each word."""
    lines = (line.split(":") for line in text.strip().splitlines())
    return {word: name.strip() for name, words in lines for word in words.split()}


_BEFORE_NUMBER = (
    r"(?=\s+(?:[$€£]?\d+|(?:half )?an? (?:hundred|thousand|million|billion|dozen)|half|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
# Spellings and phrases of several words that become one word before anything is compared. First letters one
# of which stands, in lower case, in every text that the pattern finds something in.
PHRASES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    ("‘ ’ ʼ", r"[‘’ʼ]", "'"),
    ("%", r"(?<=\d) ?%", " percent"),
    ("per", r"\bper cent\b", "percent"),
    ("percentage", r"\bpercentage[ -]points?\b", "percentpoints"),
    (
        "u.s. united",
        r"\bU\.S\.(?: of A(?:merica|\.))?|\b(?:[Tt]he )?United States(?: of America)?\b",
        "US",
    ),
    ("u.k. united", r"\bU\.K\.|\b(?:[Tt]he )?United Kingdom\b", "UK"),
    ("u.n. united", r"\bU\.N\.|\bUnited Nations\b", "UN"),
    ("european", r"\bEuropean Union\b", "EU"),
    (
        "than maximum up most",
        rf"(?:\b(?:no|not) (?:more|greater|higher) than\b|\ba maximum of\b|\bup to\b){_BEFORE_NUMBER}"
        r"|\bat (?:the )?most\b",
        "upto",
    ),
    ("as", rf"(?:\bas (?:many|much|high) as\b){_BEFORE_NUMBER}", "upto"),
    (
        "than minimum least",
        rf"(?:\b(?:no|not) (?:less|fewer|lower) than\b|\ba minimum of\b){_BEFORE_NUMBER}"
        r"|\bat (?:the very )?least\b",
        "atleast",
    ),
    (
        "than upwards excess",
        rf"(?:\bmore than\b|\bupwards of\b|\bin excess of\b|\bgreater than\b){_BEFORE_NUMBER}",
        "morethan",
    ),
    ("than under", rf"(?:\b(?:less|fewer) than\b|\bjust under\b){_BEFORE_NUMBER}", "lessthan"),
    ("close", rf"\bclose to\b{_BEFORE_NUMBER}", "nearly"),
    ("number few handful couple", r"\ba (?:number of|few|handful of|couple of)\b", "several"),
    ("majority", r"\bthe (?:vast )?majority of\b|\ba majority of\b", "most"),
    ("lot large", r"\ba lot of\b|\blots of\b|\ba large number of\b", "many"),
    ("away", r"\bpass(?:ed|es)? away\b", "died"),
    ("longer", r"\bno longer\b", "not longer"),
    ("only", r"\bnot only\b", "also"),
    ("ahead prior", r"\b(?:ahead of|prior to)\b", "before"),
    (
        "wake following",
        r"\b(?:in the wake of|following)(?= (?:the|a|an|his|her|their|its)\b)",
        "after",
    ),
    (
        "because due owing result thanks",
        r"\b(?:because of|due to|owing to|as a result of|thanks to)\b",
        "because",
    ),
    ("order", r"\bin order to\b", "to"),
    ("well", r"\bas well as\b", "and"),
    ("place", r"\b(?:took|takes?|taken|taking) place\b", "happened"),
    (
        "has have had need required",
        r"\b(?:has|have|had|needs?|needed|(?:is|are|was|were|be) required) to\b",
        "must",
    ),
    (
        "able",
        r"\b(?:is|are|was|were|be|been|being) (?:un)?able to\b",
        lambda found: "cannot" if "una" in found[0] else "can",
    ),
    ("front", r"\bin front of\b", "before"),
    ("out", r"\bout of\b", "from"),
)

DETERMINERS = _words("a an the this that these those its his her their our my your it's")
PRONOUNS = _words(
    """i me we us you he him she it they them who whom whose which what there here himself herself itself
    themselves myself ourselves yourself one ones mine ours hers theirs someone somebody something"""
)
BE = _words("be am is are was were been being isnt arent wasnt werent")
AUXILIARIES = _words("have has had having do does did doing hasnt havent hadnt dont doesnt didnt")
# Add nothing that could be wrong.
LIGHT = _words(
    "also too then so very just still now however meanwhile indeed thus both either yet own such as well"
)
JOINERS = _words("and or but nor than whether though although while whereas when where how why because")
BOUNDARIES = _words("but while although though whereas because which who when after before that")
CONDITIONS = _words("if unless whether")

# What is said of the item that a preposition stands before. Two that share no class contradict.
_PREPOSITIONS = """
    in: place time part | on: place time topic | at: place time | of: part topic from | inside: place
    within: place time part | near: near | across: place through | throughout: place time through
    during: time | into: place to | onto: place to | to: to for | toward: to | towards: to
    for: for to topic time | from: from part | off: from | by: agent before near | via: agent through
    through: agent through time | with: with agent | alongside: with | using: agent | along: place with
    among: part place | amongst: part place | amid: time place | between: between | before: before
    until: before until | till: before until | after: after | since: after | against: against
    about: topic | regarding: topic | concerning: topic | over: over topic | above: over | under: below
    below: below | beneath: below | beyond: over | despite: despite | except: except | like: like
    unlike: unlike | per: per | because: because | upon: place time topic | behind: behind
    beside: near | outside: outside | instead: instead | versus: against | around: place near topic
    past: over | down: down | up: up | out: out | than: than | if: if
"""
PREPOSITION_CLASSES = {
    word.strip(): frozenset(classes.split())
    for word, classes in (entry.split(":") for entry in re.split(r"[|\n]", _PREPOSITIONS.strip()))
}

NEGATIONS = _words(
    """not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt wasnt
    arent werent hasnt havent hadnt wouldnt couldnt shouldnt mustnt hardly barely nowhere non
    nicht kein keine keinen keiner nie niemals pas jamais nunca jamas niet geen nooit inte aldrig ikke"""
)
MODALS = _classes(
    """
    may: may might mightnt
    could: could couldnt
    can: can cannot cant
    will: will shall wont ll
    would: would wouldnt d
    should: should shouldnt ought
    must: must mustnt
    """
)
# What a statement may make of each modal of its quote, besides keeping it.
WEAKER_MODALS = {
    "may": {"could"},
    "could": {"may"},
    "can": {"could", "may"},
    "will": {"would", ""},
    "would": {"could", "may"},
    "must": {"should"},
    "": {"can"},
}

QUANTIFIERS = _classes(
    """
    all: all every each everyone everybody everything entire whole
    most: most
    many: many numerous much
    some: some several various
    few: few little
    any: any
    only: only solely
    least: atleast
    no more: upto
    """
)
DROPPABLE_QUANTIFIERS = frozenset({"all", "any"})

APPROXIMATIONS = _classes(
    """
    about: about around approximately roughly some circa
    nearly: nearly almost
    more: morethan over above exceeding
    least: atleast
    less: lessthan under below
    most: upto
    """
)
# Which approximations hold for a number that the quote gives so; "" is the number as it is.
WEAKER_APPROXIMATIONS = {
    "": {"", "about"},
    "about": {"about"},
    "nearly": {"nearly", "about", "less"},
    "more": {"more", "least"},
    "least": {"least"},
    "less": {"less", "most"},
    "most": {"most"},
}

HEDGES = _classes(
    """
    reported: reportedly allegedly purportedly supposedly apparently seemingly alleged purported suspected
    possible: possibly perhaps maybe potentially probably likely presumably
    possible: possible potential probable apparent
    partial: partly partially largely mostly mainly almost nearly sometimes generally
    often: often frequently usually typically regularly
    unlikely: unlikely
    """
)
# Verbs (as stems) that do not say that what follows them is so. A statement that keeps what follows keeps
# one of the same kind.
EMBEDDERS = _classes(
    """
    denies: deni refus fail declin reject unabl oppos prevent avoid cancel ban prohibit lack dismiss halt stop
    denies: block disput
    claims: claim alleg accus believ think suspect argu assert contend insist suggest fear worri imagin
    claims: charg predict forecast estim specul consid assum doubt appear seem project warn
    intends: plan intend aim hope want seek tri attempt propos vow promis pledg threaten prepar expect
    intends: schedul poise due set readi urg ask call demand request offer order propos wish encourag
    """
)
REPORTERS = _words(
    """say announc report accord state add note confirm show explain write reveal disclos find declar
    claim argu alleg believ insist warn estim suggest"""
)

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
# Words that say what a number counts; a number is not to lose or change its own.
UNITS = _words(
    """percent percentpoint percentag point basi dollar euro pound yen rupe yuan franc crown cent km kilometr
    kilomet mile metr meter m feet foot ft inch centimetr centimet cm millimetr millimet mm yard acr hectar
    gallon litr liter barrel ton tonn kilogram kg gram g ounc lb year month week day hour minut second
    degre celsius fahrenheit megawatt gigawatt watt mph kph knot"""
)
ABBREVIATIONS = _words(
    """mr mrs ms dr st gen sen rep gov lt col sgt capt rev prof hon no vs inc co corp ltd jr sr
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
