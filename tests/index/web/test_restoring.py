"""`sources.sqlite3` damaged, cut or gone: it is named, with what to do; what can be read of it is kept, and
the pages that lie in the articles folder are known again."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.doctor.examining import examine
from index.doctor.findings import Fault
from index.doctor.mending import mend
from index.errors import StorageError
from index.feeds.records import Feeds
from index.intake.adding import refresh_pages
from index.reading.html_decoding import first_lines
from index.web.identity import page_key
from index.web.kinds import Kind
from index.web.naming import file_for
from index.web.pages import PageRecord, Pages
from index.web.restoring import SET_ASIDE, restore_sources, take_up_pages
from index.web.sources_file import FILE, open_sources
from tests.index.conftest import Newsroom

NOW = "2026-05-02T10:00:00+00:00"
ADDRESSES = [f"https://gazette.example/news/{number}?page=1" for number in range(60)]
MANGLED = "https://gazette.example/mangled"


def saved(newsroom: Newsroom, url: str) -> PageRecord:
    """A page as it lies in the folder and stands in the file."""
    file = file_for(url, page_key(url), Kind.HTML)
    path = newsroom.articles / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"\ufeff{first_lines(url)}<html><title>A page</title><p>The quay is closed.</p></html>")
    record = PageRecord(page_key(url), url, file, '"etag"', None, NOW, "added", asked_at=NOW, changed_at=NOW)
    Pages(newsroom.data).put(record)
    return record


@pytest.fixture
def kept(newsroom: Newsroom) -> Newsroom:
    """Sixty pages and a feed, all in the one file, as after an orderly end."""
    for url in ADDRESSES:
        saved(newsroom, url)
    with open_sources(newsroom.data) as db:
        db.execute(
            "INSERT INTO feeds (key, url, kind, added_by, added_at, due_at)"
            " VALUES ('k', 'https://gazette.example/feed', 'rss', 'ed', ?, ?)",
            (NOW, NOW),
        )
    with closing(sqlite3.connect(newsroom.data / FILE)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return newsroom


def known(newsroom: Newsroom) -> set[str]:
    return {page.url for page in Pages(newsroom.data).every()}


def faults(newsroom: Newsroom) -> list[Fault]:
    return [found.fault for found in examine(newsroom.settings, lambda *_: None).findings]


def without_a_page(data: bytes) -> bytes:
    """With zeros for the second one, at which the table of pages begins."""
    return data[:4096] + bytes(4096) + data[8192:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"no database at all" * 500,
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: bytes(100) + data[100:],
        without_a_page,
        lambda data: data[:4096] + random.Random(7).randbytes(len(data) - 4096),
    ],
    ids=["another file", "empty", "cut", "no head", "a lost page", "noise"],
)
def test_a_damaged_file_is_named_and_mended(kept: Newsroom, damage: Callable[[bytes], bytes]) -> None:
    path = kept.data / FILE
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(StorageError) as told:
        Pages(kept.data).every()
    assert str(told.value).startswith(f"{path} is damaged: ")
    assert "`python -m index doctor --repair`" in told.value.next_step
    assert faults(kept) == [Fault.SOURCES_DAMAGED]
    treated = mend(kept.settings, "a test", lambda *_: None)
    assert [found.fault for found in treated.mended] == [Fault.SOURCES_DAMAGED]
    assert treated.left == ()
    assert known(kept) >= set(ADDRESSES)
    assert (kept.data / SET_ASIDE).exists()
    Pages(kept.data).put(saved(kept, "https://gazette.example/new"))


def test_feeds_and_etags_that_can_be_read_are_kept(kept: Newsroom) -> None:
    path = kept.data / FILE
    with closing(sqlite3.connect(path)) as db, db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'feed_items_page'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    assert faults(kept) == [Fault.SOURCES_DAMAGED]
    restored = restore_sources(kept.articles, kept.data)
    assert (restored.pages, restored.feeds, restored.taken_up) == (len(ADDRESSES), 1, 0)
    assert [feed.url for feed in Feeds(kept.data).every()] == ["https://gazette.example/feed"]
    assert {page.etag for page in Pages(kept.data).every()} == {'"etag"'}


def test_only_pages_that_were_saved_here_are_taken_up(kept: Newsroom) -> None:
    (kept.data / FILE).unlink()
    web = kept.articles / "web" / "gazette.example"
    moved = next(web.glob("*.html"))
    moved.rename(web / "moved-by-hand.html")
    (web / "another.html").write_text(
        f"{first_lines(MANGLED)}<p>Saved by a browser under a name of its own.</p>"
    )
    (web / "no-address.html").write_text("<p>Nobody says where it came from.</p>")
    (web / "paper-1234abcd.pdf").write_bytes(b"%PDF-1.4")
    assert take_up_pages(kept.articles, kept.data) == len(ADDRESSES) - 1
    assert take_up_pages(kept.articles, kept.data) == 0
    assert len(known(kept) & set(ADDRESSES)) == len(ADDRESSES) - 1
    assert MANGLED not in known(kept)
    page = Pages(kept.data).find(page_key(min(known(kept))))
    assert page
    assert page.etag is None
    assert datetime.fromisoformat(page.fetched_at) <= datetime.now(UTC)


async def test_where_the_file_is_gone_a_refresh_asks_the_pages_of_the_folder(
    kept: Newsroom,
) -> None:
    (kept.data / FILE).unlink()

    class Refusing:
        """A fetcher that notes what it is asked for."""

        asked: list[str] = []  # noqa: RUF012

        async def fetch(self, url: str, **_: object) -> object:
            self.asked.append(url)
            raise StorageError("enough seen")

    fetcher = Refusing()
    with pytest.raises(StorageError, match="enough seen"):
        await refresh_pages(kept.settings, fetcher=fetcher)  # type: ignore[arg-type]
    assert set(fetcher.asked) <= set(ADDRESSES)
    assert fetcher.asked
    assert known(kept) == set(ADDRESSES)


def test_a_file_of_a_later_version_is_no_damaged_one(kept: Newsroom) -> None:
    with closing(sqlite3.connect(kept.data / FILE)) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(StorageError, match="written by a later version"):
        Pages(kept.data).every()
    assert faults(kept) == []
    assert not (kept.data / SET_ASIDE).exists()


def test_a_new_file_appears_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    assert Pages(tmp_path / "data").every() == ()
    assert {path.name for path in (tmp_path / "data").iterdir()} <= {FILE, f"{FILE}-wal", f"{FILE}-shm"}
