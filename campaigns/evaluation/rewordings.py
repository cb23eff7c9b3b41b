"""Second in the verifier's test set: the same thing in other words, as an editor would shorten it.

These rules share no list with the verifier: they are plain patterns over the sentence.
"""

import random
import re
from collections.abc import Callable

Rewording = Callable[[str, random.Random], str | None]

# Pairs that either may replace, the form kept.
_SWAPS = """
said/stated, nearly/almost, about/around, buy/purchase, bought/purchased, car/vehicle, help/assist,
begin/start, began/started, biggest/largest, company/firm, companies/firms, country/nation,
countries/nations, killed/slain, injured/wounded, hurt/injured, attorney/lawyer, attorneys/lawyers,
film/movie, films/movies, children/kids, jail/prison, showed/revealed, shows/reveals, ended/concluded,
whole/entire, often/frequently, however/though, residents/inhabitants, plane/aircraft, fast/quickly,
officials/authorities, probe/investigation, job/position, huge/enormous, allowed/permitted, got/received,
gave/provided, need/require, needed/required, found/discovered, home/house, homes/houses,
spokesperson/spokesman, rose/increased, fell/declined, students/pupils, doctors/physicians,
boost/increase, cut/reduce, employees/workers, talks/negotiations, deal/agreement, crash/collision,
currently/now, percent/%, died/passed away, US/United States, U.S./United States, later/afterward,
because/since, while/whereas
"""
SWAPS = [tuple(pair.strip().split("/")) for pair in _SWAPS.replace("\n", " ").split(",") if pair.strip()]
_MEANING = re.compile(
    r"\b(not|n't|no|never|without|except|unless|if|only|deni|may|might|could|alleg|reported"
    r"|almost|nearly|likely)"
)
_LOOSE_ADVERBS = re.compile(
    r" (?:immediately|quickly|recently|also|quietly|officially|formally|suddenly|publicly"
    r"|previously|repeatedly|carefully|slowly|eventually|simply|really|particularly|especially"
    r"|increasingly|initially)(?= [a-z])"
)
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PLACE_OR_TIME = (
    rf"(?:On {_DAY}|In (?:January|February|March|April|May|June|July|August|September|October"
    rf"|November|December|[12]\d\d\d)|In [12]\d\d\d|Last (?:week|month|year))"
)


def drop_clause(text: str, chance: random.Random) -> str | None:
    """ "The tower, which opened in May, stands" to "The tower stands"."""
    found = [
        match
        for match in re.finditer(
            r", (?:who|which|where|a|an|the|including|according to) [^,.“”\"]{8,90}(?:, (?=[a-z])|(?=\.$))",
            text,
        )
        if not _MEANING.search(match.group())
    ]
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + (" " if match.group().endswith(", ") else "") + text[match.end() :]


def drop_adverb(text: str, chance: random.Random) -> str | None:
    match = _LOOSE_ADVERBS.search(text)
    return text[: match.start()] + text[match.end() :] if match else None


def drop_opening(text: str, chance: random.Random) -> str | None:
    """ "In May, the tower opened" to "The tower opened"."""
    match = re.match(
        (
            r"(?:In|On|At|During|After|Meanwhile|However|Still|But|And)\b[^,“”\"]{0,40}, (?=[a-z“]"
            r"|[A-Z][a-z]+ [a-z])"
        ),
        text,
    )
    return _capital(text[match.end() :]) if match and not _MEANING.search(match.group()) else None


def move_opening(text: str, chance: random.Random) -> str | None:
    """ "On Monday, the tower opened." to "The tower opened on Monday."."""
    match = re.match(rf"({_PLACE_OR_TIME}),? (?=[a-z]|[A-Z][a-z]+ [a-z])", text)
    if not match or "," in text[match.end() :] or " and " in text:
        return None
    return f"{_capital(text[match.end() : -1])} {_small(match[1])}."


def move_closing(text: str, chance: random.Random) -> str | None:
    """ "The tower opened on Monday." to "On Monday, the tower opened."."""
    match = re.search(rf" ((?:on {_DAY}|in [12]\d\d\d|last (?:week|month|year)))\.$", text)
    if not match or "“" in text or "," in text:
        return None
    return f"{_capital(match[1])}, {_decapital(text[: match.start()])}."


def swap_words(text: str, chance: random.Random) -> str | None:
    """One or two words by synonyms."""
    changed = 0
    for pair in chance.sample(SWAPS, len(SWAPS)):
        for old, new in (pair, pair[::-1]):
            pattern = rf"(?<![\w“-]){re.escape(old)}(?![\w-])"
            if changed < 2 and old != "%" and re.search(pattern, text) and not re.search(r"\d %", text):
                if {old, new} & {"US", "U.S.", "since", "while", "now", "found", "position"}:
                    continue
                text, changed = re.sub(pattern, new, text, count=1), changed + 1
                break
    return text if changed else None


def turn_report(text: str, chance: random.Random) -> str | None:
    """ "The tower is safe, Varga said." to "Varga said the tower is safe." """
    match = re.fullmatch(
        (
            r"(?P<what>[A-Z][^“”\"]+), (?P<who>(?:the |a )?[A-Za-z ’'-]{3,50}) (?P<verb>said"
            r"|told reporters|announced|reported|added)(?P<when> on [A-Z]\w+day)?\."
        ),
        text,
    )
    if not match or match["who"].startswith(("who", "which", "and", "where")):
        return None
    return f"{_capital(match['who'])} {match['verb']}{match['when'] or ''} that {_decapital(match['what'])}."


def _in_digits(match: re.Match[str]) -> str:
    return str(("seven", "eight", "nine", "ten", "eleven", "twelve").index(match[0]) + 7)


def spell_otherwise(text: str, chance: random.Random) -> str | None:
    """Contractions, percent signs, separators, small numbers in words."""
    options: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
        (r"\b(did|does|do|is|are|was|were|has|have|had|would|could|should) not\b", r"\1n't"),
        (r"\b(did|does|do|is|are|was|were|has|have|had|would|could|should)n[’']t\b", r"\1 not"),
        (r"(\d) ?%", r"\1 percent"),
        (r"(\d) percent\b", r"\1%"),
        (r"(?<![\d,])(\d{1,3}),(\d{3})\b(?!,)", r"\1\2"),
        (
            r"\b(seven|eight|nine|ten|eleven|twelve)\b(?= [a-z])",
            _in_digits,
        ),
        (r"\$(\d+(?:\.\d+)?) (million|billion)\b", r"\1 \2 dollars"),
        (r"’", "'"),
    ]
    for pattern, replacement in chance.sample(options, len(options)):
        changed = re.sub(pattern, replacement, text, count=1)
        if changed != text:
            return changed
    return None


_DONE = (
    "killed|injured|arrested|elected|founded|created|designed|launched|signed|approved"
    "|rejected|directed|hosted|published|destroyed|attacked|defeated|funded|filed|issued"
    "|released|produced|developed|organized|written|bought|built|held|sold|led|won|acquired"
    "|nominated|appointed|charged|fined|sued|convicted|sentenced|backed|banned|blocked"
    "|captured|condemned|criticized"
)
_SAME_IN_THE_PAST = {"written": "wrote"}
_NAME = r"(?:(?:the|a|an) )?(?:[A-Z][\w’'.-]+ ?(?:of (?:the )?(?=[A-Z]))?){1,4}(?<! )"


def turn_active(text: str, chance: random.Random) -> str | None:
    """ "The tower was designed by Varga in May." to "Varga designed the tower in May."."""
    match = re.match(
        (
            rf"(?P<what>(?:The |A |An )?[A-Z]?[\w’'-]+(?: [\w’'-]+){{0,4}}) (?:was"
            rf"|were) (?P<verb>{_DONE}) by (?P<who>{_NAME})(?P<rest>[ ,.].*)"
        ),
        text,
    )
    if not match or _MEANING.search(match["what"]):
        return None
    verb = _SAME_IN_THE_PAST.get(match["verb"], match["verb"])
    return f"{_capital(match['who'])} {verb} {_decapital(match['what'])}{match['rest']}"


def turn_passive(text: str, chance: random.Random) -> str | None:
    """ "Varga designed the tower." to "The tower was designed by Varga."."""
    match = re.match(
        (
            rf"(?P<who>{_NAME}|The [a-z]+) (?P<verb>{_DONE}) (?P<what>(?:the|a|an|his|her"
            r"|its) (?:[\w’-]+ ){0,3}?[\w’-]+?)"
            r"(?P<rest>(?: (?:in|on|at|during|after|for|last|to)\b.*)?[,.].*|\.)$"
        ),
        text,
    )
    if not match or match["verb"] == "written" or "“" in text:
        return None
    number = "were" if match["what"].endswith("s") and not match["what"].endswith("ss") else "was"
    rest = match["rest"]
    return f"{_capital(match['what'])} {number} {match['verb']} by {_small_article(match['who'])}{rest}"


def turn_possessive(text: str, chance: random.Random) -> str | None:
    """ "the president of France" to "France's president"."""
    match = re.search(
        (
            r"\b[Tt]he (president|capital|mayor|leader|prime minister|governor|head|government|economy"
            r"|population|king|queen|director) of ([A-Z][a-z]+)(?= [a-z]|[.,])"
        ),
        text,
    )
    if not match:
        return None
    return f"{text[: match.start()]}{match[2]}’s {match[1]}{text[match.end() :]}"


REWORDINGS: dict[str, Rewording] = {
    rule.__name__: rule
    for rule in (
        drop_clause, drop_adverb, drop_opening, move_opening, move_closing, swap_words, turn_report,
        spell_otherwise, turn_active, turn_passive, turn_possessive,
    )
}  # fmt: skip


def reword(text: str, chance: random.Random) -> tuple[str, str] | None:
    """Apply one or two rules that fit; None if none does. Also returns which."""
    applied = []
    for name, rule in chance.sample(sorted(REWORDINGS.items()), len(REWORDINGS)):
        changed = rule(text, chance)
        if changed and changed != text:
            text = changed
            applied.append(name)
        if len(applied) == 2:
            break
    return (text, "+".join(applied)) if applied else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _small_article(text: str) -> str:
    return _small(text) if text.startswith(("The ", "A ", "An ")) else text


_OPENER_WORDS = """The A An He She It They His Her Their Its This That These Those There We Police Officials
    Some Most Many Several All More At About"""
_OPENERS = frozenset(_OPENER_WORDS.split())


def _decapital(text: str) -> str:
    """Small where the first word is none that is always written large."""
    first = text.split(maxsplit=1)[0]
    return _small(text) if first in _OPENERS else text
