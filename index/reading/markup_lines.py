"""Used by the readers of HTML, EPUB and Markdown: a tree → all its lines, in order, as readers give them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from index.reading.heading_marks import INNERMOST, LEVELS, heading_mark, heading_words, without_heading_mark
from index.reading.inline_text import NOT_WORDS, Words, words
from index.reading.line_breaks import broken_lines, cell_text
from index.reading.markup_tables import is_layout, lines_of_table
from index.reading.tables import table_lines

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_LISTS = frozenset({"li", "ul", "ol", "menu", "dir", "dl", "dt", "dd", "table", "tr", "td", "th", "caption"})
_PARTS = frozenset({
    "section", "article", "figure", "figcaption", "aside", "header", "footer", "main", "body",
    "details", "form", "fieldset",
})  # fmt: skip
_BLOCKS = HEADINGS | _LISTS | _PARTS | {"p", "div", "blockquote", "pre", "hr", "address", "center"}
_ITEM = "• "
_LONGEST_HEADING = 300  # characters; a longer one was never closed, and has the text in it
_LONGEST_CAPTION = 100  # characters, of a table: a longer one is a text about it, not its heading
_LONGEST_VALUE = 200  # characters: what is longer is no value of a term but a text below it

_LONGEST_LABEL = 40  # characters, of what is a label by its place alone
_PAIRED = frozenset({"div", "p"})
_LABEL = re.compile(r"label|\bkey\b|term|attribute|-name\b|-th\b", re.IGNORECASE)

_Breaking = Callable[[Iterable[str]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a tree: a paragraph, a heading with `## ` in front, by its level, an item with `• `, a row, a
    line of code.

    element: in which it stands. linked: how many of its characters are links. is_row: whether it is a row of
    a table or the like, which says what its cells are.
    """

    text: str
    element: Any
    linked: int = 0
    is_row: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of what stands below it."""
        return heading_words(self.text) is not None


class Lines:
    """The lines of a tree and the captions that stand apart from them."""

    def __init__(self, tree: Any, marks: Mapping[Any, str] | None = None) -> None:
        """`marks`: the lines that some elements stand for, whatever they hold."""
        self.captions: list[str] = []
        self._marks = marks or {}
        self._with_blocks = _with_blocks(tree)
        self.lines: list[Line] = [line for line in self._block(tree, broken_lines) if line.text.strip("#• |")]

    @property
    def text(self) -> list[str]:
        """The lines as text."""
        return [line.text for line in self.lines]

    def _blocks(self, element: Any, broken: _Breaking = broken_lines) -> Iterator[Line]:
        """The lines of an element, where its text is broken as `broken` says.

        The parser bounds how deep elements nest, so this may recurse.
        """
        run = Words(element)
        run.add_text(element.text)
        for child in element:
            if child in self._with_blocks:
                yield from _paragraphs(run, element, broken)
                if isinstance(child.tag, str) and child.tag not in NOT_WORDS:
                    yield from self._block(child, broken)
            else:
                run.add(child)
            run.add_text(child.tail)
        yield from _paragraphs(run, element, broken)

    def _block(self, child: Any, broken: _Breaking) -> Iterator[Line]:
        match child.tag:
            case "hr":
                yield Line(self._marks.get(child, ""), child)
            case "figcaption" if not is_of_a_table(child):
                self.captions.append(words(child))
            case tag if tag in HEADINGS:
                yield from self._heading(child)
            case "li":
                yield from _marked(self._blocks(child, broken))
            case "pre":
                yield from (Line(text, child) for text in map(_code, Words.of_code(child)) if text)
            case "dl":
                yield from self._terms(child)
            case "table" if not is_layout(child):
                yield from self._table(child)
            case "div" if (pair := label_and_value(child)) is not None:
                yield Line(table_lines([[words(one) for one in pair]])[0], child, is_row=True)
            case _:
                yield from self._blocks(child, broken)

    def _heading(self, element: Any) -> Iterator[Line]:
        run = Words(element)
        run.add_all(element)
        heading = " ".join(" ".join(run.take()).split())
        if len(heading) > _LONGEST_HEADING:
            yield from self._blocks(element)
        elif heading:
            level = int(element.tag[1]) if element.tag[1:].isdigit() else LEVELS[-1]
            yield Line(heading_mark(level) + heading, element, run.linked)

    def _table(self, table: Any) -> Iterator[Line]:
        for caption in table.iterchildren("caption"):
            said = words(caption)
            yield Line(INNERMOST + said if len(said) <= _LONGEST_CAPTION else said, caption)
        linked = sum(len(link.text_content() or "") for link in table.iter("a"))
        lines = lines_of_table(table, self._cell)
        yield from (Line(line, table, linked // len(lines), is_row=True) for line in lines)

    def _cell(self, cell: Any) -> str:
        lines = self._blocks(cell, lambda pieces: filter(str.strip, pieces))
        return cell_text(without_heading_mark(line.text) for line in lines)

    def _terms(self, whole: Any) -> Iterator[Line]:
        """A term and its value as one line, `Length: 1,420 metres`; a question, or what a longer text is of,
        as its heading."""
        terms: list[Any] = []
        values: list[Any] = []
        for element in _terms_and_values(whole):
            if element.tag == "dd" or (element.tag == "dt" and not values):
                (terms if element.tag == "dt" else values).append(element)
                continue
            yield from self._term(terms, values)
            terms, values = ([element], []) if element.tag == "dt" else ([], [])
            if element.tag != "dt":
                yield from self._block(element, broken_lines)
        yield from self._term(terms, values)

    def _term(self, terms: list[Any], values: list[Any]) -> Iterator[Line]:
        below = [line for value in values for line in self._blocks(value)]
        term = ", ".join(filter(None, map(words, terms)))
        plain = all(line.element.tag in ("dd", "p", "div", "li") and not line.is_heading for line in below)
        if not term or not below:
            for one in terms:
                yield from self._blocks(one)
            yield from below
        elif plain and sum(len(line.text) for line in below) <= _LONGEST_VALUE and not term.endswith("?"):
            value = cell_text(_ITEM + line.text.removeprefix(_ITEM) for line in below)
            linked = sum(line.linked for line in below)
            yield Line(table_lines([[term, value]])[0], terms[0], linked, is_row=True)
        else:
            yield Line(INNERMOST + term, terms[0])
            yield from below


def label_and_value(row: Any) -> tuple[Any, Any] | None:
    """The two elements of a `div` that is a row of labels and values, set side by side by a stylesheet; None
    where it is none. There are other rows beside it, or its parts are called what they are."""
    children = list(row)
    if len(children) != 2 or (row.text or "").strip() or any((one.tail or "").strip() for one in children):
        return None
    label, value = children
    named = _LABEL.search(label.get("class") or "") is not None
    if label.tag not in _PAIRED and not (named and label.tag in HEADINGS):
        return None
    if value.tag not in _PAIRED or any(_holds_blocks(one) for one in children):
        return None
    if not named and not any(_is_like(row, beside) for beside in (row.getprevious(), row.getnext())):
        return None
    said, is_of = words(label), words(value)
    if not said or not is_of or len(said) > _LONGEST_LABEL or len(is_of) > _LONGEST_VALUE:
        return None
    return None if said.endswith((".", "!", "?")) else (label, value)


def _holds_blocks(element: Any) -> bool:
    return next(element.iterdescendants(*_BLOCKS), None) is not None


def _is_like(row: Any, beside: Any) -> bool:
    return (
        beside is not None
        and beside.tag == row.tag
        and beside.get("class") == row.get("class")
        and [child.tag for child in beside] == [child.tag for child in row]
    )


def _paragraphs(run: Words, element: Any, broken: _Breaking) -> Iterator[Line]:
    linked, run.linked = run.linked, 0
    lines = list(broken(run.take()))
    yield from (Line(line, element, min(len(line), linked // len(lines))) for line in lines)


def _terms_and_values(whole: Any) -> Iterator[Any]:
    """What a list of definitions holds; pairs may stand in a `div` each."""
    for child in whole:
        if child.tag == "div" and any(below.tag in ("dt", "dd") for below in child):
            yield from (below for below in child if isinstance(below.tag, str))
        elif isinstance(child.tag, str) and child.tag not in NOT_WORDS:
            yield child


def is_of_a_table(caption: Any) -> bool:
    """Whether a figure's caption is the head of a table or of code, and so text."""
    if caption.find(".//table") is not None:
        return True
    figure = caption.getparent()
    return (
        figure is not None and figure.tag == "figure" and next(figure.iter("table", "pre"), None) is not None
    )


def _with_blocks(tree: Any) -> set[Any]:
    """The elements that are blocks, or have one among what is below them."""
    found: set[Any] = set()
    for element in tree.iter(*_BLOCKS):
        above = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found


def _marked(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines of an item, its mark before the first."""
    mark = _ITEM
    for line in lines:
        yield line if line.is_heading or line.text.startswith(_ITEM) else replace(line, text=mark + line.text)
        mark = ""


def _code(line: str) -> str:
    """A line of code; the mark of a comment would be taken for that of a heading."""
    squeezed = " ".join(line.split())
    return squeezed.lstrip("#").lstrip() if squeezed.lstrip("#").startswith(" ") else squeezed
