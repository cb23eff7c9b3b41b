"""Used by cleaning: title, publisher, authors and date, where the text itself gives them."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from index.cleaning.blocks import Block
from index.reading.dates import parse_date

_LONGEST_TITLE = 200
_MOST_TITLE_WORDS = 35
_SHORTEST_CUT = 20  # characters of a title that goes on as "…"
_PICTURE_SOURCE = re.compile(
    r" ?\((?:Source|Photo|Photographer|Image|Picture|Credit)s?(?: credits?| by| courtesy(?: of)?)?:"
    r" [^()]{1,80}\)$"
)
_LONGEST_SOURCED = 300  # a longer block is a paragraph that gives its source
_SITE_NAME = re.compile(r"(?<!\s)\s++[|–—-]\s++[^|–—-]{1,40}+$")

_PUBLISHER = (
    re.compile(r"Read the original (?:article|story|post) (?:on|at|in) (?P<name>.{2,60}?)\.?"),
    re.compile(
        r"This (?:article|story|post|piece|column) (?:was )?(?:first|originally|previously) "
        r"(?:appeared|published|ran) "
        r"(?:on|in|at|by) (?P<name>[A-Z][\w&’' -]{1,60})(?:[.:].*)?"
    ),
    re.compile(r"\((?P<name>[A-Z][\w.& ]{1,30})\)\s?(?:--|—|–)\s?"),
    re.compile(
        r"(?:©|\(c\)|Copyright)(?: ?©)? ?\d{4},? (?P<name>[A-Z][\w&’' -]{1,50}?)"
        r"(?:,? (?:L\.P|Inc|Ltd|LLC|plc)\b.*)?\.?"
    ),
)

_PERSON = r"[A-Z][\w.’'-]+(?: (?:de|van|von|bin|al|[A-Z][\w.’'-]*)){1,3}"
_BYLINE = re.compile(
    rf"(?:By|BY) (?P<names>{_PERSON}(?:(?:, | and | & |, and ){_PERSON}){{0,5}})(?:,? (?:[A-Z][\w ]+))?"
)
_NAMES = re.compile(rf"\A{_PERSON}(?:(?:, | and | & |, and ){_PERSON})*")
_BYLINE_AMONG_FIRST = 5
_PUBLISHED = re.compile(
    r"\A(?:Published|Posted|First published|Updated|Last updated|Last modified)(?: on| at)?:? "
    r"(?P<date>.*\d{4}.*)",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """A text by which two that differ in case, quotes or spacing only are the same."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))


def without_picture_source(text: str) -> str:
    """`Title (Source: Agency)` → `Title`."""
    return _PICTURE_SOURCE.sub("", text)


def has_picture_source(block: Block) -> bool:
    """Whether a line names the source of its picture in brackets at the end."""
    short = len(block.text) <= _LONGEST_SOURCED and not block.is_bullet
    return short and _PICTURE_SOURCE.search(block.text) is not None


def find_title(blocks: list[Block]) -> str | None:
    """The title, as the first of the remaining blocks states it; None where that is a paragraph.

    It is a title if the source marks it as a heading, if the page repeats it, or if it is a line that
    does not end like a sentence above something longer.
    """
    if len(blocks) < 2:
        return None
    first = blocks[0]
    if first.is_bullet or len(first.text) > _LONGEST_TITLE or len(first.text.split()) > _MOST_TITLE_WORDS:
        return None
    times = Counter(fold(without_picture_source(block.text)) for block in blocks)
    repeated = times[fold(first.text)] > 1
    like_a_title = not re.search(r"[.:;,…][\"”’')]*$", first.text) and len(blocks[1].text) > len(first.text)
    return first.text if first.marked or repeated or like_a_title else None


class TitleForms:
    """The ways in which a page repeats a title: as it is, without the site's name, or cut short."""

    def __init__(self, title: str) -> None:
        self._whole = fold(title)
        self._long = len(self._whole.split()) >= 3  # a shorter one may be an item of some list as well
        bare = fold(_SITE_NAME.sub("", title))
        self._bare = bare if len(bare.split()) >= 4 else self._whole
        cut = title.removesuffix("…").removesuffix("...")
        self._start = fold(cut) if _SHORTEST_CUT <= len(cut) < len(title) else None

    def repeated_by(self, text: str, *, first: bool) -> bool:
        """Whether a block is the title and no more. `first`: nothing of the article stands above it."""
        if not self._whole or len(text) > 2 * _LONGEST_TITLE or not (first or self._long):
            return False
        given = fold(without_picture_source(text))
        if given in (self._whole, self._bare):
            return True
        # Only a line that does not end like a sentence: an article may begin with the words of its title.
        return bool(
            self._start
            and first
            and len(text) <= _LONGEST_TITLE
            and not text.endswith(".")
            and given.startswith(self._start)
        )


def is_name(text: str) -> bool:
    """Whether a line has the shape of a person's name, or of several, and is no more."""
    return len(text) <= 80 and _NAMES.fullmatch(text) is not None


def find_publisher(texts: Iterable[str]) -> str | None:
    """The publisher that one of the texts taken out names, by the surest of them."""
    listed = list(texts)
    for pattern in _PUBLISHER:
        for text in listed:
            if found := pattern.fullmatch(text):
                return found["name"].strip()
    return None


def find_byline(blocks: list[Block]) -> tuple[int, tuple[str, ...]] | None:
    """Where among the first blocks a line says who wrote the article, and who did."""
    for number, block in enumerate(blocks[:_BYLINE_AMONG_FIRST]):
        if found := _BYLINE.fullmatch(block.text):
            return number, tuple(re.split(r", and |, | and | & ", found["names"]))
    return None


def find_published(blocks: list[Block], today: date) -> tuple[int, date | None] | None:
    """Where among the first blocks a line says when the article was published, and when."""
    for number, block in enumerate(blocks[:_BYLINE_AMONG_FIRST]):
        found = _PUBLISHED.fullmatch(block.text) if len(block.text) <= 80 else None
        if found:
            stated = None if "pdate" in block.text.split()[0] else parse_date(found["date"], today)
            return number, stated
    return None
