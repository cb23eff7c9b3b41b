"""Reads a .txt file: one article, with whatever its page left in the text."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from index.article import RawArticle
from index.reading.decoding import read_text
from index.reading.plain_tables import with_table_lines
from index.report import Problem


def read_plain_text(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The file as one article; its title, publisher and the like are for cleaning to find."""
    yield RawArticle(id=source, source=source, text=with_table_lines(read_text(path)))
