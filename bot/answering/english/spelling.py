"""First in verification: under which keys a word is compared, so that its forms and synonyms meet."""

import re
from functools import lru_cache

from bot.answering.english.lexicon import ABBREVIATIONS, PHRASES
from bot.answering.english.synonyms import IRREGULAR, SYNONYMS
from index.words import fold, stems

_PHRASES = [(hints.split(), re.compile(pattern, re.IGNORECASE), new) for hints, pattern, new in PHRASES]
# Endings of nouns made of verbs, verbs of nouns: "announcement", "election". Not "-er" and "-ee", which tell
# who did it to whom.
_ENDINGS = (
    "ement",
    "ment",
    "ation",
    "ition",
    "ion",
    "ance",
    "ence",
    "al",
    "ing",
    "ian",
    "an",
    "ic",
    "y",
    "e",
    "s",
)
_SHORTEST_ROOT = 5
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")


def plain_text(text: str) -> str:
    """Return the text with phrases of several words as one, see `lexicon.PHRASES`."""
    folded = text.lower()
    for hints, pattern, replacement in _PHRASES:
        # Looking for a few letters is ten times faster than the pattern, which nearly no text holds.
        if any(hint in folded for hint in hints):
            text = pattern.sub(replacement, text)
            folded = text.lower()
    return text


def ends_sentence(between: str, word_before: str) -> bool:
    """Whether a sentence ends in what stands between two words."""
    if not _SENTENCE_END.search(between):
        return False
    plain = fold(word_before).rstrip(".")
    dotted = between.startswith(".") and "\n" not in between
    return not (dotted and (plain in ABBREVIATIONS or len(plain) == 1 or "." in word_before[:-1]))


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The word's stem, of irregular forms the stem of the base form."""
    found = stems(word)
    stem = found[0] if len(found) == 1 else fold(word).replace("'", "")
    return _BASE_FORMS.get(fold(word), _BASE_FORMS.get(stem, stem))


@lru_cache(maxsize=50_000)
def keys_of(word: str) -> frozenset[str]:
    """Return all keys of a word: its stem, its root and its groups of synonyms."""
    stem = stem_of(word)
    keys = {stem, *_GROUPS.get(stem, ()), *_GROUPS.get("=" + fold(word), ())}
    for ending in _ENDINGS:
        root = stem.removesuffix(ending)
        if len(root) >= _SHORTEST_ROOT:
            keys.add("~" + root)
    if len(stem) >= _SHORTEST_ROOT:
        keys.add("~" + stem)
    return frozenset(keys)


def _read_irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for group in re.split(r"[|\n]", IRREGULAR.strip()):
        base, *others = group.split()
        base_stem = (stems(base) or [base])[0]
        for other in (base, *others):
            forms.setdefault(other, base_stem)
    return forms


_BASE_FORMS = _read_irregular()


def _read_synonyms() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for number, group in enumerate(re.split(r"[|\n]", SYNONYMS.strip())):
        for word in group.split():
            groups.setdefault(word if word.startswith("=") else stem_of(word), []).append(f"#{number}")
    return {stem: tuple(numbers) for stem, numbers in groups.items()}


_GROUPS = _read_synonyms()
