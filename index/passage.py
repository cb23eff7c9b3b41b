"""Last in the flow of a search: what is asked of the index, and the passages that come out."""

from dataclasses import dataclass, field
from datetime import date

from index.article import ArticleInfo


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may be searched; empty means all.

    `without` are publishers that are left out, also where `publishers` names them. `since` and `until` are
    inclusive days of publication. An article whose publisher is unknown is in unless `publishers` names
    some; one whose date is unknown matches no date filter.
    """

    publishers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    without: tuple[str, ...] = ()

    def allow(self, publisher: str | None) -> bool:
        """Whether articles of this publisher may be searched."""
        return publisher not in self.without and (not self.publishers or publisher in self.publishers)


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both inclusive; None leaves that side open."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search: the question's own words, which articles, and how many passages at most.

    `asked` is the day of the question: what was published shortly before it ranks a little higher.
    With `preferred`, what was published in that period or shortly after it does instead.
    """

    text: str
    filters: Filters = field(default_factory=Filters)
    limit: int = 24
    asked: date | None = None
    preferred: Period | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: offsets into the article's text, and how near it is to the question.

    `similarity` is the cosine of its vector and the question's (-1 to 1), None where the embedding
    model gives no sentence vectors. `heading` is what it stands under (index.article.Heading.path), None
    where nothing is; a heading itself stands under those over it.
    """

    start: int
    end: int
    similarity: float | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk that was found: `text` is `article.quotable[start:end]` of the stored article.

    `score` is the fused score by which passages are ranked, higher first; `cosine` and `bm25` are
    the raw scores, `bm25` None where the keyword search did not bring the chunk. `copies`
    are other articles that carry the same text. `heading` is what its first sentence is or stands
    under. `cuts` are offsets into the article between `start` and `end` across which no quote may run. With
    `caption` it is captions of pictures, a cut before each.
    """

    chunk_id: str
    article: ArticleInfo
    start: int
    end: int
    text: str
    heading: str | None
    score: float
    cosine: float | None
    bm25: float | None
    sentences: tuple[Sentence, ...] = ()
    cuts: tuple[int, ...] = ()
    copies: tuple[ArticleInfo, ...] = ()
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question as the keyword index knows it: its stem and its inverse document
    frequency (natural logarithm, 0 for a stop word's worth, higher for rarer)."""

    stem: str
    idf: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The passages, best first, with what the answering code needs to judge them.

    `seconds` is the time per stage, by the stage's name. `preferring` says that some of the passages
    are of the period that the request prefers, or of shortly after it.
    """

    generation: str
    passages: tuple[Passage, ...]
    terms: tuple[Term, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    preferring: bool = False


def day_number(day: date | None) -> int:
    """A day as yyyymmdd, 0 for unknown: what dates are compared by in SQLite and in Chroma."""
    return day.year * 10000 + day.month * 100 + day.day if day else 0
