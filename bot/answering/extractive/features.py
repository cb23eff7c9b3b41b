"""Used by windows: what speaks for a window, in numbers that mean the same in any collection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.extractive.sentences import Piece
from index.passage import Passage, Period, SearchResult
from index.searching.timeliness import timeliness
from index.words import stems

# As in the ranking of passages (index/searching/retrieve.py). A week instead of 30 days did as well, 90 and
# 365 days worse (0.73, 0.71 and 0.70 of right answers shown).
HALF_LIFE_DAYS = 30
LEAD_CHARS = 600  # news says in its first paragraphs what has happened, and then what came before it

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a window. `coverage`, `framed` and `nearby` are shares of the question's words,
    by their weights (see `weigh_terms`), and together at most 1.
    """

    similarity: float  # the best of its sentences' cosines with the question
    coverage: float  # words in it
    framed: float  # words not in it, but in its heading or its article's title
    nearby: float  # words in neither, but in the sentences just around it
    passage: float  # its passage's score over the best passage's
    offered: float  # more words of the expected kind, new to the question: none 0, one 1/2, two 2/3
    fresh: float  # how well its article's day fits, see index/searching/timeliness.py
    lead: float  # 1 at the beginning of its article, half of it LEAD_CHARS further on
    more: float  # sentences beyond the first


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as windows are held against it: its words with their weights, its day and period."""

    weights: Mapping[str, float]
    day: date | None
    best_score: float  # of all passages
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What all windows of one passage have in common."""

    words: frozenset[str]  # the question's words in the article's title
    passage: float
    fresh: float


def weigh_terms(result: SearchResult) -> dict[str, float]:
    """Return each word of the question with its share of the question's weight.

    Half of a word's weight is its rarity, half is the same for all: in a collection of a few
    articles rarity is chance.
    """
    if not result.terms:
        return {}
    total = sum(term.idf for term in result.terms)
    even = 1 / len(result.terms)
    if total <= 0:
        return {term.stem: even for term in result.terms}
    return {term.stem: (term.idf / total + even) / 2 for term in result.terms}


def frame(passage: Passage, asked: Asked) -> Frame:
    """Look at what is around a passage."""
    return Frame(
        frozenset(asked.weights.keys() & set(stems(passage.article.title))),
        passage.score / asked.best_score if asked.best_score > 0 else 0.0,
        timeliness(passage.article.published, asked.day, asked.period, HALF_LIFE_DAYS),
    )


def measure(pieces: Sequence[Piece], first: int, last: int, around: Frame, asked: Asked) -> Features:
    """Return the features of the window from one of its passage's pieces to another."""
    inside = pieces[first : last + 1]
    held = _NOTHING.union(*(piece.asked for piece in inside))
    framed = (around.words | inside[0].framed) - held  # no window runs across a heading
    before, after = pieces[max(0, first - 2) : first], pieces[last + 1 : last + 2]
    nearby = _NOTHING.union(*(piece.asked for piece in (*before, *after))) - held - framed
    keys = {offer.key for piece in inside for offer in piece.offers}
    return Features(
        similarity=max(piece.similarity for piece in inside),
        coverage=sum(asked.weights[stem] for stem in held),
        framed=sum(asked.weights[stem] for stem in framed),
        nearby=sum(asked.weights[stem] for stem in nearby),
        passage=around.passage,
        offered=1 - 1 / (1 + len(keys)),
        fresh=around.fresh,
        lead=0.5 ** (inside[0].start / LEAD_CHARS),
        more=len(inside) - 1,
    )
