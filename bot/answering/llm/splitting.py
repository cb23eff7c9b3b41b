"""Before verification: a model's statement that is too long to be one is taken apart at its sentences.

Each part must stand by itself, so that it reads the same where the part before it falls; what cannot be
taken apart so is dropped. Each part keeps the quotes that share words with it, the nearest first.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.answer import Citation
from bot.answering.english.lexicon import PRONOUNS
from bot.answering.english.spelling import ends_sentence
from bot.answering.verification import LONGEST_STATEMENT, MOST_QUOTED
from index.words import fold, tokens

# How a sentence opens that leans on the one before it; pronouns too.
_LEANING_WORDS = """this that these those his its their her both such and but so then also however therefore
    meanwhile instead otherwise still yet thus hence moreover furthermore additionally"""
_LEANING = frozenset(_LEANING_WORDS.split())
_MOST_READ = 40  # quotes of one statement; no honest one has so many


def split(text: str) -> tuple[str, ...]:
    """Return the statement as it is if it is short enough, else its parts; none of those is too long."""
    if len(text) <= LONGEST_STATEMENT:
        return (text,)
    parts: list[str] = []
    for sentence in _sentences(text):
        first = next((fold(word.text) for word in tokens(sentence)), "")
        if parts and (first in _LEANING or first in PRONOUNS):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return tuple(part for part in parts if len(part) <= LONGEST_STATEMENT)


def nearest(text: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return of a long list of quotes those that share most words with the text, in the list's order.

    They are as many as the verifier reads for one statement. A short list is returned as it is.
    """
    if sum(len(citation.quote) for citation in citations) <= MOST_QUOTED:
        return tuple(citations)
    own = _stems(text)
    shared = {citation: len(own & _stems(citation.quote)) for citation in citations[:_MOST_READ]}
    room = MOST_QUOTED
    kept: set[Citation] = set()
    for citation in sorted(shared, key=lambda each: -shared[each]):
        if shared[citation] and len(citation.quote) <= room:
            kept.add(citation)
            room -= len(citation.quote)
    return tuple(citation for citation in citations if citation in kept)


def _stems(text: str) -> set[str]:
    return {word.stem for word in tokens(text) if not word.stop}


def _sentences(text: str) -> Iterator[str]:
    begun = 0
    words = tokens(text)
    for before, word in pairwise(words):
        between = text[before.end : word.start]
        if ends_sentence(between, before.text):
            end = before.end + next(at for at, letter in enumerate(between) if letter.isspace())
            yield text[begun:end].strip()
            begun = end
    yield text[begun:].strip()
