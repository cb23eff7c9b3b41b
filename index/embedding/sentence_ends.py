"""Used by chunking: where sentences end, so that no quote is a fragment ("M.", "am 7.", "II.").

sentencex finds the ends by rules for some 300 languages. Its list of abbreviations is short where a full
stop does most else (French, Polish, German ordinals), so every full stop is judged once more, here: by
the word before it (`abbreviations`), and by what follows. A small letter or a number goes on; a word that
begins sentences ("The", "Der", "Он") begins one, also after an initial or "etc."; where neither says
anything, sentencex is believed.
"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from index.article import Span
from index.embedding.abbreviations import MONTHS, ORDINALS_BEFORE_CAPITALS, abbreviations_of

# sentencex takes time with the square of a paragraph's length where its quotes are never closed: 64,000
# characters take a second, in pieces of 4,000 a twentieth of that. Paragraphs of people have less.
_LONGEST_PIECE = 4_000
_SHORTEST_SENTENCE = 4  # characters; what has no more says nothing by itself: "ET.", "II.", "No."

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
# Where sentencex may have missed an end: a full stop before a capital.
_STOP = re.compile(r"\.[)\]\"”’»]?[^\S\n]+(?=[\"“„«(¿¡]?[^\W\d_a-z])")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[IVXLCDM]{1,7}|[^\W\d_])[.)\]]{1,2}")
_TERMINATORS = ".?!…。！？"
_CLOSING_MARKS = "\"”’»)]'“"
_BRACKETS_AND_QUOTES = tuple('"“„«([¿¡‘')
_OPENING_MARKS = "\"“„«([¿¡‘'*–—- "
_ROMAN = re.compile(r"[IVXLCDM]{1,9}\b")
_WORD = re.compile(r"[^\W\d_]+")
# What begins small and is a name: an address, "iPhone", "eBay".
_SMALL_NAME = re.compile(r"[^\W\d_]{1,10}://|[\w-]{1,40}\.\w|[^\W\d_A-Z]{1,20}[A-Z]")
_VOWEL = re.compile(r"[aeiouyäöüåæøáàâãéèêëíìîïóòôõúùûýąęěůаеёиоуыэюяіїє]", re.IGNORECASE)
_LONGEST_UNKNOWN = 4  # letters of a word before a small letter that is taken for an abbreviation
_LETTER = re.compile(r"[^\W\d_]\.")  # the next part of "d. C."
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.")
# Also parts of names ("J. De Vries"): after an initial they say nothing.
_PARTICLES = ("de", "la", "le", "van", "di", "da", "du", "el")
_AFTER_THE_HOUR = re.compile(r"(?:[A-Z]{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LONGEST_ENUMERATOR = 26
_LONGEST_INITIALS = 8  # "J. K. R."
_LONGEST_TOKEN = 60  # characters that are looked at before a full stop, and behind it
_LOOK_AHEAD = 60
_SMALL_STARTS = re.compile(r"[^\W\d_]{4}[.!?]\s+(?:([^\W\d_A-Z])|[^\W\d_])")
_MOST_SMALL_STARTS = 0.2
_FEWEST_SMALL_STARTS = 3


def sentences(text: str, language: str = "en") -> Iterator[Span]:
    """The sentences of a text, without the white space around them. None runs over an empty line."""
    rules = _Rules(text, language)
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.start(), paragraph.start() + len(paragraph.group().rstrip())
        yield from rules.sentences(start, end)


class _Rules:
    """The rules of one language, for one text."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._words = abbreviations_of(language)
        self._ordinals = language in ORDINALS_BEFORE_CAPITALS
        starts = [match[1] is not None and match[1].islower() for match in _SMALL_STARTS.finditer(text)]
        # In a text that begins its sentences small, a small letter says nothing.
        self._uses_case = sum(starts) <= max(_FEWEST_SMALL_STARTS - 1, _MOST_SMALL_STARTS * len(starts))

    def sentences(self, start: int, end: int) -> Iterator[Span]:
        """Those of one paragraph, the stretch from `start` to `end`."""
        spans: list[Span] = []
        for cut, found in self._cuts(start, end):
            stop = self._before(start, cut)
            if not self._is_fragment(start, stop) and self._ends(start, stop, cut, found):
                spans.append(Span(start, stop))
                start = cut
        if spans and self._is_fragment(start, end):
            start = spans.pop().start
        spans.append(Span(start, end))
        return iter(spans)

    def _cuts(self, start: int, end: int) -> list[tuple[int, bool]]:
        """Where sentences may begin within a paragraph, in order, and whether sentencex says so."""
        cuts = {match.end(): False for match in _STOP.finditer(self._text, start, end)}
        while start < end:
            piece_end = min(end, start + _LONGEST_PIECE)
            if piece_end < end:
                gap = self._text.rfind(" ", start, piece_end)
                piece_end = gap + 1 if gap > start else piece_end
            for boundary in get_sentence_boundaries(self._language, self._text[start:piece_end]):
                cut = start + boundary["end_index"]
                cuts[cut] = cut < piece_end or self._text[self._before(start, cut) - 1] in _TERMINATORS
            start = piece_end
        cuts.pop(end, None)
        return sorted(cuts.items())

    def _before(self, start: int, cut: int) -> int:
        while cut > start and self._text[cut - 1].isspace():
            cut -= 1
        return cut

    def _is_fragment(self, start: int, stop: int) -> bool:
        """Whether a stretch is too short to say anything. Four characters of Chinese may."""
        if stop - start > _SHORTEST_SENTENCE:
            return False
        return self._text[start:stop].isascii() or self._text[stop - 1 : stop] == "."

    def _ends(self, start: int, stop: int, cut: int, found: bool) -> bool:
        """Whether the sentence from `start` to `stop` ends there, the next beginning at `cut`."""
        verdict = self._verdict(start, stop, cut)
        return found if verdict is None else verdict

    def _verdict(self, start: int, stop: int, cut: int) -> bool | None:
        text = self._text
        last = text[stop - 1]
        if stop - start <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(text, start, stop):
            return False
        following = _Following(text[cut : cut + _LOOK_AHEAD], self._words.starters)
        goes_on = following.is_small and self._uses_case
        if last == ".":
            return self._after_stop(start, stop, following, goes_on, spaced=stop < cut)
        if last in _CLOSING_MARKS:  # “Really?” she asked.
            return False if goes_on else None
        if last in "?!":  # Yahoo! said
            word = text[max(start, stop - _LONGEST_TOKEN) : stop].split()[-1]
            return False if goes_on and word[:1].isupper() and len(word) < stop - start else None
        if last == "…":
            return False if goes_on else None
        # Without any mark sentencex ends one only above an item of a list: "b) …" is one, "(± 5 m) …" is not.
        near = text[max(start, stop - _LONGEST_TOKEN) : stop]
        return False if near.rfind("(") > near.rfind(")") else None

    def _after_stop(
        self, start: int, stop: int, following: "_Following", goes_on: bool, *, spaced: bool
    ) -> bool | None:
        """The verdict on a full stop, by the word before it and what follows."""
        before, token = _last_words(self._text[max(start, stop - _LONGEST_TOKEN) : stop - 1])
        if not token or token.endswith("."):  # an ellipsis
            return False if goes_on else None
        if not spaced:
            in_one_word = len(token.rsplit("-", 1)[-1]) == 1 or not following.word[:1].isupper()
            return False if (in_one_word and not following.is_marked) or following.is_letter else None
        if token.isdigit():
            begins = stop - start <= len(before) + len(token) + 2
            return self._after_number(token, "" if begins else before, following)
        return self._after_word(start, stop, before, token, following, goes_on)

    def _after_word(
        self, start: int, stop: int, before: str, token: str, following: "_Following", goes_on: bool
    ) -> bool | None:
        kind = self._kind(before, token, following)
        if kind in ("leading", "numbered"):
            return False
        if kind == "closing" and token.endswith("m") and _AFTER_THE_HOUR.match(following.text):
            return False
        if len(token) == 1 and token.isalpha() and kind != "closing":
            return self._after_letter(start, stop, token, before, following)
        if kind == "closing" or "." in token:
            return False if following.is_small else following.is_starter or None
        is_short = len(token) <= _LONGEST_UNKNOWN or not _VOWEL.search(token)
        return False if goes_on and is_short else None

    def _kind(self, before: str, token: str, following: "_Following") -> str | None:
        """Of which kind of abbreviation a word is. After a number it closes: "5 min. 30 people"."""
        names = {token, token.lower(), token.lower().rsplit("-", 1)[-1]}
        if _INITIAL.fullmatch(before):  # "z. B", "d. C", "т. е"
            names |= {f"{before}{token}", f"{before}{token}".lower()}
        after_number = before[-1:].isdigit() or _ROMAN.fullmatch(before) is not None
        if not after_number and following.is_number and names & self._words.numbered:
            return "numbered"
        if names & self._words.closing:
            return "closing"
        return "leading" if not after_number and names & self._words.leading else None

    def _after_number(self, number: str, before: str, following: "_Following") -> bool | None:
        if following.is_small or (len(number) <= 2 and following.word.lower() in MONTHS):
            return False
        goes_before_capitals = self._ordinals and len(number) <= 2 and following.word[:1].isupper()
        in_mid_sentence = not before or before[-1] in ",." or before.islower()
        return False if goes_before_capitals and in_mid_sentence and not following.is_starter else None

    def _after_letter(
        self, start: int, stop: int, letter: str, before: str, following: "_Following"
    ) -> bool | None:
        """The verdict on a letter with a full stop: an initial, a part of an abbreviation, or "Plan B."."""
        if following.is_small:
            return False
        if letter.islower() and following.is_letter:
            return False
        if before[-1:].isdigit():  # a unit
            return following.is_starter or None
        if letter.islower():
            if following.is_starter or following.is_number:
                return following.is_starter
            return None if _INITIAL.fullmatch(before) or _ROMAN.fullmatch(before) else False
        only_initials = not before or (_INITIAL.fullmatch(before) and stop - start <= _LONGEST_INITIALS)
        if only_initials:
            return False
        if following.is_starter:
            return None if following.word.lower() in _PARTICLES else True
        if following.is_number or (_ROMAN.fullmatch(letter) and before[:1].isupper()):
            return None
        return False


class _Following:
    """What stands behind a full stop."""

    def __init__(self, text: str, starters: frozenset[str]) -> None:
        self.text = text.lstrip(_OPENING_MARKS)
        self.is_marked = text[:1] in _BRACKETS_AND_QUOTES
        word = _WORD.match(self.text)
        self.word = word[0] if word else ""
        # "ª" goes on as well, in "12.ª"
        self.is_small = self.word[:1].islower() and not _SMALL_NAME.match(self.text)
        self.is_number = self.text[:1].isdigit() or bool(_ROMAN.match(self.text))
        self.is_letter = _LETTER.match(self.text) is not None
        behind = self.text[len(self.word) : len(self.word) + 1]
        self.is_starter = (
            self.word[:1].isupper() and self.word.lower() in starters and behind not in (".", "-")
        )


def _last_words(text: str) -> tuple[str, str]:
    """The last two words of a text, "" where there are none, without brackets and quotes before them."""
    words = [word.lstrip(_OPENING_MARKS) for word in text.rsplit(None, 2)[-2:]]
    return (words[0], words[1]) if len(words) == 2 else ("", words[0] if words else "")
