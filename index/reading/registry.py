"""Used by `folder`: which reader is for which kind of file."""

import importlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from index.article import RawArticle
from index.reading.json_lines import read_json_lines
from index.reading.markdown import read_markdown
from index.reading.plain_text import read_plain_text
from index.report import Problem


class Reader(Protocol):
    """Reads the articles of one file."""

    def __call__(self, path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
        """Give each article of the file, and a problem for whatever of it cannot be used.

        `source` is what the file is called in reports and in `RawArticle.source`; it is never opened.
        `today` decides which dates lie too far ahead to be true.
        Raises ArticleError where the file as a whole cannot be read, OSError where the system says so.
        """
        ...


# By the end of the file's name, in lower case.
READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".jsonl": read_json_lines,
    ".jsonl.gz": read_json_lines,
}

# Those that run in the reading process (index/reading/sandboxed.py): what they need is loaded there only.
SANDBOXED_READERS: dict[str, str] = {
    ".html": "index.reading.html:read_html",
    ".htm": "index.reading.html:read_html",
    ".xhtml": "index.reading.html:read_html",
    ".pdf": "index.reading.pdf:read_pdf",
    ".docx": "index.reading.docx:read_docx",
    ".epub": "index.reading.epub:read_epub",
}

# Kinds that people have articles in, and what to make of them.
CONVERTIBLE: dict[str, str] = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".wpd"), "Save it as .docx."),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2"), "Convert it to .epub."),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "Save the page as .html."),
    **dict.fromkeys((".djvu", ".ps", ".xps"), "Convert it to .pdf, with its text."),
}

KINDS = ", ".join((*READERS, *SANDBOXED_READERS))


def reader_for(path: Path) -> Reader | None:
    """The reader for a file's kind, by its name alone; None where there is none in this process."""
    ending = _ending(path, READERS)
    return READERS[ending] if ending else None


def sandboxed_reader(path: Path) -> str | None:
    """The name of the reader for a file that is read in the reading process; None where it is not."""
    ending = _ending(path, SANDBOXED_READERS)
    return SANDBOXED_READERS[ending] if ending else None


def conversion_for(path: Path) -> str | None:
    """What to do about a file of a kind that cannot be read, but could be turned into one that can."""
    ending = _ending(path, CONVERTIBLE)
    return CONVERTIBLE[ending] if ending else None


def any_reader(path: Path) -> Reader | None:
    """The reader for a file's kind, imported now if need be: for the reading process."""
    ending = _ending(path, SANDBOXED_READERS)
    return load_reader(ending) if ending else reader_for(path)


def load_reader(ending: str) -> Reader:
    """The reader of `SANDBOXED_READERS` for an ending, imported now."""
    module, _, name = SANDBOXED_READERS[ending].partition(":")
    return cast(Reader, getattr(importlib.import_module(module), name))


def _ending(path: Path, table: dict[str, Reader] | dict[str, str]) -> str | None:
    name = path.name.lower()
    return next((ending for ending in table if name.endswith(ending)), None)
