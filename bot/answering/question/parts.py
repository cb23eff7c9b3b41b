"""Before the search: "Who won, and when did it start?" is two questions in one.

Conservative: a split that is wrong tears a question apart, one that is missing costs little. So it
needs a question word behind the joint, and enough words on both sides.
"""

import re
from collections.abc import Sequence

from bot.answer import Turn
from bot.answering.question.followups import names_in, stand_alone
from index.words import stems

MOST_PARTS = 3
FEWEST_WORDS = 2  # of its own, as "start" and "race" in "When did it start (race)?"
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|many|much|old|far|tall)"
)
_ASKS = re.compile(rf"\b{_ASKING}\b", re.IGNORECASE)
_JOINT = re.compile(rf"(?<!\s)\s++(?:and|&)\s++(?:also\s++)?(?={_ASKING}\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=\?)\s+(?=\S)")
_BARE = re.compile(rf"^{_ASKING}\s*\??$", re.IGNORECASE)
_CLAUSE = re.compile(rf"^{_ASKING}\s+(?:\w+\s+)?{_AUXILIARY}\b|^(?:who|what|which)\s+\w+", re.IGNORECASE)
_OPENS_WITH_ASKING = re.compile(rf"^(?:(?:in|on|at|from|to|by|for)\s+)?{_ASKING}\b", re.IGNORECASE)


def split(question: str) -> tuple[str, ...]:
    """Return the question's parts, each to be searched for by itself; the question where it has one."""
    sentences = [one.strip() for one in _SENTENCE.split(question) if one.strip()]
    if len(sentences) > 1 and not all(_OPENS_WITH_ASKING.search(one) for one in sentences):
        return (question,)  # something is told first, and then asked about
    pieces = [piece for sentence in sentences for piece in _split_sentence(sentence)]
    if not 1 < len(pieces) <= MOST_PARTS:
        return (question,)
    names = names_in(question)
    parts = tuple(_complete(piece, pieces[0], names) for piece in pieces)
    # A part that says next to nothing of what it is about would find anything.
    return parts if all(len(stems(part)) >= FEWEST_WORDS for part in parts) else (question,)


def _split_sentence(sentence: str) -> list[str]:
    pieces = [piece.strip(" ,;?") for piece in _JOINT.split(sentence)]
    first, *others = pieces
    # A question word within the first: "What did she say about who paid and why?" is one question.
    nested = len(_ASKS.findall(first)) != 1 or not _OPENS_WITH_ASKING.search(first)
    if not others or nested or not stems(first):
        return [sentence]
    if not all(_BARE.match(one) or _CLAUSE.match(one) for one in others):
        return [sentence]
    return [f"{piece}?" for piece in pieces]


def _complete(piece: str, first: str, names: Sequence[str]) -> str:
    """A part with what it takes over from the others: "when?", "when did it start?"."""
    if _BARE.match(piece):
        asked = re.sub(rf"^{_ASKING}\s+", "", first.rstrip(" ?"), flags=re.IGNORECASE)
        return f"{piece.rstrip(' ?').capitalize()} {asked}?"
    piece = piece[0].upper() + piece[1:]
    if names_in(piece):
        return piece
    if names:
        return f"{piece.rstrip(' ?')} ({', '.join(names)})?"
    return piece if piece == first else stand_alone(piece, (Turn(first),))
