"""Used by cleaning: the forms in which a page repeats its title, and the publisher that its lines name."""

import re
from collections.abc import Iterable

from index.cleaning.blocks import Block

_LONGEST_TITLE = 200
_SHORTEST_CUT = 20  # characters of a title that goes on as "…"
_FIRST_WORD = 40  # characters that have the first word in them
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
        if not self._whole.startswith(fold(text[:_FIRST_WORD]).partition(" ")[0]):  # cheap, and true of most
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


def find_publisher(texts: Iterable[str]) -> str | None:
    """The publisher that one of the texts taken out names, by the surest of them."""
    listed = list(texts)
    for pattern in _PUBLISHER:
        for text in listed:
            if found := pattern.fullmatch(text):
                return found["name"].strip()
    return None
