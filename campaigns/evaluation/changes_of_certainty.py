"""Third in the verifier's test set: how many, and how surely, changed; see `changes`."""

import random
import re

_QUANTIFIERS = [
    ((
r"\ball(?= (?:of |the |its |their )"
r"|[ ][a-z]+s\b)"
), ["some", "most", "few"]), (r"\bevery\b", ["hardly any", "no"]),
    (r"\bmost(?= (?:of |[a-z]+s\b))", ["all", "some", "few"]), (r"\bmany\b", ["most", "few", "all"]),
    (r"\bsome\b(?= of| [a-z]+s\b)", ["all", "most", "no"]), (r"\bseveral\b", ["all", "most"]),
    (r"\bfew\b", ["many", "most"]),
    (r"\bat least\b", ["at most", "up to"]), (r"\bmore than\b", ["less than", "nearly"]),
    (r"\bless than\b", ["more than"]),
    (r"\bfewer than\b", ["more than"]), (r"\bup to\b(?= [$\d])", ["at least", "more than"]),
    (r"\bnearly\b(?= [$\d])", ["more than"]),
    (r"\bAll\b", ["Some", "Few"]), (r"\bMost\b", ["All", "Few"]), (r"\bSome\b", ["All", "Most"]),
    (r"\bMany\b", ["All", "Few"]),
    (r"\bmore\b(?! than)", ["less"]), (r"\bless\b(?! than)", ["more"]), (r"\bboth\b", ["neither"]),
    (r"\beach of\b", ["none of"]),
    (r"\bover(?= [$\d])", ["under"]), (r"\balmost all\b", ["all"]), (r"\bhalf\b", ["all", "most"]),
    (r"\b(?:about|approximately|roughly|around)(?= [$\d])", ["more than", "at least", "less than"]),
]  # fmt: skip


def change_quantifier(text: str, chance: random.Random, others: list[str]) -> str | None:
    options = [
        text[: match.start()] + chance.choice(new) + text[match.end() :]
        for pattern, new in _QUANTIFIERS
        for match in re.finditer(pattern, text)
    ]
    return chance.choice(options) if options else None


_HEDGES = [
    (r"\b(?:may|might|could) be\b", "is"), (r"\b(?:may|might|could) have\b", "has"),
    (r"\b(?:may|might|could)\b(?! not| no)", "will"),
    (r" (?:reportedly|allegedly|apparently|possibly|perhaps|probably|potentially|likely)\b(?! to)", ""),
    (r"\balleged (?=[a-z])", ""), (r"\bsuspected (?=[a-z]+\b)", ""),
    (r"\b(?:is|are) (?:expected|likely|set|due|scheduled|planning|hoping) to\b", "will"),
    (r"\b(?:was|were) (?:expected|likely|set|due|scheduled|planning|hoping) to\b", "would"),
    ((
r"\b(?:plans|plan|hopes|hope|aims|intends|wants"
r"|want) to\b"
), "will"), (r"\b(?:planned|hoped|wanted|intended|tried|attempted) to (?=[a-z])", "did "),
    (r"\b(?:seems?|appears?) to be\b", "is"), ((
r"\b(?:is|are) (?:believed|thought|said|reported"
r"|alleged) to have\b"
), "has"),
    (r"\b(?:is|are) (?:believed|thought|said|reported|alleged) to be\b", "is"), (r"\bshould\b", "will"),
    ((
r"\b(?:he|she|they) (?:believes?|thinks?|suspects?"
r"|claims?) (?:that )?"
), ""), (r"\bpossible (?=[a-z])", ""),
    (r"\bproposed (?=[a-z]+s?\b)", ""), (r"\b(?:was|were) accused of\b", "admitted"),
]  # fmt: skip


def drop_hedge(text: str, chance: random.Random, others: list[str]) -> str | None:
    """ "may" to "will", "reportedly" left out, "plans to" to "will"."""
    options = [
        text[: match.start()] + new + text[match.end() :]
        for pattern, new in _HEDGES
        for match in re.finditer(pattern, text)
    ]
    return chance.choice(options) if options else None
