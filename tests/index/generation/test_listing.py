"""What is published, article by article, without a search worker."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from index.building.build import build
from index.errors import ArticleError, IndexUnavailable
from index.generation.generation import generation_folder
from index.generation.history import FILE_NAME, KEPT_VERSIONS, Change, Version, added_at, extend_history
from index.generation.listing import published_articles, published_text
from index.generation.publication import published
from tests.index.conftest import FERRY, MARKET, Newsroom


def ids(newsroom: Newsroom, *words: str) -> list[str]:
    return [one.info.id for one in published_articles(newsroom.settings, words)]


@pytest.fixture
def stocked(newsroom: Newsroom) -> Newsroom:
    """Three articles, and the ferry's text once more under another title."""
    newsroom.write("market.md", MARKET)
    (newsroom.articles / "post").mkdir()
    newsroom.write("post/ferry.md", FERRY.replace("Night ferry to Skagen is", "No winter ferry"))
    build(newsroom.settings, by="test")
    return newsroom


def test_every_article_is_listed_newest_first_and_copies_with_what_stands_for_them(stocked: Newsroom) -> None:
    assert ids(stocked) == ["lighthouse.md", "ferry.md", "post/ferry.md", "market.md"]
    copy_of = {one.info.id: one.copy_of for one in published_articles(stocked.settings)}
    assert copy_of["post/ferry.md"] == "ferry.md"
    assert copy_of["ferry.md"] is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("FERRY",), ["ferry.md", "post/ferry.md"]),
        (("ferry", "post"), ["post/ferry.md"]),
        (("harbour", "market"), ["market.md"]),
        (("voss",), ["lighthouse.md"]),
        (("airport",), []),
    ],
)
def test_words_narrow_the_list(stocked: Newsroom, words: tuple[str, ...], found: list[str]) -> None:
    assert ids(stocked, *words) == found


def test_an_article_is_in_the_index_since_it_came_and_not_since_it_changed(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="test")
    first = published_articles(newsroom.settings)
    assert all(one.added is not None for one in first)
    newsroom.write("ferry.md", FERRY.replace("140", "150"))
    build(newsroom.settings, by="test")
    assert [one.added for one in published_articles(newsroom.settings)] == [one.added for one in first]
    newsroom.remove("ferry.md")
    build(newsroom.settings, by="test")
    newsroom.write("ferry.md", FERRY)
    build(newsroom.settings, by="test")
    again = published_text(newsroom.settings, "ferry.md")[0].added
    assert again is not None
    assert first[1].added is not None
    assert again > first[1].added


def test_where_the_history_began_anew_nobody_says_when(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="test")
    folder = generation_folder(newsroom.data, published(newsroom.data)[1].id)
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        db.execute("DELETE FROM versions")
    assert {one.added for one in published_articles(newsroom.settings)} == {None}


def test_the_day_it_came_in_outlives_the_versions_that_are_kept(newsroom: Newsroom) -> None:
    came, last = datetime(2026, 5, 2, tzinfo=UTC), None
    for day in range(KEPT_VERSIONS + 3):
        folder = newsroom.data / str(day)
        folder.mkdir(parents=True)
        at = came + timedelta(days=day)
        extend_history(folder, last, at, [("a", Version(at, Change.CHANGED if day else Change.ADDED))])
        last = folder
    assert last is not None
    assert added_at(last) == {"a": came}


def test_an_article_is_shown_with_the_text_that_is_quoted_from(stocked: Newsroom) -> None:
    listed, article = published_text(stocked.settings, "ferry.md")
    assert listed.info.publisher == "Coast Weekly"
    assert article.text.startswith("The night ferry between Lindau and Skagen")
    copy, same = published_text(stocked.settings, "post/ferry.md")
    assert copy.info.title == "No winter ferry cancelled"
    assert same.text == article.text


@pytest.mark.parametrize(
    ("wanted", "named"),
    [("fery.md", "ferry.md"), ("Lighthouse reopens", "lighthouse.md"), ("LIGHTHOUSE.MD", "lighthouse.md")],
)
def test_an_unknown_id_is_answered_with_what_may_be_meant(stocked: Newsroom, wanted: str, named: str) -> None:
    with pytest.raises(ArticleError, match=r"index list` shows them all") as refused:
        published_text(stocked.settings, wanted)
    assert repr(wanted) in refused.value.message
    assert named in refused.value.next_step


def test_an_empty_id_and_an_empty_index_are_no_surprise(stocked: Newsroom) -> None:
    with pytest.raises(ArticleError) as refused:
        published_text(stocked.settings, "")
    assert "Did you mean" not in refused.value.next_step
    with pytest.raises(IndexUnavailable):
        published_articles(stocked.settings.model_copy(update={"data_dir": stocked.data / "none"}))
