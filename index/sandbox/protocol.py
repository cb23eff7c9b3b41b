"""Used by the process and its parent: what one piece of work may take, and how both talk.

A request is one JSON line and the task's bytes behind it; its reply eight bytes of length (big-endian), an
`Outcome` and the result's bytes. The parent closes the process's standard input to end it, as its own death
does.
"""

from dataclasses import dataclass
from enum import IntEnum

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take: address space in MB, seconds of a processor, seconds of the clock.

    The address space holds the interpreter and the libraries too (some 300 MB). A book of 1,000 pages, or a
    page of 5 MB, needs less than half of the defaults; the clock is for a machine that has other work.
    """

    memory_mb: int = 1_200
    cpu_s: int = 30
    wall_s: int = 120


@dataclass(frozen=True, slots=True)
class Request:
    """Call `work`, a "module:function" that takes and gives bytes, with the `size_bytes` that follow."""

    work: str
    limits: Limits
    size_bytes: int


class Outcome(IntEnum):
    """What came of it. `FAILED` is followed by the words of an exception that the work did not expect;
    after `OUT_OF_MEMORY` the process has met its limit and should be replaced."""

    DONE = 0
    FAILED = 1
    OUT_OF_MEMORY = 2


REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
LENGTH_BYTES = 8
# The largest file that is read gives 20 million characters (index/reading/sandboxed.py), some of which take
# six bytes as JSON.
LARGEST_REPLY_BYTES = 140_000_000


def as_request(request: Request, task: bytes) -> bytes:
    """The request as its line, and the task behind it."""
    return REQUEST.dump_json(request) + b"\n" + task


def as_frame(outcome: Outcome, result: bytes) -> bytes:
    """The reply with its length in front."""
    return (1 + len(result)).to_bytes(LENGTH_BYTES, "big") + bytes([outcome]) + result
