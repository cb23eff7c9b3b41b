"""From a model's supporting words to the place where they stand in the passage.

Tolerant of white space, quotation marks, dashes and case, of nothing else. What is cited are the whole
sentences around the words: half a sentence can say the reverse of the whole.
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.answer import Citation
from bot.answering.composing import poses_as_instruction
from index.passage import Passage
from index.words import tokens

LONGEST_QUOTE = 700
_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„‟«»″‹›<>\"‘’‚‛′`´'", "'"), **dict.fromkeys("‐‑‒–—―−", "-"),
     "❴": "{", "❵": "}", "⁅": "[", "＃": "#", "：": ":", "＝": "="}
)  # fmt: skip
_GAP = re.compile(r"(?:\[\s*+)?(?:\.\.\.|…)(?:\s*+\])?")
_EDGES = " \t\r\n'\"“”„‘’«»"


def locate(words: str, passage: Passage) -> tuple[Citation, ...]:
    """Return where the words stand, one citation a stretch ("… " leaves something out); none if nowhere."""
    citations = []
    for stretch in _GAP.split(words):
        stretch = stretch.strip().strip(_EDGES)
        if not stretch:
            continue
        span = _find(stretch, passage.text)
        if span is None:
            return ()
        start, end = _whole_sentences(passage.start + span[0], passage.start + span[1], passage)
        citations.append(_cite(passage, start, end))
    found = tuple(dict.fromkeys(citations))
    return () if any(_is_unfit(citation, passage) for citation in found) else found


def best_support(text: str, passage: Passage) -> tuple[Citation, ...]:
    """Where a model names a passage but no words: the sentence that shares most words with the statement."""
    own = {word.stem for word in tokens(text) if not word.stop}
    best, most = None, 0
    for sentence in passage.sentences:
        held = tokens(passage.text[sentence.start - passage.start : sentence.end - passage.start])
        shared = len(own & {word.stem for word in held if not word.stop})
        if shared > most:
            best, most = sentence, shared
    if best is None or 2 * most < len(own):
        return ()
    citation = _cite(passage, best.start, best.end)
    return () if _is_unfit(citation, passage) else (citation,)


def _find(words: str, text: str) -> tuple[int, int] | None:
    """The stretch of the text that is these words; offsets into the text."""
    plain, places = _plain(text)
    wanted, _ = _plain(words)
    wanted = wanted.strip()
    at = plain.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        # Not from within a word: "41 metres" does not stand in "141 metres".
        if not (_joined(plain, at) or _joined(plain, end)):
            return places[at], places[end - 1] + 1
        at = plain.find(wanted, at + 1)
    return None


def _joined(plain: str, at: int) -> bool:
    """Whether a word, or a number with its separators, runs across this place."""
    if not 0 < at < len(plain):
        return False
    before, behind = plain[at - 1], plain[at]
    if before.isalnum() and behind.isalnum():
        return True
    around = plain[max(0, at - 2) : at + 2]
    return bool(re.search(r"\d[.,]\d", around))


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in one spelling, and for each of its characters where it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf"):
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        for folded in letter.translate(_ALIKE).casefold():
            letters.append(folded)
            places.append(place)
    return "".join(letters), places


def _whole_sentences(start: int, end: int, passage: Passage) -> tuple[int, int]:
    """The stretch widened to the sentences that it touches, where they do not run across a cut."""
    for sentence in passage.sentences:
        if sentence.start < end and start < sentence.end:
            low, high = min(start, sentence.start), max(end, sentence.end)
            if not any(low < cut < high for cut in passage.cuts):
                start, end = low, high
    return start, end


def _cite(passage: Passage, start: int, end: int) -> Citation:
    quote = passage.text[start - passage.start : end - passage.start]
    over = next((one.heading for one in passage.sentences if start < one.end), None)
    return Citation(0, passage.article.id, quote, start, end, caption=passage.caption, heading=over)


def _is_unfit(citation: Citation, passage: Passage) -> bool:
    """Whether a quote may not support anything: too long to check, across a cut, or posing."""
    return (
        len(citation.quote) > LONGEST_QUOTE
        or any(citation.start < cut < citation.end for cut in passage.cuts)
        or any(poses_as_instruction(sentence) for sentence in _around(citation, passage))
    )


def _around(citation: Citation, passage: Passage) -> Iterator[str]:
    """The quote's paragraphs and the sentence before, which may announce what is planted."""
    low, high = citation.start - passage.start, citation.end - passage.start
    begin = passage.text.rfind("\n", 0, low) + 1
    end = passage.text.find("\n", high)
    yield passage.text[begin : end if end >= 0 else None]
    before = [sentence for sentence in passage.sentences if sentence.end <= citation.start]
    if before:
        last = before[-1]
        yield passage.text[last.start - passage.start : last.end - passage.start]
