"""Third in answering: the few windows that answer best, quoted word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering import refusal
from bot.answering.emphasis import embolden
from bot.answering.expectation import Expected, expect
from bot.answering.types import Citation, Statement
from bot.answering.windows import Features, Window, find_windows
from index.passage import SearchResult


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature of a window counts, see `windows.Features`.

    Chosen among 50 settings of a coarse grid on news-dev, scored at six lengths of answer (500 to
    1,000 characters); in five folds the choice gave 0.67 of right answers shown within 900 characters
    on one index and 0.65 on another, the mean of the whole grid is 0.62 to 0.66. Most matters length,
    then coverage. The similarity of a single sentence matters little beside its passage's score: the
    sentence most like the question often repeats it without answering.
    """

    similarity: float = 0.25
    coverage: float = 1.5
    nearby: float = 0.75
    passage: float = 1.0
    offered: float = 0.4
    agreed: float = 0.15
    asks: float = -0.5
    length: float = -0.8


WEIGHTS = Weights()
SHOWN_CHARS = 900  # of quotes; a reader sees some 1,200 characters without scrolling
MOST_QUOTES = 6
# A window this far behind the best is about something else. Right answers shown: 0.656 with no limit,
# 0.648 at 1.0, 0.641 at 0.6; quotes shown: 5.5, 5.0, 4.4.
BEHIND = 1.0
SAME_WORDS = 0.7  # two windows that share this much of the smaller one's words say the same


def extract(question: str, result: SearchResult) -> list[Statement]:
    """Return the quotes that answer, best first; none where the passages do not hold the answer."""
    expected = expect(question)
    windows = find_windows(result, expected)
    chosen = pick(windows)
    if refusal.refuses(refusal.weigh(result, windows, chosen, expected)):
        return []
    return [quote(window, question, expected) for window in chosen]


def score(features: Features, weights: Weights = WEIGHTS) -> float:
    """Return how well a window answers, about 0 to 3; comparable within one question."""
    return (
        weights.similarity * features.similarity
        + weights.coverage * features.coverage
        + weights.nearby * features.nearby
        + weights.passage * features.passage
        + weights.offered * features.offered
        + weights.agreed * features.agreed
        + weights.asks * features.asks
        + weights.length * features.length
    )


def pick(windows: Sequence[Window]) -> list[Window]:
    """Return the windows to show, best first: together short enough, none saying what another says."""
    chosen: list[Window] = []
    used = 0
    ranked = sorted(((score(window.features), window) for window in windows), key=lambda pair: -pair[0])
    for worth, window in ranked:
        if worth < ranked[0][0] - BEHIND:
            break
        if chosen and used + window.end - window.start > SHOWN_CHARS:
            continue
        if any(_overlaps(window, other) or _says_the_same(window, other) for other in chosen):
            continue
        used += window.end - window.start
        chosen.append(window)
        if len(chosen) == MOST_QUOTES:
            break
    return chosen


def quote(window: Window, question: str, expected: Expected) -> Statement:
    """Return the window as a quoted statement; its footnote's number is given later."""
    citation = Citation(0, window.passage.article.id, window.text, window.start, window.end)
    return Statement(window.text, (citation,), quoted=True, bold=embolden(window, question, expected))


def _overlaps(one: Window, other: Window) -> bool:
    same_article = one.passage.article.id == other.passage.article.id
    return same_article and one.start < other.end and other.start < one.end


def _says_the_same(one: Window, other: Window) -> bool:
    words, others = one.stems, other.stems
    return len(words & others) >= SAME_WORDS * max(1, min(len(words), len(others)))
