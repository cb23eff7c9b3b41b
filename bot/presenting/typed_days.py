"""Used by the faces: a day as a person writes it in their language, for `since` and `until`."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from babel import Locale

from bot.messages import DEFAULT_LOCALE

# Besides the names that CLDR has, as they are typed: English "Sept".
_MORE_MONTHS = {"en": {"sept": 9}}
# Days before today, by the words for them.
_NEAR = {
    "en": {"today": 0, "yesterday": 1},
    "de": {"heute": 0, "gestern": 1, "vorgestern": 2},
    "es-ES": {"hoy": 0, "ayer": 1, "anteayer": 2},
    "fr": {"aujourd'hui": 0, "hier": 1, "avant-hier": 2},
    "pt-BR": {"hoje": 0, "ontem": 1, "anteontem": 2},
    "uk": {"сьогодні": 0, "вчора": 1, "учора": 1, "позавчора": 2},
}
# Languages that write 5/2/2026 with the day first throughout; who writes English may mean either.
_DAY_FIRST = frozenset({"de", "es-ES", "fr", "pt-BR", "uk"})

_OF = r"(?:of |de |del |d')?"
_YEAR = r"(\d{4})(?: ?(?:р\.?|року))?"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|-?го)?"
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?: ?(?:р\.?|року))?")
_DAY_MONTH = re.compile(rf"(\d{{1,2}}){_ORDINAL}\.? {_OF}([^\W\d_]+)\.?,? {_OF}{_YEAR}")
_MONTH_DAY = re.compile(r"\A([^\W\d_]++)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH = re.compile(rf"\A([^\W\d_]++)\.?,? {_OF}{_YEAR}")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: ?(?:р\.?|року))?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


class NotADay(ValueError):
    """The text names no day; with `ambiguous` it could be two."""

    def __init__(self, text: str, *, ambiguous: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.ambiguous = ambiguous


def read_day(text: str, today: date, *, last: bool = False, locale: str = DEFAULT_LOCALE) -> date:
    """The day that `text` names. Of a month or a year the first day, or with `last` the last one.

    Reads 2026-05-02, 02.05.2026, 2 May 2026, May 2, 2026, May 2026, 2026, today and yesterday; names in
    English and in the language of `locale`. Raises NotADay, in English also for 5/2/2026, which some read as
    May and others as February; in the other languages the day comes first.
    """
    words = " ".join(text.lower().replace("’", "'").split())
    for language in (locale, DEFAULT_LOCALE):
        if words in _NEAR[language]:
            return today - timedelta(days=_NEAR[language][words])
    year, month, day = _numbers(words, text, locale)
    try:
        if day is not None:
            return date(year, month or 1, day)
        if month is not None:
            return date(year, month, monthrange(year, month)[1] if last else 1)
        return date(year, 12, 31) if last else date(year, 1, 1)
    except ValueError:
        raise NotADay(text) from None


def _numbers(words: str, text: str, locale: str) -> tuple[int, int | None, int | None]:
    """Year, month and day, as far as they are given."""
    if found := _ISO.fullmatch(words):
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if found := _DAY_MONTH.fullmatch(words):
        return int(found[3]), _month(found[2], text, locale), int(found[1])
    if found := _MONTH_DAY.fullmatch(words):
        return int(found[3]), _month(found[1], text, locale), int(found[2])
    if found := _MONTH.fullmatch(words):
        return int(found[2]), _month(found[1], text, locale), None
    if found := _DOTTED.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHED.fullmatch(words):
        return _slashed(int(found[1]), int(found[2]), int(found[3]), text, locale)
    raise NotADay(text)


def _slashed(first: int, second: int, year: int, text: str, locale: str) -> tuple[int, int, int]:
    if first > 12:
        return year, second, first
    if second > 12:
        return year, first, second
    if locale not in _DAY_FIRST and first != second:
        raise NotADay(text, ambiguous=True)
    return year, second, first


def _month(name: str, text: str, locale: str) -> int:
    folded = _folded(name)
    number = _months(locale).get(folded) or _months(DEFAULT_LOCALE).get(folded)
    if number is None:
        raise NotADay(text)
    return number


@cache
def _months(locale: str) -> dict[str, int]:
    """A language's months by their names, whole and short, alone and within a date, without accents."""
    forms = Locale.parse(locale, sep="-").months
    names = {
        _folded(name): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in forms[context][width].items()
    }
    return names | _MORE_MONTHS.get(locale, {})


def _folded(name: str) -> str:
    """Lower case without accents and full stops, for who types “marco” for “março”."""
    parts = unicodedata.normalize("NFKD", name.lower().rstrip("."))
    return "".join(part for part in parts if not unicodedata.combining(part))
