"""First half of a build, put together: what the articles folder holds now, and how that differs from the last
generation; and the texts of those articles that must be written."""

from collections.abc import Callable, Sequence
from datetime import datetime

from index.article import Article
from index.building.collection import Remembered, collect, compare
from index.building.reading_cache import cache_key, load_records, save_records
from index.errors import BuildError
from index.generation.catalog import Catalog, content_hash
from index.settings import IndexSettings


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
