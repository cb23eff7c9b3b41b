"""Used by the DOCX reader: a paragraph → the words in it that a reader sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from index.reading.docx_styles import Styles, W
from index.reading.small_figures import lowered, raised

BREAK = "\n"  # where a line is broken within a paragraph
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What stands in a document and not in its text: deleted words, properties, how a word is spoken, and
# what says the same again for old programs.
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "rt", "tblPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_PARTED = frozenset({f"{W}p", f"{W}tc"})
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}cr": BREAK, f"{W}noBreakHyphen": "-"}
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")


@dataclass(slots=True)
class Words:
    """The words of a paragraph, the notes that it is marked for (kind and id), and the text boxes in it."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def read_words(paragraph: Any, styles: Styles) -> Words:
    """The words of a paragraph in order, with a space for each tab and `BREAK` for each broken line."""
    return _Walk(paragraph, styles).words()


class _Walk:
    """Goes through a paragraph. By a stack and not a recursion: documents can be nested to any depth."""

    def __init__(self, paragraph: Any, styles: Styles) -> None:
        self._paragraph, self._styles = paragraph, styles
        self._found = Words()
        self._fields: list[bool] = []  # of each field that is open: whether what it shows has begun
        self._stack: list[Any] = [paragraph]

    def words(self) -> Words:
        parts = []
        while self._stack:
            current = self._stack.pop()
            parts.append(current if isinstance(current, str) else self._taken(current))
        self._found.text = "".join(parts)
        return self._found

    def _taken(self, element: Any) -> str:
        """The words that an element is by itself; what is in it is put on the stack."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return ""
        if tag == f"{W}fldChar":
            self._follow_field(element.get(f"{W}fldCharType"))
        elif not all(self._fields):
            self._put(list(element))  # the code of a field, and fields in it
        elif tag in (f"{W}t", f"{_M}t"):
            return (element.text or "").replace(BREAK, " ")
        elif tag in _SIGNS:
            return _SIGNS[tag]
        elif tag == f"{W}br":
            return " " if element.get(f"{W}type") in ("page", "column") else BREAK
        elif tag in _NOTES:
            self._found.notes.append((tag, element.get(f"{W}id", "")))
        elif tag == f"{W}txbxContent":
            self._found.boxes.append(element)
        else:
            return self._opened(element)
        return ""

    def _opened(self, element: Any) -> str:
        """What an element with others in it comes to."""
        if element.tag == f"{W}sdt" and is_placeholder(element):
            return ""
        if element.tag == f"{W}r" and self._styles.is_unseen(element, self._paragraph):
            self._put(list(element.iterchildren(f"{W}fldChar")))
            return ""
        if (change := _change(element)) is not None:
            return change("".join(text.text or "" for text in element.iter(f"{W}t", f"{_M}t")))
        if element.tag in _PARTED and element is not self._paragraph:
            self._stack.append(" ")
        self._put(_parts(element))
        return ""

    def _put(self, parts: list[Any]) -> None:
        self._stack.extend(reversed(parts))

    def _follow_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()


def is_placeholder(control: Any) -> bool:
    """Whether a form's control still shows what to fill in there, or is a table of contents."""
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return False
    if properties.find(f"{W}showingPlcHdr") is not None:
        return True
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _change(element: Any) -> Callable[[str], str] | None:
    """How the figures in an element are raised or lowered; None where they are not."""
    if element.tag in (f"{_M}sup", f"{_M}sub"):
        return raised if element.tag == f"{_M}sup" else lowered
    if element.tag != f"{W}r":
        return None
    place = element.find(f"{W}rPr/{W}vertAlign")
    if place is None or not all(child.tag in (f"{W}t", f"{W}rPr") for child in element):
        return None
    return {"superscript": raised, "subscript": lowered}.get(place.get(f"{W}val", ""))


def _parts(element: Any) -> list[Any]:
    """The children of an element; those of a fraction with its stroke between."""
    parts: list[Any] = list(element)
    if element.tag == f"{_M}f":
        upper = [child for child in parts if child.tag == f"{_M}num"]
        lower = [child for child in parts if child.tag == f"{_M}den"]
        return [*upper, "/", *lower]
    return parts
