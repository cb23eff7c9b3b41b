"""Reads .md and .markdown: one article, what is known of it in the front matter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.decoding import read_text
from index.reading.fields import make_article
from index.reading.front_matter import split_front_matter
from index.reading.heading_marks import heading_words
from index.reading.inline_text import words
from index.reading.markdown_html import markdown_html
from index.reading.markdown_notes import place_notes
from index.reading.markup_lines import Lines
from index.reading.markup_text import parse_markup
from index.reading.shown_markup import keep_what_shows
from index.report import Problem

_LONGEST_TITLE = 300  # characters
_AMONG_FIRST = 3  # lines: above a title that is no first heading of all stand logos' names and a motto


def read_markdown(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The file as one article.

    Keys of the front matter: title, publisher, author or authors, date or published, modified, url,
    language, section, kind. A wrong one is a problem, and the article is given without it. Without a title
    there, the first heading is it.
    """
    matter = split_front_matter(read_text(path))
    tree = parse_markup(markdown_html(matter.body))
    given = dict(matter.values)
    lines: list[str] = []
    captions: list[str] = []
    if tree is not None:
        place_notes(tree)
        keep_what_shows(tree)
        _drop_contents(tree)
        found = Lines(tree)
        lines, captions = found.text, found.captions
        if not given.get("title"):
            given["title"] = _first_heading(tree, lines)
    if not lines:
        raise ArticleError("has no text below its front matter.", "Write the article there.")
    article, faults = make_article(
        source, source, "\n\n".join(lines), given, today, captions=tuple(captions), markup_read=True
    )
    faults = [matter.fault, *faults] if matter.fault else faults
    yield from (Problem(source, f"front matter: {one}") for one in faults)
    yield article


def _first_heading(tree: Any, lines: list[str]) -> str | None:
    """The title that the text gives itself: its first heading of the highest level, which may be a picture of
    the name; else a heading among its first lines."""
    for heading in tree.iter("h1"):
        alternative = " ".join(image.get("alt", "") for image in heading.iter("img"))
        title = words(heading) or " ".join(alternative.split()).removesuffix(" logo")
        if title and len(title) <= _LONGEST_TITLE:
            return title
    first = filter(None, map(heading_words, lines[:_AMONG_FIRST]))
    return next((words for words in first if len(words) <= _LONGEST_TITLE), None)


def _drop_contents(tree: Any) -> None:
    """Take lists out that are nothing but links to headings below."""
    for listed in tree.xpath("//*[self::ul or self::ol][not(ancestor::ul or ancestor::ol)]"):
        linked = sum(_letters(link) for link in listed.iter("a") if link.get("href", "").startswith("#"))
        if linked and linked == _letters(listed):
            listed.drop_tree()


def _letters(element: Any) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())
