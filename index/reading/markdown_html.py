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

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(>?)")
# In running text these are words about HTML and no markup; as are names that HTML does not know, where no
# attributes follow (`List<String>`).
_NO_MARKUP = frozenset({
    "body", "form", "head", "html", "iframe", "link", "meta", "noframes", "noscript", "object", "plaintext",
    "script", "select", "style", "textarea", "title", "xmp",
})  # fmt: skip
_MARKUP = (frozenset(defs.tags) | {"details", "summary", "picture", "wbr"}) - _NO_MARKUP
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_DEFINITION = ": "
_FENCE = re.compile(r":{3,}\s*[\w-]*")  # of a box, as Pandoc, Docusaurus and VuePress have them
_ATTRIBUTES = re.compile(r"\{:?\s?[#.][^{}]{1,100}\}$")  # of a heading: `## Fees {#fees}`


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
    _keep_words_like_tags(children)
    if before.type == "heading_open" and children[-1].type == "text":
        children[-1].content = _ATTRIBUTES.sub("", children[-1].content)
    if before.type != "paragraph_open":
        return
    for above, child in zip([None, *children], children, strict=False):
        if child.type == "text" and (above is None or above.type == "softbreak"):
            child.content = _without_marks(child.content)
    breaks = [at for at, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
    ends = [-1, *breaks, len(children)]
    lines = ["".join(child.content for child in children[one + 1 : two]) for one, two in pairwise(ends)]
    lines = [line for line in lines if line]
    if len(lines) > 1 and (all(map(is_labelled, lines)) or any(map(_is_definition, lines[1:]))):
        for at in breaks:
            _break_line(children[at], children[at + 1] if at + 1 < len(children) else None)


def _keep_words_like_tags(children: list[Token]) -> None:
    words: set[str] = set()
    for child in children:
        found = _TAG.match(child.content) if child.type == "html_inline" else None
        if found is None or (name := found[2].lower()) in _MARKUP:
            continue
        if name in words if found[1] else found[3]:
            words.add(name)
            child.type = "text"


def _without_marks(line: str) -> str:
    """A line without the mark of a box at its beginning, `> [!NOTE]` or `::: note`."""
    mark = _ALERT.match(line) or _FENCE.match(line)
    return line[mark.end() :] if mark else line


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
