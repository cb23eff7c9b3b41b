"""Third in answering: the few windows that answer best, quoted word for word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering import refusal
from bot.answering.emphasis import embolden
from bot.answering.expectation import Expected, expect
from bot.answering.features import Features
from bot.answering.types import Citation, Statement
from bot.answering.windows import Window, find_windows
from index.passage import SearchResult


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature of a window counts, see `features.Features`.

    Fitted on news-dev by tests/bot/answering/fit_windows.py.
    """

    similarity: float = 2.8
    coverage: float = 3.4
    framed: float = 1.6
    passage: float = 4.2
    offered: float = 2.1
    fresh: float = 2.0
    lead: float = 1.8
    more: float = -2.3


WEIGHTS = Weights()
SHOWN_CHARS = 700  # of quotes
MOST_QUOTES = 5
BEHIND = 4.0
SAME_WORDS = 0.7  # two windows that share this much of the smaller one's words say the same


def extract(question: str, result: SearchResult, day: date | None = None) -> list[Statement]:
    """Return the quotes that answer, best first; none where the passages do not hold the answer.

    `day` is the day of asking, if it is known.
    """
    expected = expect(question)
    windows = find_windows(result, expected, day)
    chosen = pick(windows)
    if refusal.refuses(refusal.weigh(result, windows, chosen, expected)):
        return []
    return [quote(window, question, expected) for window in chosen]


def score(features: Features, weights: Weights = WEIGHTS) -> float:
    """Return how well a window answers: comparable within one question, e times the odds for each 1 more."""
    return (
        weights.similarity * features.similarity
        + weights.coverage * features.coverage
        + weights.framed * features.framed
        + weights.passage * features.passage
        + weights.offered * features.offered
        + weights.fresh * features.fresh
        + weights.lead * features.lead
        + weights.more * features.more
    )


def pick(windows: Sequence[Window], weights: Weights = WEIGHTS) -> list[Window]:
    """Return the windows to show, best first: together short enough, none saying what another says."""
    chosen: list[Window] = []
    used = 0
    scored = [(score(window.features, weights), window) for window in windows]
    ranked = sorted(scored, key=lambda pair: -pair[0])
    for worth, window in ranked:
        if worth < ranked[0][0] - BEHIND:
            break
        if chosen and used + len(window.text) > SHOWN_CHARS:
            continue
        if any(_overlaps(window, other) or _says_the_same(window, other) for other in chosen):
            continue
        used += len(window.text)
        chosen.append(window)
        if len(chosen) == MOST_QUOTES:
            break
    return chosen


def quote(window: Window, question: str, expected: Expected) -> Statement:
    """Return the window as a quoted statement; its footnote's number is given later."""
    article = window.passage.article.id
    if window.headline:
        citation = Citation(0, article, window.text, 0, 0, headline=True)
    else:
        citation = Citation(0, article, window.text, window.start, window.end)
    return Statement(window.text, (citation,), quoted=True, bold=embolden(window, question, expected))


def _overlaps(one: Window, other: Window) -> bool:
    same_text = one.passage.article.id == other.passage.article.id and one.headline == other.headline
    return same_text and one.start < other.end and other.start < one.end


def _says_the_same(one: Window, other: Window) -> bool:
    words, others = one.stems, other.stems
    return len(words & others) >= SAME_WORDS * max(1, min(len(words), len(others)))
