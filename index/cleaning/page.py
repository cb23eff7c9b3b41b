"""Puts cleaning together: which blocks stay, what the others said, and the article that results."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from index.article import Article, ArticleInfo, Heading, RawArticle
from index.characters import plain_characters
from index.cleaning.blocks import Block, Trimmed, split_blocks, squeeze, trim, visible
from index.cleaning.captions import find_captions, is_caption
from index.cleaning.credits import without_credit
from index.cleaning.facts import find_facts
from index.cleaning.head import Known, read_head
from index.cleaning.head_lines import is_byline, is_writer
from index.cleaning.head_names import as_outlet
from index.cleaning.headings import find_headings
from index.cleaning.leftovers import leftover_kind
from index.cleaning.link_lists import find_link_lists
from index.cleaning.particulars import (
    TitleForms,
    find_publisher,
    has_picture_source,
    without_picture_source,
)
from index.errors import ArticleError
from index.lines import is_datum, is_line

_AMONG_FIRST = 8
_MOST_ROUNDS = 20  # through a page's head, each of which takes a line at least: no page has so many
_STANDFIRST_WORDS = 6
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*$")


@dataclass(slots=True)
class _Page:
    """The blocks of one article while it is cleaned; `kept` are the numbers of those that stay."""

    blocks: list[Block]
    trims: list[Trimmed]
    kept: list[int]
    kinds: dict[int, str] = field(default_factory=dict)  # of what was dropped
    captions: list[str] = field(default_factory=list)
    title: str | None = None
    perhaps_title: int | None = None  # like a link to another story, but so is "Fact check: …" as a title
    authors: tuple[str, ...] = ()
    published: date | None = None
    outlet: str | None = None  # that its head names

    def drop(self, numbers: set[int], kind: str) -> None:
        self.kinds.update(dict.fromkeys(numbers, kind))
        self.kept = [number for number in self.kept if number not in numbers]

    def remaining(self) -> list[Block]:
        return [self.blocks[number] for number in self.kept]


def clean(raw: RawArticle, today: date | None = None) -> Article:
    """Clean an article.

    Cleaning its result again changes nothing. What the source states of the article wins over what
    the text says; what neither says stays unknown, and without a title it is called by its file's name.
    `today` decides which dates lie too far ahead to be true.
    Raises ArticleError where no text is left.
    """
    raw = _in_plain_characters(raw)
    page = _take_apart(raw)
    page.drop(find_link_lists(page.blocks, page.kinds, page.kept), "another story")
    _set_captions_apart(page)
    _drop_head(page, today or datetime.now(UTC).date())
    if not page.kept:
        _take_captions_back(page)
    if not page.kept:
        raise ArticleError("has nothing but page leftovers.", "Check that the article's text is in it.")
    publisher = (
        raw.publisher
        or page.outlet
        or find_publisher(
            [page.blocks[number].text for number in sorted(page.kinds)]
            + [trim.at_start for trim in page.trims if trim.at_start]
        )
    )
    info = ArticleInfo(
        id=raw.id,
        source=raw.source,
        title=page.title or _name_of(raw.source),
        url=raw.url,
        publisher=publisher,
        authors=page.authors,
        published=page.published,
        language=raw.language,
        kind=raw.kind,
        modified=raw.modified,
        section=raw.section,
    )
    return _put_together(page, info)


def _in_plain_characters(raw: RawArticle) -> RawArticle:
    def plain(text: str | None) -> str | None:
        return squeeze(plain_characters(text)) if text else text

    return replace(
        raw,
        text=plain_characters(raw.text),
        title=plain(raw.title),
        publisher=plain(raw.publisher),
        section=plain(raw.section),
        authors=tuple(squeeze(plain_characters(name)) for name in raw.authors),
        captions=tuple(plain_characters(caption) for caption in raw.captions),
    )


def _take_apart(raw: RawArticle) -> _Page:
    """Split into blocks, take the marks off their ends, and drop what is a leftover by its shape."""
    found = split_blocks(raw.text if raw.markup_read else visible(raw.text))
    trims = [trim(block.text) for block in found]
    blocks = [
        block if block.text == trimmed.text else replace(block, text=trimmed.text)
        for block, trimmed in zip(found, trims, strict=True)
    ]
    page = _Page(
        blocks,
        trims,
        list(range(len(blocks))),
        title=raw.title,
        authors=raw.authors,
        published=raw.published,
        captions=[squeeze(caption) for caption in raw.captions],
    )
    for number, block in enumerate(blocks):
        kind = "mark" if not block.text else leftover_kind(block.text)
        first = number == len(page.kinds)  # nothing that stays stands above it
        if kind == "another story" and first and raw.title is None:
            page.perhaps_title = number
        elif kind:
            page.kinds[number] = kind
    for number in find_facts(blocks, page.kinds):
        del page.kinds[number]
    page.kept = [number for number in page.kept if number not in page.kinds]
    return page


def _set_captions_apart(page: _Page) -> None:
    numbers = list(page.kept)
    found = {
        numbers[at]
        for at in find_captions(page.remaining())
        if at > _AMONG_FIRST or not is_byline(page.blocks[numbers[at]].text)
    }
    page.captions += [page.blocks[number].text for number in sorted(found)]
    captions = {number for number in found if is_caption(page.blocks[number].text)}
    page.drop(captions, "caption")
    page.drop(found - captions, "alternative text")


def _take_captions_back(page: _Page) -> None:
    """Of a page that is all pictures, the captions are the text; what only repeats them is not."""
    page.kept = [number for number, kind in sorted(page.kinds.items()) if kind == "caption"]
    page.captions = [
        caption for caption in page.captions if caption not in {b.text for b in page.remaining()}
    ]


def _drop_head(page: _Page, today: date) -> None:
    """Take title, byline and date line out of the text, and whatever only repeats the article.

    Until nothing more is found, for each can hide another.
    """
    before = -1
    for _ in range(_MOST_ROUNDS):
        if not page.kept or len(page.kept) == before:
            break
        before = len(page.kept)
        _take_head(page, today)
        if page.title:
            _drop_titles(page, TitleForms(page.title))
        if page.perhaps_title in page.kept:
            page.drop({page.perhaps_title}, "another story")
        _drop_names(page)
        _drop_standfirst(page)
        _set_sourced_pictures_apart(page)


def _set_sourced_pictures_apart(page: _Page) -> None:
    """Set captions apart that name their picture's source; those that are the title are gone by now."""
    sourced = {
        number
        for number in page.kept
        if has_picture_source(page.blocks[number])
        and not is_datum(without_picture_source(page.blocks[number].text))
    }
    page.captions += [without_picture_source(page.blocks[number].text) for number in sorted(sourced)]
    page.drop(sourced, "caption")


def _take_head(page: _Page, today: date) -> None:
    numbers = list(page.kept)

    def outlet_below(at: int) -> str | None:
        below = numbers[at] + 1
        return as_outlet(page.blocks[below].text) if page.kinds.get(below) == "outlet" else None

    below_byline = bool(numbers) and page.kinds.get(numbers[0] - 1) == "byline"
    known = Known(page.title is not None, below_byline, outlet_below)
    head = read_head(page.remaining(), today, known)
    for kind in dict.fromkeys(head.kinds.values()):
        page.drop({numbers[at] for at, its_kind in head.kinds.items() if its_kind == kind}, kind)
    page.title = page.title or head.title
    page.authors = page.authors or head.authors
    page.published = page.published or head.published
    page.outlet = page.outlet or head.outlet


def _drop_titles(page: _Page, forms: TitleForms) -> None:
    repeated: set[int] = set()
    for number in page.kept:
        first = number == page.kept[len(repeated)]  # all above it, if any, repeat the title too
        if forms.repeated_by(page.blocks[number].text, first=first):
            repeated.add(number)
    page.drop(repeated, "title")


def _drop_names(page: _Page) -> None:
    """Drop lines that are an author's name and no more, or a name above its outlet."""
    names = {
        number
        for number in page.kept
        if page.blocks[number].text in page.authors
        or (page.kinds.get(number + 1) == "outlet" and is_writer(page.blocks[number].text))
    }
    page.drop(names, "byline")


def _drop_standfirst(page: _Page) -> None:
    """Drop a line among the first that a longer paragraph says again word for word: no word is lost, and
    one sentence is not two sources."""
    among_first = page.kept[:_AMONG_FIRST]
    candidates = [
        number
        for number in among_first
        if _SENTENCE_END.search(page.blocks[number].text)
        and not page.blocks[number].is_bullet
        and len(page.blocks[number].text.split()) >= _STANDFIRST_WORDS
    ]
    repeated = {
        number
        for number in candidates
        if any(
            page.blocks[number].text in page.blocks[other].text
            for other in page.kept
            if len(page.blocks[other].text) > len(page.blocks[number].text)
        )
    }
    page.drop(repeated, "standfirst")


def _put_together(page: _Page, info: ArticleInfo) -> Article:
    blocks = page.remaining()
    headings = find_headings(blocks)
    text = "\n\n".join(block.text for block in blocks)
    captions = dict.fromkeys(map(without_credit, page.captions))
    apart = tuple(caption for caption in captions if caption and caption not in text)
    return Article(info, text, tuple(headings), tuple(_cuts(page, headings)), apart)


def _cuts(page: _Page, headings: list[Heading]) -> Iterator[int]:
    """Where no quote may run on: below what was taken out, and around headings and lines."""
    over = {heading.start for heading in headings}
    offset = 0
    alone = True  # the block above is quoted by itself
    for at, number in enumerate(page.kept):
        text, above = page.blocks[number].text, page.kept[at - 1]
        taken_out = number != above + 1 or page.trims[number].at_start or page.trims[above].at_end
        line = offset in over or is_line(text)
        if at and (taken_out or alone or line):
            yield offset
        offset += len(text) + 2
        alone = line


def _name_of(source: str) -> str:
    """What an article without a title is called: its file, or its id in a file of many."""
    return PurePosixPath(source).name or source
