"""Before the search, without a language model: a follow-up question gets the words that it leaves out.

Modest rules: where a question points back ("he", "And in 2023?") it takes over names and subject of
the question before; where it stands on its own it stays as it is. A wrong guess would be searched for
in full trust, so what is not plainly a follow-up is none.
"""

import re
from collections.abc import Sequence

from bot.answer import Turn
from bot.answering.question.period import phrases
from index.words import Token, fold, tokens

REMEMBERED = 3  # turns; what was said before them is seldom what is meant
FEW_WORDS = 3  # of its own: "And in the spring of 2023?", "What about the old lamp?"

_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_POINTING = _PERSON | frozenset(
    ["it", "its", "itself", "they", "them", "their", "theirs", "themselves", "there"]
)
_NEAR = re.compile(r"^(?:and|but|so|also|or)\b|^(?:what|how)\s+about\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:(?:and|but|so|also|or)\b[,\s]*+)?(?:(?:what|how)\s+about\b)?\s*+", re.IGNORECASE)
# "it" that points at nothing said before: "Is it true that …", "How long does it take to …".
_EMPTY_IT = re.compile(
    r"\bit\s+(?:true|possible|safe|legal|rain|snow)\b|\bit\s+(?:take|cost)\b.{0,200}\bto\b"
    r"|\bthere\s+(?:is|are|was|were|be|any)\b|\b(?:is|are|was|were)\s+there\b",
    re.IGNORECASE,
)
_ASKING = frozenset(["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])


def recent(conversation: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns that a follow-up may mean."""
    return tuple(conversation[-REMEMBERED:])


def stand_alone(question: str, conversation: Sequence[Turn]) -> str:
    """Return the question with what it takes over from the last turn; unchanged where that is nothing."""
    if not conversation:
        return question
    last = conversation[-1]
    rest = _OPENING.sub("", question, count=1).strip(" ?")
    words = tokens(rest)
    if not words:
        return question
    if not any(not word.stop for word in words) and fold(words[0].text) in _ASKING:
        # "Why?", "And when was that?": asked of the same thing
        return f"{rest[0].upper()}{rest[1:]}: {last.question.rstrip(' ?')}?"
    if fold(words[0].text) in _ASKING or not _NEAR.search(question):
        if names_in(rest) or not _points_back(rest, words):
            return question
        carried = ", ".join(part for part in (_subject(last), *_times_taken_over(rest, last)) if part)
        return f"{question.rstrip(' ?')} ({carried})?" if carried else question
    if len([word for word in words if not word.stop]) > FEW_WORDS:
        return question
    return _continue(rest, last)


def _continue(new: str, last: Turn) -> str:
    """The last question, asked again of what is new; a new time takes the old one's place."""
    before = last.question.rstrip(" ?")
    if phrases(new):
        for start, end in reversed(phrases(before)):
            before = f"{before[:start]} {before[end:]}"
        return f"{' '.join(before.split())} {new}?"
    return f"{before} – {new}?"


def _times_taken_over(question: str, last: Turn) -> list[str]:
    """The times that the last question names, where this one names none."""
    return [] if phrases(question) else [last.question[start:end] for start, end in phrases(last.question)]


def _points_back(question: str, words: Sequence[Token]) -> bool:
    if _EMPTY_IT.search(question):
        return any(fold(word.text) in _PERSON for word in words)
    return any(fold(word.text) in _POINTING for word in words)


def _subject(last: Turn) -> str:
    """The names of the last question; where it has none, those of its answer's first statement."""
    for text in (last.question, *last.statements[:1]):
        if names := names_in(text):
            return ", ".join(names)
    # Without names, what the question was about.
    return " ".join(word.text for word in tokens(last.question) if not word.stop)


def names_in(text: str) -> list[str]:
    """Runs of capitalised words, the one that opens the text left out where it may be a common word.

    A time, as in "last May", is no name.
    """
    words = tokens(text)
    times = phrases(text)
    found: list[str] = []
    end = 0
    for position, word in enumerate(words):
        common = position == 0 and word.text[1:] == word.text[1:].lower()
        if not word.text[0].isupper() or word.stop or (common and not _goes_on(words)):
            continue
        if any(start <= word.start < stop for start, stop in times):
            continue
        if found and text[end : word.start] == " ":
            found[-1] = f"{found[-1]} {word.text}"
        else:
            found.append(word.text)
        end = word.end
    return list(dict.fromkeys(found))


def _goes_on(words: Sequence[Token]) -> bool:
    """Whether the second word is a name too, as in "Ilse Varga said …"."""
    return len(words) > 1 and words[1].text[0].isupper()
