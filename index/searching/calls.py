"""In the search worker: each call answered from an open generation."""

import json
import logging
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from index.article import Article
from index.embedding.embedder import Embedder
from index.errors import FootnoteError, IndexDamaged
from index.generation.generation import Generation, generation_folder
from index.generation.history import FILE_NAME as HISTORY_FILE
from index.generation.history import Version, read_history
from index.generation.overview import status_of
from index.generation.publication import Publication
from index.generation.whole import damage, damaged_files
from index.passage import SearchRequest, SearchResult
from index.report import IndexStatus
from index.searching.retrieve import Retriever
from index.searching.searcher import ArticlePage
from index.searching.wire import (
    ARTICLES,
    CHUNKS,
    FIND_ARTICLES,
    HISTORY,
    SEARCH,
    STATUS,
    Call,
    PageRequest,
    error_reply,
)
from index.settings import IndexSettings

A = TypeVar("A")
R = TypeVar("R")
log = logging.getLogger(__name__)


class Calls:
    """What the worker is asked, answered from one open generation."""

    def __init__(
        self, settings: IndexSettings, publication: Publication, generation: Generation, embedder: Embedder
    ) -> None:
        """Raises ModelMismatch where the generation was built with another model."""
        self._settings = settings
        self._publication = publication
        self._generation = generation
        self._folder = generation_folder(settings.data_dir, generation.info.id)
        self._retriever = Retriever(generation, embedder)
        self._damaged: list[str] | None = None  # the files that are, once that has been looked at
        self._answers: dict[str, Callable[[int, Any], bytes]] = {
            SEARCH.name: self._answering(SEARCH, self.search),
            ARTICLES.name: self._answering(ARTICLES, self.articles),
            FIND_ARTICLES.name: self._answering(FIND_ARTICLES, self.find_articles),
            CHUNKS.name: self._answering(CHUNKS, self.chunks),
            HISTORY.name: self._answering(HISTORY, self.history),
            STATUS.name: self._answering(STATUS, self.status),
        }

    def search(self, request: SearchRequest) -> SearchResult:
        return self._retriever.search(request)

    def articles(self, ids: tuple[str, ...]) -> tuple[Article, ...]:
        return tuple(self._generation.catalog.articles_and_copies(ids))

    def find_articles(self, page: PageRequest) -> ArticlePage:
        articles, total = self._generation.catalog.find(page.text, page.offset, page.limit, page.filters)
        return ArticlePage(tuple(articles), total)

    def chunks(self, article_id: str) -> tuple[str, ...]:
        return tuple(self._generation.catalog.chunk_texts(article_id))

    def history(self, article_id: str) -> tuple[Version, ...]:
        try:
            return read_history(self._folder, article_id)
        except (sqlite3.Error, ValueError) as error:
            # It is no part of an answer: an article is shown without it.
            log.error("%s is damaged: %s", self._folder / HISTORY_FILE, error)
            return ()

    def status(self, _: None) -> IndexStatus:
        return status_of(self._publication, self._generation.info, self._generation.catalog)

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._generation.info.id

    def close(self) -> None:
        """Let go of its files."""
        self._generation.close()

    def answer(self, line: bytes) -> bytes:
        """The reply to one request line. An error of one request is that request's own; raises IndexDamaged
        where the generation is not as it was written."""
        message = json.loads(line)
        try:
            return self._answers[message["call"]](message["id"], message["argument"])
        except IndexDamaged:
            raise
        except FootnoteError as error:
            return error_reply(message["id"], error)
        except Exception as error:
            log.exception("The search worker could not answer a %s request.", message.get("call"))
            if self._damaged is None:
                self._damaged = damaged_files(self._settings, self._generation.info)
            if self._damaged:
                raise damage(self._generation.info, self._damaged) from error
            told = FootnoteError(f"The search failed ({type(error).__name__}).", "The log says more.")
            return error_reply(message["id"], told)

    def _answering(self, call: Call[A, R], function: Callable[[A], R]) -> Callable[[int, Any], bytes]:
        return lambda request_id, argument: call.reply(
            request_id, function(call.argument.validate_python(argument))
        )
