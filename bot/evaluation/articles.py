"""Beside the questions of an evaluation: the articles' own words, against which quotes are held.

Read apart from the index and from cleaning, so that a fault in either cannot vouch for itself.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.evaluation.questions import unreadable
from bot.evaluation.wording import squeeze
from index.article import RawArticle
from index.reading import read_folder


@dataclass(frozen=True, slots=True)
class SourceText:
    """An article as its source has it: the title, and title and text with white space squeezed."""

    title: str
    words: str


def read_sources(path: Path) -> dict[str, SourceText]:
    """The articles of a .jsonl(.gz) file or of a folder, by id; what cannot be read the build reports.

    Raises ArticleError where the file itself cannot be read.
    """
    try:
        found = _from_folder(path) if path.is_dir() or not _is_json_lines(path) else _from_json_lines(path)
        return {id_: SourceText(title, squeeze(f"{title} {text}")) for id_, title, text in found}
    except (OSError, UnicodeDecodeError, EOFError, zlib.error) as error:
        raise unreadable(path, error) from error


def digest_of(path: Path, *others: bytes) -> str:
    """Changes whenever the file does, any file of the folder, or one of the other things.

    Raises OSError where the file is missing.
    """
    if path.is_dir():
        digest = hashlib.sha256()
        for file in sorted(file for file in path.rglob("*") if file.is_file()):
            name = file.relative_to(path).as_posix().encode("utf-8", "surrogateescape")
            digest.update(name + b"\0" + bytes.fromhex(digest_of(file)))
    else:
        with path.open("rb") as data:
            digest = hashlib.file_digest(data, hashlib.sha256)
    for other in others:
        digest.update(other)
    return digest.hexdigest()


def _is_json_lines(path: Path) -> bool:
    return path.name.lower().endswith((".jsonl", ".jsonl.gz"))


def _from_json_lines(path: Path) -> Iterator[tuple[str, str, str]]:
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig") as lines:
        for line in lines:
            try:
                fields = json.loads(line)
            except ValueError:
                continue
            if isinstance(fields, dict) and isinstance(fields.get("text"), str):
                yield str(fields.get("id")), str(fields.get("title") or ""), fields["text"]


def _from_folder(path: Path) -> Iterator[tuple[str, str, str]]:
    for found in read_folder(path):
        if isinstance(found, RawArticle):
            yield found.id, found.title or "", "\n".join((found.text, *found.captions))
