"""Before an answer is shown: do the articles hold it at all? Below the line the bot says that they do not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.expectation import Expected
from bot.answering.windows import Window
from index.passage import SearchRequest, SearchResult


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer being there, in a collection of two articles as in one of thousands.

    `similarity` is the best cosine of a sentence and the question. `coverage` is the greatest share
    of the question's words in one window and just around it. `whole` says that the passages are all
    there is: in so small a collection hardly anything looks like an answer by chance. `fitting`
    says that what would be shown offers a number or a date, where the question asks for one.
    """

    similarity: float
    coverage: float
    whole: bool
    fitting: bool


SIMILARITY = 5.2
COVERAGE = 2.5
WHOLE = 0.7
UNFITTING = -1.0
BIAS = -4.7
LINE = 0.48
FULL_SEARCH = SearchRequest("").limit


def weigh(
    result: SearchResult, windows: Sequence[Window], chosen: Sequence[Window], expected: Expected
) -> Evidence:
    """Return the evidence that the passages hold an answer.

    `windows` are all of the passages' windows, `chosen` those that would be shown.
    """
    features = [window.features for window in windows]
    sharp = expected in (Expected.NUMBER, Expected.TIME)
    return Evidence(
        similarity=max((one.similarity for one in features), default=0.0),
        coverage=max((one.coverage + one.nearby for one in features), default=0.0),
        whole=len(result.passages) < FULL_SEARCH,
        fitting=not sharp or any(window.offers for window in chosen[:2]),
    )


def confidence(evidence: Evidence) -> float:
    """Return how likely the passages hold an answer, 0 to 1 (a logistic function)."""
    logit = (
        BIAS
        + SIMILARITY * evidence.similarity
        + COVERAGE * evidence.coverage
        + WHOLE * evidence.whole
        + UNFITTING * (not evidence.fitting)
    )
    return 1 / (1 + math.exp(-logit))


def refuses(evidence: Evidence) -> bool:
    """Whether to say that the articles do not hold the answer."""
    return confidence(evidence) < LINE
