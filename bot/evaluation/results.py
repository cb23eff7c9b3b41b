"""Between answering and judging: a result line as it was written, of this bot or of another system.

The format is that of `evals/score.py`; what `bot.presenting.json_line` says besides is for the report of
failures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.evaluation import phrases
from bot.evaluation.questions import unreadable
from index.errors import ArticleError


@dataclass(frozen=True, slots=True)
class ResultCitation:
    """Where a statement says that it stands."""

    article_id: str
    quote: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ResultStatement:
    """A statement as it was shown."""

    text: str
    citations: tuple[ResultCitation, ...]


@dataclass(frozen=True, slots=True)
class ResultPassage:
    """A passage that was found; the lines hold them in rank order."""

    article_id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class ResultArticle:
    """An article that is named under an answer: as a footnote (with its number) or as the nearest one."""

    article_id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One line. `answer` is None where the bot said that it found none; `seconds` from question to answer.

    `degraded` says why an answer is less than the language model was to give.
    """

    id: str
    answer: str | None
    statements: tuple[ResultStatement, ...]
    passages: tuple[ResultPassage, ...]
    seconds: float
    citations: tuple[ResultArticle, ...] = ()
    nearest: tuple[ResultArticle, ...] = ()
    degraded: str | None = None


_RESULT = TypeAdapter(Result)


def parse_result(line: str) -> Result:
    """One line of JSON as a result. Raises ValidationError where it is none."""
    return _RESULT.validate_json(line)


def read_results(path: Path) -> Mapping[str, Result]:
    """The result lines of an earlier run, by question. Raises ArticleError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    results = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                result = parse_result(line)
            except ValidationError as error:
                reason = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
                raise ArticleError(
                    phrases.QUESTION_LINE.format(file=str(path), line=number, reason=reason),
                    phrases.RESULT_LINE_NEXT,
                ) from error
            results[result.id] = result
    return results
