"""Used by the DOCX reader: what a document's styles and the settings beside them say of its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{W}val"

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|overskrift|rubrik)\s*(\d)|title", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|beschriftung|légende", re.IGNORECASE)
_LIST = re.compile(r"list (?:paragraph|bullet|number)", re.IGNORECASE)
_FRAME = re.compile(r"toc \d|table of figures|header|footer", re.IGNORECASE)
_UNSEEN = ("strike", "dstrike", "vanish", "specVanish")
_MOST_ANCESTORS = 20  # a style may be built on another, and that on itself
_NO_LEVEL = "9"  # of outlines: body text
_FIRST_ROW = 0x20  # of the bits that say which parts of its style a table shows


@dataclass(frozen=True, slots=True)
class _Style:
    """A style: the names of it and of those that it is built on, and their settings, nearest first."""

    names: tuple[str, ...]
    elements: tuple[Any, ...]


class Styles:
    """A document's styles by their ids."""

    def __init__(self, root: Any) -> None:
        """`root`: the element that holds them."""
        by_id = {style.get(f"{W}styleId"): style for style in root.iterchildren(f"{W}style")}
        self._styles = {id_: _style(style, by_id) for id_, style in by_id.items()}

    def is_frame(self, paragraph: Any) -> bool:
        """Whether a paragraph is of a table of contents, or of a page's head or foot."""
        return any(map(_FRAME.match, self._of(paragraph).names))

    def is_caption(self, paragraph: Any) -> bool:
        """Whether a paragraph is a picture's or a table's caption."""
        return any(map(_CAPTION.match, self._of(paragraph).names))

    def heading_level(self, paragraph: Any) -> int:
        """The level of a heading from 1, by its style's name or its level in the outline; 0 for another
        paragraph."""
        if name := next(filter(None, map(_HEADING.match, self._of(paragraph).names)), None):
            return int(name[1] or 1)
        level = self._first(paragraph, "outlineLvl")
        value = level.get(_VALUE) if level is not None else _NO_LEVEL
        return int(value) + 1 if value != _NO_LEVEL and str(value).isdigit() else 0

    def is_item(self, paragraph: Any) -> bool:
        """Whether a paragraph is an item of a list."""
        numbering = self._first(paragraph, "numPr")
        if numbering is not None:
            number = numbering.find(f"{W}numId")
            return number is None or number.get(_VALUE) != "0"
        return any(map(_LIST.match, self._of(paragraph).names))

    def is_unseen(self, run: Any, paragraph: Any) -> bool:
        """Whether the words of a run are struck or hidden, by itself or by a style."""
        own = run.find(f"{W}rPr")
        places = [own] if own is not None else []
        named = own.find(f"{W}rStyle") if own is not None else None
        for style in (self._named(named), self._of(paragraph)):
            places += [
                properties for one in style.elements if (properties := one.find(f"{W}rPr")) is not None
            ]
        for name in _UNSEEN:
            found = next((one for place in places if (one := place.find(f"{W}{name}")) is not None), None)
            if found is not None and is_on(found):
                return True
        return False

    def marks_first_row(self, table: Any) -> bool:
        """Whether a table's style sets its first row apart, and the table shows that."""
        properties = table.find(f"{W}tblPr")
        if properties is None or not _shows_first_row(properties.find(f"{W}tblLook")):
            return False
        return any(
            part.get(f"{W}type") == "firstRow" and len(part)
            for element in self._named(properties.find(f"{W}tblStyle")).elements
            for part in element.iterchildren(f"{W}tblStylePr")
        )

    def _of(self, paragraph: Any) -> _Style:
        properties = paragraph.find(f"{W}pPr") if paragraph is not None else None
        return self._named(properties.find(f"{W}pStyle") if properties is not None else None)

    def _named(self, reference: Any) -> _Style:
        return self._styles.get(reference.get(_VALUE), _NO_STYLE) if reference is not None else _NO_STYLE

    def _first(self, paragraph: Any, name: str) -> Any:
        """A setting of a paragraph: its own, else that of its style."""
        for element in (paragraph, *self._of(paragraph).elements):
            found = element.find(f"{W}pPr/{W}{name}")
            if found is not None:
                return found
        return None


_NO_STYLE = _Style((), ())


def is_on(setting: Any) -> bool:
    """Whether a setting that may be on or off is on: it is where it stands without a value."""
    return setting.get(_VALUE, "1").lower() not in ("0", "false", "off")


def _style(style: Any, by_id: dict[Any, Any]) -> _Style:
    elements = list(_ancestry(style, by_id))
    names = [name.get(_VALUE, "") for one in elements if (name := one.find(f"{W}name")) is not None]
    return _Style(tuple(names), tuple(elements))


def _ancestry(style: Any, by_id: dict[Any, Any]) -> Iterator[Any]:
    for _ in range(_MOST_ANCESTORS):
        yield style
        based = style.find(f"{W}basedOn")
        style = by_id.get(based.get(_VALUE)) if based is not None else None
        if style is None:
            return


def _shows_first_row(look: Any) -> bool:
    if look is None:
        return False
    stated = look.get(f"{W}firstRow")
    if stated is not None:
        return stated.lower() in ("1", "true", "on")
    try:
        return bool(int(look.get(_VALUE, "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False
