"""First half of a build: every article of the folder read, cleaned, and copies of one text folded."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from index.article import Article, ArticleInfo, RawArticle
from index.catalog import content_hash
from index.cleaning import clean
from index.errors import ArticleError
from index.reading import read_folder
from index.report import ArticleChange, Problem


@dataclass(slots=True)
class Collection:
    """What the articles folder holds now.

    `articles` by id, each text once; `copies` are the others with the same text, each with the id of the
    one that stands for it; `problems` are what could not be read.
    """

    articles: dict[str, Article] = field(default_factory=dict)
    copies: list[tuple[ArticleInfo, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed since the last generation."""

    added: tuple[ArticleChange, ...]
    changed: tuple[ArticleChange, ...]
    removed: tuple[ArticleChange, ...]
    unchanged: int


def collect(folder: Path, on_progress: Callable[[int, int], None] | None = None) -> Collection:
    """Read and clean all articles. Raises SettingsError where the folder is missing."""
    collection = Collection()
    same_text: dict[bytes, list[Article]] = {}
    for found in read_folder(folder, on_progress):
        if not isinstance(found, RawArticle):
            collection.problems.append(found)
            continue
        try:
            article = clean(found)
        except ArticleError as error:
            collection.problems.append(Problem(found.source, str(error)))
            continue
        same_text.setdefault(_text_key(article.text), []).append(article)
    for articles in same_text.values():
        original, *others = sorted(articles, key=_originality)
        collection.articles[original.info.id] = original
        collection.copies += [(copy.info, original.info.id) for copy in others]
    return collection


def compare(collection: Collection, hashes: dict[str, str], titles: dict[str, str]) -> Difference:
    """Compare with the last generation, given its articles' content hashes and titles by id."""
    added, changed, unchanged = [], [], 0
    for id_, article in collection.articles.items():
        change = ArticleChange(id_, article.info.title)
        if id_ not in hashes:
            added.append(change)
        elif hashes[id_] != content_hash(article):
            changed.append(change)
        else:
            unchanged += 1
    gone = [ArticleChange(id_, titles.get(id_, id_)) for id_ in hashes if id_ not in collection.articles]
    return Difference(tuple(added), tuple(changed), tuple(gone), unchanged)


def _originality(article: Article) -> tuple[date, str]:
    """Which of several copies stands for all: the oldest that is dated, else the first by id."""
    return (article.info.published or date.max, article.info.id)


def _text_key(text: str) -> bytes:
    """The same for texts that differ in white space and case only."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode("utf-8", "replace")).digest()
