"""Used by the tests of the readers: one file, read as a build reads it."""

import tempfile
from datetime import date
from pathlib import Path

from index.article import RawArticle
from index.reading import read_file
from index.report import Problem

TODAY = date(2026, 11, 21)


def read_bytes(name: str, data: bytes, today: date = TODAY) -> tuple[list[RawArticle], list[str]]:
    """The articles of a file with this name and content, and what was said of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = list(read_file(path, path.parent, today))
    articles = [one for one in found if isinstance(one, RawArticle)]
    return articles, [one.reason for one in found if isinstance(one, Problem)]
