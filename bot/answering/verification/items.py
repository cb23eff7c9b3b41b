"""Used in verification: an item of a text, a word or number that carries content, and its marks."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answering.english.spelling import stem_of


class Kind(StrEnum):
    """What an item is, for the verdict and for what may be done with it."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORD = "word"


@dataclass(slots=True)
class Marks:
    """What the words before an item do to it."""

    preposition: str = ""
    modal: str = ""
    quantifier: str = ""
    approximation: str = ""
    relative: str = ""  # "last", "next" before a week or a year
    currency: str = ""
    negated: bool = False
    condition: str = ""  # "if", "whether"
    be: bool = False
    have: bool = False
    infinitive: bool = False
    determiner: bool = False
    coordinated: bool = False  # "and", "or" or a comma before
    comma: bool = False
    boundary: bool = False  # "who", "which", "while", "that"
    tied: bool = True  # nothing but a space or a hyphen since the item before
    hedges: frozenset[str] = frozenset()


@dataclass(slots=True)
class Item:
    """A word or number that carries content; `sentence` and `clause` count from 0 within the text."""

    text: str
    stem: str
    keys: frozenset[str]
    kind: Kind
    marks: Marks
    sentence: int
    clause: int
    value: str = ""  # of a number
    question: bool = False
    under_negation: bool = False  # a negation stands before it in its clause
    embedder: str = ""

    @property
    def adverb(self) -> bool:
        return self.kind is Kind.WORD and self.text.endswith("ly") and len(self.text) > 4

    @property
    def participle(self) -> bool:
        """Whether it may stand in the passive after "be"."""
        plain = self.text.lower()
        return plain.endswith(("ed", "en", "wn")) or (
            stem_of(plain) != plain and not plain.endswith(("s", "ing", "ly", "e"))
        )
