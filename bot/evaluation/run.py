"""In the middle of an evaluation: the questions through the answering code, from an index of their own.

It is built from the evaluation's articles under `DATA_DIR/evaluations/`; what is published for people
stays as it is.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.answer import Answer, Question
from bot.evaluation.articles import digest_of
from bot.evaluation.questions import EvaluationQuestion, unreadable
from bot.evaluation.results import Result, parse_result
from bot.presenting.json_line import result_line
from bot.service.opening import Service
from index.command_line.console import as_json
from index.files import make_writable_folder, storage_errors, write_atomically
from index.generation.catalog import Catalog
from index.generation.generation import generation_folder
from index.generation.publication import published
from index.settings import IndexSettings

FOLDER = "evaluations"
# What makes another index of the same articles: a name of the folder, so no secrets.
INDEX_SETTINGS = ("embedding_model", "embedding_base_url", "chroma_url")
Settings = TypeVar("Settings", bound=IndexSettings)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's answer, and the seconds that it took."""

    id: str
    answer: Answer
    seconds: float


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What was asked: `fingerprint` is the same for the same passages of the same model, whenever built."""

    fingerprint: str
    embedding_model: str
    articles: int
    chunks: int
    size_bytes: int


def settings_for(settings: Settings, articles: Path) -> Settings:
    """The settings of the evaluation's own index: these articles, and a data folder named by them.

    The same articles and model give the same folder, so that the build has nothing to do.
    """
    model = json.dumps([str(getattr(settings, name)) for name in INDEX_SETTINGS])
    try:
        digest = digest_of(articles, model.encode())
    except OSError as error:
        raise unreadable(articles, error) from error
    folder = settings.data_dir / FOLDER / digest[:16]
    make_writable_folder(folder)
    return settings.model_copy(update={"articles_dir": articles, "data_dir": folder})


async def answer_all(
    service: Service, questions: tuple[EvaluationQuestion, ...], on_progress: Callable[[int, int], None]
) -> tuple[Answered, ...]:
    """Answer all questions, one after the other; on_progress gets how many are done, of how many."""
    answered = []
    for done, question in enumerate(questions):
        on_progress(done, len(questions))
        answer, seconds = await service.timed_answer(Question(question.text, asked=question.asked))
        answered.append(Answered(question.id, answer, seconds))
    on_progress(len(questions), len(questions))
    return tuple(answered)


def index_facts(settings: IndexSettings) -> IndexFacts:
    """What is known of the index that is published under these settings."""
    _, info = published(settings.data_dir)
    digest = hashlib.sha256(info.fingerprint.encode())
    with Catalog.open(generation_folder(settings.data_dir, info.id)) as catalog:
        # Sorted, for numbers and order tell of earlier builds, which change no answer.
        for id_, content in sorted(catalog.content_hashes().items()):
            digest.update(f"{id_}\0{content}\n".encode())
        texts = ("\0".join(rest) for _, *rest in catalog.all_chunk_texts())
        for chunk in sorted(hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in texts):
            digest.update(chunk)
    return IndexFacts(
        fingerprint=digest.hexdigest()[:16],
        embedding_model=info.fingerprint,
        articles=info.articles,
        chunks=info.chunks,
        size_bytes=info.size_bytes,
    )


def write_results(out: Path, answered: tuple[Answered, ...]) -> tuple[Result, ...]:
    """Write a result line per question; the file appears whole or stays as it was.

    Returns what was written, read back: what is judged is what the file says.
    """
    lines = [as_json(result_line(each.answer, each.seconds, each.id)) for each in answered]
    with storage_errors(out.parent):
        write_atomically(out, ("\n".join(lines) + "\n").encode("utf-8"))
    return tuple(parse_result(line) for line in lines)
