"""Used by folding and by answering: what sentences differ in that say nearly the same in the same words.

A reprint leaves words out, adds some, and writes others differently. Where it names another number, another
name, or denies what the other says, it is no reprint of that sentence, however alike the two are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.words import STOP_WORDS, Token, tokens

# Of the words of two sentences together, this many must be in both for the one to be a version of the other:
# "Passport: 62 crowns" and "Passport: 68 crowns" have two thirds.
SAME_WORDS = 0.6
_SIGNS = frozenset("$£€¥-−+")  # right before a number: part of it


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Without effect on what a sentence says, where they are added, left out or changed for one another.
_LIGHT = _words("a also an and her his its of that the their then they which who")
# Words that turn or narrow what a sentence says, in the languages of the bot and of their neighbours. Without
# diacritics, as index.words folds them.
DENYING = _words(
    """
    arent cannot cant couldnt didnt doesnt dont hadnt hardly hasnt havent isnt mustnt neither never no nobody
    none nor not nothing nowhere scarcely barely shant shouldnt wasnt werent without wont wouldnt
    kein keine keinem keinen keiner keines keinerlei nicht nichts nie niemals niemand ohne
    aucun aucune jamais ne ni pas personne rien sans jamas nada nadie ningun ninguna ninguno nunca sin tampoco
    nao nem nenhum nenhuma ninguem sem не ні ніколи немає без ніхто нічого
    non senza geen niet niets nooit zonder bez nic nigdy ej inga ingen inte aldrig utan ikke ingen aldri
    eivat ilman nikdy neni nejsou
    """
)
# Before a number: it is not stated outright.
LOOSENING = _words(
    "about above almost around below circa fewer least less more most nearly over roughly some than under up"
)
_NARROWING = LOOSENING | _words(
    """
    after against alleged allegedly all any before could every except few former formerly if may might only
    planned reportedly should unless until will would
    """
)
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
_RELATIVE_DAYS = _words("today yesterday tomorrow tonight")
_BESIDE_DAYS = _words("on last this late early the morning afternoon evening night")
_BYLINE = _words("by von par por de")
_LONGEST_HEAD = 12  # words of a byline or of a dateline


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: `key` in one spelling with its sign; `name` where it is written as one."""

    token: Token
    key: str
    name: bool

    @property
    def number(self) -> bool:
        return self.token.text[0].isdigit()

    @property
    def telling(self) -> bool:
        """Whether a sentence with it cannot be one without it: numbers, names, what denies and narrows."""
        return self.number or self.name or self.key in DENYING or self.key in _NARROWING


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one sentence, and those that stand in their place in the other; either may be none. `at` and
    `other_at` are the places of the first of them, or of what follows."""

    one: tuple[Word, ...]
    other: tuple[Word, ...]
    at: int
    other_at: int


def words_of(sentence: str) -> tuple[Word, ...]:
    """The words of one sentence. Its first is taken for no name, since any word is written so there."""
    found = []
    for place, token in enumerate(tokens(sentence)):
        before, behind = sentence[max(0, token.start - 1) : token.start], sentence[token.end : token.end + 2]
        digits = token.text[0].isdigit()
        sign = before if digits and before in _SIGNS and not _joins(sentence, token) else ""
        percent = "%" if digits and behind.lstrip()[:1] == "%" else ""
        named = place > 0 and token.text[0].isupper() and not token.stop
        found.append(Word(token, f"{sign}{token.stem}{percent}", named))
    return tuple(found)


def nearly_same(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one sentence could be a version of the other."""
    common = (Counter(word.key for word in one) & Counter(word.key for word in other)).total()
    return 2 * common >= SAME_WORDS * (len(one) + len(other)) > 0


def changes(one: Sequence[Word], other: Sequence[Word]) -> Iterator[Change]:
    """What has to be changed in one sentence for it to become the other, in order."""
    matcher = SequenceMatcher(None, [w.key for w in one], [w.key for w in other], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield Change(tuple(one[start:end]), tuple(other[other_start:other_end]), start, other_start)


def says_otherwise(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts, each as its sentences, differ in more than an editor's small changes.

    Sentences that only one has do not matter: the texts may be cut at other places, or one be shortened.
    Where a sentence stands in the place of another, it must say the same.
    """
    ours, theirs = _comparable(one), _comparable(other)
    keys = [tuple(word.key for word in words) for words in ours]
    other_keys = [tuple(word.key for word in words) for words in theirs]
    for kind, start, end, other_start, other_end in SequenceMatcher(
        None, keys, other_keys, autojunk=False
    ).get_opcodes():
        if kind == "replace":
            mine = [word for words in ours[start:end] for word in words]
            if not _small(mine, [word for words in theirs[other_start:other_end] for word in words]):
                return True
    return False


def _small(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether all that differs is words that were left out or added, and none of them tells."""
    return all(is_small(change) for change in changes(one, other))


def is_small(change: Change) -> bool:
    """Whether an editor could have made it without anything else being said."""
    ours = {word.key for word in change.one} - _LIGHT
    theirs = {word.key for word in change.other} - _LIGHT
    if not ours and not theirs:
        return True
    if _only_days(ours - _BESIDE_DAYS, theirs - _BESIDE_DAYS):
        return True
    added_or_left_out = not (ours and theirs)
    return added_or_left_out and not any(word.telling for word in (*change.one, *change.other))


def _only_days(ours: set[str], theirs: set[str]) -> bool:
    """A weekday for "yesterday", or with and without one; but no weekday for another."""
    if not ours | theirs or not ours | theirs <= WEEKDAYS | _RELATIVE_DAYS:
        return False
    return not (ours and theirs) or not (ours <= WEEKDAYS and theirs <= WEEKDAYS)


def _comparable(sentences: Sequence[str]) -> list[tuple[Word, ...]]:
    """The sentences' words, without bylines and datelines, which every paper writes as it likes."""
    found = []
    for sentence in sentences:
        words = words_of(sentence)
        if words and not _is_byline(words):
            found.append(words[_dateline(sentence, words) :])
    return found


def _is_byline(words: Sequence[Word]) -> bool:
    return (
        1 < len(words) <= _LONGEST_HEAD
        and words[0].key in _BYLINE
        and all(word.name or word.token.text in STOP_WORDS for word in words[1:])
    )


def _dateline(sentence: str, words: Sequence[Word]) -> int:
    """How many words the "SALLOW, 4 March (Wire) -" before a report has; 0 without one."""
    for place, word in enumerate(words[:_LONGEST_HEAD]):
        following = sentence[word.token.end : word.token.end + 4]
        if following.lstrip(").")[:3] in (" - ", " – ", " — ") or following.lstrip(").")[:1] == "—":
            head = sentence[: word.token.end + 1]
            shouts = words[0].token.text.isupper() and len(words[0].token.text) > 2
            dated = shouts or ("(" in head and head.endswith(")"))
            plain = all(w.number or w.token.text[0].isupper() for w in words[: place + 1])
            return place + 1 if dated and plain else 0
    return 0


def _joins(sentence: str, token: Token) -> bool:
    """Whether the sign before a word joins it to the one before: "2024-25"."""
    return token.start > 1 and not sentence[token.start - 2].isspace() and sentence[token.start - 1] in "-−"
