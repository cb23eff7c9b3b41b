"""Used by judging: when two texts count as the same words. The rules are those of `evals/score.py`."""

import re
from collections.abc import Iterable
from typing import Protocol

# Signs of money and percent make another answer of a number; a full stop may stand within one.
_NO_WORD = re.compile(r"[^\w\s%$£€.]")


class Readable(Protocol):
    """A passage, as far as reading goes."""

    @property
    def title(self) -> str: ...

    @property
    def text(self) -> str: ...


def squeeze(text: str) -> str:
    """One space for any run of white space."""
    return " ".join(text.split())


def normalised(text: str) -> str:
    """Words in small letters without their punctuation, a space before, between and after."""
    words = _NO_WORD.sub(" ", text.lower()).split()
    return " ".join(["", *(word.strip(".") for word in words), ""])


def holds(text: str, answer: str) -> bool:
    """Whether the answer's words stand in the text, one after the other."""
    return normalised(answer) in normalised(text)


def first_characters(passages: Iterable[Readable], budget: int) -> str:
    """What a reader of that many characters has read, in rank order; the titles that are reached are free."""
    read: list[str] = []
    for passage in passages:
        if budget <= 0:
            break
        read += [passage.title, passage.text[:budget]]
        budget -= len(passage.text)
    return " \n ".join(read)
