"""The index as the bot sees it: asynchronous calls that are answered by the search worker."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from index.article import Article, ArticleInfo
from index.errors import FootnoteError
from index.generation.history import Version
from index.passage import EVERYTHING, Filters, SearchRequest, SearchResult
from index.report import IndexStatus


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page of the list of articles, newest first; `total` counts all that match."""

    articles: tuple[ArticleInfo, ...]
    total: int


@dataclass(frozen=True, slots=True)
class WorkerState:
    """How the search worker does: its process id, None while there is none, and then why, as far as it is
    known; how often one died since the start; how many calls wait for it."""

    pid: int | None
    failure: FootnoteError | None = None
    deaths: int = 0
    waiting: int = 0


@runtime_checkable
class HasWorker(Protocol):
    """A searcher with a process behind it."""

    @property
    def worker_state(self) -> WorkerState: ...


class Searcher(Protocol):
    """Every call may raise SearchUnavailable (retry helps) or IndexUnavailable (it does not)."""

    async def search(self, request: SearchRequest) -> SearchResult: ...

    async def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        """The stored articles with these ids, in that order; ids that are not there are left out. A copy has
        the text of the article that it repeats."""
        ...

    async def find_articles(
        self, text: str = "", offset: int = 0, limit: int = 10, filters: Filters = EVERYTHING
    ) -> ArticlePage:
        """Articles that `filters` let in and whose title, publisher or source contains `text` (any case; all
        for an empty one)."""
        ...

    async def chunks(self, article_id: str) -> tuple[str, ...]:
        """The passages of one article, in the order of its text."""
        ...

    async def history(self, article_id: str) -> tuple[Version, ...]:
        """What the publishes did to one article, newest first."""
        ...

    async def status(self) -> IndexStatus: ...

    async def wait_until_served(self, generation: str) -> None:
        """Return when searches are answered from this generation, just published, or after a while."""
        ...
