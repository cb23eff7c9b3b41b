"""What an answer is: statements with footnotes, or a refusal that names the nearest articles."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from index.article import ArticleInfo
from index.passage import Filters, Passage, Period


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked before in the same conversation, self-contained, and what was answered."""

    question: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelLimit:
    """As many answers of a language model as may be had for now: by whom, how many, within what, until when.

    `whose` is "person" or "server", `per` "second", "minute", "hour" or "day".
    """

    whose: str
    most: int
    per: str
    wait_s: float
    until: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, with the filters they set and what was said before, oldest first.

    `asked` is the day of asking, None for today: fresh articles rank a little higher. With a
    `model_limit`, or with `quotes_only`, no language model is asked, not even what the question means.
    """

    text: str
    filters: Filters = field(default_factory=Filters)
    conversation: tuple[Turn, ...] = ()
    asked: date | None = None
    model_limit: ModelLimit | None = None
    quotes_only: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands: `quote` is `quotable[start:end]` of the stored article `article_id`.

    `number` is the footnote's number as shown, from 1. With `headline` the quote is the article's
    title instead, word for word, and `start` and `end` are 0. With `caption` it stands in the caption
    of a picture. `heading` is what it stands under in the article, None where nothing is.
    """

    number: int
    article_id: str
    quote: str
    start: int
    end: int
    headline: bool = False
    caption: bool = False
    heading: str | None = None

    @property
    def marked(self) -> str:
        """What a link into the article's text can mark: the quote, nothing of a headline."""
        return "" if self.headline else self.quote


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the answer says, with at least one citation.

    `quoted` says that `text` is its citation's quote word for word; `bold` are offsets into `text`
    of the words that answer the question, where they can be told; `part` says which part of a
    question with several it answers, from 0.
    """

    text: str
    citations: tuple[Citation, ...]
    quoted: bool = True
    bold: tuple[tuple[int, int], ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """One line under the answer: the number, the article, and other articles in which all that is quoted from
    it stands too.

    With `caption` captions of its pictures are quoted; its text has a footnote of its own. `headings` are
    those that quoted lines of its lists and tables stand under, which say little without them.
    """

    number: int
    article: ArticleInfo
    copies: tuple[ArticleInfo, ...] = ()
    caption: bool = False
    headings: tuple[str, ...] = ()

    @property
    def copy_names(self) -> tuple[str, ...]:
        """What to call the copies: their publishers, or their titles where that says nothing new."""
        own = self.article.publisher
        names = (copy.title if copy.publisher in (None, "", own) else copy.publisher for copy in self.copies)
        return tuple(dict.fromkeys(name or "" for name in names))


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says in a conflict: the words that differ, and the article's footnote."""

    words: str
    number: int
    published: date | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Cited articles that differ in one thing, the newest first; those of unknown date last."""

    sides: tuple[Side, ...]


class Degraded(StrEnum):
    """Why an answer is less than the language model was to give; quotes stand in for it."""

    AWAY = "away"  # it cannot be reached, reports errors, or has done so too often of late
    SLOW = "slow"  # it took longer than a setting allows
    BUDGET = "budget"  # the day's tokens are used up
    LIMIT = "limit"  # whoever asks has had as many of its answers as they may for now
    UNUSABLE = "unusable"  # it said nothing that can be read
    UNSUPPORTED = "unsupported"  # nothing that it said stands in the articles
    CUT_SHORT = "cut short"  # it broke off: what was said until then holds, but may not be all


class PeriodUse(StrEnum):
    """What was done with a period that the question names."""

    ONLY = "only"  # nothing else was searched: the question speaks of publication
    PREFERRED = "preferred"  # its articles, and those of shortly after it, ranked higher
    SET_ASIDE = "set aside"  # the asker's own filters leave no day of it


@dataclass(frozen=True, slots=True)
class UsedPeriod:
    """A period that the question names, and its use."""

    period: Period
    use: PeriodUse


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

    `understood` is the self-contained question that was answered, empty where it is the one asked.
    `unanswered` are the parts of a question with several that the articles do not answer. `periods`
    says what was done with the times that the question names: where one of them was the only one that
    was searched and nothing there answers, `nearest` names articles of other days too.
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
    understood: str = ""
    unanswered: tuple[str, ...] = ()
    conflict: Conflict | None = None
    degraded: Degraded | None = None
    periods: tuple[UsedPeriod, ...] = ()
