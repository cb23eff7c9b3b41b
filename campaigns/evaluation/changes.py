"""Third in the verifier's test set: one thing changed, so that the quote does not say it any more.

Each rule gives a changed text or None where it finds nothing to change. They share no list with the
verifier.
"""

import random
import re
from collections.abc import Callable

from campaigns.evaluation.changes_of_certainty import change_quantifier, drop_hedge

Change = Callable[[str, random.Random, list[str]], str | None]

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SPELT = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = re.compile(rf"(?<![\w.,-])\d+(?:,\d{{3}})*(?:\.\d+)?(?![\w-])|\b(?:{'|'.join(_SPELT)})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def change_number(text: str, chance: random.Random, others: list[str]) -> str | None:
    """Another number of the same size; years and days of a month are dates."""
    found = [
        match
        for match in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(match.group())
        and not re.search(
            rf"(?:{'|'.join(_MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) $", text[: match.start()]
        )
    ]
    if not found:
        return None
    match = chance.choice(found)
    old = match.group()
    if old in _SPELT:
        new = chance.choice([word for word in _SPELT if word != old])
    else:
        digits = old.replace(",", "")
        whole, _, rest = digits.partition(".")
        value = int(whole)
        new_value = value
        while new_value == value:
            new_value = chance.choice(
                [value + 1, max(0, value - 1), value * 10, value + chance.randint(1, max(2, value))]
            )
        new = f"{new_value:,}" if "," in old else str(new_value)
        new += f".{rest}" if rest else ""
    return text[: match.start()] + new + text[match.end() :]


_UNITS = [
    ("million", "billion"), ("billion", "trillion"), ("thousand", "million"),
    ("percent", "percentage points"),
    ("%", " percentage points"), ("miles", "kilometres"), ("miles", "kilometers"), ("kilometers", "miles"),
    ("km", "miles"), ("feet", "metres"),
    ("meters", "feet"), ("metres", "feet"), ("years", "months"), ("months", "weeks"), ("weeks", "days"),
    ("days", "hours"), ("hours", "minutes"), ("minutes", "seconds"), ("$", "€"), ("£", "$"),
    ("euros", "dollars"),
    ("pounds", "kilograms"), ("tons", "pounds"), ("acres", "hectares"), ("year-old", "month-old"),
    ("dollars", "pounds"), ("degrees", "percent"), ("inches", "feet"),
]  # fmt: skip


def change_unit(text: str, chance: random.Random, others: list[str]) -> str | None:
    options = []
    for old, new in _UNITS:
        if old in "$£":
            pattern = re.escape(old) + r"(?=\d)"
        else:
            pattern = rf"(?<=[\d\w])(?P<gap>[ -]?){re.escape(old)}(?!\w)"
        for match in re.finditer(pattern, text):
            before = text[: match.start()]
            if old in "$£" or re.search(rf"(?:\d|\b(?:{'|'.join(_SPELT)}|hundred|million))$", before):
                gap = match.groupdict().get("gap", "")
                options.append(before + gap + new + text[match.end() :])
    return chance.choice(options) if options else None


def change_date(text: str, chance: random.Random, others: list[str]) -> str | None:
    options = []
    for words in (_DAYS, _MONTHS):
        for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", text):
            if match.group() in ("May", "March") and match.start() == 0:
                continue
            new = chance.choice([word for word in words if word != match.group()])
            options.append((match, new))
    options += [(m, str(int(m.group()) + chance.choice([-10, -2, -1, 1, 2]))) for m in _YEAR.finditer(text)]
    for match in re.finditer(r"(?<=(?:ary|ber) )\d\d?\b", text):
        options.append((match, str(int(match.group()) % 28 + 1)))
    relative = {
        "last": "next",
        "next": "last",
        "yesterday": "today",
        "today": "yesterday",
        "tomorrow": "yesterday",
    }
    for match in re.finditer(
        r"\b(?:last|next)(?= (?:week|month|year|summer|winter|spring|fall)\b)|\b(?:yesterday|tomorrow)\b",
        text,
    ):
        options.append((match, relative[match.group()]))
    if not options:
        return None
    match, new = chance.choice(options)
    return text[: match.start()] + new + text[match.end() :]


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?=[ ,.’'])")


def names_in(text: str) -> list[str]:
    """Capitalised words in mid-sentence that are no dates."""
    return [
        m.group()
        for m in _NAME.finditer(text)
        if not set(m.group().split()) & {*_DAYS, *_MONTHS, "The", "And", "But"}
    ]


def change_name(text: str, chance: random.Random, others: list[str]) -> str | None:
    """A name by another: of the same article where there is one, sometimes of the same sentence."""
    found = [m for m in _NAME.finditer(text) if m.group() in names_in(text)]
    if not found:
        return None
    match = chance.choice(found)
    old = match.group()
    new = [name for name in others if not set(name.split()) & set(old.split()) and name[:4] != old[:4]]
    if not new:
        return None
    return text[: match.start()] + chance.choice(new) + text[match.end() :]


_DONE = (
    "killed|injured|arrested|attacked|defeated|sued|accused|criticized|beat|met|told|joined"
    "|shot|invaded|bought|acquired|backed|endorsed|appointed|blamed|condemned|hit|struck"
    "|thanked|urged|warned|asked|replaced|won|approved|rejected|signed|passed|launched|filed"
    "|released|found|made|gave|took|held|sent|led|leads|saw|called|received|reported|showed"
    "|included|used|announced|said|ordered|supported|created|faced|brought|became|visited"
    "|wrote|helped|built|won|lost|played"
)
_NO_PARTY = r"(?!(?:He|She|It|They|We|I|You|This|That|There|Who|What|And|But|The|A|An|In|On|At|USA)\b)"
_NOUN = (
    rf"(?:[Tt]he |[Aa]n? )?{_NO_PARTY}[A-Z][\w’-]+(?: [A-Z][\w’-]+){{0,2}}|(?:[Tt]he"
    rf"|[Aa]n?) [a-z]+|(?<=^)(?:Police|Officials|Voters)"
)


def change_roles(text: str, chance: random.Random, others: list[str]) -> str | None:
    """Who did it and to whom, exchanged; or the passive made active without turning its parties."""
    passive = re.search(
        (
            rf"\b(?P<what>{_NOUN}) (?:was|were) (?P<verb>{_DONE}) by (?P<who>{_NOUN})(?=[,.]| (?:in|on"
            rf"|at|for|after|during|to|and|who|that)\b)"
        ),
        text,
    )
    if passive:
        if chance.random() < 0.5:
            parts = (passive["who"], text[passive.end("what") : passive.start("who")], passive["what"])
            return _in_place(text, passive, "".join(parts))
        return _in_place(text, passive, f"{passive['what']} {passive['verb']} {passive['who']}")
    names = (
        rf"\b(?P<who>{_NOUN}) (?P<verb>{_DONE}|(?!based|named|called|need|agreed|added"
        rf"|decided)[a-z]{{3,}}ed) (?P<what>{_NOUN})(?=[,.]| (?:in|on|at|for|after|during|to|and|who"
        rf"|that|of|with|from|about|over)\b)"
    )
    active = [
        match
        for match in re.finditer(names, text)
        if match["what"][0] != match["what"][0].lower() or match["what"].startswith(("the ", "a ", "an "))
    ]
    active = [
        m
        for m in active
        if not set(m["what"].split()) & {*_DAYS, *_MONTHS} and m["what"].split()[-1][0] not in "0123456789"
    ]
    if not active:
        return None
    match = chance.choice(active)
    if set(match["who"].lower().split()) == set(match["what"].lower().split()):
        return None
    if chance.random() < 0.3 and match["verb"].endswith("ed"):
        return _in_place(text, match, f"{match['who']} was {match['verb']} by {match['what']}")
    return _in_place(text, match, f"{match['what']} {match['verb']} {match['who']}")


def _in_place(text: str, match: re.Match[str], new: str) -> str:
    if match.start() == 0:
        new = new[0].upper() + new[1:]
    return text[: match.start()] + new + text[match.end() :]


def change_negation(text: str, chance: random.Random, others: list[str]) -> str | None:
    """ "not" put in or taken out."""
    out = [
        (r"\b(is|are|was|were|has|have|had|will|would|could|should|may|might|can) not\b", r"\1"),
        (r"\b(is|are|was|were|has|have|had|would|could|should)n[’']t\b", r"\1"),
        (r"\b(?:did|does|do)(?: not|n[’']t) (?=[a-z])", ""),
        (r"\b(cannot|can[’']t)\b", "can"),
        (r"\bnever (?=[a-z])", ""),
        (r"\bno (?=[a-z]+)", "a "),
        (r"\bwithout\b", "with"),
        (r"\bfailed to\b", "managed to"),
        (r"\bunlikely\b", "likely"),
        (r"\bdenied\b", "confirmed"),
        (r"\bun(able|happy|clear|safe|fair|known|aware|willing)\b", r"\1"),
    ]
    into = [
        (r"\b(is|are|was|were|has|have|had|will|would|could|should|may|can) (?!not\b|no\b|n)", r"\1 not "),
        (r"\b(?<!not )(said|told|announced|reported|added|confirmed) (?=that|the|it|he|she)", r"never \1 "),
        (r"\b(able|happy|clear|safe|fair|known|aware|willing)\b", r"un\1"),
        (r"\bwith\b(?=out)?", "without"),
    ]
    rules = out if chance.random() < 0.6 else into
    for pattern, new in [*chance.sample(rules, len(rules)), *chance.sample(out + into, len(out + into))]:
        found = list(re.finditer(pattern, text))
        if found:
            match = chance.choice(found)
            return text[: match.start()] + match.expand(new) + text[match.end() :]
    return None


CHANGES: dict[str, Change] = {
    "number": change_number,
    "unit": change_unit,
    "date": change_date,
    "name": change_name,
    "who to whom": change_roles,
    "negation": change_negation,
    "quantifier": change_quantifier,
    "hedge": drop_hedge,
}
