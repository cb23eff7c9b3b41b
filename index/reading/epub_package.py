"""Used by the EPUB reader: what a book's package says: its metadata, its files in order, its contents."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.errors import ArticleError
from index.reading.archives import Archive, parse_xml
from index.reading.epub_contents import Entry, each, member_name, read_nav, read_ncx, words

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MARKUP = frozenset(
    {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
)
_NCX = "application/x-dtbncx+xml"
_MOST_FILES = 5_000


@dataclass(frozen=True, slots=True)
class Package:
    """A book. `spine` are the names of its files of text in reading order; `contents` the table of contents;
    `metadata` the Dublin Core values by name."""

    spine: tuple[str, ...]
    contents: tuple[Entry, ...]
    metadata: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    media_type: str
    properties: frozenset[str]


def read_package(archive: Archive) -> Package:
    """The book's package. Raises ArticleError where there is none, or its text is encrypted."""
    container = archive.read(_CONTAINER)
    if container is None:
        raise ArticleError("is a ZIP file, but no EPUB book.", "Unpack it and add what is in it.")
    roots = [e.get("full-path") or "" for e in each(parse_xml(container), "rootfile")]
    data = archive.read(roots[0]) if roots else None
    if data is None:
        raise archive.damaged()
    root = parse_xml(data)
    items = dict(_items(root, posixpath.dirname(roots[0])))
    spine = [
        items[ref].name
        for element in each(root, "itemref")
        if (ref := element.get("idref")) in items
        and element.get("linear") != "no"
        and items[ref].media_type in _MARKUP
        and "nav" not in items[ref].properties
    ]
    spine = list(dict.fromkeys(spine))[:_MOST_FILES]
    _refuse_encrypted(archive, set(spine))
    return Package(tuple(spine), _contents(archive, root, items), _metadata(root))


def _contents(archive: Archive, root: Any, items: dict[str, _Item]) -> tuple[Entry, ...]:
    """The table of contents: that of today's books, else that of older ones, which many have beside it."""
    named = {e.get("toc") for e in each(root, "spine")}
    navs = [item.name for item in items.values() if "nav" in item.properties]
    older = [item.name for id_, item in items.items() if item.media_type == _NCX or id_ in named]
    for name, read in [*((name, read_nav) for name in navs), *((name, read_ncx) for name in older)]:
        data = archive.read(name)
        try:
            entries = read(parse_xml(data), posixpath.dirname(name)) if data else ()
        except ArticleError:
            continue  # a book can be read without its table of contents
        if entries:
            return tuple(entries)
    return ()


def _items(root: Any, folder: str) -> Iterator[tuple[str, _Item]]:
    for element in each(root, "item"):
        if name := member_name(folder, element.get("href") or ""):
            properties = frozenset((element.get("properties") or "").split())
            yield element.get("id") or "", _Item(name, element.get("media-type") or "", properties)


def _metadata(root: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for section in each(root, "metadata"):
        for element in section.iter():
            if not isinstance(element.tag, str) or not (value := words(element)):
                continue
            name = element.tag.rsplit("}", 1)[-1].lower()
            attributes = {key.rsplit("}", 1)[-1]: value for key, value in element.attrib.items()}
            if name == "meta":
                name = attributes.get("property", "").rsplit(":", 1)[-1].lower()
            if name == "date" and attributes.get("event", "publication") not in (
                "publication",
                "original-publication",
            ):
                continue
            if name == "creator" and attributes.get("role", "aut") != "aut":
                continue
            found.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _refuse_encrypted(archive: Archive, spine: set[str]) -> None:
    """Raise ArticleError where the text is encrypted; that fonts are is usual, and no hindrance."""
    if (data := archive.read(_ENCRYPTION)) is None:
        return
    named = {member_name("", e.get("URI") or "") for e in each(parse_xml(data), "cipherreference")}
    if named & spine:
        raise ArticleError("is protected against copying (DRM).", "Add a copy without protection.")
