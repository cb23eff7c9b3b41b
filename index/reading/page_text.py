"""Used by the HTML reader: a parsed page → its main text as the readers give it, captions apart."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from index.errors import ArticleError
from index.reading.markup_text import NESTED_TOO_DEEP

# What trafilatura logs of a page ("discarding data") is said by us, in other words.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_NOT_IN_ARTICLE = frozenset({"aside", "nav", "footer", "form", "template"})
_FRAME = frozenset({"nav", "footer", "aside", "h1", "button"})
_FRAMES = re.compile(r"\b(?:comments?|cookies?|consent|gdpr)\b", re.IGNORECASE)
_LONGEST_FRAME = 2_000  # characters; a longer text has something in it
_LONGEST_CAPTION = 2_000
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "code", "lb"})


def main_text(tree: Any) -> str:
    """The running text of the page: a paragraph a line with an empty line between, headings with `# ` in
    front, list items with `• `, the cells of a table's row with ` | ` between. Empty where there is none.

    Raises ArticleError where the page is nested too deep to be taken apart.
    """
    try:
        found = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=True, include_images=False, with_metadata=False
        )
    except RecursionError:
        raise ArticleError(NESTED_TOO_DEEP, "Save its text as a .txt file.") from None
    body = getattr(found, "body", None)
    if body is None:
        return ""
    lines = [line for line in _lines(body, "") if line.strip(" •#|")]
    if sum(map(len, lines)) <= _LONGEST_FRAME and _all_in_frame(lines, tree):
        return ""
    return "\n\n".join(lines)


def _all_in_frame(lines: list[str], tree: Any) -> bool:
    """Whether the lines are all of the page's frame: what is extracted of a page that has nothing else."""
    framed = [
        e
        for e in tree.iter("nav", "footer", "aside", "header", "section", "div", "h1", "button")
        if _frames(e)
    ]
    pieces = {" ".join(piece.split()) for element in framed for piece in element.itertext()}
    left = " ".join(line.lstrip("•# ") for line in lines)
    for piece in sorted(filter(None, pieces), key=len, reverse=True):
        left = left.replace(piece, " ")
    return not re.search(r"\w", left)


def _frames(element: Any) -> bool:
    return element.tag in _FRAME or bool(_FRAMES.search(f"{element.get('class')} {element.get('id')}"))


def _lines(element: Any, mark: str) -> Iterator[str]:
    """The blocks of an element of trafilatura's result, each as a line."""
    run = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCKS:
            run += [_inline(child), child.tail or ""]
            continue
        yield _line(run, mark)
        match child.tag:
            case "row":
                yield " | ".join(" ".join(_inline(cell).split()) for cell in child)
            case "head":
                yield _line([_inline(child)], "# ")
            case "item":
                yield from _lines(child, "• ")
            case _:
                yield from _lines(child, mark if element.tag == "item" else "")
        run = [child.tail or ""]
    yield _line(run, mark)


def _line(run: list[str], mark: str) -> str:
    words = " ".join("".join(run).split())
    return mark + words if words else ""


def _inline(element: Any) -> str:
    """All words of an element; a line break in it is a space."""
    parts = [element.text or ""]
    for child in element:
        parts += [" " if child.tag in _BLOCKS else "", _inline(child), child.tail or ""]
    return "".join(parts)


def captions(tree: Any) -> tuple[str, ...]:
    """The captions of the figures in the article, in order; alternative texts are none."""
    found: dict[str, None] = {}
    whole = next(iter(tree.iter("article")), None)
    for element in (tree if whole is None else whole).iter("figcaption"):
        if any(above.tag in _NOT_IN_ARTICLE for above in element.iterancestors()):
            continue
        if element.find(".//table") is not None:
            continue
        words = " ".join(re.sub(r"\s+", " ", element.text_content()).split())
        if words and len(words) <= _LONGEST_CAPTION:
            found[words] = None
    return tuple(found)
