"""Third in answering: the few windows that answer best, quoted word for word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer import Citation, Statement
from bot.answering.english.answer_words import POINTERS
from bot.answering.extractive import refusal
from bot.answering.extractive.emphasis import embolden
from bot.answering.extractive.expected_answer import SHARP, Expected, expect
from bot.answering.extractive.features import Features
from bot.answering.extractive.near_copies import difference
from bot.answering.extractive.windows import Window, find_windows
from index.passage import Period, SearchResult
from index.words import fold


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature of a window counts, see `features.Features`.

    Fitted by tests/bot/answering/extractive/fit_windows.py on news-dev; in five folds, ten times over, 0.71
    (0.695 to 0.719) of right answers are shown in a median of 661 characters, where the weights that were
    chosen by hand before showed 0.65 in 887. By standard deviations of the features most matters that there
    is no second sentence (1.9), then freshness (0.8), the passage's score (0.7), coverage, offers and the
    place in the article (0.6 each). Shown without freshness: 0.03 less, without titles as windows: 0.05 less,
    by the newest of what was found instead of the day of asking: 0.035 less.

    Tried and dropped, each within noise (0.02): words that recur over several articles ("agreement",
    by name or by stem), the question's bigrams and capitalised words, its three rarest words, the noun
    after "which", the distance from covered to offered words, commas, quotation marks, words of menus
    and bylines, length in characters, pronouns at the start, similarity relative to the best.
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
# Right answers shown in five folds, and the median of characters: 4 quotes 0.69 (570), 5 quotes 0.72 (661),
# 6 quotes 0.73 (683). 600 characters 0.70, 800 to 900 no more than 700.
SHOWN_CHARS = 700
MOST_QUOTES = 5
# A window this far behind the best is about something else: e^4, one fiftieth of its odds. 3.0 shows 0.70, no
# limit 0.73.
BEHIND = 4.0
# By words (its own, and those of its title and heading) and by similarity a quote must come this near to
# the closest window, or it shares too little with the question to be shown. On two articles 0.4 shows 3.2
# quotes an answer, 0.5 2.9 and 0.6 2.4; on news-dev they show 0.72, 0.71 and 0.69 of what is right.
CLOSE = 0.4
# Where all that was found is of so few articles, search has had to bring what is there rather than what fits,
# and the closest window says more about what fits than the others do.
FEW_ARTICLES = 3
CLOSE_OF_FEW = 0.7
SAME_WORDS = 0.7  # two windows that share this much of the smaller one's words say the same


def extract(
    question: str, result: SearchResult, day: date | None = None, period: Period | None = None
) -> list[Statement]:
    """Return the quotes that answer, best first; none where the passages do not hold the answer.

    `day` is the day of asking, if it is known, `period` the one that the question names.
    """
    expected = expect(question)
    windows = find_windows(result, expected, day, period)
    chosen = pick(windows)
    if refusal.refuses(refusal.weigh(result, windows, chosen, expected)):
        return []
    quotes = [quote(window, question, expected) for window in chosen]
    if quotes[0].bold:
        return [one for one in quotes if one.bold]  # where the answer can be told, nothing else is said
    if expected in SHARP:
        # What offers no number cannot say how many.
        return [one for one, window in zip(quotes, chosen, strict=True) if window.offers] or quotes
    return quotes


def score(features: Features, weights: Weights = WEIGHTS) -> float:
    """Return how well a window answers, comparable within one question: its log-odds, but for a constant."""
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
    few = len({window.passage.article.id for window in windows}) <= FEW_ARTICLES
    near = (CLOSE_OF_FEW if few else CLOSE) * max((_closeness(window) for window in windows), default=0.0)
    wider = {(id(window.passage), window.end, len(window.pieces)): window for window in windows}
    for worth, window in ranked:
        if worth < ranked[0][0] - BEHIND:
            break
        if _closeness(window) < near:
            continue
        if any(_overlaps(window, other) or _says_no_more(window, other) for other in chosen):
            continue
        if few and window.headline and any(_same_article(window, other) for other in chosen):
            continue  # it stands in the footnote already
        for shown in (_with_what_it_points_at(window, wider), window):
            fits = used + len(shown.text) <= SHOWN_CHARS
            if (fits or not chosen) and not any(_overlaps(shown, other) for other in chosen):
                used += len(shown.text)
                chosen.append(shown)
                break
        if len(chosen) == MOST_QUOTES:
            break
    return chosen


def _closeness(window: Window) -> float:
    features = window.features
    return features.coverage + features.framed + features.similarity


def _with_what_it_points_at(window: Window, wider: Mapping[tuple[int, int, int], Window]) -> Window:
    """The window with the sentence before it, where it begins by pointing there: "He said …"."""
    words = window.pieces[0].words
    if not words or fold(words[0].text) not in POINTERS:
        return window
    return wider.get((id(window.passage), window.end, len(window.pieces) + 1), window)


def quote(window: Window, question: str, expected: Expected) -> Statement:
    """Return the window as a quoted statement; its footnote's number is given later."""
    article = window.passage.article.id
    if window.headline:
        citation = Citation(0, article, window.text, 0, 0, headline=True)
    else:
        over, caption = window.pieces[0].heading, window.passage.caption
        citation = Citation(0, article, window.text, window.start, window.end, caption=caption, heading=over)
    return Statement(window.text, (citation,), quoted=True, bold=embolden(window, question, expected))


def _same_article(one: Window, other: Window) -> bool:
    return one.passage.article.id == other.passage.article.id


def _overlaps(one: Window, other: Window) -> bool:
    same_text = one.passage.article.id == other.passage.article.id and one.headline == other.headline
    return same_text and one.start < other.end and other.start < one.end


def _says_no_more(window: Window, better: Window) -> bool:
    """Whether a window says what a better one says; not where it contradicts that one and is as much about
    the question: "allowed" and "not allowed" are both shown, of branches the one that was asked for."""
    words, others = window.stems, better.stems
    if len(words & others) < SAME_WORDS * max(1, min(len(words), len(others))):
        return False
    if _same_article(window, better) or _on_topic(window) < _on_topic(better):
        return True
    return not any(difference(one, other) for one in window.sentences for other in better.sentences)


def _on_topic(window: Window) -> float:
    return round(window.features.coverage + window.features.framed, 6)
