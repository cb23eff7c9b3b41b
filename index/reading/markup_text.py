"""Used by the readers of HTML and EPUB: markup → its tree; and, for a chapter of a book, all its lines."""

from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from index.errors import ArticleError

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "caption"})
_PARTS = frozenset(
    {"section", "article", "figure", "figcaption", "aside", "header", "footer", "main", "body"}
)
_BLOCKS = _HEADINGS | _LISTS | _PARTS | {"p", "div", "blockquote", "pre", "hr", "address", "center"}
NESTED_TOO_DEEP = "is nested too deep to be read."
_LEFT_OUT = frozenset(
    {"head", "script", "style", "nav", "svg", "math", "template", "audio", "video", "rt", "rp"}
)


def parse_markup(markup: str) -> Any:
    """The tree, mended where the markup is malformed; None where it has not one element.

    Raises ArticleError where it is nested too deep, MemoryError where there is too little of it.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    faults = {fault.type for fault in parser.error_log}
    if etree.ErrorTypes.ERR_NO_MEMORY in faults:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in faults:
        raise ArticleError(NESTED_TOO_DEEP, "Save its text as a .txt file.")  # below that it was cut off
    return tree


class Lines:
    """The lines of a tree, as the readers give them, and the captions that stand apart from them."""

    def __init__(self, tree: Any) -> None:
        self.captions: list[str] = []
        self.text: list[str] = [line for line in self._blocks(tree) if line.strip("#• |")]

    def _blocks(self, tree: Any) -> Iterator[str]:
        """A line for each block; the parser bounds how deep elements nest, so this may recurse."""
        run: list[str] = [tree.text or ""]
        mark = "# " if tree.tag in _HEADINGS else "• " if tree.tag == "li" else ""
        for child in tree:
            if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
                run.append(child.tail or "")
            elif child.tag == "br":
                run += [" ", child.tail or ""]
            elif not _has_blocks(child):
                run += [child.text_content(), child.tail or ""]
            else:
                if line := _squeezed(run):
                    yield mark + line
                yield from self._block(child)
                run = [child.tail or ""]
        if line := _squeezed(run):
            yield mark + line

    def _block(self, child: Any) -> Iterator[str]:
        if child.tag == "figcaption":
            self.captions.append(_squeezed([child.text_content()]))
        elif child.tag == "tr":
            yield " | ".join(_squeezed([cell.text_content()]) for cell in child)
        else:
            yield from self._blocks(child)


def _has_blocks(element: Any) -> bool:
    return element.tag in _BLOCKS or any(below.tag in _BLOCKS for below in element.iterdescendants())


def _squeezed(run: list[str]) -> str:
    return " ".join("".join(run).split())
