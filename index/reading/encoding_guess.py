"""Used by `decoding`: the text of bytes in one of the encodings before UTF-8, told by its language, or None.

A language shows itself by its commonest words, and is written with letters of its own. Of the encodings that
its texts came in, the right one gives words of that language's letters (or, in a name from elsewhere, of
another's that came in the same encoding), and nothing where it never stands, such as a "±" in mid-word. Where
that holds of two readings that differ, the one with fewer foreign letters is right, and else none is.
"""

import itertools
import re
from collections import Counter
from functools import lru_cache

from index.reading.written_languages import LANGUAGES, WrittenLanguage

_SAMPLE_BYTES = 100_000  # of the start, and as much again of lines with bytes that are not ASCII
_FEWEST_HITS = 3
_LEAST_SHARE = 0.06  # of a text's words that are among a language's commonest: Finnish prose has 0.12
_LEAST_SHARE_OF_SIGNS = 0.2  # the same where words are single signs
_SHARE_OF_BEST = 0.6  # a language with fewer than this of the best one's share is not meant
_SHARE_FOREIGN = 0.125  # of the letters that are not ASCII: names from elsewhere

_TAG = re.compile(rb"<[^<>]{0,2000}>")
_UNREAD = tuple((re.compile(b"(?i)<" + tag), re.compile(b"(?i)</" + tag)) for tag in (b"script", b"style"))
_PIECE = re.compile(rb"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[^\w\s\x00-\x7f]|[\x80-\x9f]")
# What Unicode counts among the letters and is no letter of a word: ordinals, the sign of a millionth.
_NO_LETTERS = str.maketrans("ªºµƒˆ", "°°°¤¤")
# Where a sign may stand: in mid-word, right behind one, right before one, apart from any.
_WITHIN = "’‘´·\u00ad–—…\u00a0"
_BEHIND = "’‘·\u00ad–—…\u00a0“”«»‹›•™®©"
_BEFORE = "’‘·–—…\u00a0“”„‚«»‹›¿¡•№"
_APART = _BEHIND + _BEFORE + "´°±²³¹¼½¾×÷†‡‰¢§£€¥¶"


def guess_text(data: bytes) -> str | None:
    """The text; None where its encoding is in doubt, or its language none that is known here."""
    sample = _sample(data)
    readings = [
        (share, language, encoding)
        for encoding, languages in _by_encoding().items()
        if (text := _decoded(sample, encoding)) is not None
        for share, language in _languages_of(text, languages)
    ]
    best = max((share for share, _, _ in readings), default=0.0)
    readings = [reading for reading in readings if reading[0] >= _SHARE_OF_BEST * best]
    pieces = (
        Counter(piece[0] for piece in _PIECE.finditer(data) if not piece[0].isascii()) if readings else {}
    )
    joined = b"\n".join(pieces)
    found: dict[str, tuple[int, str]] = {}  # by what the pieces read as
    for _, language, encoding in readings:
        if (text := _decoded(joined, encoding)) is None:
            continue
        counted = dict(zip(text.split("\n"), pieces.values(), strict=True))
        foreign = 0 if language.by_letter else _foreign_letters(counted, language, encoding)
        if foreign is not None:
            found[text] = min((foreign, encoding), found.get(text, (foreign, encoding)))
    likeliest = sorted(found.values())[:2]
    if not likeliest or (len(likeliest) == 2 and likeliest[0][0] == likeliest[1][0]):
        return None
    return _decoded(data, likeliest[0][1])


@lru_cache(maxsize=1)
def _by_encoding() -> dict[str, list[WrittenLanguage]]:
    names = dict.fromkeys(name for language in LANGUAGES for name in language.encodings)
    return {name: [each for each in LANGUAGES if name in each.encodings] for name in names}


def _sample(data: bytes) -> bytes:
    """Prose of the text: its start and lines that are not ASCII, without tags and scripts of a page."""
    telling = b"\n".join(line for line in data[_SAMPLE_BYTES:].split(b"\n") if not line.isascii())
    sample = data[:_SAMPLE_BYTES] + b"\n" + telling[:_SAMPLE_BYTES]
    for begun, ended in _UNREAD:
        begin, *parts = begun.split(sample)
        sample = begin + b" ".join(ended.split(part, maxsplit=1)[-1] for part in parts)
    return _TAG.sub(b" ", sample)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _languages_of(text: str, languages: list[WrittenLanguage]) -> list[tuple[float, WrittenLanguage]]:
    """Those of the languages that the text may be in, with the share of their commonest words."""
    words = Counter(_WORD.findall(text.lower()))
    signs = Counter(sign for sign in text if sign.isalpha())
    found = []
    for language in languages:
        counted = signs if language.by_letter else words
        hits = sum(counted[word] for word in language.words)
        share = hits / max(1, counted.total())
        least = _LEAST_SHARE_OF_SIGNS if language.by_letter else _LEAST_SHARE
        if hits >= _FEWEST_HITS and share >= least:
            found.append((share, language))
    return found


def _foreign_letters(pieces: dict[str, int], language: WrittenLanguage, encoding: str) -> int | None:
    """How many of the letters are not of the language; None where this cannot be a text of it.

    pieces: those parts of the text, without white space, that are not ASCII, and how often each is there.
    """
    words: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for piece, times in pieces.items():
        text = piece.translate(_NO_LETTERS)
        for sign in _SIGN.finditer(text):
            if not _stands_well(text, sign.start()):
                return None
            marks[sign[0]] += times
        for word in _WORD.findall(text):
            words[word] += 0 if word.isascii() else times
    opened, closed = marks["“"] + marks["„"], marks["”"]
    if closed > 1.1 * opened and (opened or closed % 2):  # in some languages one mark opens and closes
        return None
    letters = foreign = 0
    for word, times in words.items():
        own = sum(not letter.isascii() for letter in word)
        letters += own * times
        if not _fits(word, language):
            foreign += own * times
            if len(word) == 1 or not any(_fits(word, other) for other in _by_encoding()[encoding]):
                return None
    # An English text's foreign letters are all of names and loans.
    return None if language.letters and foreign > _SHARE_FOREIGN * letters else foreign


def _stands_well(text: str, at: int) -> bool:
    sign, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if (sign in "²³" and before == "m") or (sign == "°" and before in ("n", "N")):
        return True
    if before.isalpha() and behind.isalpha():
        return sign in _WITHIN
    if before.isalpha():
        return sign in _BEHIND
    if behind.isalpha():
        return sign in _BEFORE or (sign == "°" and before.isdigit()) or (sign == "©" and behind.isupper())
    return sign in _APART


def _fits(word: str, language: WrittenLanguage) -> bool:
    """Whether a word may be one of the language by its letters, and by where it has capitals."""
    small = word.lower()
    if not all(letter.isascii() or letter in language.letters for letter in small):
        return False
    if language.never and language.never.search(small):
        return False
    return not any(
        one.islower() and two.isupper() and not (one.isascii() and two.isascii())
        for one, two in itertools.pairwise(word)
    )
