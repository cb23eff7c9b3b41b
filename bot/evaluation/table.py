"""Last in an evaluation: the figures with their intervals, for a person at a terminal or for a program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.evaluation import phrases
from bot.evaluation.judging import Judgement
from bot.evaluation.run import IndexFacts
from bot.evaluation.scoring import Estimate, Figure, Scores
from index.intake.phrases import count

NAME_WIDTH = max(map(len, Figure))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions of which kind there were, and what the bot did with them."""

    questions: int
    answered: int
    refused: int
    answerable: int
    unanswerable: int
    degraded: int = 0  # answered without the language model, or with less of it than was meant

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> "Counts":
        answered = sum(judgement.answered for judgement in judgements)
        kinds = [judgement.question.answerable for judgement in judgements]
        degraded = sum(judgement.result.degraded is not None for judgement in judgements)
        answerable, unanswerable = kinds.count(True), kinds.count(False)
        return cls(len(kinds), answered, len(kinds) - answered, answerable, unanswerable, degraded)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that an evaluation found out; files it did not write are None."""

    counts: Counts
    scores: Scores
    index: IndexFacts
    llm_model: str | None
    results: Path
    failures: Path | None = None
    against: Path | None = None
    changes: Scores = field(default_factory=dict)


def as_object(outcome: Outcome) -> dict[str, object]:
    """The outcome as `--json` prints it."""
    return {
        "counts": outcome.counts,
        "figures": _figures(outcome.scores),
        "model": {"embedding": outcome.index.embedding_model, "llm": outcome.llm_model},
        "index": outcome.index,
        "results": outcome.results,
        "failures": outcome.failures,
        "against": outcome.against,
        "changes": _figures(outcome.changes),
    }


def lines(outcome: Outcome) -> Iterator[str]:
    """The outcome as lines of text: counts, figures, what was measured, and where to read on."""
    counts, index = outcome.counts, outcome.index
    yield phrases.EVALUATED.format(
        questions=count(counts.questions, "question"), answered=counts.answered, refused=counts.refused
    )
    labelled = counts.answerable + counts.unanswerable
    if labelled:
        yield phrases.KINDS.format(answerable=counts.answerable, unanswerable=counts.unanswerable)
    if counts.degraded:
        yield phrases.DEGRADED.format(answers=count(counts.degraded, "answer"))
    yield ""
    yield from _table(outcome.scores, phrases.INTERVAL)
    if not labelled:
        yield ""
        yield phrases.UNLABELLED
    if outcome.against:
        yield ""
        yield phrases.AGAINST.format(file=str(outcome.against))
        yield from _table(outcome.changes, phrases.INTERVAL, mark=phrases.BEYOND_NOISE)
    yield ""
    yield phrases.MODEL.format(embedding=index.embedding_model, llm=outcome.llm_model or "none")
    yield phrases.INDEX.format(
        fingerprint=index.fingerprint,
        articles=index.articles,
        chunks=index.chunks,
        megabytes=f"{index.size_bytes / 1e6:.1f}",
    )
    yield phrases.RESULTS.format(file=str(outcome.results))
    if outcome.failures:
        yield phrases.FAILURES.format(file=str(outcome.failures))


def _table(scores: Scores, heading: str, mark: str | None = None) -> Iterator[str]:
    """A line per figure. mark: these are changes, and stands behind those that are beyond noise."""
    yield f"{'':{NAME_WIDTH}}  {'':>8}  {heading}"
    for figure, estimate in scores.items():
        change = mark is not None
        value, low, high = (
            number(figure, n, signed=change)
            for n in (estimate.value, estimate.interval.low, estimate.interval.high)
        )
        line = f"{figure:{NAME_WIDTH}}  {value:>8}  {low:>7} … {high}"
        yield f"{line}  {mark}" if mark is not None and is_beyond_noise(figure, estimate) else line


def is_beyond_noise(figure: Figure, change: Estimate) -> bool:
    """Whether a change is more than the choice of questions explains.

    Of speed nobody can tell: what else the machine did at the time is in no interval.
    """
    return figure not in (Figure.P50, Figure.P95) and change.value != 0 and 0.0 not in change.interval


def number(figure: Figure, value: float, *, signed: bool = False) -> str:
    """A figure's value as it is printed: characters whole, all others to three places."""
    sign = "+" if signed else ""
    return f"{value:{sign},.0f}" if figure is Figure.LENGTH else f"{value:{sign}.3f}"


def _figures(scores: Scores) -> dict[str, object]:
    return {
        figure.value: {
            "value": estimate.value,
            "low": estimate.interval.low,
            "high": estimate.interval.high,
            "questions": estimate.questions,
        }
        for figure, estimate in scores.items()
    }
