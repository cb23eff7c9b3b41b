"""First in an evaluation: the questions file, one JSON object a line, and what it says is right."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.evaluation import phrases
from index.errors import ArticleError

_DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the articles hold: `answer` word for word, None where they do not hold one.

    `relevant` are the ids of the articles that hold it, None where the file does not say.
    """

    answer: str | None
    relevant: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class EvaluationQuestion:
    """One line of the questions file.

    `expected` is None where the line has no `answer` at all; `asked` is the day of asking, for which
    the answering code takes today where the line does not say.
    """

    id: str
    text: str
    expected: Expected | None = None
    asked: date | None = None

    @property
    def answerable(self) -> bool | None:
        """Whether the articles hold the answer; None where the file does not say."""
        return None if self.expected is None else self.expected.answer is not None


def read_questions(path: Path) -> tuple[EvaluationQuestion, ...]:
    """Read the questions. Raises ArticleError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    questions: dict[str, EvaluationQuestion] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            question = _LineReader(path, number).question(line)
            if question.id in questions:
                raise _bad_line(path, number, phrases.QUESTION_TWICE.format(id=question.id))
            questions[question.id] = question
    if not questions:
        message = phrases.NO_QUESTIONS.format(file=str(path))
        raise ArticleError(message, phrases.QUESTION_LINE_NEXT)
    return tuple(questions.values())


def unreadable(path: Path, error: Exception) -> ArticleError:
    """What to tell where a file of the evaluation cannot be read."""
    reason = getattr(error, "strerror", None) or str(error)
    message = phrases.FILE_MISSING.format(file=str(path), reason=reason)
    return ArticleError(message, phrases.FILE_MISSING_NEXT)


@dataclass(frozen=True, slots=True)
class _LineReader:
    """Reads one line, and knows where it stands for the error that names it."""

    path: Path
    number: int

    def question(self, line: str) -> EvaluationQuestion:
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise self._bad(str(error)) from error
        if not isinstance(fields, dict):
            raise self._bad(phrases.NOT_AN_OBJECT)
        for name in ("id", "question"):
            if not isinstance(fields.get(name), str) or not fields[name].strip():
                raise self._bad(phrases.FIELD_MISSING.format(name=name))
        return EvaluationQuestion(
            fields["id"], fields["question"], self._expected(fields), self._asked(fields.get("asked"))
        )

    def _expected(self, fields: dict[str, object]) -> Expected | None:
        if "answer" not in fields:
            return None
        answer, relevant = fields["answer"], fields.get("relevant")
        if answer is not None and (not isinstance(answer, str) or not any(map(str.isalnum, answer))):
            raise self._bad(phrases.ANSWER_WRONG)
        if relevant is None:
            return Expected(answer)
        if not isinstance(relevant, list) or not all(isinstance(one, str) for one in relevant):
            raise self._bad(phrases.RELEVANT_WRONG)
        return Expected(answer, tuple(relevant))

    def _asked(self, value: object) -> date | None:
        if value is None:
            return None
        for form in _DAY_FORMATS:
            with suppress(ValueError):
                return datetime.strptime(str(value), form).date()
        raise self._bad(phrases.ASKED_WRONG)

    def _bad(self, reason: str) -> ArticleError:
        return _bad_line(self.path, self.number, reason)


def _bad_line(path: Path, number: int, reason: str) -> ArticleError:
    message = phrases.QUESTION_LINE.format(file=str(path), line=number, reason=reason)
    return ArticleError(message, phrases.QUESTION_LINE_NEXT)
