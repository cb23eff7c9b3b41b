"""Used by a build after cleaning: which language a text is in, where its source does not say.

py3langid tells, by the letters that follow on each other. Its model takes 0.6 s and 80 MB, so it is loaded
with the first text that needs it and let go with the build's reading; plain English needs none. A text that
is short or of several languages stays unknown: a wrong language does more harm than none.
"""

from collections import Counter
from typing import Any

# Of 198 texts each of XQuAD and 378 of PIAF, cut to 100 letters: 5 of 774 wrong; whole: none, and 5 unknown.
_FEWEST_LETTERS = 50
_LEAST_SURE = 0.7
# Where a text is looked at: up to four windows, spread over it.
_WINDOW = 300
_MOST_WINDOWS = 4
# These four make 14 % of the words of English prose and few of another language's. A text of which every
# quarter has them this often is English: so are 96 % of news-dev and 80 % of XQuAD's English paragraphs, and
# no German, Spanish or French one of XQuAD and PIAF (swept 2 to 6 %).
_ENGLISH = (" the ", " of ", " and ", " to ")
_SHARE_OF_ENGLISH = 0.05


class LanguageDetector:
    """Tells languages; holds the model once it was needed."""

    def __init__(self) -> None:
        self._model: Any = None  # py3langid has no types

    def detect(self, text: str) -> str | None:
        """The language of most of a text (ISO 639-1), None where that is in doubt."""
        if len(text) >= _WINDOW and _is_plain_english(text):
            return "en"
        windows = _windows(text)
        if sum(letter.isalpha() for window in windows for letter in window) < _FEWEST_LETTERS:
            return None
        if _is_plain_english(text):
            return "en"
        found = Counter(language for window in windows if (language := self._of_window(window)))
        language, times = found.most_common(1)[0] if found else (None, 0)
        return language if 3 * times >= 2 * len(windows) else None

    def _of_window(self, text: str) -> str | None:
        if self._model is None:
            from py3langid.langid import MODEL_FILE, LanguageIdentifier

            self._model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        language, sureness = self._model.classify(text)
        # Three letters: a language without a code of two, or what is none.
        return str(language) if sureness >= _LEAST_SURE and len(language) == 2 else None


def _windows(text: str) -> list[str]:
    count = max(1, min(_MOST_WINDOWS, round(len(text) / _WINDOW)))
    step = (len(text) - _WINDOW) / (count - 1) if count > 1 else 0
    starts = [round(number * step) for number in range(count)]
    return [text[start : start + _WINDOW] for start in starts]


def _is_plain_english(text: str) -> bool:
    length = -(-len(text) // max(1, min(_MOST_WINDOWS, 2 * len(text) // _WINDOW)))
    quarters = (text[start : start + length] for start in range(0, len(text), length))
    fit = [
        sum(map(quarter.count, _ENGLISH)) >= _SHARE_OF_ENGLISH * quarter.count(" ") > 0
        for quarter in quarters
    ]
    return 4 * sum(fit) >= 3 * len(fit)  # one may be a list of names
