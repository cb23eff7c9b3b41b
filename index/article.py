"""First in the flow: what an article is, as a reader gives it and as the index keeps it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    headings; `cuts` are offsets into `text` at which cleaning took something out (a quote must not
    run across one, or it would not stand so in the source); `captions` are the captions of
    pictures, kept apart from the running text.
    """

    info: ArticleInfo
    text: str
    headings: tuple[Span, ...] = ()
    cuts: tuple[int, ...] = ()
    captions: tuple[str, ...] = ()
