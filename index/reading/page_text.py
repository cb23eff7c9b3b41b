"""Used by the HTML reader: a parsed page → its main text as the readers give it, captions apart."""

import copy
import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree

from index.errors import ArticleError
from index.reading.accordions import mark_questions
from index.reading.main_part import main_lines
from index.reading.markup_lines import Lines, is_of_a_table
from index.reading.markup_tables import make_tables
from index.reading.markup_text import NESTED_TOO_DEEP
from index.reading.shown_markup import keep_what_shows

# What trafilatura logs of a page ("discarding data") is said by us, in other words.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_NOT_IN_ARTICLE = frozenset({"aside", "nav", "footer", "form", "template"})
_OF_A_HEAD = frozenset(
    {"title", "meta", "link", "base", "script", "style", "noscript", "template", "bgsound", "basefont"}
)
_FRAME = frozenset({"nav", "footer", "aside", "h1", "button"})
_FRAMES = re.compile(r"\b(?:comments?|cookies?|consent|gdpr)\b", re.IGNORECASE)
_HEADER_ENDS_AT = 80  # characters: a paragraph this long is the article's first, and its header is over
_BYLINE = re.compile(r"(?:by|von|par|por|di|da|av|af|door|przez|od)\s", re.IGNORECASE)
_LONGEST_FRAME = 2_000  # characters; a longer text has something in it
_LONGEST_CAPTION = 2_000
_FOUND_IN_LINES = frozenset({"p", "head", "item", "quote", "row", "cell", "list", "table", "code", "lb"})
# Of these the extractor makes blocks, or nothing, though they stand in sentences.
_INLINE = (
    "code", "kbd", "samp", "var", "tt", "abbr", "acronym", "mark", "dfn", "bdi", "bdo", "cite", "data", "ins",
    "q", "sub", "sup",
)  # fmt: skip


def readable_tree(tree: Any) -> Any:
    """A copy of a page's tree with what its reader sees: without struck and hidden words, marks of footnotes
    and edit links, with the questions of an accordion as headings."""
    readable = copy.deepcopy(tree)
    _end_head(readable)
    keep_what_shows(readable)
    mark_questions(readable)
    make_tables(readable)
    _drop_days_of_bylines(readable)
    return readable


def _end_head(tree: Any) -> None:
    """Let the head end where browsers do. The parser does not know the elements of HTML 5, and of a page that
    leaves its tags `</head>` and `<body>` out, as it may, it puts a whole `<article>` into the head."""
    head = tree.find("head")
    if head is None:
        return
    for number, element in enumerate(head):
        if isinstance(element.tag, str) and element.tag not in _OF_A_HEAD:
            body = tree.find("body")
            if body is None:
                body = etree.SubElement(tree, "body")
            for place, moved in enumerate(head[number:]):
                body.insert(place, moved)
            return


def _drop_days_of_bylines(tree: Any) -> None:
    """Take the day out of a line that names an author; it is the metadata's, and the name alone is known for
    one. Only above the article's first paragraph."""
    for element in tree.iter("time", "p"):
        if element.tag == "p" and len(element.text_content() or "") >= _HEADER_ENDS_AT:
            return
        around = element.getparent()
        if element.tag == "time" and around.tag in ("p", "div", "span"):
            said = " ".join((around.text_content() or "").split())
            if len(said) < _HEADER_ENDS_AT and _BYLINE.match(said):
                element.drop_tree()


def main_text(tree: Any) -> str:
    """The running text of the page: a paragraph a line with an empty line between, headings with `# ` in
    front, list items with `• `, a table's row with the heads of its columns. Empty where there is none.

    tree: as `readable_tree` gives it.
    Raises ArticleError where the page is nested too deep to be taken apart.
    """
    try:
        found = _extracted(tree)
        lines = [line.text for line in main_lines(Lines(tree).lines, found)] if found else []
    except RecursionError:
        raise ArticleError(NESTED_TOO_DEEP, "Save its text as a .txt file.") from None
    if sum(map(len, lines)) <= _LONGEST_FRAME and _all_in_frame(lines, tree):
        return ""
    return "\n\n".join(lines)


def _extracted(tree: Any) -> list[str]:
    """What trafilatura takes for the article's text, in lines."""
    prepared = copy.deepcopy(tree)
    for code in list(prepared.iter("pre")):
        etree.strip_tags(code, "*")
    etree.strip_tags(prepared, *_INLINE)
    found = trafilatura.bare_extraction(
        prepared, include_comments=False, include_tables=True, include_images=False, with_metadata=False
    )
    body = getattr(found, "body", None)
    return [] if body is None else list(_found_lines(body))


def _found_lines(body: Any) -> Iterator[str]:
    run: list[str] = []
    for step, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _FOUND_IN_LINES:
            if line := " ".join("".join(run).split()):
                yield line
            run = []
        run.append((element.text if step == "start" else element.tail) or "")
    if line := " ".join("".join(run).split()):
        yield line


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


def captions(tree: Any) -> tuple[str, ...]:
    """The captions of the figures in the article, in order; alternative texts are none."""
    found: dict[str, None] = {}
    whole = next(iter(tree.iter("article")), None)
    for element in (tree if whole is None else whole).iter("figcaption"):
        if any(above.tag in _NOT_IN_ARTICLE for above in element.iterancestors()):
            continue
        if is_of_a_table(element):
            continue
        words = " ".join(re.sub(r"\s+", " ", element.text_content()).split())
        if words and len(words) <= _LONGEST_CAPTION:
            found[words] = None
    return tuple(found)
