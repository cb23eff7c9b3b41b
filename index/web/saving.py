"""From an address to a file of the articles folder: fetched, told apart, read as a build would, and only then
saved, whole or not at all.

What is kept under an address has been served by that very address. Where a page names another one as its
own (its canonical link), that one is fetched, and counts if it is of the same site and holds the same text.
"""

import asyncio
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from index.errors import ArticleError, FetchFailed
from index.files import make_shared_folder, storage_errors, sync_folder
from index.reading import FileSandbox
from index.report import SourceOutcome
from index.web.fetched import Fetched, Fetcher
from index.web.identity import page_key, same_text
from index.web.kinds import Kind
from index.web.naming import file_for
from index.web.pages import PageRecord, Pages
from index.web.reading_pages import PageReader, ReadPage

log = logging.getLogger(__name__)

UNFINISHED = ".adding-"  # hidden, so that a build that runs meanwhile does not read half a page


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in the articles folder. `file` is relative to it; `title` as far as it is stated."""

    asked: str
    url: str
    outcome: SourceOutcome
    file: str
    title: str | None = None


class PageSaver:
    """Saves pages into one articles folder. Several may work at once, in one process or in several."""

    def __init__(
        self,
        fetcher: Fetcher,
        articles_dir: Path,
        data_dir: Path,
        *,
        sandbox: FileSandbox | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """sandbox: the reading process, where there are many pages to save; it stays the caller's."""
        self._fetcher = fetcher
        self._articles_dir = articles_dir
        self.pages = Pages(data_dir)
        self._now = now
        self._reader = PageReader(sandbox)
        self._writing = asyncio.Lock()

    async def save(self, url: str, *, feed: str | None = None) -> SavedPage:
        """Fetch a page and save it; conditionally, where it was saved before.

        feed: which feed asks; None where a person does, who may bring back what was removed. Raises
        ArticleError (FetchRefused, FetchFailed) where nothing could be saved, with the reason, and
        StorageError; what was saved before then stays as it is.
        """
        record = self.pages.find(_key(url))
        if record and self._is_unwanted(record) and feed is not None:
            return SavedPage(url, record.url, SourceOutcome.REMOVED, record.file)
        try:
            fetched = await self._fetch(url, record)
            if fetched is None:
                assert record is not None
                now, same = self._time(), SourceOutcome.UNCHANGED
                self.pages.put(replace(record, fetched_at=now, asked_at=now, result=same))
                return SavedPage(url, record.url, SourceOutcome.UNCHANGED, record.file)
            page = await self._reader.read(self._by_its_name(fetched))
            return await self._keep(url, await self._settled(page), feed)
        except ArticleError as error:
            if record is not None:
                self.pages.note(record.key, error.message, self._time())
            raise

    async def keep(self, fetched: Fetched, *, feed: str | None = None) -> SavedPage:
        """Save what was fetched already, or came with a feed, under its own address.

        Raises as `save` does. What somebody removed, a feed does not bring back.
        """
        record = self.pages.find(_key(fetched.url))
        if record and self._is_unwanted(record) and feed is not None:
            return SavedPage(fetched.asked, record.url, SourceOutcome.REMOVED, record.file)
        page = await self._reader.read(self._by_its_name(fetched))
        return await self._keep(fetched.asked, page, feed)

    def _by_its_name(self, fetched: Fetched) -> Fetched:
        """A page that is known goes on by the form of its address that it is known by: articles go by it."""
        known = self.pages.find(_key(fetched.url))
        if known is None or known.key != _key(fetched.url):
            return fetched
        return replace(fetched, url=known.url)

    async def _fetch(self, url: str, record: PageRecord | None) -> Fetched | None:
        """What the address holds now; None where it is what was saved."""
        if record is None or not self._is_there(record):
            return await self._fetcher.fetch(url)
        fetched = await self._fetcher.fetch(url, etag=record.etag, last_modified=record.last_modified)
        if not fetched.not_modified:
            return fetched
        # "Not modified" is about the page that was saved, unless the address leads elsewhere by now.
        known = self.pages.find(_key(fetched.url))
        if known is not None and known.key == record.key:
            return None
        return await self._fetcher.fetch(url)

    async def _settled(self, page: ReadPage) -> ReadPage:
        """The page at the address that it names as its own; itself, where that one is not the same."""
        named = page.article.url if page.kind is Kind.HTML else None
        if named is None or _key(named) == _key(page.fetched.url):
            return page
        try:
            fetched = self._by_its_name(await self._fetcher.fetch(named))
            other = await self._reader.read(fetched)
            if _key(fetched.url) == _key(named) and same_text(page.article.text, other.article.text):
                # That one may name a third; it has been believed often enough.
                if _key(other.article.url or "") == _key(named):
                    return other
                return await self._reader.read(fetched, own_address=True)
        except ArticleError as error:
            log.info("%s names %s, which %s", page.fetched.url, named, error.message)
        return await self._reader.read(page.fetched, own_address=True)

    async def _keep(self, asked: str, page: ReadPage, feed: str | None) -> SavedPage:
        key = _key(page.fetched.url)
        async with self._writing:
            before = self.pages.find(key)
            if before and before.key != key:
                before = None  # another page's other address; by now it is a page of its own
            if before and self._is_unwanted(before) and feed is not None:
                return SavedPage(asked, before.url, SourceOutcome.REMOVED, before.file)
            file = file_for(page.fetched.url, key, page.kind)
            outcome = await asyncio.to_thread(self._write, file, page, before)
            now = self._time()
            as_before = before if outcome is SourceOutcome.UNCHANGED else None
            record = PageRecord(
                key=key,
                url=page.fetched.url,
                file=file,
                etag=page.fetched.etag,
                last_modified=page.fetched.last_modified,
                fetched_at=now,
                result=outcome,
                feed=before.feed if before and not before.removed_at else feed,
                asked_at=now,
                changed_at=as_before.changed_at if as_before else now,
                built=as_before is not None and as_before.built,
            )
            self.pages.put(record, also=frozenset({_key(asked)}))
        return SavedPage(asked, page.fetched.url, outcome, file, page.article.title)

    def _write(self, file: str, page: ReadPage, before: PageRecord | None) -> SourceOutcome:
        """Bring the file to what the page holds; a file with the same article in it is left alone."""
        path = self._articles_dir / file
        old = self._articles_dir / before.file if before else path
        if old.is_file() and before and before.file == file and self._holds(old, page):
            return SourceOutcome.UNCHANGED
        replaced = old.is_file()
        if before:  # whatever ends the process now, the build is not forgotten
            self.pages.put(replace(before, built=False))
        with storage_errors(path.parent):
            make_shared_folder(path.parent)
            _write_whole(path, page.data)
            if old != path:
                old.unlink(missing_ok=True)
        return SourceOutcome.CHANGED if replaced else SourceOutcome.ADDED

    def _holds(self, path: Path, page: ReadPage) -> bool:
        """Whether a file holds the same: pages differ in clutter with every request, documents do not."""
        data = path.read_bytes()
        if data == page.data or page.kind is not Kind.HTML:
            return data == page.data
        try:
            return self._reader.article_in(data, page.kind) == page.article
        except ArticleError:
            return False

    def _is_there(self, record: PageRecord) -> bool:
        return record.removed_at is None and (self._articles_dir / record.file).is_file()

    def _is_unwanted(self, record: PageRecord) -> bool:
        """Whether somebody took it out: by the command, or by deleting its file."""
        return not self._is_there(record)

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")


def _key(url: str) -> str:
    """The page's key; of what is no address at all the text itself, which fetching will refuse."""
    try:
        return page_key(url)
    except ValueError:
        return url


def _write_whole(path: Path, data: bytes) -> None:
    """Write under a hidden name first; whatever ends the process, there is never half a page to be read."""
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(0o644)
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def is_gone(error: ArticleError) -> bool:
    """Whether the server says that there is no such page any more."""
    return isinstance(error, FetchFailed) and error.status in (404, 410)
