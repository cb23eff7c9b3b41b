"""Used by the Markdown reader: what stands above the text, in YAML between `---` or TOML between `+++`."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

_LONGEST = 64_000  # characters; a dozen short values need a few hundred
_MOST_ENTRIES = 100  # of front matter that is read entry by entry, which takes longer
_MOST_DOTS = 100  # in a line; tomllib takes 12 s for a key of 31,000 parts
# A line that begins an entry, whatever its value is: of "title: Phase two: the quay" YAML has no idea.
_YAML_ENTRY = re.compile(r"[\"']?([A-Za-z][\w-]{0,40})[\"']?[ \t]*:(.*)")
_TOML_ENTRY = re.compile(r"[\"']?([A-Za-z][\w-]{0,40})[\"']?[ \t]*=(.*)")
_ITEM = re.compile(r"\A[ \t]++-[ \t]++(.*)")
# What generators of sites call what we know by another name.
_SAME_AS = {
    "pubdate": "date",
    "pub_date": "date",
    "publishdate": "date",
    "publish_date": "date",
    "date_published": "date",
    "datepublished": "date",
    "lastmod": "modified",
    "last_modified": "modified",
    "last_modified_at": "modified",
    "updated": "modified",
    "date_modified": "modified",
    "lang": "language",
    "canonical": "url",
    "canonical_url": "url",
    "canonicalurl": "url",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Its values by their names in lower case, the text below it, and what was wrong with it."""

    values: dict[str, Any]
    body: str
    fault: str | None = None


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text. One that opens and never closes is a horizontal rule."""
    for form in _FORMS:
        if not form.boundary.detect(text):
            continue
        try:
            matter, body = form.boundary.split(text)
        except ValueError:
            return FrontMatter({}, text)
        if len(matter) > _LONGEST:
            return FrontMatter({}, body, f"is longer than {_LONGEST:,} characters; indexed without it.")
        values, fault = _values(matter, form)
        return FrontMatter({_known(key): value for key, value in reversed(values.items())}, body, fault)
    return FrontMatter({}, text)


def _read_yaml(matter: str) -> Any:
    # All values as text, so that one impossible date does not cost the others. And not the loader in C, which
    # frontmatter takes by default: deep nesting kills it, and the whole process with it.
    return yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 (it makes no objects at all)


def _read_toml(matter: str) -> Any:
    if any(line.count(".") > _MOST_DOTS for line in matter.splitlines()):
        raise ValueError
    return {key: _as_text(value) for key, value in tomllib.loads(matter.replace("\r\n", "\n")).items()}


def _as_text(value: Any) -> Any:
    """TOML has kinds of values; a title may be a number all the same."""
    return value if isinstance(value, str | list | dict | date | datetime) else str(value)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write front matter: between which lines, how it is read as a whole, what begins an entry."""

    name: str
    boundary: BaseHandler
    read: Callable[[str], Any]
    entry: re.Pattern[str]


_FORMS = (
    _Form("YAML", BaseHandler(re.compile(r"^-{3,}\s*$", re.MULTILINE)), _read_yaml, _YAML_ENTRY),
    _Form("TOML", BaseHandler(re.compile(r"^\+{3,}\s*$", re.MULTILINE)), _read_toml, _TOML_ENTRY),
)
_FAULTS = (yaml.YAMLError, ValueError, TypeError)


def _values(matter: str, form: _Form) -> tuple[dict[str, Any], str | None]:
    try:
        given = form.read(matter)
    except RecursionError:
        return {}, f"is not {form.name} that can be read; indexed without it."
    except _FAULTS:
        return _entry_by_entry(matter, form)
    if given is None:
        return {}, None
    if not isinstance(given, dict):
        values, fault = _entry_by_entry(matter, form)
        return values, fault and "must be keys with values; indexed without it."
    return {str(key).lower(): value for key, value in given.items()}, None


def _known(key: str) -> str:
    return _SAME_AS.get(key, key)


def _entry_by_entry(matter: str, form: _Form) -> tuple[dict[str, Any], str | None]:
    """What can be read of front matter that as a whole cannot: a value that stops the reading is taken as
    the text that it is."""
    values: dict[str, Any] = {}
    fault = None
    for number, lines in _entries(matter, form.entry):
        if len(values) == _MOST_ENTRIES:
            break
        if found := form.entry.match(lines[0]):
            values[found[1].lower()] = _value(lines, found[2], form)
        elif fault is None:
            fault = f"line {number} is no key with a value; indexed without it."
    return values, fault


def _entries(matter: str, entry: re.Pattern[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines of each entry, and the number of the first in the file; what is indented belongs to the line
    above."""
    lines: list[str] = []
    begun = 0
    for number, line in enumerate(matter.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if lines and (line[0] in " \t-" or (line[0] in "]}" and not entry.match(line))):
            lines.append(line)
            continue
        if lines:
            yield begun, lines
        begun, lines = number, [line]
    if lines:
        yield begun, lines


def _value(lines: list[str], rest: str, form: _Form) -> Any:
    try:
        given = form.read("\n".join(lines))
    except (*_FAULTS, RecursionError):
        given = None
    if isinstance(given, dict) and len(given) == 1:
        return next(iter(given.values()))
    items = [_bare(found[1]) for line in lines[1:] if (found := _ITEM.match(line))]
    return items or _bare(" ".join([rest, *lines[1:]]))


def _bare(text: str) -> str:
    squeezed = " ".join(text.split())
    quoted = len(squeezed) > 1 and squeezed[0] == squeezed[-1] and squeezed[0] in "\"'"
    return squeezed[1:-1] if quoted else squeezed
