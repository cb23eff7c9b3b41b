"""Used by the Markdown reader: footnotes, which CommonMark does not know, read and placed at their mark."""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_LABEL = r"\[\^([^\]\s]{1,100})\]"
_MARK = re.compile(_LABEL)
_NOTE = re.compile(_LABEL + r":[ \t]*")
_INDENT = 4  # columns by which what belongs to a note is indented
_NOTES, _INSIDE = "notes", "inside a note"  # in the environment of a parse
# In the HTML: the element that holds a note, and an empty one at its mark.
_HOLDER, _HELD, _MARKED = "aside", "data-note", "data-note-mark"
_ENDS_AT = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "summary")
_HOLDS = ("li", "div", "blockquote", "section", "body")


def add_notes(markdown: MarkdownIt) -> None:
    """Teach a parser what footnotes are: `[^1]` in the text, `[^1]: the note` on a line of its own."""
    markdown.block.ruler.before("reference", "note", _read_note, {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.before("link", "note_mark", _read_mark)


def _read_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _NOTE.match(first)
    if not found or state.is_code_block(start) or _INSIDE in state.env:
        return False
    if silent:
        return True
    after = _end_of_note(state, start, end)
    lines = state.getLines(start, after, state.blkIndent, False).split("\n")
    lines[0] = first[found.end() :]
    text = "\n".join(line[_INDENT:] if line[:_INDENT].isspace() else line.lstrip() for line in lines)
    state.env.setdefault(_NOTES, set()).add(found[1])
    state.push("note_open", _HOLDER, 1).attrs = {_HELD: found[1]}
    state.env[_INSIDE] = True
    state.md.block.parse(text, state.md, state.env, state.tokens)
    del state.env[_INSIDE]
    state.push("note_close", _HOLDER, -1)
    state.line = after
    return True


def _end_of_note(state: StateBlock, start: int, end: int) -> int:
    """The line below a note: what is indented belongs to it, and what goes on with its last line."""
    after = number = start + 1
    while number < end:
        if state.isEmpty(number):
            number += 1
        elif state.sCount[number] >= state.blkIndent + _INDENT or (
            number == after and _goes_on(state, number, end)
        ):
            after = number = number + 1
        else:
            break
    return after


def _goes_on(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line goes on with the paragraph above it."""
    rules = state.md.block.ruler.getRules("paragraph")
    return state.sCount[line] >= state.blkIndent and not any(rule(state, line, end, True) for rule in rules)


def _read_mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos) if state.src.startswith("[^", state.pos) else None
    if not found or found[1] not in state.env.get(_NOTES, ()):
        return False
    if not silent:
        state.push("note_mark", "img", 0).attrs = {_MARKED: found[1]}
    state.pos = found.end()
    return True


def place_notes(tree: Any) -> None:
    """Put each note behind the paragraph, item or table with its first mark, so that it is read with that and
    cuts no sentence; one without a mark stays where it was written."""
    notes = {note.get(_HELD): note for note in tree.iter(_HOLDER) if note.get(_HELD)}
    last: dict[Any, Any] = {}  # by block: the note that was put behind it last
    for mark in [image for image in tree.iter("img") if image.get(_MARKED)]:
        note = notes.get(mark.get(_MARKED))
        above = list(mark.iterancestors())
        if note is None or note in above:
            continue
        del notes[mark.get(_MARKED)]
        block = next((element for element in reversed(above) if element.tag in ("table", "dl")), None)
        if block is None:
            block = next(element for element in above if element.tag in (*_ENDS_AT, *_HOLDS))
        if block in last or block.tag in _ENDS_AT:
            last.get(block, block).addnext(note)
        else:
            _put_into(block, mark, note)
        last[block] = note


def _put_into(block: Any, mark: Any, note: Any) -> None:
    """Put a note into an item behind its words, above what is listed below them."""
    for child in block:
        if child.tag in ("ul", "ol", "p", "pre", "table", "blockquote", "div"):
            child.addprevious(note)
            return
    block.append(note)
