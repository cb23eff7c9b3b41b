"""Before an answer is shown: do the articles hold it at all? Below the line the bot says that they do not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.windows import Window
from index.passage import SearchResult


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a search's outcome that holds for two articles as for thousands.

    `similarity` is the best cosine of a sentence and the question. `coverage` is the best window's
    share of the question's words, those around it included, times the square root of their number:
    to hold four of eight words says more than to hold one of two.
    """

    similarity: float
    coverage: float


# Fitted by docs/… on news-dev, both classes weighted alike.
SIMILARITY = 5.6
COVERAGE = 1.15
BIAS = -6.1
LINE = 0.37


def weigh(result: SearchResult, windows: Sequence[Window]) -> Evidence:
    """Return the evidence that the passages hold an answer."""
    coverage = max((window.features.coverage + window.features.nearby for window in windows), default=0.0)
    return Evidence(
        similarity=max((window.features.similarity for window in windows), default=0.0),
        coverage=coverage * math.sqrt(len(result.terms)),
    )


def confidence(evidence: Evidence) -> float:
    """Return how likely the passages hold an answer, 0 to 1 (a logistic function)."""
    return 1 / (1 + math.exp(-(BIAS + SIMILARITY * evidence.similarity + COVERAGE * evidence.coverage)))


def refuses(evidence: Evidence) -> bool:
    """Whether to say that the articles do not hold the answer."""
    return confidence(evidence) < LINE
