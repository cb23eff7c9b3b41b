"""Last in answering: footnotes get their numbers, in the order in which the answer first uses them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answering.types import Footnote, Statement
from index.article import ArticleInfo
from index.passage import Passage


def number(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with footnotes numbered from 1 by first appearance, one number an article."""
    numbers: dict[str, int] = {}
    return tuple(
        replace(
            statement,
            citations=tuple(
                replace(citation, number=numbers.setdefault(citation.article_id, len(numbers) + 1))
                for citation in statement.citations
            ),
        )
        for statement in statements
    )


def footnotes(
    statements: Sequence[Statement], articles: Mapping[str, ArticleInfo], passages: Sequence[Passage]
) -> tuple[Footnote, ...]:
    """Return the footnotes of numbered statements, in order; copies are those of the articles' passages."""
    cited = {
        citation.number: citation.article_id for statement in statements for citation in statement.citations
    }
    return tuple(
        Footnote(number, articles[article_id], _copies(article_id, passages))
        for number, article_id in sorted(cited.items())
    )


def newest(notes: Sequence[Footnote]) -> date | None:
    """Return the day of the newest cited article whose date is known."""
    return max((note.article.published for note in notes if note.article.published), default=None)


def _copies(article_id: str, passages: Sequence[Passage]) -> tuple[ArticleInfo, ...]:
    found = {
        copy.id: copy for passage in passages if passage.article.id == article_id for copy in passage.copies
    }
    return tuple(found.values())
