"""Used by `folder`: which reader is for which kind of file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from index.article import RawArticle
from index.reading.html import read_html
from index.reading.json_lines import read_json_lines
from index.reading.markdown import read_markdown
from index.reading.plain_text import read_plain_text
from index.report import Problem


class Reader(Protocol):
    """Reads the articles of one file."""

    def __call__(self, path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
        """Give each article of the file, and a problem for whatever of it cannot be used.

        `source` is what the file is called in reports and in `RawArticle.source`; it is never opened.
        `today` decides, by its year alone, which dates lie too far ahead to be true. What is given depends
        on that, on the file's name and on its bytes, and on nothing else: it is remembered until one of them
        changes (index/reading_cache.py).
        Raises ArticleError where the file as a whole cannot be read (a retryable one where it may be another
        time), OSError where the system says so.
        """
        ...


# By the end of the file's name, in lower case.
READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_json_lines,
    ".jsonl.gz": read_json_lines,
}

KINDS = ", ".join(READERS)


def reader_for(path: Path) -> Reader | None:
    """The reader for a file's kind, by its name alone; None where there is none."""
    name = path.name.lower()
    return next((reader for ending, reader in READERS.items() if name.endswith(ending)), None)
