"""Part of the doctor: what may be wrong with an index."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One kind of thing that is wrong. Its words are in index/command_line/phrases.py."""

    MANIFEST_MISSING = "manifest missing"
    MANIFEST_DAMAGED = "manifest damaged"
    MANIFEST_NAMES_LOST = "manifest names a lost generation"
    NOTHING_WHOLE = "nothing whole"
    INFO_DAMAGED = "info damaged"
    FILE_CHANGED = "file changed"
    FILE_DAMAGED = "file damaged"
    CATALOG_DAMAGED = "catalog damaged"
    ARTICLES_DAMAGED = "articles damaged"
    CHUNKS_DAMAGED = "chunks damaged"
    OFFSETS_WRONG = "offsets wrong"
    COUNTS_DIFFER = "counts differ"
    KEPT_VECTORS_MISSING = "kept vectors missing"
    VECTOR_FILE_DAMAGED = "vector file damaged"
    VECTORS_UNREADABLE = "vectors unreadable"
    VECTORS_WRONG = "vectors wrong"
    VECTORS_EXTRA = "vectors extra"
    HISTORY_DAMAGED = "history damaged"
    KEYWORDS_WRONG = "keywords wrong"
    LEFTOVER = "leftover"
    OWNER_STALE = "owner stale"
    SERVER_AWAY = "server away"
    SERVER_ELSEWHERE = "server elsewhere"
    SOURCES_DAMAGED = "sources damaged"


# What these are about, can be embedded again.
OF_KEPT_VECTORS = frozenset({Fault.KEPT_VECTORS_MISSING, Fault.VECTOR_FILE_DAMAGED})
# Nothing that is there can make these right again: the generation is given up.
FATAL = OF_KEPT_VECTORS | {
    Fault.INFO_DAMAGED,
    Fault.CATALOG_DAMAGED,
    Fault.ARTICLES_DAMAGED,
    Fault.CHUNKS_DAMAGED,
    Fault.OFFSETS_WRONG,
    Fault.COUNTS_DIFFER,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: with which generation, None for what belongs to none; `detail` names a file or
    gives a reason, `count` says how many chunks or articles it is about."""

    fault: Fault
    generation: str | None = None
    detail: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and everything that is wrong with it."""

    generations: tuple[str, ...]
    chunks: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What was found, what of it was mended, and what is still wrong afterwards."""

    found: tuple[Finding, ...]
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
