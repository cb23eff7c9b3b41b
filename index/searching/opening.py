"""At the beginning of the search worker: the newest published generation that answers a trial search.

One that is damaged gives way to the one before it. Small indexes are compared with their checksums before
they answer; of large ones that takes too long, and is done while they answer already.
"""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from index.embedding.embedder import Embedder
from index.errors import FootnoteError, IndexDamaged, IndexUnavailable
from index.generation.generation import Generation, GenerationInfo
from index.generation.publication import Publication, published
from index.generation.whole import damage, damaged_files
from index.passage import SearchRequest
from index.searching.calls import Calls
from index.settings import IndexSettings

log = logging.getLogger(__name__)
CHECKED_AT_ONCE_BYTES = 100_000_000  # some 0.1 s
TRY = "--try"
TRY_S = 30.0
# The first searches load code and data; asked before anybody waits, they take their 100 ms then.
WARM_UP = SearchRequest("footnote", limit=5)


class Opening:
    """Opens one generation after the other, never again one that was found to be damaged."""

    def __init__(self, settings: IndexSettings, embedder: Embedder, *, careful: bool = False) -> None:
        """careful: earlier workers died, so each generation is compared with its checksums, and tried in a
        process of its own first."""
        self._settings = settings
        self._embedder = embedder
        self._careful = careful
        self._damaged: set[str] = set()

    def newest(self) -> "Opened":
        """Raises IndexDamaged where all are damaged, IndexUnavailable where there is none or the settings do
        not fit it."""
        last: IndexDamaged | None = None
        while True:
            try:
                publication, info = published(self._settings.data_dir, without=frozenset(self._damaged))
            except IndexUnavailable as error:
                raise last or error from None
            try:
                return self._opened(publication, info)
            except IndexDamaged as error:
                log.error("%s Looking for the generation before.", error.message)
                self._damaged.add(info.id)
                last = error

    def give_up(self, opened: "Opened", error: IndexDamaged) -> None:
        """Close a generation that turned out to be damaged."""
        log.error("%s The generation before it answers, as far as there is one.", error.message)
        self._damaged.add(opened.calls.generation)
        opened.calls.close()

    def _opened(self, publication: Publication, info: GenerationInfo) -> "Opened":
        at_once = self._careful or info.size_bytes <= CHECKED_AT_ONCE_BYTES
        if at_once and (files := damaged_files(self._settings, info)):
            raise damage(info, files)
        if self._careful and not _survives(info.id):
            raise IndexDamaged(f"Generation {info.id} ends the process that searches it.")
        calls = opened_calls(self._settings, self._embedder, publication, info)
        watched = None if at_once else Watch(self._settings, info)
        return Opened(calls, watched)


class Opened:
    """A generation that has answered a trial search."""

    def __init__(self, calls: Calls, watch: "Watch | None") -> None:
        self.calls = calls
        self._watch = watch

    def answer(self, line: bytes) -> bytes:
        """The reply to one request line. Raises IndexDamaged."""
        if self._watch and self._watch.damage:
            raise self._watch.damage
        return self.calls.answer(line)


class Watch:
    """Compares a generation with its checksums, in a thread of its own."""

    def __init__(self, settings: IndexSettings, info: GenerationInfo) -> None:
        self.damage: IndexDamaged | None = None
        threading.Thread(target=self._look, args=(settings, info), name="checksums", daemon=True).start()

    def _look(self, settings: IndexSettings, info: GenerationInfo) -> None:
        if files := damaged_files(settings, info):
            self.damage = damage(info, files)


def opened_calls(
    settings: IndexSettings, embedder: Embedder, publication: Publication, info: GenerationInfo
) -> Calls:
    """A generation opened and tried. Raises IndexDamaged where it cannot be searched."""
    generation = Generation.open(settings, info)
    with _closing_on_error(generation, info):
        calls = Calls(settings, publication, generation, embedder)
        calls.search(WARM_UP)
        return calls


@contextmanager
def _closing_on_error(generation: Generation, info: GenerationInfo) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        generation.close()
        if isinstance(error, FootnoteError):
            raise
        log.exception("The trial search in generation %s failed.", info.id)
        raise IndexDamaged(
            f"Generation {info.id} cannot be searched ({type(error).__name__}).",
            "Run `python -m index build`.",
        ) from error


def _survives(generation: str) -> bool:
    """Whether a process that opens the generation and searches it comes to its end."""
    command = [sys.executable, "-m", "index.searching.worker", TRY, generation]
    try:
        tried = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=TRY_S, check=False)
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0
