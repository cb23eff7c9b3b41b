"""Used by the keyword index and by the answering code: how text becomes words that can be compared.

One way of reading words for both sides, so that what the keyword index matches is what an answer is
judged by. Spellings that mean the same become the same stem: case, diacritics ("Orbán" and "Orban"),
typographic and plain apostrophes, possessives, separators in numbers ("6,700" and "6700"), dotted
abbreviations ("U.S." and "US"), a unit written onto its number ("240mm" and "240 mm").
"""

import re
import threading
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import Stemmer

# What a question or a sentence is built with, not what it is about. Deliberately short: a word that
# BM25's own weighting already makes cheap ("said", "new", "year") does no harm where it stays, and
# titles are made of words like these. Question words stand here since articles seldom hold them.
_STOP_WORDS = """
    a about above after again against all also am an and any are aren arent as at be because been before
    being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont
    during each few for from had hadnt has hasnt have havent having he her here hers
    herself hes him himself his how however i id if im in into is isnt it itll its itself ive just let
    lets many me might more most much mustnt my myself no nor not of off on once only or other our ours
    ourselves out over own same shall shant she shes should shouldnt so some such tell than that thats the
    their theirs them themselves then there theres these they theyd theyll theyre theyve this those
    through to too under until up upon us very was wasnt we wed were werent weve what whats when
    where wheres which while who whom whos whose why will with wont would wouldnt you youd youll your
    youre yours yourself yourselves youve
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ʼ": "'"}
)

_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"  # scripts that are written without spaces
_SPACES = r"\u00a0\u2009\u202f"  # that stand between groups of digits
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # U.S., U.S.A, e.g.
    rf"|(?<![\d.,])\d{{1,3}}(?:[ {_SPACES}]\d{{3}})+(?![\d])(?:,\d+)?"  # 61 000
    rf"|\d+(?:[.,{_SPACES}]\d+)*(?:(?:st|nd|rd|th|s)\b)?"  # 6,700 · 3.4 · 24th · 1990s
    rf"|[{_UNSPACED}]"  # character by character
    rf"|[^\W\d_{_UNSPACED}](?:[^\W_{_UNSPACED}]|[\u0300-\u036f])*+"  # a word, G20, a letter and its mark
    r"(?:['’ʼ&](?:[^\W_]|[\u0300-\u036f])++)*+"  # O'Neill, Biden's, AT&T
)
_THOUSANDS = re.compile(rf"(?<=\d)[, {_SPACES}](?=\d{{3}}(?!\d))")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")  # one dot alone may be a decimal point

_ENGLISH = Stemmer.Stemmer("english")
_ENGLISH_IS_BUSY = threading.Lock()  # a stemmer keeps its word in a buffer of its own


class Token(NamedTuple):
    """A word of a text: `text` is `source[start:end]`; `stop` words carry their plain form as stem."""

    text: str
    start: int
    end: int
    stem: str
    stop: bool


def stems(text: str) -> list[str]:
    """Return the stems of the text's words in order, without stop words."""
    return [stem for stem, stop in map(_read_word, _WORD.findall(text)) if not stop]


def tokens(text: str) -> list[Token]:
    """Return every word of the text in order, stop words too, with offsets into it."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Token(word, *match.span(), *_read_word(word)))
    return found


def fold(word: str) -> str:
    """Lower-case a word, without diacritics, ligatures and compatibility forms of its letters."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LETTERS)


# A collection's words are few beside its tokens: 1,500 articles hold 1.6 million tokens and some
# 75,000 spellings, so nearly every call is answered from here.
@lru_cache(maxsize=200_000)
def _read_word(word: str) -> tuple[str, bool]:
    """Return the stem of one word and whether it is a stop word."""
    if word[0].isdigit():
        dotted = _DOTTED_THOUSANDS.fullmatch(word)
        return word.replace(".", "") if dotted else fold(_THOUSANDS.sub("", word)), False
    plain = fold(word).replace(".", "")
    plain = plain.removesuffix("'s").replace("'", "")
    if plain in STOP_WORDS:
        # The country is written in capitals, the pronoun only where everything is.
        return plain, not (plain == "us" and word.startswith(("US", "U.S")))
    with _ENGLISH_IS_BUSY:
        return str(_ENGLISH.stemWord(plain)), False
