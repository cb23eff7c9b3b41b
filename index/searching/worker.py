"""The search worker: a process that holds the published generation open and answers searches.

It is replaced at each publish and restarted when it dies (index/searching/search_client.py), so that what an
open Chroma index leaves in memory goes with it, and so that nothing here can stall or bring down the process
that talks to Discord. It reads requests from standard input and ends when that does, as when its parent dies.
"""

import gc
import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import Any, BinaryIO, TypeVar

from index.article import Article
from index.embedding.embedder import create_embedder
from index.errors import FootnoteError
from index.generation.generation import Generation, generation_folder
from index.generation.history import Version, read_history
from index.generation.overview import status_of
from index.generation.publication import Publication, published
from index.passage import SearchRequest, SearchResult
from index.report import IndexStatus
from index.searching.retrieve import Retriever
from index.searching.searcher import ArticlePage
from index.searching.wire import (
    ARTICLES,
    CHUNKS,
    FIND_ARTICLES,
    HISTORY,
    LINE_BYTES,
    SEARCH,
    STATUS,
    Call,
    PageRequest,
    error_reply,
    ready_reply,
)
from index.searching.wire import READY as READY_ID
from index.searching.worker_log import log_to_parent
from index.settings import IndexSettings

A = TypeVar("A")
R = TypeVar("R")
log = logging.getLogger(__name__)
# The first searches load code and data; asked before anybody waits, they take their 100 ms then.
WARM_UP = SearchRequest("footnote", limit=5)


class Worker:
    """The calls that the worker answers, on one open generation."""

    def __init__(self, settings: IndexSettings, publication: Publication, generation: Generation) -> None:
        self._publication = publication
        self._generation = generation
        self._folder = generation_folder(settings.data_dir, generation.info.id)
        self._retriever = Retriever(generation, create_embedder(settings))
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
        return read_history(self._folder, article_id)

    def status(self, _: None) -> IndexStatus:
        return status_of(self._publication, self._generation.info, self._generation.catalog)

    def answer(self, line: bytes) -> bytes:
        """The reply to one request line. An error of one request is that request's own."""
        message = json.loads(line)
        try:
            return self._answers[message["call"]](message["id"], message["argument"])
        except FootnoteError as error:
            return error_reply(message["id"], error)
        except Exception as error:
            log.exception("The search worker could not answer a %s request.", message.get("call"))
            told = FootnoteError(f"The search failed ({type(error).__name__}).", "The log says more.")
            return error_reply(message["id"], told)

    def _answering(self, call: Call[A, R], function: Callable[[A], R]) -> Callable[[int, Any], bytes]:
        return lambda request_id, argument: call.reply(
            request_id, function(call.argument.validate_python(argument))
        )


def serve(settings: IndexSettings, requests: BinaryIO, replies: BinaryIO) -> int:
    """Open the published generation and answer requests until there are no more; the exit status."""

    def send(line: bytes) -> None:
        replies.write(line)
        replies.flush()

    with ExitStack() as stack:
        try:
            publication, info = published(settings.data_dir)
            generation = stack.enter_context(closing(Generation.open(settings, info)))
            worker = Worker(settings, publication, generation)
            worker.search(WARM_UP)
        except FootnoteError as error:
            send(error_reply(READY_ID, error))
            return error.exit_status
        gc.collect()
        gc.freeze()  # what is loaded by now stays: collecting it again and again would only delay searches
        send(ready_reply(info.id))
        while line := requests.readline(LINE_BYTES):
            send(worker.answer(line))
    return 0


def main() -> int:
    """Serve on standard input and output; whatever a library prints goes to standard error."""
    try:
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies:  # flushed again when it is closed
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            log_to_parent()
            return serve(IndexSettings.load(), sys.stdin.buffer, replies)
    except (BrokenPipeError, KeyboardInterrupt):
        return 0  # the parent is gone, or the whole group was interrupted


if __name__ == "__main__":
    sys.exit(main())
