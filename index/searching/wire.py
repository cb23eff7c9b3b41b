"""Between the search client and the search worker: one JSON object per line, both ways.

A request is `{"id": 1, "call": "search", "argument": …}`; its reply `{"id": 1, "result": …}` or
`{"id": 1, "error": {"type": …, "message": …, "next_step": …}}`. The worker's first line is a reply with id 0:
that it is ready, or why it cannot start.
"""

import json
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from index.article import Article
from index.errors import FootnoteError, error_as_json
from index.generation.history import Version
from index.passage import EVERYTHING, Filters, SearchRequest, SearchResult
from index.report import IndexStatus
from index.searching.searcher import ArticlePage

A = TypeVar("A")
R = TypeVar("R")
READY = 0  # the id of the worker's first line
CAREFUL = "--careful"  # an argument of the worker: others died before it
# The longest line: an article is at most some tens of MB (index/reading), and a call may ask for several.
LINE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page of the list of articles."""

    text: str
    offset: int
    limit: int
    filters: Filters = EVERYTHING


@dataclass(frozen=True)
class Call(Generic[A, R]):
    """One thing that the worker does, with the types of its argument and its result."""

    name: str
    argument: TypeAdapter[A]
    result: TypeAdapter[R]

    def request(self, request_id: int, argument: A) -> bytes:
        """The line that asks for it."""
        return _line(
            {
                "id": request_id,
                "call": self.name,
                "argument": self.argument.dump_python(argument, mode="json"),
            }
        )

    def reply(self, request_id: int, result: R) -> bytes:
        """The line that answers."""
        return _line({"id": request_id, "result": self.result.dump_python(result, mode="json")})


SEARCH = Call("search", TypeAdapter(SearchRequest), TypeAdapter(SearchResult))
ARTICLES = Call("articles", TypeAdapter(tuple[str, ...]), TypeAdapter(tuple[Article, ...]))
FIND_ARTICLES = Call("find_articles", TypeAdapter(PageRequest), TypeAdapter(ArticlePage))
CHUNKS = Call("chunks", TypeAdapter(str), TypeAdapter(tuple[str, ...]))
HISTORY = Call("history", TypeAdapter(str), TypeAdapter(tuple[Version, ...]))
STATUS = Call("status", TypeAdapter(None), TypeAdapter(IndexStatus))


def error_reply(request_id: int, error: FootnoteError) -> bytes:
    """The line that says that it could not be done."""
    return _line({"id": request_id, "error": error_as_json(error)})


def ready_reply(generation: str) -> bytes:
    """The worker's first line when it can search."""
    return _line({"id": READY, "result": generation})


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"
