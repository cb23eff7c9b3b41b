"""Part of the doctor: the disk, the bot's own file, the index, and the servers behind the search."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from bot.doctor import phrases
from bot.doctor.findings import Finding, broken, ok, warning
from bot.settings import BotSettings
from bot.storage.database import FILE_NAME
from bot.storage.migrations import MIGRATIONS
from index.command_line.phrases import size
from index.errors import FootnoteError, SettingsError
from index.files import is_open_to_others, make_writable_folder, size_of
from index.intake.phrases import count

TIGHT = 2  # a build writes a new index beside the old one: less room than this many of them is tight
LEAST_BYTES = 200_000_000
MODEL_TOKENS = 50  # enough for one word in its form
OnProgress = Callable[[str, int, int], None]


def check_disk(settings: BotSettings) -> Iterator[Finding]:
    """Whether there is room, and something can be written."""
    folder = settings.data_dir
    try:
        make_writable_folder(folder)
        used, free = size_of(folder), shutil.disk_usage(folder).free
    except (FootnoteError, OSError) as error:
        yield broken("disk", str(error), phrases.DISK_MEND.format(folder=folder))
        return
    says = phrases.DISK.format(folder=folder, used=size(used), free=size(free))
    tight = free < max(LEAST_BYTES, TIGHT * used)
    yield warning("disk", says, phrases.DISK_TIGHT_MEND) if tight else ok("disk", says)
    if is_open_to_others(folder):
        mend = phrases.DISK_OPEN_MEND.format(folder=folder)
        yield warning("disk", phrases.DISK_OPEN.format(folder=folder), mend)
    yield _own_file(folder / FILE_NAME)


def _own_file(path: Path) -> Finding:
    """The bot's SQLite file; there is none before its first start."""
    if not path.exists():
        return ok("memory", phrases.OWN_FILE_NONE.format(file=path.name))
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            answer = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
    except (sqlite3.Error, OSError) as error:
        answer, version = str(error), 0
    if answer != "ok":
        says = phrases.OWN_FILE_DAMAGED.format(file=path.name, reason=answer)
        return broken("memory", says, phrases.OWN_FILE_MEND.format(file=path.name))
    if version > len(MIGRATIONS):
        return broken("memory", phrases.OWN_FILE_NEWER.format(file=path.name), phrases.OWN_FILE_NEWER_MEND)
    return ok("memory", phrases.OWN_FILE_OK.format(file=path.name))


def check_index(settings: BotSettings, on_progress: OnProgress) -> Iterator[Finding]:
    """The published index, as `python -m index doctor` examines it."""
    from index.command_line.upkeep import fault_line
    from index.doctor.examining import examine
    from index.embedding.embedder import fingerprint_of
    from index.generation.overview import published_status

    try:
        status = published_status(settings)
        seen = examine(settings, on_progress)
    except FootnoteError as error:
        yield broken("index", error.message, error.next_step or phrases.INDEX_MEND)
        return
    if status is None:
        yield warning("index", phrases.NO_INDEX, phrases.NO_INDEX_MEND.format(folder=settings.articles_dir))
        return
    if status.embedding_model != fingerprint_of(settings):
        says = phrases.OTHER_MODEL.format(built=status.embedding_model, named=fingerprint_of(settings))
        yield broken("index", says, phrases.OTHER_MODEL_MEND)
    for found in seen.findings:
        yield broken("index", fault_line(found), phrases.INDEX_MEND)
    if not seen.findings:
        articles, chunks = count(status.articles, "article"), count(status.chunks, "chunk")
        yield ok(
            "index", phrases.INDEX_OK.format(articles=articles, chunks=chunks, day=status.published_at.date())
        )


def check_servers_behind(settings: BotSettings) -> Iterator[Finding]:
    """The Chroma server and the embedding server, where there are such."""
    if settings.chroma_url is not None:
        yield _asked("Chroma server", lambda: _chroma(settings))
    if settings.embedding_model != "bundled":
        yield _asked("embedding server", lambda: _embeddings(settings))


def _asked(about: str, ask: Callable[[], str]) -> Finding:
    try:
        return ok(about, ask())
    except SettingsError as error:
        return broken(about, error.message, error.next_step, of_settings=True)
    except FootnoteError as error:
        return broken(about, error.message, error.next_step)


def _chroma(settings: BotSettings) -> str:
    from index.vector_store.chroma_client import collection_names

    names = collection_names(settings)
    return phrases.CHROMA_OK.format(url=_place(settings.chroma_url), count=count(len(names), "collection"))


def _embeddings(settings: BotSettings) -> str:
    from index.embedding.embedder import create_embedder

    embedder = create_embedder(settings)
    try:
        dimensions = len(embedder.embed_query("lighthouse"))
    except Exception as error:
        raise FootnoteError(
            phrases.EMBEDDINGS_AWAY.format(reason=type(error).__name__), phrases.EMBEDDINGS_MEND
        ) from error
    return phrases.EMBEDDINGS_OK.format(model=settings.embedding_model, dimensions=dimensions)


def _place(url: object) -> str:
    """An address without what may be secret in it."""
    from yarl import URL

    return str(URL(str(url)).with_user(None).with_password(None).with_query(None))


async def check_model(settings: BotSettings) -> Finding:
    """The language model: one tiny request through the very code that answers use."""
    from bot.answering.llm import hosted
    from bot.answering.llm.model import ModelError, Prompt, Trouble

    if settings.llm_model is None:
        return ok("language model", phrases.NO_MODEL)
    schema = {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]}
    prompt = Prompt('Answer with {"word": "yes"} and nothing else.', "Are you there?", "word", schema)
    try:
        hosted.check(settings)
        model = await asyncio.to_thread(hosted.load, settings)
    except SettingsError as error:
        return broken("language model", error.message, error.next_step, of_settings=True)
    try:
        async with asyncio.timeout(settings.llm_timeout_s):
            text = "".join([piece.text async for piece in model.stream(prompt, MODEL_TOKENS)])
    except ModelError as error:
        mend = phrases.MODEL_REJECTS_MEND if error.trouble is Trouble.REJECTED else phrases.MODEL_AWAY_MEND
        return broken("language model", phrases.MODEL_FAILS.format(model=settings.llm_model, why=error), mend)
    except TimeoutError:
        why = phrases.MODEL_SLOW.format(seconds=settings.llm_timeout_s)
        says = phrases.MODEL_FAILS.format(model=settings.llm_model, why=why)
        return broken("language model", says, phrases.MODEL_AWAY_MEND)
    finally:
        await model.close()
    if not text.strip():
        return warning("language model", phrases.MODEL_SILENT.format(model=settings.llm_model))
    return ok("language model", phrases.MODEL_OK.format(model=settings.llm_model))
