"""The third face: a question set through the same answering code, a result line per question.

It answers from an index of its own, built from the evaluation's articles under
`DATA_DIR/evaluations/`; what is published for people stays as it is.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.answering.types import Answer, Outcome, Question
from bot.messages import Messages
from bot.opening import Desk
from bot.result_line import result_line
from index.console import as_json
from index.errors import ArticleError
from index.files import make_writable_folder, storage_errors, write_atomically
from index.settings import IndexSettings

FOLDER = "evaluations"
# What makes another index of the same articles: a name of the folder, so no secrets.
INDEX_SETTINGS = ("embedding_model", "embedding_base_url", "chroma_url")
Settings = TypeVar("Settings", bound=IndexSettings)


@dataclass(frozen=True, slots=True)
class EvaluationQuestion:
    """One line of the questions file; what it says besides is for the scorer."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's answer, and the seconds that it took."""

    id: str
    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of a question set; seconds per answer."""

    questions: int
    answered: int
    refused: int
    p50_s: float
    p95_s: float


def read_questions(path: Path, messages: Messages) -> tuple[EvaluationQuestion, ...]:
    """Read the questions, one JSON object a line. Raises ArticleError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error, messages) from error
    questions = [_question(path, n, line, messages) for n, line in enumerate(lines, start=1) if line.strip()]
    if not questions:
        message = messages("cli-no-questions", file=str(path))
        raise ArticleError(message, messages("cli-question-line-next"))
    return tuple(questions)


def settings_for(settings: Settings, articles: Path, messages: Messages) -> Settings:
    """The settings of the evaluation's own index: these articles, and a data folder named by them.

    The same articles and model give the same folder, so that the build has nothing to do.
    """
    try:
        with articles.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError as error:
        raise _unreadable(articles, error, messages) from error
    digest.update(json.dumps([str(getattr(settings, name)) for name in INDEX_SETTINGS]).encode())
    folder = settings.data_dir / FOLDER / digest.hexdigest()[:16]
    make_writable_folder(folder)
    return settings.model_copy(update={"articles_dir": articles, "data_dir": folder})


async def answer_all(
    desk: Desk, questions: tuple[EvaluationQuestion, ...], on_progress: Callable[[int, int], None]
) -> tuple[Answered, ...]:
    """Answer all questions, one after the other; on_progress gets how many are done, of how many."""
    answered = []
    for done, question in enumerate(questions):
        on_progress(done, len(questions))
        answer, seconds = await desk.timed_answer(Question(question.text))
        answered.append(Answered(question.id, answer, seconds))
    on_progress(len(questions), len(questions))
    return tuple(answered)


def write_results(out: Path, answered: tuple[Answered, ...]) -> None:
    """Write a result line per question; the file appears whole or stays as it was."""
    lines = [as_json(result_line(each.answer, each.seconds, each.id)) for each in answered]
    with storage_errors(out.parent):
        write_atomically(out, ("\n".join(lines) + "\n").encode("utf-8"))


def summarise(answered: tuple[Answered, ...]) -> Evaluation:
    """Count what was answered and refused, and how long it took."""
    seconds = [each.seconds for each in answered]
    shown = sum(each.answer.outcome is Outcome.ANSWERED for each in answered)
    return Evaluation(
        questions=len(answered),
        answered=shown,
        refused=len(answered) - shown,
        p50_s=percentile(seconds, 50),
        p95_s=percentile(seconds, 95),
    )


def percentile(values: list[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed (nearest rank, as the scorer counts it)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def _question(path: Path, number: int, line: str, messages: Messages) -> EvaluationQuestion:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise _bad_line(path, number, str(error), messages) from error
    if not isinstance(fields, dict):
        raise _bad_line(path, number, messages("cli-not-an-object"), messages)
    for name in ("id", "question"):
        if not isinstance(fields.get(name), str) or not fields[name].strip():
            raise _bad_line(path, number, messages("cli-field-missing", name=name), messages)
    return EvaluationQuestion(fields["id"], fields["question"])


def _bad_line(path: Path, number: int, reason: str, messages: Messages) -> ArticleError:
    message = messages("cli-question-line", file=str(path), line=number, reason=reason)
    return ArticleError(message, messages("cli-question-line-next"))


def _unreadable(path: Path, error: Exception, messages: Messages) -> ArticleError:
    reason = getattr(error, "strerror", None) or str(error)
    message = messages("cli-file-missing", file=str(path), reason=reason)
    return ArticleError(message, messages("cli-file-missing-next"))
