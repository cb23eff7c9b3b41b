"""Between fetching and saving a page: its article, read and cleaned just as a build will.

That is done in the reading process, of whatever kind the page is: it came from anybody.
"""

import asyncio
import tempfile
import threading
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.article import RawArticle
from index.errors import ArticleError
from index.reading import FileSandbox
from index.reading.html_decoding import decode_html, first_lines
from index.report import Problem
from index.web.fetched import Fetched
from index.web.kinds import Kind, asks_not_to_be_indexed, kind_of
from index.web.trial import READER


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was fetched and read, on its way into its file; `data` as it will stand there."""

    fetched: Fetched
    kind: Kind
    data: bytes
    article: RawArticle


class PageReader:
    """Reads fetched pages, one at a time.

    sandbox: the reading process, for whoever has many pages; it is theirs to close. By default each page gets
    one of its own.
    """

    def __init__(self, sandbox: FileSandbox | None = None) -> None:
        self._sandbox = sandbox
        self._reading = threading.Lock()

    async def read(self, fetched: Fetched, *, own_address: bool = False) -> ReadPage:
        """Take what was fetched as a build will. own_address: whatever address the page names as its own.

        Raises ArticleError with the reason where a build would not index it, or where the site asks bots to
        leave it out of indexes.
        """
        kind = kind_of(fetched)
        data = fetched.body
        forbidden = fetched.noindex
        if kind is Kind.HTML:
            html = decode_html(fetched.body, fetched.charset)
            forbidden = forbidden or asks_not_to_be_indexed(html)
            # The mark wins over whatever charset the page still says it has, here and in browsers.
            data = f"\ufeff{first_lines(fetched.url, own_address=own_address)}{html}".encode()
        elif kind in (Kind.TEXT, Kind.MARKDOWN):
            data = decode_html(fetched.body, fetched.charset).encode()
        if forbidden:
            raise ArticleError(
                "asks bots to keep it out of their indexes (noindex).",
                "Ask the site, or save the page in a browser and add the file.",
            )
        return ReadPage(fetched, kind, data, await asyncio.to_thread(self.article_in, data, kind))

    def article_in(self, data: bytes, kind: Kind) -> RawArticle:
        """The article in a file's bytes. Raises ArticleError where a build would not index it."""
        with self._reading, tempfile.TemporaryDirectory(prefix="footnote-") as folder:
            path = Path(folder) / f"page{kind}"
            path.write_bytes(data)
            with nullcontext(self._sandbox) if self._sandbox else FileSandbox() as sandbox:
                found = list(sandbox.read(path, READER, path.name, datetime.now(UTC).date()))
        articles = [each for each in found if isinstance(each, RawArticle)]
        if not articles:
            problems = [each for each in found if isinstance(each, Problem)]
            error = ArticleError(problems[0].reason if problems else "holds no article.")
            error.retryable = bool(problems) and problems[0].retryable
            raise error
        return articles[0]
