"""`remove`: an article's file out of the articles folder, and for a page the memory that it is not wanted."""

from datetime import datetime

from index.command_line import phrases
from index.errors import ArticleError
from index.intake.files import remove_file
from index.report import RemovedSource
from index.searching.overview import published_article
from index.settings import IndexSettings
from index.web.naming import WEB_FOLDER
from index.web.pages import Pages


def remove_article(id_: str, settings: IndexSettings, now: datetime) -> RemovedSource:
    """Move the file that a published article came from to `DATA_DIR/removed/`.

    A page that goes so is not brought again by a feed. Raises ArticleError where there is no such article,
    its file holds others too, or is not there; StorageError.
    """
    article = published_article(settings, id_)
    if article is None:
        raise ArticleError(phrases.REMOVE_UNKNOWN, phrases.REMOVE_UNKNOWN_NEXT_STEP)
    moved_to = remove_file(article, settings.articles_dir, settings.data_dir, now)
    if article.source.startswith(f"{WEB_FOLDER}/"):
        Pages(settings.data_dir).mark_removed(article.source, now)
    return RemovedSource(id_, article.source, str(moved_to))
