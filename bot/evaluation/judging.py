"""After answering: one result beside what was expected. Each rule is that of `evals/score.py`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.evaluation.articles import SourceText
from bot.evaluation.questions import EvaluationQuestion
from bot.evaluation.results import Result
from bot.evaluation.wording import first_characters, holds, squeeze

SHOWN_CHARS = 1200  # what a reader sees without scrolling: an answer is judged on this much of it
READ_CHARS = (1000, 4000, 10_000)  # of the passages, so that their size does not matter
HIT_PASSAGES = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one result is worth; None where the question does not say enough to judge it.

    `found` goes by READ_CHARS. `cited` has a flag for each statement, `verbatim` one for each quote;
    `answer_chars` is None for a refusal.
    """

    question: EvaluationQuestion
    result: Result
    found: tuple[bool, ...] | None
    hit: bool | None
    correct: bool | None
    cited: tuple[bool, ...]
    verbatim: tuple[bool, ...]
    answer_chars: int | None

    @property
    def answered(self) -> bool:
        return self.answer_chars is not None


def judge(question: EvaluationQuestion, result: Result, sources: Mapping[str, SourceText]) -> Judgement:
    """Judge one result; `sources` are the articles' own words by id."""
    expected = question.expected
    answer = expected.answer if expected else None
    relevant = expected.relevant if expected and answer is not None else None
    statements = result.statements if result.answer is not None else ()
    return Judgement(
        question=question,
        result=result,
        found=None
        if answer is None
        else tuple(holds(first_characters(result.passages, budget), answer) for budget in READ_CHARS),
        hit=None
        if relevant is None
        else any(passage.article_id in relevant for passage in result.passages[:HIT_PASSAGES]),
        correct=None
        if answer is None
        else result.answer is not None and holds(result.answer[:SHOWN_CHARS], answer),
        cited=tuple(bool(statement.citations) for statement in statements),
        verbatim=tuple(
            is_verbatim(citation.quote, sources.get(citation.article_id))
            for statement in statements
            for citation in statement.citations
        ),
        answer_chars=None if result.answer is None else len(result.answer),
    )


def is_verbatim(quote: str, source: SourceText | None) -> bool:
    """Whether the quote stands in its article, word for word and sign for sign but for white space."""
    words = squeeze(quote)
    return source is not None and bool(words) and words in source.words


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands in what was found: its passage's rank (from 1), and what is read before it."""

    rank: int
    before_chars: int


def place_of_answer(result: Result, answer: str) -> Place | None:
    """The first passage that holds the answer, in its title or text; None where none does."""
    before = 0
    for rank, passage in enumerate(result.passages, start=1):
        if holds(f"{passage.title} \n {passage.text}", answer):
            return Place(rank, before)
        before += len(passage.text)
    return None


def rank_of_article(result: Result, ids: tuple[str, ...]) -> int | None:
    """The rank of the first passage from one of these articles; None where none was found."""
    ranks = (rank for rank, passage in enumerate(result.passages, start=1) if passage.article_id in ids)
    return next(ranks, None)
