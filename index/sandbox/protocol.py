"""Used by the reading process and its parent: what one file may take, and how both talk.

A request is one JSON line; its reply eight bytes of length (big-endian) and a JSON object. The parent closes
the process's standard input to end it, as its own death does.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from index.article import RawArticle
from index.report import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: address space in MB, seconds of a processor, seconds of the clock.

    The address space holds the interpreter and the libraries too (some 300 MB). A book of 1,000 pages, or a
    page of 5 MB, needs less than half of the defaults; the clock is for a machine that has other work.
    """

    memory_mb: int = 1_200
    cpu_s: int = 30
    wall_s: int = 120


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Read the file at `path`, with the function that `reader` names as `module:function`; the
    parent knows which is for which kind, the process imports the one it is told."""

    path: str
    reader: str
    source: str
    today: date
    limits: Limits


@dataclass(frozen=True, slots=True)
class ReadReply:
    """What came of it: articles and problems; or why the file as a whole cannot be read.

    `error` is an ArticleError's message and next step, `system` an OSError's words, `unexpected` the type of
    any other exception; `out_of_memory` says that the process met its limit and should be replaced.
    """

    articles: tuple[RawArticle, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: tuple[str, str] | None = None
    system: tuple[int, str] | None = None
    unexpected: str | None = None
    out_of_memory: bool = False


REQUEST: TypeAdapter[ReadRequest] = TypeAdapter(ReadRequest)
REPLY: TypeAdapter[ReadReply] = TypeAdapter(ReadReply)
LENGTH_BYTES = 8
# A file gives at most so many characters, of which some take six bytes as JSON; the longest novels have 6
# million, a whole encyclopaedia volume 20.
MOST_TEXT = 20_000_000
MOST_ARTICLES = 10_000
LARGEST_REPLY_BYTES = 6 * MOST_TEXT + 20_000_000


def as_line(request: ReadRequest) -> bytes:
    """The request as its line."""
    return REQUEST.dump_json(request) + b"\n"


def as_frame(reply: ReadReply) -> bytes:
    """The reply with its length in front."""
    body: Any = REPLY.dump_json(reply)
    return len(body).to_bytes(LENGTH_BYTES, "big") + bytes(body)
