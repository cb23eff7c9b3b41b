"""The process that reads feeds, under limits of the system: index/feeds/sandboxed.py starts it and ends it.

A request is a JSON line (address, type, charset, size, seconds, megabytes) and the body behind it; a reply
eight bytes of length and a JSON object. It ends when its standard input does.
"""

import json
import os
import resource
import sys
from typing import BinaryIO

from pydantic import TypeAdapter

from index.errors import ArticleError
from index.feeds.items import FeedReply, NotAFeed
from index.feeds.reading import read_feed
from index.sandbox.protocol import LENGTH_BYTES
from index.web.fetched import Fetched

_MOST_OPEN_FILES = 64
_REPLY = TypeAdapter(FeedReply)


def main() -> int:
    """Answer requests until the input ends; whatever a library prints goes nowhere."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0) as replies:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        for kind, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, _MOST_OPEN_FILES),
        ):
            resource.setrlimit(kind, (most, most))
        while line := sys.stdin.buffer.readline():
            body = _REPLY.dump_json(_answer(line, sys.stdin.buffer))
            frame = len(body).to_bytes(LENGTH_BYTES, "big") + body
            while frame:
                frame = frame[replies.write(frame) or 0 :]
    return 0


def _answer(line: bytes, requests: BinaryIO) -> FeedReply:
    """Read one feed. The edge of the process: no exception of a library gets past here."""
    url, kind, charset, size, cpu_s, memory_mb = json.loads(line)
    body = requests.read(size)
    _set_limits(cpu_s, memory_mb)
    try:
        return FeedReply(read_feed(Fetched(url, url, 200, kind, charset, body)))
    except NotAFeed as error:
        return FeedReply(error=(error.message, error.next_step), no_feed=True, links=error.links)
    except ArticleError as error:
        return FeedReply(error=(error.message, error.next_step))
    except MemoryError:
        return FeedReply(error=(f"needs more than {memory_mb:,} MB of memory.", ""))
    except Exception as error:  # noqa: BLE001  the parent logs it
        return FeedReply(unexpected=f"{type(error).__name__}: {error}"[:500])


def _set_limits(cpu_s: int, memory_mb: int) -> None:
    """The address space for good, and processor time from now on."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = memory_mb * 1_000_000
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + cpu_s + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, hard) if hard >= 0 else seconds, hard))


if __name__ == "__main__":
    sys.exit(main())
