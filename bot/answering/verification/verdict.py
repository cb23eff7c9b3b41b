"""Last in verification: what was found of a statement."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a statement may not be shown."""

    NO_CITATION = "it cites nothing"
    NO_ARTICLE = "the cited article is not in the index"
    NO_SUCH_QUOTE = "the quote does not stand in the article"
    ACROSS_A_CUT = "the quote runs across a place where text was taken out, a heading or a line of a list"
    NOT_THE_CAPTION = "it says that the quote is a caption and it is not, or the reverse"
    NOT_THE_QUOTE = "it says it is a quote and is not"
    TOO_LONG = "it is too long for one statement"
    TOO_MUCH = "its quotes are more than one statement can need"
    NOTHING_SAID = "it says nothing"
    NUMBER = "a number that its quotes do not hold"
    DATE = "a date that its quotes do not hold"
    NAME = "a name that its quotes do not hold"
    WORD = "a word that its quotes do not hold"
    UNIT = "a number of something else than in its quotes"
    AMOUNT = "a number that its quotes give otherwise: about, more than, at least, up to"
    NEGATION = "it denies what its quotes say, or the reverse"
    QUANTIFIER = "all, most, some or few where its quotes say otherwise"
    HEDGE = "it is surer than its quotes"
    ROLES = "its quotes do not say who did it to whom so"
    RELATION = "its quotes relate the words otherwise: before, after, for, against"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a statement may be shown; if not, why, and which words gave it away."""

    fault: Fault | None = None
    words: str = ""

    @property
    def holds(self) -> bool:
        return self.fault is None
