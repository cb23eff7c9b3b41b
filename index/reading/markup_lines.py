"""Used by the readers of EPUB and Markdown: a tree → all its lines, in order, as the readers give them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from index.reading.line_breaks import broken_lines, cell_text
from index.reading.markup_tables import heads_and_rows, is_layout
from index.reading.tables import table_lines

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "caption"})
_PARTS = frozenset({
    "section", "article", "figure", "figcaption", "aside", "header", "footer", "main", "body",
    "details", "summary",
})  # fmt: skip
_BLOCKS = HEADINGS | _LISTS | _PARTS | {"p", "div", "blockquote", "pre", "hr", "address", "center"}
_LEFT_OUT = frozenset({
    "head", "script", "style", "nav", "svg", "math", "template", "audio", "video", "rt", "rp",
    "iframe", "noscript", "textarea", "select",
})  # fmt: skip
_BREAK = "\n"  # in a run of words: where the source breaks the line; its own line ends are spaces
_HEADING, _ITEM = "# ", "• "
_LONGEST_HEADING = 300  # characters; a longer one was never closed, and has the text in it

_Breaking = Callable[[Iterable[str]], Iterable[str]]


class Lines:
    """The lines of a tree and the captions that stand apart from them.

    A line for each paragraph, item, table row and line of code; headings with `# ` in front, items with `• `.
    """

    def __init__(self, tree: Any, marks: Mapping[Any, str] | None = None) -> None:
        """`marks`: the lines that some elements stand for, whatever they hold."""
        self.captions: list[str] = []
        self._marks = marks or {}
        self._with_blocks = _with_blocks(tree)
        self.text: list[str] = [line for line in self._blocks(tree) if line.strip("#• |")]

    def _blocks(self, tree: Any, broken: _Breaking = broken_lines) -> Iterator[str]:
        """The lines of an element, where its text is broken as `broken` says.

        The parser bounds how deep elements nest, so this may recurse.
        """
        run: list[str] = [_flat(tree.text)]
        for child in tree:
            if child not in self._with_blocks:
                run += [_inline(child), _flat(child.tail)]
                continue
            yield from broken("".join(run).split(_BREAK))
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                yield from self._block(child, broken)
            run = [_flat(child.tail)]
        yield from broken("".join(run).split(_BREAK))

    def _block(self, child: Any, broken: _Breaking) -> Iterator[str]:
        match child.tag:
            case "hr":
                yield self._marks.get(child, "")
            case "figcaption":
                self.captions.append(words(child))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary":
                heading = words(child)
                yield from [_HEADING + heading] if len(heading) <= _LONGEST_HEADING else self._blocks(child)
            case "li":
                yield from _marked(self._blocks(child, broken))
            case "pre":
                yield from map(_code, _inline(child, preformatted=True).split(_BREAK))
            case "dl":
                yield from self._definitions(child)
            case "table":
                yield from self._table(child)
            case _:
                yield from self._blocks(child, broken)

    def _table(self, table: Any) -> Iterator[str]:
        if is_layout(table):
            yield from self._blocks(table)
            return
        for caption in table.iterchildren("caption"):
            yield words(caption)
        heads, rows = heads_and_rows(table, self._cell)
        yield from table_lines(rows, heads)

    def _cell(self, cell: Any) -> str:
        return cell_text(
            line.removeprefix(_HEADING)
            for line in self._blocks(cell, lambda pieces: filter(str.strip, pieces))
        )

    def _definitions(self, element: Any) -> Iterator[str]:
        """A line for each term and what it is, where that is a line; else the term and the lines below it."""
        term = ""
        for child in _terms(element):
            if child.tag == "dd":
                lines = list(self._blocks(child))
                yield from table_lines([[term, *lines]]) if len(lines) == 1 else [term, *lines]
                term = ""
            elif child.tag == "dt":
                if term:
                    yield term
                term = words(child)
            else:
                yield from self._block(child, broken_lines)
        if term:
            yield term


def _terms(element: Any) -> Iterator[Any]:
    """The children of a list of definitions; pairs may stand in a `div` each."""
    for child in element:
        if child.tag == "div":
            yield from child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield child


def _with_blocks(tree: Any) -> set[Any]:
    """The elements that are blocks, or have one among what is below them."""
    found: set[Any] = set()
    for element in tree.iter(*_BLOCKS):
        above = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found


def _marked(lines: Iterator[str]) -> Iterator[str]:
    """The lines of an item, its mark before the first."""
    mark = _ITEM
    for line in lines:
        yield line if line.startswith((_HEADING, _ITEM)) else mark + line
        mark = ""


def _code(line: str) -> str:
    """A line of code; the mark of a comment would be taken for that of a heading."""
    squeezed = " ".join(line.split())
    return squeezed.lstrip("#").lstrip() if squeezed.lstrip("#").startswith(" ") else squeezed


def _inline(element: Any, *, preformatted: bool = False) -> str:
    """All words of an element without blocks, `_BREAK` where it breaks the line."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return ""
    if element.tag == "br":
        return _BREAK
    keep = str if preformatted else _flat
    parts = [keep(element.text or "")]
    for child in element:
        parts += [_inline(child, preformatted=preformatted), keep(child.tail or "")]
    return "".join(parts)


def words(element: Any) -> str:
    """All words of an element on one line, with a space between blocks and at breaks."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            parts += [" " if child.tag in _BLOCKS or child.tag == "br" else "", words(child)]
            parts.append(" " if child.tag in _BLOCKS else "")
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _flat(text: str | None) -> str:
    return (text or "").replace(_BREAK, " ")
