"""Used by the EPUB reader: where in a file of a book the entries of its table of contents begin."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import Element

from index.reading.epub_contents import Entry

# Elements that give whole lines: a chapter that begins in one begins with it.
_WHOLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "pre", "summary", "figcaption"})
# An element below one of these begins a line; below others it begins one where nothing stands before it.
_CONTAINERS = frozenset(
    {"html", "body", "div", "section", "article", "main", "header", "blockquote", "ul", "ol"}
)
_MOST_SIBLINGS = 50  # that are looked at for text before an entry; books have a few marks there, and no more


def mark_entries(tree: Any, entries: Sequence[Entry]) -> tuple[Entry | None, list[tuple[Any, Entry]]]:
    """Put an element where each entry begins.

    Returns the entry of the file's beginning, None where none is, and the elements with their entries. Of
    entries at one place the most indented counts, else the first.
    """
    named = _named(tree) if any(entry.fragment for entry in entries) else {}
    at_beginning = [entry for entry in entries if not entry.fragment]
    places: dict[Any, list[Entry]] = {}
    for entry in entries:
        if (element := named.get(entry.fragment)) is not None:
            places.setdefault(_begin_of(element), []).append(entry)
    if not at_beginning and not places:
        at_beginning = list(entries[:1])  # what they name is not there
    marks = []
    for element, there in places.items():
        mark = Element("hr")
        element.addprevious(mark)
        marks.append((mark, _deepest(there)))
    return _deepest(at_beginning) if at_beginning else None, marks


def entry_mark(number: int) -> str:
    """The line by which the beginning of a file's nth entry is known: no text has a character 0."""
    return f"\0{number}"


def _deepest(entries: Sequence[Entry]) -> Entry:
    return max(entries, key=lambda entry: entry.depth)


def _named(tree: Any) -> dict[str, Any]:
    """The elements of a tree below its body by their ids."""
    found: dict[str, Any] = {}
    for body in tree.iter("body"):
        for element in body.iterdescendants():
            for name in (element.get("id"), element.get("name")) if isinstance(element.tag, str) else ():
                if name:
                    found.setdefault(name, element)
    return found


def _begin_of(element: Any) -> Any:
    """What an entry begins with, given the element that it names: the line in which that is first."""
    whole = [above for above in _upwards(element) if above.tag in _WHOLE]
    begin = whole[-1] if whole else element
    for above in _upwards(begin):
        parent = above.getparent()
        if parent.tag in _CONTAINERS or _has_before(parent, above):
            return above
    return begin


def _upwards(element: Any) -> Iterator[Any]:
    """An element and those above it, up to the body."""
    while element is not None and element.tag not in ("html", "body"):
        yield element
        element = element.getparent()


def _has_before(parent: Any, child: Any) -> bool:
    """Whether any text of the parent stands before one of its children."""
    if (parent.text or "").strip():
        return True
    for number, sibling in enumerate(child.itersiblings(preceding=True)):
        if (
            number == _MOST_SIBLINGS
            or (sibling.tail or "").strip()
            or any(text.strip() for text in sibling.itertext())
        ):
            return True
    return False
