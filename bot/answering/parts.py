"""Before the search: "Who won, and when did it start?" is two questions in one.

Conservative: a split that is wrong tears a question apart, one that is missing costs little. So it
needs a question word behind the joint, and enough words on both sides.
"""

import re

from bot.answering.followups import stand_alone
from bot.answering.types import Turn
from index.words import stems

MOST_PARTS = 3
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|many|much|old|far|tall)"
)
_JOINT = re.compile(rf"\s*[,;]?\s+(?:and|&)\s+(?:also\s+)?(?={_ASKING}\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=\?)\s+(?=\S)")
_WHOLE = re.compile(rf"^{_ASKING}\b.*\w", re.IGNORECASE)
_BARE = re.compile(rf"^{_ASKING}\s*\??$", re.IGNORECASE)
_CLAUSE = re.compile(rf"^{_ASKING}\s+(?:\w+\s+)?{_AUXILIARY}\b|^(?:who|what|which)\s+\w+", re.IGNORECASE)
# "Do you know who won and when they did": the joint stands within one thing that is asked about.
_OPENS_WITH_ASKING = re.compile(rf"^(?:(?:in|on|at|from|to|by|for)\s+)?{_ASKING}\b", re.IGNORECASE)


def split(question: str) -> tuple[str, ...]:
    """Return the question's parts, each to be searched for by itself; the question where it has one."""
    sentences = [one.strip() for one in _SENTENCE.split(question) if one.strip()]
    if len(sentences) > 1 and not all(_OPENS_WITH_ASKING.search(one) for one in sentences):
        return (question,)  # something is told first, and then asked about
    pieces = [piece for sentence in sentences for piece in _split_sentence(sentence)]
    if not 1 < len(pieces) <= MOST_PARTS:
        return (question,)
    return (pieces[0], *(_complete(piece, pieces[0]) for piece in pieces[1:]))


def _split_sentence(sentence: str) -> list[str]:
    if not _OPENS_WITH_ASKING.search(sentence):
        return [sentence]
    pieces = [piece.strip(" ,;") for piece in _JOINT.split(sentence)]
    first, *others = pieces
    if not others or not stems(first) or not all(_BARE.match(one) or _CLAUSE.match(one) for one in others):
        return [sentence]
    return [f"{piece.rstrip(' ?')}?" for piece in pieces]


def _complete(piece: str, first: str) -> str:
    """A later part with what it takes over from the first: "when?", "when did it start?"."""
    if _BARE.match(piece):
        asked = re.sub(rf"^{_ASKING}\s+", "", first.rstrip(" ?"), flags=re.IGNORECASE)
        return f"{piece.rstrip(' ?').capitalize()} {asked}?"
    return stand_alone(piece[0].upper() + piece[1:], (Turn(first),))
