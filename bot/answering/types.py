"""What an answer is: statements with footnotes, or a refusal that names the nearest articles."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from index.article import ArticleInfo
from index.passage import Filters, Passage


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, with the filters they set."""

    text: str
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands: `quote` is `text[start:end]` of the stored article `article_id`.

    `number` is the footnote's number as shown, from 1.
    """

    number: int
    article_id: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the answer says, with at least one citation.

    `quoted` says that `text` is its citation's quote word for word; `bold` are offsets into `text`
    of the words that answer the question, where they can be told.
    """

    text: str
    citations: tuple[Citation, ...]
    quoted: bool = True
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """One line under the answer: the number, the article, and copies of the same text elsewhere."""

    number: int
    article: ArticleInfo
    copies: tuple[ArticleInfo, ...] = ()


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    REFUSED = "refused"  # the articles do not hold the answer
    NOT_A_QUESTION = "not a question"  # nothing to search for (empty, only mentions or marks)
    TOO_LONG = "too long"
    NO_ARTICLES = "no articles"  # the filters leave no article


@dataclass(frozen=True, slots=True)
class Answer:
    """The verified answer to one question, ready for any face.

    With outcome ANSWERED `statements` and `footnotes` are not empty and each citation's number has
    its footnote. With REFUSED `nearest` names the nearest articles. `passages` are all that was
    found, in rank order; `newest` is the publication day of the newest cited article.
    """

    question: Question
    outcome: Outcome
    statements: tuple[Statement, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    nearest: tuple[ArticleInfo, ...] = ()
    passages: tuple[Passage, ...] = ()
    newest: date | None = None
    generation: str = ""
    seconds: dict[str, float] = field(default_factory=dict)  # per stage, by the stage's name
