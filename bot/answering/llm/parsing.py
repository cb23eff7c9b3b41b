"""From a model's words, as they stream in, to statements with keys and supporting words.

JSON objects are taken as soon as they are complete, wherever they stand. What is no JSON is read line
by line at the end: bullets, keys in brackets, words in quotation marks. Nothing is trusted here; it is
only read.
"""

import ast
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.answering.llm.prompts import NOT_IN_PASSAGES

MOST_CHARS = 40_000  # an answer takes some 3,000
_MOST_LEVELS = 8  # of objects in objects; an answer has three
LONGEST_STATEMENT = 4_000  # characters; what is longer than a statement may be is taken apart later
_TEXTS = ("text", "statement", "sentence", "claim", "answer")
_SUPPORTS = ("support", "supports", "sources", "citations", "evidence", "quotes")
_KEYS = ("key", "source", "passage", "id", "citation")
_QUOTES = ("quote", "words", "text", "supporting_words", "support", "evidence")
_THINKING = re.compile(r"<think(?:ing)?>", re.IGNORECASE)
_LONGEST_MARK = len("</thinking>")
_THOUGHT = re.compile(r"</think(?:ing)?>", re.IGNORECASE)
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")
_BULLET = re.compile(r"^\s*(?:[-*•>]+|\d{1,2}[.)])\s+")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Support:
    """A passage's key and the words in it, both as the model gave them; no words where it gave none."""

    key: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as the model gave it; `part` is from 0."""

    text: str
    supports: tuple[Support, ...]
    part: int = 0


class AnswerParser:
    """Feed it pieces; it gives statements as they are completed. `finish` gives what is left."""

    def __init__(self, keys: Collection[str]) -> None:
        """keys: those that were given out, for finding them in running text."""
        self._keys = keys
        self._text = ""
        self._at = 0
        self._open: list[tuple[int, int]] = []  # where it began, and how many levels it has so far
        self._thought: int | None = None  # where one began that goes on
        self._in_string = False
        self._escaped = False
        self._found = 0
        self._last_object = 0  # where the last complete statement ended

    @property
    def overflowed(self) -> bool:
        """Whether it says more than any answer needs."""
        return len(self._text) > MOST_CHARS

    @property
    def not_there(self) -> bool:
        """Whether the model says that the passages do not hold the answer."""
        said = re.search(r"['\"]?not_in_passages['\"]?\s*:\s*true", self._text, re.IGNORECASE)
        return not self._found and bool(said or NOT_IN_PASSAGES in self._text)

    @property
    def broken_off(self) -> bool:
        """Whether something was begun that did not come to its end."""
        return bool(self._open) and "{" in self._text[self._last_object :]

    def feed(self, piece: str) -> list[Said]:
        """Take in the next words; returns the statements that they complete."""
        before = len(self._text)
        self._text += piece[: MOST_CHARS + 1 - before]
        if self._thinks(max(0, before - _LONGEST_MARK)):
            return []
        return [said for candidate in self._complete_objects() if (said := self._read(candidate))]

    def finish(self) -> list[Said]:
        """The answer is over: read as lines what was no JSON."""
        if self._found or self.not_there:
            return []
        return list(self._lines())

    def _thinks(self, new: int) -> bool:
        """Blank out thoughts that are over; whether one goes on. `new`: where what came last begins."""
        while begun := _THINKING.search(self._text, new if self._thought is None else self._thought):
            ended = _THOUGHT.search(self._text, max(begun.end(), new))
            if not ended:
                self._thought = begun.start()
                self._at = max(self._at, self._thought)
                return True
            blank = " " * (ended.end() - begun.start())
            self._text = f"{self._text[: begun.start()]}{blank}{self._text[ended.end() :]}"
            self._thought, new = None, ended.end()
        return False

    def _complete_objects(self) -> Iterator[str]:
        """Each object whose closing brace has come in, the inner before the outer."""
        while self._at < len(self._text):
            letter = self._text[self._at]
            self._at += 1
            if self._in_string:
                if self._escaped:
                    self._escaped = False
                elif letter == "\\":
                    self._escaped = True
                elif letter == '"':
                    self._in_string = False
            elif letter == '"' and self._open:
                self._in_string = True
            elif letter == "{":
                self._open.append((self._at - 1, 1))
            elif letter == "}" and self._open:
                yield from self._closed()

    def _closed(self) -> Iterator[str]:
        """The object that ends here, unless it has more levels than any answer."""
        start, levels = self._open.pop()
        if self._open:
            outer, below = self._open[-1]
            self._open[-1] = outer, max(below, levels + 1)
        if levels <= _MOST_LEVELS:
            yield self._text[start : self._at]

    def _read(self, candidate: str) -> Said | None:
        fields = _as_object(candidate)
        supports = _supports(fields)
        text = _first(fields, _TEXTS)
        # An inner object with a key and words is a support, not a statement.
        if not text or not supports or len(text) > LONGEST_STATEMENT:
            return None
        part = fields.get("part", 1)
        self._found += 1
        self._last_object = self._at
        return Said(text, supports, max(0, part - 1) if isinstance(part, int) else 0)

    def _lines(self) -> Iterator[Said]:
        begun = _THINKING.search(self._text)  # a thought without its end is not an answer
        for line in self._text[: begun.start() if begun else None].splitlines():
            if "{" in line or "}" in line:  # JSON that is broken beyond reading
                continue
            keys = [key for key in self._keys if _names(line, key)]
            if not keys:
                continue
            first = min(line.index(key) for key in keys)
            quotes = ["".join(found.groups("")) for found in _QUOTED.finditer(line[first:])]
            text = _BULLET.sub("", line[:first]).strip(" \t*_`[](){}:|-–—\"'")
            if not text:  # the key first, as a list has it
                text = _QUOTED.sub("", line[first + len(keys[0]) :]).strip(" \t*_`[](){}:|-–—\"'")
            if text and len(text) <= LONGEST_STATEMENT:
                yield Said(text, tuple(Support(key, quote) for key in keys for quote in quotes or [""]))


def read_list(text: str, name: str) -> list[str]:
    """The texts of a JSON object's list of this name, wherever it stands; none where there is none."""
    text = _without_thoughts(text)
    first, last = text.find("{"), text.rfind("}")
    values = _as_object(text[first : last + 1]).get(name) if 0 <= first < last else None
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _without_thoughts(text: str) -> str:
    """The text with blanks in place of what a model thought before it spoke; a thought without end stays."""
    pieces: list[str] = []
    done = 0
    while (begun := _THINKING.search(text, done)) and (ended := _THOUGHT.search(text, begun.end())):
        pieces += text[done : begun.start()], " " * (ended.end() - begun.start())
        done = ended.end()
    return "".join((*pieces, text[done:]))


def _names(line: str, key: str) -> bool:
    """Whether a key stands in a line, and not within a word."""
    at = line.find(key)
    while at >= 0:
        around = line[max(0, at - 1) : at] + line[at + len(key) : at + len(key) + 1]
        if not any("a" <= char <= "z" for char in around):
            return True
        at = line.find(key, at + 1)
    return False


def _as_object(candidate: str) -> dict[str, object]:
    """The object, where it is JSON or nearly so: line breaks in texts, commas too many, single quotes."""
    for repaired in (candidate, _TRAILING_COMMA.sub("", candidate)):
        try:
            value = json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else {}
    try:
        value = ast.literal_eval(candidate)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return {}
    return value if isinstance(value, dict) else {}


def _supports(fields: dict[str, object]) -> tuple[Support, ...]:
    given = next((fields[name] for name in _SUPPORTS if name in fields), None)
    if given is None and "quote" in fields:  # key and words beside the statement
        given = fields
    items = given if isinstance(given, list) else [given]
    return tuple(support for item in items if (support := _support(item)))


def _support(item: object) -> Support | None:
    if isinstance(item, str):
        return Support(item.strip(" []")) if item.strip(" []") else None
    if not isinstance(item, dict):
        return None
    key = _first(item, _KEYS)
    return Support(key.strip(" []"), _first(item, _QUOTES)) if key else None


def _first(fields: dict[str, object], names: Collection[str]) -> str:
    return next((value.strip() for name in names if isinstance(value := fields.get(name), str)), "")
