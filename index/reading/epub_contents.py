"""Used by `epub_package`: a book's table of contents, in the form of today's books or of older ones."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

_AMONG_FIRST = 20  # children of an entry: its label, in some languages, and its address stand above others


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its title, where its text begins, and how deep it is indented.

    `file` is the name of a member; `fragment` the id of an element in it, empty for its beginning; `above`
    the title of the entry that it belongs to.
    """

    title: str
    file: str
    fragment: str
    depth: int
    above: str | None


def read_nav(root: Any, folder: str) -> list[Entry]:
    """The entries of a navigation document in `folder`."""
    navs = list(each(root, "nav"))
    tocs = [nav for nav in navs if "toc" in {v for key, v in nav.attrib.items() if key.endswith("type")}]
    found = []
    for nav in tocs or navs[:1]:
        for link in each(nav, "a"):
            items = [above for above in link.iterancestors() if _name(above) == "li"]
            label = next(
                (
                    child
                    for item in items[1:]
                    for child in islice(item, _AMONG_FIRST)
                    if _name(child) in ("a", "span")
                ),
                None,
            )
            found.append((link.get("href"), link, len(items), label))
    return _entries(found, folder)


def read_ncx(root: Any, folder: str) -> list[Entry]:
    """The entries of an NCX file in `folder`."""
    found = []
    for point in each(root, "navpoint"):
        content = next((child for child in islice(point, _AMONG_FIRST) if _name(child) == "content"), None)
        above = [one for one in point.iterancestors() if _name(one) == "navpoint"]
        if content is not None:
            label = _label(above[0]) if above else None
            found.append((content.get("src"), _label(point), 1 + len(above), label))
    return _entries(found, folder)


def each(root: Any, name: str) -> Iterator[Any]:
    """Every element of this name below, whatever its namespace: books get those wrong."""
    return (element for element in root.iter() if _name(element) == name)


def words(element: Any) -> str:
    """All words of an element; none of one that is not there."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def member_name(folder: str, href: str) -> str | None:
    """The member of the archive that an address in a file of `folder` names; None for one outside."""
    place = _place(folder, href)
    return place[0] if place else None


def _place(folder: str, href: str) -> tuple[str, str] | None:
    """The member that an address names, and the element in it."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    name = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    return None if name.startswith(("/", "..")) else (name, unquote(parts.fragment))


def _entries(found: list[tuple[str | None, Any, int, Any]], folder: str) -> list[Entry]:
    """The entries with a title and a place in the book; two of one title say what they belong to."""
    entries = [
        Entry(title, *place, depth, words(above) or None)
        for href, label, depth, above in found
        if (title := words(label)) and (place := _place(folder, href or ""))
    ]
    times = Counter(entry.title for entry in entries)
    return [
        replace(entry, title=f"{entry.above}: {entry.title}")
        if times[entry.title] > 1 and entry.above
        else entry
        for entry in entries
    ]


def _label(point: Any) -> Any:
    """The label of a point of an NCX file, not of one within it."""
    return next((child for child in islice(point, _AMONG_FIRST) if _name(child) == "navlabel"), None)


def _name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""
