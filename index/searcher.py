"""The index as the bot sees it: asynchronous calls that are answered by the search worker."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from index.article import Article, ArticleInfo
from index.passage import SearchRequest, SearchResult
from index.report import Problem


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is published: for `status` commands and freshness lines."""

    generation: str
    published_at: datetime
    published_by: str
    articles: int
    chunks: int
    newest_article: date | None
    embedding_model: str
    size_bytes: int
    publishers: tuple[str, ...] = ()  # most articles first
    problems: tuple[Problem, ...] = ()  # what the build could not read


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page of the list of articles, newest first; `total` counts all that match."""

    articles: tuple[ArticleInfo, ...]
    total: int


class Searcher(Protocol):
    """Every call may raise SearchUnavailable (retry helps) or IndexUnavailable (it does not)."""

    async def search(self, request: SearchRequest) -> SearchResult: ...

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        """The stored articles with these ids, in that order; ids that are not there are left out."""
        ...

    async def find_articles(self, text: str = "", offset: int = 0, limit: int = 10) -> ArticlePage:
        """Articles whose title, publisher or source contains `text` (any case); all for an empty one."""
        ...

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        """The passages of one article, in the order of its text."""
        ...

    async def status(self) -> IndexStatus: ...

    async def wait_until_served(self, generation: str) -> None:
        """Return when searches are answered from this generation, just published, or after a while."""
        ...
