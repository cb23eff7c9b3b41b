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
from index.reading.epub_anchors import entry_mark, mark_entries
from index.reading.epub_contents import Entry
from index.reading.epub_package import Package, read_package
from index.reading.fields import LONGEST_ID, make_article
from index.reading.heading_marks import heading_words, without_heading_mark
from index.reading.html_decoding import decode_html
from index.reading.markup_lines import Lines
from index.reading.markup_text import parse_markup
from index.reading.shown_markup import keep_what_shows
from index.report import Problem

_LONGEST_CHAPTER_TITLE = 200
_FEWEST_WORDS = 3  # a page with fewer is a cover, or the picture of one


@dataclass(slots=True)
class _Chapter:
    """A chapter that is being gathered from the files that it goes over."""

    place: str  # where it begins: its file, and the element in it
    title: str | None
    depth: int = 0  # in the table of contents
    lines: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def has_text(self) -> bool:
        """Whether it has more than its title."""
        return sum(len(line.split()) for line in self.lines if not self.is_title(line)) >= _FEWEST_WORDS

    def is_title(self, line: str) -> bool:
        """Whether a line is its title and no more."""
        return self.title is not None and without_heading_mark(line).casefold() == self.title.casefold()


def read_epub(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The book's chapters in their order. A file of it that cannot be read is a problem, the others go on."""
    with Archive(path, "EPUB") as archive:
        package = read_package(archive)
        book = _Book(package)
        whole = True
        for name in package.spine:
            try:
                book.add(name, archive.read(name))
            except ArticleError as error:
                whole = False
                yield Problem(source, f"{_shown(name)} in it {error}")
    chapters = [chapter for chapter in book.chapters if chapter.has_text()]
    if not chapters:
        raise ArticleError("is a book without text.", "A book of pictures needs its text recognised (OCR).")
    for number, chapter in enumerate(chapters, 1):
        yield _article(chapter, number, package, source, today, alone=whole and len(chapters) == 1)


class _Book:
    """The chapters of a book, gathered file by file: each text goes to the one whose entry in the table of
    contents it stands under, whatever files they begin and end in."""

    def __init__(self, package: Package) -> None:
        self.chapters: list[_Chapter] = []
        self._entries: dict[str, list[Entry]] = {}
        for entry in package.contents:
            if entry.file in package.spine:
                self._entries.setdefault(entry.file, []).append(entry)
        # One that names a single place, or none, divides nothing: there the files' own headings do.
        self._divided = len({(e.file, e.fragment) for e in package.contents if e.file in self._entries}) > 1

    def add(self, name: str, data: bytes | None) -> None:
        """Add a file's text. Raises ArticleError where it cannot be read."""
        if data is None:
            raise ArticleError("is missing.")
        refuse_entities(data)
        tree = parse_markup(printable(decode_html(data)))
        if tree is None:
            return
        first, marks = mark_entries(tree, self._entries.get(name, []))
        keep_what_shows(tree)
        lines = Lines(tree, {mark: entry_mark(number) for number, (mark, _) in enumerate(marks)})
        begins = {entry_mark(number): entry for number, (_, entry) in enumerate(marks)}
        heading = next(map(heading_words, lines.text[:1]), None)
        if first:
            self._begin(name, first)
        elif not self.chapters or (heading and not self._divided):
            self.chapters.append(_Chapter(name, heading and heading[:_LONGEST_CHAPTER_TITLE]))
        for number, line in enumerate(lines.text):
            if line in begins:
                place = f"{name}#{begins[line].fragment}" if number else name
                self._begin(place, begins[line])
            else:
                self.chapters[-1].lines.append(line)
        self.chapters[-1].captions += lines.captions

    def _begin(self, place: str, entry: Entry) -> None:
        """Begin a chapter. Of two that begin at one place the inner one has the text."""
        above = self.chapters[-1] if self.chapters else None
        if above and not above.lines and above.depth > entry.depth:
            return
        begun = _Chapter(place, entry.title[:_LONGEST_CHAPTER_TITLE], entry.depth)
        if above and above.lines and heading_words(above.lines[-1]) and begun.is_title(above.lines[-1]):
            begun.lines.append(above.lines.pop())  # its heading stands above what the entry points to
        self.chapters.append(begun)


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
    id_ = source if alone else f"{source}#{_shown(chapter.place)}"
    if len(id_) > LONGEST_ID:
        id_ = f"{source}#{number}"
    # Cleaning takes a line that repeats the title out; it knows it without the book's name as well.
    lines = chapter.lines
    if len(lines) > 1 and chapter.is_title(lines[0]):
        lines = lines[1:]
    text = "\n\n".join(lines)
    captions = tuple(chapter.captions)
    article, _ = make_article(id_, id_, text, given, today, captions=captions, markup_read=True)
    return article


def _chapter_title(book: str | None, chapter: str | None) -> str | None:
    if book and chapter and book != chapter:
        return f"{book}: {chapter}"
    return book or chapter


def _shown(name: str) -> str:
    return " ".join(printable(name).split())
