"""In the reading process: a fetched page taken as a build will take its file, to see whether that goes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from index.article import RawArticle
from index.cleaning import clean
from index.errors import ArticleError
from index.reading.registry import any_reader
from index.report import Problem

READER = "index.web.trial:read_and_clean"


def read_and_clean(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """As the reader of the file's kind, whose signature it has. Raises ArticleError where no text is left."""
    reader = any_reader(path)
    if reader is None:
        raise ArticleError("is of a kind that cannot be read.")
    for found in reader(path, source, today):
        if isinstance(found, RawArticle):
            clean(found, today)
        yield found
