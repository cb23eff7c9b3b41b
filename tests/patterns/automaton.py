"""A pattern as a graph of the characters that it reads: which may come after which.

As Glushkov built it: a node for each place in the pattern that reads a character. Anchors and what looks
around read none, so the graph allows more than the pattern does. What is found on it is tried on the pattern.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.patterns.gathering import AnyPattern

_parser: Any = re._parser  # type: ignore[attr-defined]
START = 0  # the place before the pattern, where a search skips characters
_MANY = 40  # a repeat up to here is unfolded; one that goes on further is as good as endless
_UNFOLDED = 2
# Characters of every class that patterns tell apart.
_POOL = (
    "a\n 0_-.,:;!?\"'()[]{}<>/\\|@#$%&*+=~^`bzAZE19\t\r\x0b\x0c\0\x1b\x7f"
    "éßДдñ中あ٣²€£’‘“”«»…–—‐•·¿\u00a0\u00ad\u2009\u200b\u2028\u0301\u202f"
)


@dataclass(slots=True)
class Automaton:
    """`reads[n]` are the characters that node n reads, as bits of their numbers in `alphabet`; `after[n]`
    the nodes that may follow; `ends` those after which the pattern may be through."""

    alphabet: str
    reads: list[int] = field(default_factory=list)
    after: list[set[int]] = field(default_factory=list)
    ends: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Part:
    empty: bool
    first: set[int]
    last: set[int]


Reads = Callable[[str], bool]


def automaton_of(pattern: AnyPattern) -> Automaton:
    """The graph of a pattern."""
    tree = _parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if _is_bytes(pattern) else pattern.flags
    )
    return _Builder(pattern).build(tree)


def _is_bytes(pattern: AnyPattern) -> bool:
    return isinstance(pattern.pattern, bytes)


class _Builder:
    def __init__(self, pattern: AnyPattern) -> None:
        text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        pool = dict.fromkeys(_POOL + text + text.swapcase())
        if _is_bytes(pattern):
            pool = {char: None for char in pool if ord(char) < 256}
        self._flags = pattern.flags
        self._bytes = _is_bytes(pattern)
        self._pool = "".join(pool)
        self._sets: list[int] = [(1 << len(self._pool)) - 1]
        self._after: list[set[int]] = [{START}]

    def build(self, tree: Any) -> Automaton:
        part = self._sequence(tree, self._flags)
        self._after[START] |= part.first
        ends = part.last | ({START} if part.empty else set())
        return self._with_fewer_characters(ends)

    def _with_fewer_characters(self, ends: set[int]) -> Automaton:
        """One character for all that no node tells apart."""
        classes: dict[tuple[int, ...], str] = {}
        for number, char in enumerate(self._pool):
            classes.setdefault(tuple(reads >> number & 1 for reads in set(self._sets)), char)
        alphabet = "".join(classes.values())
        places = [self._pool.index(char) for char in alphabet]
        reads = [sum((each >> at & 1) << n for n, at in enumerate(places)) for each in self._sets]
        return Automaton(alphabet, reads, self._after, ends)

    def _node(self, reads: Reads) -> _Part:
        self._sets.append(sum(reads(char) << number for number, char in enumerate(self._pool)))
        self._after.append(set())
        node = len(self._sets) - 1
        return _Part(empty=False, first={node}, last={node})

    def _sequence(self, items: Iterable[Any], flags: int) -> _Part:
        whole = _Part(empty=True, first=set(), last=set())
        for operation, argument in items:
            whole = self._then(whole, self._one(str(operation), argument, flags))
        return whole

    def _then(self, one: _Part, two: _Part) -> _Part:
        for node in one.last:
            self._after[node] |= two.first
        return _Part(
            one.empty and two.empty,
            one.first | two.first if one.empty else one.first,
            one.last | two.last if two.empty else two.last,
        )

    def _one(self, operation: str, argument: Any, flags: int) -> _Part:
        nothing = _Part(empty=True, first=set(), last=set())
        match operation:
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                return self._node(self._reader(operation, argument, flags))
            case "SUBPATTERN":
                _, added, removed, below = argument
                return self._sequence(below, (flags | added) & ~removed)
            case "ATOMIC_GROUP":
                return self._sequence(argument, flags)
            case "BRANCH":
                return self._either([self._sequence(below, flags) for below in argument[1]])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, below = argument
                return self._repeat(int(least), int(most), below, flags)
            case "ASSERT" | "ASSERT_NOT" if argument[0] == 1:  # ahead: reads on, and nothing comes after it
                return _Part(empty=True, first=self._sequence(argument[1], flags).first, last=set())
            case "GROUPREF":
                return self._repeat(0, _MANY + 1, [("ANY", None)], flags)
            case "GROUPREF_EXISTS":
                parts = [self._sequence(below, flags) for below in argument[1:] if below]
                return self._either([*parts, nothing])
            case _:  # anchors, and what looks back
                return nothing

    def _either(self, parts: list[_Part]) -> _Part:
        return _Part(
            any(part.empty for part in parts),
            set().union(*(part.first for part in parts)),
            set().union(*(part.last for part in parts)),
        )

    def _repeat(self, least: int, most: int, below: Any, flags: int) -> _Part:
        whole = _Part(empty=True, first=set(), last=set())
        for _ in range(min(least, _UNFOLDED)):
            whole = self._then(whole, self._sequence(below, flags))
        if most > _MANY:
            loop = self._sequence(below, flags)
            for node in loop.last:
                self._after[node] |= loop.first
            return self._then(whole, _Part(empty=True, first=loop.first, last=loop.last))
        for _ in range(min(most - min(least, _UNFOLDED), _UNFOLDED)):
            once = self._sequence(below, flags)
            whole = self._then(whole, _Part(empty=True, first=once.first, last=once.last))
        return whole

    def _reader(self, operation: str, argument: Any, flags: int) -> Reads:
        """Whether a character is read, asked of the pattern's own engine."""
        items = {
            "LITERAL": [("LITERAL", argument)],
            "NOT_LITERAL": [("NEGATE", None), ("LITERAL", argument)],
            "ANY": [],
            "IN": argument,
        }[operation]
        if operation == "ANY":
            return lambda char: bool(flags & re.DOTALL) or char != "\n"
        negated = str(items[0][0]) == "NEGATE"
        wanted = [(str(kind), value) for kind, value in items if str(kind) != "NEGATE"]

        def reads(char: str) -> bool:
            forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
            found = any(
                self._is_in(form, kind, value) for form in forms if len(form) == 1 for kind, value in wanted
            )
            return found is not negated

        return reads

    def _is_in(self, char: str, kind: str, value: Any) -> bool:
        if kind == "LITERAL":
            return ord(char) == int(value)
        if kind == "RANGE":
            return int(value[0]) <= ord(char) <= int(value[1])
        name = str(value)  # CATEGORY_NOT_SPACE
        negated = "_NOT_" in name
        letter = {"SPACE": "s", "DIGIT": "d", "WORD": "w"}[name.rsplit("_", 1)[1]]
        ascii_only = re.ASCII if self._bytes else self._flags & re.ASCII
        return (re.fullmatch(rf"\{letter}", char, ascii_only) is not None) is not negated
