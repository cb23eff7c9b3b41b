"""Before the search, without a language model: a follow-up question gets the words that it leaves out.

Modest rules: where a question points back ("he", "And in 2023?") it takes over names and subject of
the question before; where it stands on its own it stays as it is. A wrong guess would be searched for
in full trust, so what is not plainly a follow-up is none.
"""

import re
from collections.abc import Sequence

from bot.answering.types import Turn
from index.words import STOP_WORDS, Token, fold, tokens

REMEMBERED = 3  # turns; what was said before them is seldom what is meant
# "What did he say?" leaves one word of its own, "And in 2023?" one, "Who won?" one.
FEW_WORDS = 1

_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_POINTING = _PERSON | frozenset(
    ["it", "its", "itself", "they", "them", "their", "theirs", "themselves", "there"]
)
_NEAR = re.compile(r"^(?:and|but|so|also|or)\b|^(?:what|how)\s+about\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:(?:and|but|so|also|or)\b[,\s]*)?(?:(?:what|how)\s+about\b)?\s*", re.IGNORECASE)
# "it" that points at nothing said before: "Is it true that …", "How long does it take to …".
_EMPTY_IT = re.compile(r"\bit\s+(?:true|take|cost|possible|safe|legal|rain|snow)\b|\bthere\s+(?:is|are|was|were|be|any)\b"
                       r"|\b(?:is|are|was|were)\s+there\b", re.IGNORECASE)  # fmt: skip
_ASKING = frozenset(["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
_YEAR_OR_SO = re.compile(
    r"\b(?:in|on|during|since|until|before|after|by)\s+(?:\w+\s+)?(?:\w+\s+)?(?:1[5-9]|20)\d\d\b"
)


def recent(conversation: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns that a follow-up may mean."""
    return tuple(conversation[-REMEMBERED:])


def stand_alone(question: str, conversation: Sequence[Turn]) -> str:
    """Return the question with what it takes over from the last turn; unchanged where that is nothing."""
    if not conversation:
        return question
    last = conversation[-1]
    words = tokens(question)
    if _is_elliptical(question, words):
        return _continue(question, last)
    if not _names(question, words) and _points_back(question, words):
        carried = _subject(last)
        return f"{question.rstrip(' ?')} ({carried})?" if carried else question
    return question


def _is_elliptical(question: str, words: Sequence[Token]) -> bool:
    """Whether it is no whole question: "And in 2023?", "What about Oslo?", "Why?"."""
    own = [word for word in words if not word.stop]
    if _NEAR.search(question):
        return len(own) <= FEW_WORDS + 2 and not _has_verb_frame(question)
    return not own and any(fold(word.text) in _ASKING for word in words) and not _points_back(question, words)


def _has_verb_frame(question: str) -> bool:
    """Whether a question word and an auxiliary stand together: "And who did he meet?" is whole."""
    rest = _OPENING.sub("", question, count=1)
    return bool(
        re.match(
            r"(?:who|whom|what|which|when|where|why|how)\b.*\b(?:is|are|was|were|do|does|did|has|have|had|"
            r"will|would|can|could)\b",
            rest,
            re.IGNORECASE,
        )
    )


def _continue(question: str, last: Turn) -> str:
    """The last question, asked again with what is new; a new time takes the old one's place."""
    new = _OPENING.sub("", question, count=1).strip(" ?")
    before = last.question.rstrip(" ?")
    if not new:
        return last.question
    if _YEAR_OR_SO.search(new):
        before = " ".join(_YEAR_OR_SO.sub(" ", before).split())
    if fold(new) in _ASKING:  # "Why?": asked of the same thing
        return f"{new[0].upper()}{new[1:]}: {before}?"
    return f"{before} {new}?"


def _points_back(question: str, words: Sequence[Token]) -> bool:
    if _EMPTY_IT.search(question):
        return any(fold(word.text) in _PERSON for word in words)
    return any(fold(word.text) in _POINTING for word in words)


def _subject(last: Turn) -> str:
    """The names of the last question; where it has none, those of its answer's first statement."""
    if names := _names(last.question, tokens(last.question)):
        return names
    for statement in last.statements[:1]:
        if names := _names(statement, tokens(statement)):
            return names
    # Without names, what the question was about.
    return " ".join(word.text for word in tokens(last.question) if not word.stop)


def _names(text: str, words: Sequence[Token]) -> str:
    """Runs of capitalised words, the one that opens the text left out where it is a common word."""
    found: list[str] = []
    end = -1
    for position, word in enumerate(words):
        capital = word.text[0].isupper() and fold(word.text) not in STOP_WORDS
        opens = position == 0 and word.text[1:] == word.text[1:].lower()
        if not capital or (opens and not _goes_on(words, position)):
            continue
        if found and text[end : word.start].strip(" ") == "" and end >= 0:
            found[-1] = f"{found[-1]} {word.text}"
        else:
            found.append(word.text)
        end = word.end
    return ", ".join(dict.fromkeys(found))


def _goes_on(words: Sequence[Token], position: int) -> bool:
    """Whether the next word is a name too, as in "Ilse Varga said …"."""
    following = words[position + 1 : position + 2]
    return any(word.text[0].isupper() for word in following)
