"""Around the verification: an answer from what was found, with its statements, or without any."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from bot.answer import Answer, Citation, Footnote, Outcome, Question, Statement
from bot.answering import conflicts
from bot.answering.composing import Part
from index.article import ArticleInfo
from index.lines import is_line
from index.passage import Filters, Passage, SearchResult


def number(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with footnotes numbered from 1 by first appearance, one number an article, and
    one for the captions of its pictures."""
    numbers: dict[tuple[str, bool], int] = {}
    return tuple(
        replace(
            statement,
            citations=tuple(
                replace(
                    citation,
                    number=numbers.setdefault((citation.article_id, citation.caption), len(numbers) + 1),
                )
                for citation in statement.citations
            ),
        )
        for statement in statements
    )


def footnotes(statements: Sequence[Statement], articles: Mapping[str, ArticleInfo]) -> tuple[Footnote, ...]:
    """Return the footnotes of numbered statements, in order. Copies are named once all is said
    (bot/answering/copies.py)."""
    cited: dict[int, list[Citation]] = {}
    for statement in statements:
        for citation in statement.citations:
            cited.setdefault(citation.number, []).append(citation)
    return tuple(
        Footnote(
            number,
            articles[citations[0].article_id],
            caption=citations[0].caption,
            headings=_headings(citations),
        )
        for number, citations in sorted(cited.items())
    )


def newest(notes: Sequence[Footnote]) -> date | None:
    """Return the day of the newest cited article whose date is known."""
    return max((note.article.published for note in notes if note.article.published), default=None)


def _headings(citations: Sequence[Citation]) -> tuple[str, ...]:
    """What the lines of lists and tables among the quotes stand under; a sentence speaks for itself."""
    over = [one.heading for one in citations if one.heading and one.marked and is_line(one.quote)]
    return tuple(dict.fromkeys(over))


NEAREST_ARTICLES = 3


def draft(question: Question, understood: str, results: Sequence[SearchResult]) -> Answer:
    """Return the refusal that an answer starts from."""
    passages = merge([result.passages for result in results])
    seconds: dict[str, float] = {}
    for result in results:
        for stage, taken in result.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + taken
    return Answer(
        question,
        # A search without filters always finds something.
        Outcome.REFUSED if passages or question.filters == Filters() else Outcome.NO_ARTICLES,
        passages=passages,
        generation=results[0].generation,
        seconds=seconds,
        understood=understood,
    )


def grown(started: Answer, statements: Sequence[Statement]) -> Answer:
    """Number the statements so far and give them their footnotes."""
    numbered = number(_once_each(statements))
    cited = {passage.article.id: passage.article for passage in started.passages}
    notes = footnotes(numbered, cited)
    return replace(
        started,
        outcome=Outcome.ANSWERED,
        statements=numbered,
        footnotes=notes,
        newest=newest(notes),
    )


def finished(started: Answer, statements: Sequence[Statement], parts: Sequence[Part]) -> Answer:
    """Return the whole answer: also which parts it leaves open, and where its articles differ."""
    answer = grown(started, statements)
    answered = {statement.part for statement in statements}
    unanswered = tuple(part.text for number, part in enumerate(parts) if number not in answered)
    return replace(answer, unanswered=unanswered, conflict=conflicts.find(answer, [p.text for p in parts]))


def refused(started: Answer) -> Answer:
    """Name the nearest articles instead of an answer."""
    return replace(started, nearest=_nearest(started.passages))


def _once_each(statements: Sequence[Statement]) -> list[Statement]:
    """Two parts of a question may have the same answer; it is shown once, where it came first."""
    first: dict[str, Statement] = {}
    for statement in statements:
        first.setdefault(statement.text, statement)
    return list(first.values())


def merge(found: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Return the passages of all parts: the best of each first, each passage once."""
    merged: dict[str, Passage] = {}
    for rank in zip_longest(*found):
        for passage in rank:
            if passage is not None:
                merged.setdefault(passage.chunk_id, passage)
    return tuple(merged.values())


def _nearest(passages: Sequence[Passage]) -> tuple[ArticleInfo, ...]:
    """The articles of the best passages, each once."""
    return tuple({passage.article.id: passage.article for passage in passages}.values())[:NEAREST_ARTICLES]
