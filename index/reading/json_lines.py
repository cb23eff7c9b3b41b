"""Reads .jsonl and .jsonl.gz: an article a line, with id, url, title, text, authors and date."""

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.decoding import printable
from index.reading.fields import LONGEST_ID, make_article
from index.report import Problem

LONGEST_LINE_BYTES = 20_000_000  # three times the longest novel
# A few kilobytes of gzip can hold terabytes of zeros. A collection beyond 2 GB of text is some
# million chunks, more than one file should bring.
LARGEST_TOTAL_BYTES = 2_000_000_000
MOST_PROBLEMS = 100  # of one file: whoever mends it needs a few, not a million


def read_json_lines(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """Give the articles line by line; a line that cannot be used is a problem, and the rest goes on."""
    problems = 0
    lines = 0
    for number, line in _lines(path):
        lines += 1
        for found in _read_line(line, number, source, today):
            if isinstance(found, Problem):
                problems += 1
                if problems > MOST_PROBLEMS:
                    continue
            yield found
    if problems > MOST_PROBLEMS:
        yield Problem(source, f"{problems - MOST_PROBLEMS:,} more problems of this kind are not listed.")
    if not lines:
        raise ArticleError("is empty.", "Remove it, or fill it.")


def _lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with its number; None for one that is too long."""
    total = 0
    number = 0
    with _open(path) as file:
        try:
            while line := file.readline(LONGEST_LINE_BYTES + 1):
                number += 1
                total += len(line)
                too_long = len(line) > LONGEST_LINE_BYTES
                while too_long and line and not line.endswith(b"\n"):
                    line = file.readline(LONGEST_LINE_BYTES)
                    total += len(line)
                    _refuse_over(total, number)
                _refuse_over(total, number)
                if too_long:
                    yield number, None
                elif line.strip():
                    yield number, line
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise ArticleError(f"is damaged gzip after line {number}.", "Fetch or pack it again.") from None


def _open(path: Path) -> BinaryIO:
    if path.name.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(path, "rb"))  # typeshed knows it by its own name
    return path.open("rb")


def _refuse_over(total: int, number: int) -> None:
    if total > LARGEST_TOTAL_BYTES:
        raise ArticleError(
            f"holds more than {LARGEST_TOTAL_BYTES / 1e9:.0f} GB; what follows line {number} was not read.",
            "Split it.",
        )


def _read_line(line: bytes | None, number: int, source: str, today: date) -> Iterator[RawArticle | Problem]:
    where = f"{source}, line {number}"
    try:
        record = _record(line, number)
        id_ = _id(record)
        text = record.get("text")
        if not isinstance(text, str) or not text.strip():
            raise ArticleError("has no text.", "Fill its key text.")
    except ArticleError as error:
        yield Problem(where, str(error))
        return
    article, faults = make_article(id_, f"{source}#{id_}", printable(text), record, today)
    yield from (Problem(where, fault) for fault in faults)
    yield article


def _record(line: bytes | None, number: int) -> dict[str, Any]:
    if line is None:
        raise ArticleError(f"is longer than {LONGEST_LINE_BYTES / 1e6:.0f} MB.", "Split its text.")
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        raise ArticleError("is not UTF-8.", "Save the file as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise ArticleError(f"is not JSON ({error.msg}, column {error.colno}).") from None
    except (ValueError, RecursionError):
        raise ArticleError("is not JSON that can be read (a number too long, or nested too deep).") from None
    if not isinstance(record, dict):
        raise ArticleError("is JSON, but not an object with keys.")
    return record


def _id(record: dict[str, Any]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise ArticleError("has no id.", "Fill its key id.")
    if len(value) > LONGEST_ID:
        raise ArticleError(f"has an id of more than {LONGEST_ID} characters.")
    return " ".join(printable(value).split())
