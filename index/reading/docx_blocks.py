"""Used by the DOCX reader: a document's body → its lines, notes and text boxes behind what they belong to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from index.reading.docx_styles import Styles, W
from index.reading.docx_tables import AROUND, cells_of, is_layout, lines_of_table, rows_of
from index.reading.docx_words import BREAK, is_placeholder, read_words
from index.reading.heading_marks import heading_mark, without_heading_mark
from index.reading.line_breaks import broken_lines, cell_text

_ITEM = "• "
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

Broken = Callable[[Iterable[str]], Iterable[str]]
Notes = Mapping[tuple[str, str], Any]


class Blocks:
    """Goes through a document's body; the captions that it meets are kept apart."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        """`notes`: the footnotes and endnotes, by the kind of their mark and their id."""
        self.captions: list[str] = []
        self._styles = styles
        self._notes = dict(notes)
        self._carried = (
            ""  # words whose paragraph's end was deleted, or a large first letter: they go on below
        )
        self._in_cell = False
        self._behind: list[Any] = []  # notes and text boxes in a table's cells: they are read behind it

    def lines(self, body: Any, broken: Broken = broken_lines) -> Iterator[str]:
        """A line for each paragraph and each row of a table; headings with `## ` in front, by their level,
        items with `• `."""
        for element in body.iterchildren():
            if element.tag == f"{W}p":
                yield from self._paragraph(element, broken)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in AROUND or (element.tag == f"{W}sdt" and not is_placeholder(element)):
                yield from self.lines(element, broken)
            elif element.tag == _ALTERNATE:
                for choice in element.iterchildren(_CHOICE):
                    yield from self.lines(choice, broken)
        if self._carried.strip():
            yield " ".join(self._carried.split())
        self._carried = ""

    def _paragraph(self, element: Any, broken: Broken) -> Iterator[str]:
        found = read_words(element, self._styles)
        text, self._carried = self._carried + found.text, ""
        if self._styles.is_frame(element):
            return
        if _goes_on(element):
            self._carried = text.rstrip(BREAK)
            text = ""
        if self._styles.is_caption(element):
            self.captions += filter(None, [" ".join(text.split())])
        elif level := self._styles.heading_level(element):
            yield heading_mark(level) + " ".join(text.split())
        else:
            lines = broken(text.split(BREAK))
            mark = _ITEM if self._styles.is_item(element) else ""
            for line in lines:
                yield mark + line
                mark = ""
        behind = [content for note in found.notes if (content := self._notes.pop(note, None)) is not None]
        for content in [*behind, *found.boxes]:
            if self._in_cell:
                self._behind.append(content)
            else:
                yield from self.lines(content)

    def _table(self, table: Any) -> Iterator[str]:
        rows = rows_of(table)
        if is_layout(rows, self._styles):
            for row in rows:
                for cell in cells_of(row):
                    yield from self.lines(cell)
            return
        yield from lines_of_table(table, rows, self._styles, self._cell)
        behind, self._behind = self._behind, []
        for content in behind:
            yield from self.lines(content)

    def _cell(self, cell: Any) -> str:
        self._in_cell = True
        lines = list(self.lines(cell, lambda pieces: filter(str.strip, pieces)))
        self._in_cell = False
        return cell_text(without_heading_mark(line) for line in lines)


def _goes_on(paragraph: Any) -> bool:
    """Whether a paragraph is one with that below: its end was deleted, or it is a large first letter."""
    for name in ("del", "moveFrom"):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None:
            return True
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"
