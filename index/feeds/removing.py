"""`feeds remove`: a feed is forgotten; its articles stay, or go where removed files go."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.article import ArticleInfo
from index.feeds.records import Feed, Feeds
from index.feeds.report import RemovedFeed
from index.intake.files import REMOVED_FOLDER, remove_file
from index.report import BuildReport
from index.settings import IndexSettings
from index.web.pages import Pages


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed, and where its articles are; `must_build`: the index does not know of it yet."""

    feed: Feed
    articles: int
    moved_to: Path
    must_build: bool

    def report(self, build: BuildReport | None) -> RemovedFeed:
        """For whoever asked for it."""
        return RemovedFeed(self.feed.id, self.feed.name, self.feed.url, self.articles, build)


def remove_feed(feed: Feed, settings: IndexSettings, now: datetime, *, with_articles: bool) -> Removal:
    """Forget the feed. with_articles: move what it brought out of the articles folder.

    Its pages are forgotten too, and not kept as unwanted: who adds the feed again wants them again. Raises
    StorageError.
    """
    pages = Pages(settings.data_dir)
    waiting = pages.any_waits()
    moved = 0
    if with_articles:
        for page in pages.of_feed(str(feed.id)):
            if (settings.articles_dir / page.file).is_file():
                article = ArticleInfo(page.url, page.file, "")
                remove_file(article, settings.articles_dir, settings.data_dir, now)
                moved += 1
            pages.forget(page.key)
    Feeds(settings.data_dir).remove(feed.id)
    return Removal(feed, moved, settings.data_dir / REMOVED_FOLDER, waiting or moved > 0)
