"""What a build says: progress while it works, and a report at its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a build, in order; fetching goes before one, and so does waiting for another's end."""

    WAITING = "waiting"
    FETCHING = "fetching"
    READING = "reading"
    CHUNKING = "chunking"
    EMBEDDING = "embedding"
    WRITING = "writing"
    CHECKING = "checking"
    PUBLISHING = "publishing"


@dataclass(frozen=True, slots=True)
class Builder:
    """Who builds, in which process, and since when."""

    by: str
    since: datetime
    pid: int


@dataclass(frozen=True, slots=True)
class BuildProgress:
    """How far a stage has come: `done` of `total`, in the stage's own units (pages, files, chunks). While it
    waits its turn, `builder` is who builds, None where that is not known."""

    stage: Stage
    done: int = 0
    total: int = 0
    builder: Builder | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A source that could not be read, or not wholly, and why.

    `retryable` where the next build may find it otherwise although nobody changed the source (a permission, a
    time limit); `stray` where no reader is for its kind, so that it may as well lie where it lies.
    """

    source: str
    reason: str
    retryable: bool = False
    stray: bool = False


def failures(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that somebody should mend: all but stray files."""
    return tuple(problem for problem in problems if not problem.stray)


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One article that a build adds, changes or removes."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ArticleCopy:
    """An article that was not indexed because it has the same text as another."""

    id: str
    copy_of: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, or, as a dry run, would do.

    `generation` is what was published, None where nothing was (a dry run, or nothing changed).
    `embedded` counts the chunks that went through the model, `reused` those whose vectors were
    taken from the last generation.
    """

    generation: str | None
    dry_run: bool
    started_at: datetime
    seconds: float
    by: str
    added: tuple[ArticleChange, ...] = ()
    changed: tuple[ArticleChange, ...] = ()
    removed: tuple[ArticleChange, ...] = ()
    unchanged: int = 0
    copies: tuple[ArticleCopy, ...] = ()
    problems: tuple[Problem, ...] = ()
    chunks: int = 0
    embedded: int = 0
    reused: int = 0
    tokens: int = 0

    @property
    def changes(self) -> int:
        """How many articles were added, changed or removed."""
        return len(self.added) + len(self.changed) + len(self.removed)


class SourceOutcome(StrEnum):
    """What became of a source that was to be added."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"  # somebody took it out before, and no person asks for it now


@dataclass(frozen=True, slots=True)
class AddedSource:
    """A source that is in the articles folder now. `source` is as it was given (a path or an address), `file`
    where it is, relative to that folder; `articles` counts what it holds; `title` as far as it is stated."""

    source: str
    outcome: SourceOutcome
    file: str
    articles: int = 1
    title: str | None = None


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the sources that were to be added. `build` is None where there was nothing to build."""

    added: tuple[AddedSource, ...]
    problems: tuple[Problem, ...]
    build: BuildReport | None


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What the pages that people added by their addresses hold by now. `gone` are those that their sites have
    taken down: their articles stay until somebody removes them."""

    changed: tuple[AddedSource, ...]
    unchanged: int
    gone: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    build: BuildReport | None


@dataclass(frozen=True, slots=True)
class RemovedSource:
    """An article whose file was moved out of the articles folder, and where it is now."""

    id: str
    file: str
    moved_to: str


@dataclass(frozen=True, slots=True)
class RemoveReport:
    """What became of the articles that were to be removed."""

    removed: tuple[RemovedSource, ...]
    problems: tuple[Problem, ...]
    build: BuildReport | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed since the last generation."""

    added: tuple[ArticleChange, ...]
    changed: tuple[ArticleChange, ...]
    removed: tuple[ArticleChange, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is published: for `status` commands and freshness lines."""

    generation: str
    published_at: datetime
    published_by: str
    articles: int
    chunks: int
    newest_article: date | None
    embedding_model: str
    size_bytes: int
    publishers: tuple[str, ...] = ()  # most articles first
    problems: tuple[Problem, ...] = ()  # what the build could not read
