"""Before an answer is shown: do the articles hold it at all? Below the line the bot says that they do not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.expectation import SHARP, Expected
from bot.answering.windows import Window
from index.passage import SearchResult


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer being there, in a collection of two articles as in one of thousands.

    `similarity` is the best cosine of a sentence and the question. `coverage` is the greatest share
    of the question's words in one window and just around it. `crowd` is the score of the passage
    ranked CROWD_RANK over the best passage's, 0 where there are fewer: where many passages are nearly
    as good as the best, and in a large collection many are by chance, the best proves less. `fitting`
    says that what would be shown offers a number or a date, where the question asks for one.
    """

    similarity: float
    coverage: float
    crowd: float
    fitting: bool


# Fitted (tests/bot/answering/fit_refusal.py) on news-dev whole and on collections of 2, 30 and 200 of its
# articles. Five folds of questions, 10 times: area under the ROC curve on the whole 0.766; at a line that
# the scores of the whole give, 0.90 of it is answered and 0.51 of what is not there is refused (the articles
# on the same event are, without the answer). With 200, 30 and 2 articles LINE answers 0.89, 0.90
# and 0.88 of what they hold, refuses 0.98 to 1.00 off their topic, and 0.47, 0.47 and 0.48 of what their
# articles on the same event do not say. Without CROWD it answered 0.74, 0.72 and 0.77; without LEAST_CROWD
# 0.88, 0.92 and 0.96, but then refused 0.04 instead of 0.18 on the set of our own (tests/evaluation/set),
# with as many right answers. At 0.55 it answers 0.85, 0.86 and 0.83, and refuses 0.36 there.
# Tried and dropped: a flag for collections that the search takes whole (the same as CROWD, but for two
# articles only), the best window's score by extractive.Weights (area 0.75), the freshness of what is found
# (0.81, but only since what holds the answer was taken out of news-dev: an archive must answer too), best and
# third best article, BM25, the titles' similarity, the length of the question (all within 0.01).
SIMILARITY = 4.7
COVERAGE = 2.7
CROWD = -2.9
BIAS = -3.0
UNFITTING = -1.0  # a choice, not fitted: news-dev asks only nine questions for a number or a date
LINE = 0.325
CROWD_RANK = 12  # 8 and 16 do as well
LEAST_CROWD = 0.5  # a choice, see above: fewer near the best prove no more


def weigh(
    result: SearchResult, windows: Sequence[Window], chosen: Sequence[Window], expected: Expected
) -> Evidence:
    """Return the evidence that the passages hold an answer.

    `windows` are all of the passages' windows, `chosen` those that would be shown.
    """
    features = [window.features for window in windows]
    sharp = expected in SHARP
    scores = [max(0.0, passage.score) for passage in result.passages]
    crowded = len(scores) >= CROWD_RANK and scores[0] > 0
    return Evidence(
        # A title has no vector of its own: it goes by its passage's.
        similarity=max((one.features.similarity for one in windows if not one.headline), default=0.0),
        coverage=max((one.coverage + one.framed + one.nearby for one in features), default=0.0),
        crowd=scores[CROWD_RANK - 1] / scores[0] if crowded else 0.0,
        fitting=not sharp or any(window.offers for window in chosen[:2]),
    )


def confidence(evidence: Evidence) -> float:
    """Return how likely the passages hold an answer, 0 to 1 (a logistic function)."""
    logit = (
        BIAS
        + SIMILARITY * evidence.similarity
        + COVERAGE * evidence.coverage
        + CROWD * max(LEAST_CROWD, evidence.crowd)
        + UNFITTING * (not evidence.fitting)
    )
    return 1 / (1 + math.exp(-logit))


def refuses(evidence: Evidence) -> bool:
    """Whether to say that the articles do not hold the answer."""
    return confidence(evidence) < LINE
