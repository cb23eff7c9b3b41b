"""First in the flow: what an article is, as a reader gives it and as the index keeps it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate


class Kind(StrEnum):
    """What the text is to its title: the article itself, or a brief that somebody wrote of it."""

    ARTICLE = "article"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: `text[start:end]`, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading(Span):
    """A paragraph that says what the paragraphs below it are about: a heading, or the line above a list.

    `path` is its words behind those of the headings that it stands under itself: `Town office › Fees`. The
    line above a list holds up to `until`, where the list ends; a heading (None) up to the next one.
    """

    path: str = ""
    until: int | None = None

    @property
    def under(self) -> str:
        """The path without its own words."""
        return self.path[: -(self.end - self.start)].removesuffix(PATH_MARK)


PATH_MARK = " › "


def heading_over(headings: Sequence[Heading], offset: int) -> str | None:
    """The path of what the text at an offset stands under; None where nothing stands over it.

    headings: of the article, in order. What is a heading itself stands under the headings over it.
    """
    at = bisect_right(headings, offset, key=lambda heading: heading.start)
    if at and offset < headings[at - 1].end:
        return headings[at - 1].under or None
    over = (one for one in reversed(headings[:at]) if one.until is None or offset < one.until)
    return next((one.path or None for one in over), None)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its reader found it, leftovers of its page still in the text.

    What the source does not state is None or empty, never guessed.
    """

    id: str
    source: str  # where it was read: a path relative to the articles folder (of a .jsonl: PATH#ID)
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None  # ISO 639-1, where the source states it
    kind: Kind = Kind.ARTICLE
    modified: date | None = None
    section: str | None = None  # of the publication, as it calls it: "Politics"
    captions: tuple[str, ...] = ()  # of pictures, where the source keeps them apart from the text
    markup_read: bool = False  # by the reader: what looks like a tag in the text is text about one


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """All that is known of an article but its text: what a footnote or a list needs."""

    id: str
    source: str
    title: str
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
    kind: Kind = Kind.ARTICLE
    modified: date | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article, as it is chunked, stored and quoted.

    `text` is paragraphs with one empty line between; `headings` are the paragraphs of it that are
    headings; `cuts` are offsets into `text` across which no quote may run: where cleaning took something
    out (it would not stand so in the source), and around headings and the lines of lists and tables (it
    would say of one what is said of another); `captions` are the captions of pictures, kept apart from
    the running text, without photographers' names.
    """

    info: ArticleInfo
    text: str
    headings: tuple[Heading, ...] = ()
    cuts: tuple[int, ...] = ()
    captions: tuple[str, ...] = ()

    @property
    def quotable(self) -> str:
        """All that is searched and quoted, as offsets count: the text, and the captions below it."""
        return "\n\n".join((self.text, *self.captions))

    @property
    def caption_spans(self) -> tuple[Span, ...]:
        """Where the captions stand in `quotable`."""
        ends = accumulate((len(caption) + 2 for caption in self.captions), initial=len(self.text))
        return tuple(
            Span(end + 2, end + 2 + len(caption)) for end, caption in zip(ends, self.captions, strict=False)
        )
