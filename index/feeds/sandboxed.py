"""Between fetching and reading a feed: it is read in a process with limits of memory and time, as pages are.

A feed comes from anybody: one that kills what reads it, or keeps it busy for ever, is reported as failed, and
the next one gets a new process.
"""

import logging
import threading
from typing import Protocol

from pydantic import TypeAdapter

from index.errors import ArticleError, FetchFailed
from index.feeds.items import FeedReply, NotAFeed, ParsedFeed, as_task
from index.sandbox.parent import Died, OutOfMemory, Sandbox, WorkFailed
from index.sandbox.protocol import Limits
from index.web.fetched import Fetched

log = logging.getLogger(__name__)

# Twice what the largest feed that is read (10 MB, malformed) takes on a machine with other work.
FEED_LIMITS = Limits(cpu_s=100, wall_s=200)
REPLY: TypeAdapter[FeedReply] = TypeAdapter(FeedReply)


class FeedReader(Protocol):
    """Reads feeds."""

    def read_feed(self, fetched: Fetched) -> ParsedFeed:
        """As `index.feeds.reading.read_feed`: NotAFeed, or ArticleError where nothing can be read."""
        ...


class FeedSandbox(Sandbox):
    """The process that reads feeds: one feed at a time, from whatever thread. A context manager."""

    def __init__(self, limits: Limits = FEED_LIMITS) -> None:
        super().__init__("index.feeds.reading:answer", limits)
        self._one_by_one = threading.Lock()

    def read_feed(self, fetched: Fetched) -> ParsedFeed:
        """See `FeedReader.read_feed`. Blocks."""
        with self._one_by_one:
            try:
                reply = self.run(as_task(fetched), REPLY)
            except OutOfMemory as death:
                raise ArticleError(death.reason) from None
            except Died as death:
                log.warning("The process that reads feeds ended at %s: it %s", fetched.url, death.reason)
                raise FetchFailed(death.reason, "It is tried again later.") from None
            except WorkFailed as failure:
                log.error("Reading the feed %s failed: %s", fetched.url, failure)
                raise ArticleError("is damaged, or of a form that cannot be read.") from None
        if reply.feed is not None:
            return reply.feed
        if reply.no_feed:
            raise NotAFeed(*reply.error, reply.links)
        raise ArticleError(*reply.error)
