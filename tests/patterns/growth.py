"""Measures how a pattern's time grows with texts that were made to slow it down."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from tests.patterns.gathering import AnyPattern
from tests.patterns.pumping import Attack, attacks

# As the project uses them; `finditer` goes as `sub`, `findall` and `split` do.
WAYS: dict[str, Callable[[Any, Any], object]] = {
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "sub": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}
# The text of the first look. The fastest loops take half a nanosecond a character; gone through again from
# each of its characters, this one takes three times what is suspect. The slowest linear one takes a third.
SIZE = 16_000
SUSPECT_S = 0.02
# Of a text four times as long: 4 is linear, 16 quadratic.
MOST_TIMES = 8.0
_EXACT_S = 0.05  # the processor's clock may tick in hundredths of a second
_LONGEST_S = 0.4  # for one text


@dataclass(frozen=True, slots=True)
class Growth:
    """What an attack took in some way of using a pattern, with a text of `size` and one a quarter as long."""

    way: str
    attack: Attack
    size: int
    seconds: float
    times: float

    @property
    def is_linear(self) -> bool:
        """Whether it grows as the text does."""
        return self.times <= MOST_TIMES and self.seconds < _LONGEST_S


class TookTooLong(Exception):
    """The time was up."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the block after so many seconds of the processor: `re` looks for signals."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def suspects(pattern: AnyPattern, *, thorough: bool) -> Iterator[Growth]:
    """Each attack that takes suspiciously long, measured again. Unless `thorough`, fewer are tried."""
    for attack in attacks(pattern, thorough=thorough):
        for way in WAYS:
            if not thorough and way in ("search", "match"):
                continue  # both are a part of the others
            if _is_suspect(pattern, way, attack, SIZE):
                yield measure(pattern, way, attack, SIZE)
                break


def measure(pattern: AnyPattern, way: str, attack: Attack, size: int) -> Growth:
    """Seconds of the processor, and how they grew; as if endless where they are too many."""
    seconds = [_seconds_of(pattern, way, attack, each) for each in (size // 4, size)]
    if seconds[1] >= _LONGEST_S:
        return Growth(way, attack, size, _LONGEST_S, _LONGEST_S / max(seconds[0], 1e-9))
    return Growth(way, attack, size, seconds[1], seconds[1] / max(seconds[0], 1e-9))


def _text(pattern: AnyPattern, attack: Attack, size: int) -> str | bytes:
    text = attack.text(size)
    return text.encode("latin-1") if isinstance(pattern.pattern, bytes) else text


def _is_suspect(pattern: AnyPattern, way: str, attack: Attack, size: int) -> bool:
    """Whether it takes long twice, by the clock: once the machine may have been at something else."""
    text = _text(pattern, attack, size)
    for _ in range(2):
        begun = time.perf_counter()
        try:
            with at_most(_LONGEST_S):
                WAYS[way](pattern, text)
        except TookTooLong:
            return True
        if time.perf_counter() - begun <= SUSPECT_S:
            return False
    return True


def _seconds_of(pattern: AnyPattern, way: str, attack: Attack, size: int) -> float:
    """The best of three, each over as many rounds as the clock needs to be exact."""
    text = _text(pattern, attack, size)
    best = _LONGEST_S
    for _ in range(3):
        begun, rounds, took = time.process_time(), 0, 0.0
        try:
            with at_most(_LONGEST_S):
                while took < _EXACT_S:
                    WAYS[way](pattern, text)
                    rounds += 1
                    took = time.process_time() - begun
        except TookTooLong:
            return _LONGEST_S
        best = min(best, took / rounds)
    return best
