"""Beside the search: every published article, and one with its text, read straight from its generation."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from index.article import Article, ArticleInfo
from index.errors import ArticleError
from index.generation.generation import generation_folder
from index.generation.history import added_at
from index.generation.overview import published_catalog
from index.settings import IndexSettings

NEAREST = 3  # ids named to who asked for one that is not there


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """A published article. `added` is when it came into the index, None where that is not known; `copy_of`
    the id of the article that stands for it in answers, where it has that one's very text."""

    info: ArticleInfo
    added: datetime | None = None
    copy_of: str | None = None


def published_articles(settings: IndexSettings, words: Iterable[str] = ()) -> tuple[ListedArticle, ...]:
    """The published articles and copies that have all of the words in title, publisher, authors, source or
    id (any case), newest first. Raises IndexUnavailable where nothing is published."""
    with published_catalog(settings) as (_, info, catalog):
        added = added_at(generation_folder(settings.data_dir, info.id))
        listed = [ListedArticle(one, added.get(one.id)) for one in catalog.all_infos()]
        listed += [ListedArticle(one, copy_of=copy_of) for one, copy_of in catalog.all_copies()]
    wanted = [word.casefold() for word in words]
    found = (one for one in listed if all(word in _searched(one.info) for word in wanted))
    return tuple(sorted(found, key=_newest_first))


def published_text(settings: IndexSettings, article_id: str) -> tuple[ListedArticle, Article]:
    """One published article; of a copy the text is that of the article that stands for it. Raises
    IndexUnavailable where nothing is published, ArticleError where there is no such article."""
    listed = published_articles(settings)
    one = next((one for one in listed if one.info.id == article_id), None)
    if one is None:
        raise ArticleError(f"No article in the index has the id {article_id!r}.", _advice(article_id, listed))
    with published_catalog(settings) as (_, _, catalog):
        return one, catalog.articles_and_copies([article_id])[0]


def _advice(wanted: str, listed: Iterable[ListedArticle]) -> str:
    """The ids that are meant, as far as one can tell, and where all of them are."""
    ids = [one.info.id for one in listed]
    typed = wanted.casefold()
    near = [one.info.id for one in listed if typed and typed in _searched(one.info)]
    near += difflib.get_close_matches(wanted, ids, NEAREST)
    names = ", ".join(repr(id_) for id_ in list(dict.fromkeys(near))[:NEAREST])
    meant = f"Did you mean {names}? " if names else ""
    return f"{meant}`python -m index list` shows them all."


def _searched(info: ArticleInfo) -> str:
    parts = (info.title, info.publisher or "", *info.authors, info.source, info.id)
    return "\n".join(parts).casefold()


def _newest_first(one: ListedArticle) -> tuple[int, str, str]:
    published_on = one.info.published or date.min
    return -published_on.toordinal(), one.info.title, one.info.id
