"""Reads .epub: a book as one article for each chapter. Runs in the reading process.

One for each chapter, because a footnote names an article: "The Keepers: The storm" tells a reader where to
look, "The Keepers" does not; and the passages of one article count as one source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.archives import Archive, refuse_entities
from index.reading.decoding import printable
from index.reading.epub_package import Package, read_package
from index.reading.fields import LONGEST_ID, make_article
from index.reading.html_decoding import decode_html
from index.reading.markup_lines import Lines
from index.reading.markup_text import parse_markup
from index.report import Problem

_LONGEST_CHAPTER_TITLE = 200
_FEWEST_WORDS = 3  # a page with fewer is a cover, or the picture of one


@dataclass(slots=True)
class _Chapter:
    """A chapter that is being gathered from the files that it goes over."""

    name: str  # of its first file
    title: str | None
    lines: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


def read_epub(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The book's chapters in their order. A file of it that cannot be read is a problem, the others go on."""
    with Archive(path, "EPUB") as archive:
        package = read_package(archive)
        chapters: list[_Chapter] = []
        whole = True
        for name in package.spine:
            try:
                _add_file(name, archive, package, chapters)
            except ArticleError as error:
                whole = False
                yield Problem(source, f"{_shown(name)} in it {error}")
    chapters = [one for one in chapters if sum(len(line.split()) for line in one.lines) >= _FEWEST_WORDS]
    if not chapters:
        raise ArticleError("is a book without text.", "A book of pictures needs its text recognised (OCR).")
    for number, chapter in enumerate(chapters, 1):
        yield _article(chapter, number, package, source, today, alone=whole and len(chapters) == 1)


def _add_file(name: str, archive: Archive, package: Package, chapters: list[_Chapter]) -> None:
    """Add a file to the chapters: as a new one where the table of contents, or its first line, names one."""
    data = archive.read(name)
    if data is None:
        raise ArticleError("is missing.")
    refuse_entities(data)
    tree = parse_markup(printable(decode_html(data)))
    if tree is None:
        return
    lines = Lines(tree)
    first = lines.text[0] if lines.text else ""
    title = package.titles.get(name) or (first.removeprefix("# ") if first.startswith("# ") else None)
    if title is not None or not chapters:
        chapters.append(_Chapter(name, title[:_LONGEST_CHAPTER_TITLE] if title else None))
    chapters[-1].lines += lines.text
    chapters[-1].captions += lines.captions


def _article(
    chapter: _Chapter, number: int, package: Package, source: str, today: date, *, alone: bool
) -> RawArticle:
    stated = package.metadata
    book = next(iter(stated.get("title", ())), None)
    title = book if alone else _chapter_title(book, chapter.title)
    given: dict[str, Any] = {
        "title": title,
        "authors": list(stated.get("creator", ())),
        "publisher": next(iter(stated.get("publisher", ())), None),
        "language": next(iter(stated.get("language", ())), None),
        "date": next(iter(stated.get("date", ())), None),
        "modified": next(iter(stated.get("modified", ())), None),
    }
    id_ = source if alone else f"{source}#{_shown(chapter.name)}"
    if len(id_) > LONGEST_ID:
        id_ = f"{source}#{number}"
    # Cleaning takes a line that repeats the title out; it knows it without the book's name as well.
    lines = chapter.lines
    if chapter.title and lines and lines[0].removeprefix("# ") == chapter.title and len(lines) > 1:
        lines = lines[1:]
    text = "\n\n".join(lines)
    article, _ = make_article(id_, id_, text, given, today, captions=tuple(chapter.captions))
    return article


def _chapter_title(book: str | None, chapter: str | None) -> str | None:
    if book and chapter and book != chapter:
        return f"{book}: {chapter}"
    return book or chapter


def _shown(name: str) -> str:
    return " ".join(printable(name).split())
