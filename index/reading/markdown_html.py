"""Used by the Markdown reader: Markdown → HTML, by CommonMark's rules and GitHub's tables and footnotes."""

import re
from itertools import pairwise

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.reading.line_breaks import is_labelled
from index.reading.markdown_notes import add_notes

_MARKDOWN = MarkdownIt("commonmark").enable(
    ["table", "strikethrough"]
)  # built once: it takes longer than parsing
add_notes(_MARKDOWN)

_TAG = re.compile(r"</?([A-Za-z][\w-]*)")
# In running text these are words about HTML and no markup, as are names that HTML does not know.
_NO_MARKUP = frozenset({
    "body", "form", "head", "html", "iframe", "link", "meta", "noframes", "noscript", "object", "plaintext",
    "script", "select", "style", "textarea", "title", "xmp",
})  # fmt: skip
_MARKUP = (frozenset(defs.tags) | {"details", "summary", "picture", "wbr"}) - _NO_MARKUP
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_DEFINITION = ": "


def markdown_html(markdown: str) -> str:
    """The HTML of a Markdown text. Raw HTML in it stands there as it is: whoever reads it takes it apart."""
    environment: dict[str, object] = {}
    tokens = _MARKDOWN.parse(markdown, environment)
    for before, token in pairwise(tokens):
        if token.type == "inline" and token.children:
            _mend(token.children, before)
    _mark_tasks(tokens)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, environment))


def _mend(children: list[Token], before: Token) -> None:
    """See to it that the words and lines of a paragraph come out as their writer meant them."""
    for child in children:
        tag = _TAG.match(child.content) if child.type == "html_inline" else None
        if tag and tag[1].lower() not in _MARKUP:
            child.type = "text"
    if before.type != "paragraph_open":
        return
    if children[0].type == "text":
        children[0].content = _ALERT.sub("", children[0].content, count=1)
    breaks = [at for at, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
    ends = [-1, *breaks, len(children)]
    lines = ["".join(child.content for child in children[one + 1 : two]) for one, two in pairwise(ends)]
    lines = [line for line in lines if line]
    if len(lines) > 1 and (all(map(is_labelled, lines)) or any(map(_is_definition, lines[1:]))):
        for at in breaks:
            _break_line(children[at], children[at + 1] if at + 1 < len(children) else None)


def _is_definition(line: str) -> bool:
    return line.startswith(_DEFINITION)


def _break_line(line_break: Token, after: Token | None) -> None:
    """Make a line's end one that stays; what begins with a colon says what the word above it is."""
    if after is not None and after.type == "text" and _is_definition(after.content):
        line_break.type, line_break.content, line_break.tag = "text", "", ""
        return
    line_break.type, line_break.tag = "hardbreak", "br"


def _mark_tasks(tokens: list[Token]) -> None:
    """`[x] sand the deck` → `☑ sand the deck`, at the start of a list's items."""
    for item, _, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type == "list_item_open" and inline.type == "inline" and inline.children:
            first = inline.children[0]
            if first.type == "text" and (box := _TASK.match(first.content)):
                first.content = _BOXES[box[1]] + first.content[box.end() :]
