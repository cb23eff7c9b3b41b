"""First half of a build: every article of the folder, cleaned, and copies of one text folded.

Files that did not change since they were last read are not opened, and what a reader gives as before is not
cleaned again (index/building/reading_cache.py). The texts of such articles are in the last generation's
catalog.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from index.article import Article, ArticleInfo, RawArticle
from index.building.reading_cache import (
    FileRecord,
    Listed,
    ReadArticle,
    Stamp,
    cache_key,
    digest_of,
    load_records,
    save_records,
)
from index.cleaning import clean
from index.cleaning.language import LanguageDetector
from index.errors import ArticleError, BuildError
from index.generation.catalog import Catalog
from index.generation.catalog_rows import content_hash
from index.reading import FileSandbox, is_undecodable, read_file, read_folder_by, source_of
from index.report import ArticleChange, Difference, Problem
from index.selection import EVERYTHING, Selection
from index.settings import IndexSettings

OnProgress = Callable[[int, int], None]


@dataclass(slots=True)
class Collection:
    """What the articles folder holds now.

    `articles` by id, each text once; `copies` are the others with the same text, each with the id of the
    one that stands for it; `problems` are what could not be read. `texts` are those articles that were
    cleaned just now, by content hash; `files` is what to remember of each file.
    """

    articles: dict[str, Listed] = field(default_factory=dict)
    copies: list[tuple[ArticleInfo, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, Article] = field(default_factory=dict)
    files: dict[str, FileRecord] = field(default_factory=dict)


_HASHED_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """What builds remember: the records of files, by source; and the ids of articles that are to be read and
    cleaned again all the same, because their texts are wanted."""

    files: dict[str, FileRecord] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()


def collect(
    folder: Path,
    on_progress: OnProgress | None = None,
    remembered: Remembered | None = None,
    now: datetime | None = None,
    selection: Selection = EVERYTHING,
) -> Collection:
    """Read and clean what is selected and not remembered. Raises SettingsError for a missing folder."""
    collection = Collection()
    now = now or datetime.now(UTC)
    same_text: dict[str, list[Listed]] = {}
    with FileSandbox() as sandbox:
        reading = _Reading(remembered or Remembered(), collection, round(now.timestamp() * 1e9), sandbox)
        for found in read_folder_by(reading, folder, on_progress, now.date(), selection):
            cleaned = found.cleaned if isinstance(found, ReadArticle) else found
            if isinstance(cleaned, Problem):
                collection.problems.append(cleaned)
            else:
                same_text.setdefault(cleaned.text_key, []).append(cleaned)
    for articles in same_text.values():
        original, *others = sorted(articles, key=_originality)
        collection.articles[original.info.id] = original
        collection.copies += [(copy.info, original.info.id) for copy in others]
    return collection


class _Reading:
    """Reads one file after the other, as `read_file` does, and notes in the collection what it read."""

    def __init__(
        self, remembered: Remembered, collection: Collection, now_ns: int, sandbox: FileSandbox
    ) -> None:
        self._remembered = remembered
        self._collection = collection
        self._now_ns = now_ns
        self._sandbox = sandbox
        self._languages = LanguageDetector()
        records = remembered.files.values()
        articles = (found for file in records for found in file.found if isinstance(found, ReadArticle))
        self._known = {article.raw_hash: article for article in articles if self._is_usable(article)}

    def __call__(self, path: Path, root: Path, today: date) -> Iterable[ReadArticle | Problem]:
        source, stamp = source_of(path, root), Stamp.of(path)
        if stamp is None or is_undecodable(path):
            return [
                self._clean(found, today) for found in read_file(path, root, today, sandbox=self._sandbox)
            ]
        record = self._remembered.files.get(source)
        if record and all(map(self._is_usable, record.found)):
            same = self._unchanged(path, stamp, record)
            if same:
                self._collection.files[source] = same
                return same.found
        # Before reading: where the file changes meanwhile, the hash is not that of what was read, and the
        # next build reads it again.
        digest = _digest_or_none(path)
        found = tuple(
            self._clean(each, today) for each in read_file(path, root, today, sandbox=self._sandbox)
        )
        lasting = not any(isinstance(each, Problem) and each.retryable for each in found)
        if digest and lasting and Stamp.of(path) == stamp:
            settled = stamp.is_settled(self._now_ns)
            self._collection.files[source] = FileRecord(stamp, settled, digest, found)
        return found

    def _unchanged(self, path: Path, stamp: Stamp, record: FileRecord) -> FileRecord | None:
        """The record, with the file's present stamp; None where its bytes are others or cannot be read."""
        if not os.access(path, os.R_OK):
            return None
        if record.settled and record.stamp == stamp:
            return record
        if record.stamp.size == stamp.size and _digest_or_none(path) == record.digest:
            return replace(record, stamp=stamp, settled=stamp.is_settled(self._now_ns))
        return None

    def _is_usable(self, found: ReadArticle | Problem) -> bool:
        """Whether what was found once is as good as reading it again."""
        return isinstance(found, Problem) or found.id not in self._remembered.wanted

    def _clean(self, raw: RawArticle | Problem, today: date) -> ReadArticle | Problem:
        if isinstance(raw, Problem):
            return raw
        raw_hash = _raw_hash(raw)
        return self._known.get(raw_hash) or ReadArticle(
            raw.id, raw.source, raw_hash, self._cleaned(raw, today)
        )

    def _cleaned(self, raw: RawArticle, today: date) -> Listed | Problem:
        try:
            article = clean(raw, today)
        except ArticleError as error:
            return Problem(raw.source, str(error))
        if article.info.language is None:
            info = replace(article.info, language=self._languages.detect(article.text))
            article = replace(article, info=info)
        listed = Listed(article.info, content_hash(article), _text_key(article.text))
        self._collection.texts[listed.content_hash] = article
        return listed


def compare(collection: Collection, hashes: dict[str, str], titles: dict[str, str]) -> Difference:
    """Compare with the last generation, given its articles' content hashes and titles by id."""
    added, changed, unchanged = [], [], 0
    for id_, article in collection.articles.items():
        change = ArticleChange(id_, article.info.title)
        if id_ not in hashes:
            added.append(change)
        elif hashes[id_] != article.content_hash:
            changed.append(change)
        else:
            unchanged += 1
    gone = [ArticleChange(id_, titles.get(id_, id_)) for id_ in hashes if id_ not in collection.articles]
    return Difference(tuple(added), tuple(changed), tuple(gone), unchanged)


def _originality(article: Listed) -> tuple[date, str]:
    """Which of several copies stands for all: the oldest that is dated, else the first by id."""
    return (article.info.published or date.max, article.info.id)


def _raw_hash(raw: RawArticle) -> str:
    """The same only for articles that cleaning cannot tell apart."""
    head = repr(replace(raw, text="")).encode("utf-8", "surrogatepass")
    return hashlib.sha256(head + b"\0" + raw.text.encode("utf-8", "surrogatepass")).hexdigest()


def _text_key(text: str) -> str:
    """The same for texts that differ in white space only. Piece by piece: split into words, a text of 45 MB
    takes ten times as much."""
    digest = hashlib.sha256()
    for start in range(0, len(text), _HASHED_CHARS):
        words = text[start : start + _HASHED_CHARS].split()
        digest.update("".join(words).encode("utf-8", "replace"))
    return digest.hexdigest()


def _digest_or_none(path: Path) -> str | None:
    try:
        return digest_of(path)
    except OSError:
        return None


class Comparison:
    """The articles folder against the last generation: `collection` and `difference`."""

    def __init__(
        self,
        settings: IndexSettings,
        last: Catalog | None,
        on_progress: Callable[[int, int], None],
        now: datetime,
    ) -> None:
        """Read what changed since files were last read. Raises SettingsError where the folder is missing."""
        self._settings = settings
        self._last = last
        self._now = now
        self._key = cache_key(now.year)
        self._records = load_records(settings.data_dir, self._key)
        self.collection = collect(
            settings.articles_dir, on_progress, Remembered(self._records), now, settings.selection
        )
        hashes = last.content_hashes() if last else {}
        gone = [id_ for id_ in hashes if id_ not in self.collection.articles]
        self.difference = compare(self.collection, hashes, last.titles(gone) if last else {})

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles with their texts, each exactly as it was compared: cleaned just now, or from the last
        generation, or else read again. Raises BuildError where files changed meanwhile."""
        hashes = {id_: self.collection.articles[id_].content_hash for id_ in ids}
        texts = dict(self.collection.texts)
        elsewhere = [id_ for id_, content in hashes.items() if content not in texts]
        stored = self._last.articles(elsewhere) if self._last else []
        texts |= {content_hash(article): article for article in stored}
        if wanted := frozenset(id_ for id_, content in hashes.items() if content not in texts):
            texts |= self._read_again(wanted)
        try:
            return [texts[content] for content in hashes.values()]
        except KeyError:
            raise BuildError(
                "Articles changed while they were being read.", "What is published stays. Build again."
            ) from None

    def remember(self) -> None:
        """Keep what was read for the next build. Only for who holds the build lock."""
        if self.collection.files != self._records:
            save_records(self._settings.data_dir, self._key, self.collection.files)

    def _read_again(self, wanted: frozenset[str]) -> dict[str, Article]:
        """After a rollback, say: known articles whose texts are not in the last generation."""
        remembered = Remembered(self.collection.files, wanted)
        settings = self._settings
        selection = settings.selection
        return collect(settings.articles_dir, remembered=remembered, now=self._now, selection=selection).texts
