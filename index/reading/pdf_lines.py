"""Used by the PDF reader: a page → the stretches of text on it, with where they stand.

A stretch ends at the end of its line and at a gap in it, as between the columns of a page or of a table.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

# In ems. Justified text has gaps of up to one; the gutter between two columns, and what separates the cells
# of a table, has more.
_WIDEST_WORD_GAP = 1.2
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "\u00ad"}  # as pdfium gives one at the end of a line
_AT_LINE_END = frozenset({0x02, 0xFFFE})
_FIXED_PITCH = 1  # of a font's flags (PDF 32000-1:2008, table 123)
_OF_CODE = (b"courier", b"mono", b"consolas", b"menlo", b"typewriter", b"cmtt", b"sourcecode", b"firacode")
_LONGEST_NAME = 128
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text on one baseline: its edges, the baseline and the size of its type, in points from below left; and
    whether all letters of the type are of one width, as those of code are."""

    text: str
    left: float
    right: float
    base: float
    size: float
    fixed: bool = False


@dataclass(slots=True)
class _Open:
    """A stretch that is being gathered: characters, and the numbers of the first and last with a place."""

    text: list[str]
    first: int = -1
    last: int = -1


def stretches(textpage: Any) -> list[Stretch]:
    """The stretches of a page in the order of the file."""
    page = _Page(textpage)
    return [stretch for run in page.runs() if (stretch := page.measured(run))]


class _Page:
    """Asks pdfium about the characters of a page."""

    def __init__(self, textpage: Any) -> None:
        self._raw = textpage.raw
        self._count = max(0, textpage.count_chars())

    def runs(self) -> Iterator[_Open]:
        run = _Open([])
        spaced = False
        for number in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._raw, number)
            if code in (0x0A, 0x0D):
                yield run
                run, spaced = _Open([]), False
            elif code in (0x20, 0x09, 0xA0):
                spaced = True
            elif code and not 0xD800 <= code < 0xE000:
                if spaced and run.last >= 0:
                    if self._is_gap(run.last, number):
                        yield run
                        run = _Open([])
                    else:
                        run.text.append(" ")
                spaced = False
                run.text.append(_HYPHENS.get(code) or chr(code))
                if code not in _HYPHENS:
                    run.first = number if run.first < 0 else run.first
                    run.last = number
                elif code in _AT_LINE_END:  # pdfium gives no end of the line after it
                    yield run
                    run = _Open([])
        yield run

    def measured(self, run: _Open) -> Stretch | None:
        text = " ".join("".join(run.text).split())
        if run.first < 0 or not text:
            return None
        left, right = self._box(run.first)[0], self._box(run.last)[1]
        size = self._size(run.first)
        fixed = self._is_fixed(run.first)
        return Stretch(text, min(left, right), max(left, right), self._base(run.first), size, fixed)

    def _is_gap(self, before: int, after: int) -> bool:
        gap = self._box(after)[0] - self._box(before)[1]
        return gap > _WIDEST_WORD_GAP * self._size(before)

    def _box(self, number: int) -> tuple[float, float]:
        """The left and the right edge of a character."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._raw, number, left, right, bottom, top)
        return left.value, right.value

    def _base(self, number: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, number, x, y)
        return y.value

    def _is_fixed(self, number: int) -> bool:
        """By what the font says of itself, or by its name: of the standard fonts files say nothing."""
        flags, name = ctypes.c_int(), ctypes.create_string_buffer(_LONGEST_NAME)
        pdfium.FPDFText_GetFontInfo(self._raw, number, name, _LONGEST_NAME, flags)
        return bool(flags.value & _FIXED_PITCH) or any(part in name.value.lower() for part in _OF_CODE)

    def _size(self, number: int) -> float:
        """The size of the type as it stands on the page: a font of 1 point may be drawn 12 times as large."""
        size = float(pdfium.FPDFText_GetFontSize(self._raw, number))
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetMatrix(self._raw, number, matrix):
            size *= max(abs(matrix.d), abs(matrix.b)) or 1.0
        return size if 1.0 <= size <= 500.0 else 10.0
