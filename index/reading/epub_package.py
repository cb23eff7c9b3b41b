"""Used by the EPUB reader: what a book's package says: its metadata, its files in order, and their titles."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from index.errors import ArticleError
from index.reading.archives import Archive, parse_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MARKUP = frozenset(
    {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
)
_MOST_FILES = 5_000


@dataclass(frozen=True, slots=True)
class Package:
    """A book. `spine` are the names of its files of text in reading order; `titles` what the table of
    contents calls those that it names; `metadata` the Dublin Core values by name."""

    spine: tuple[str, ...]
    titles: dict[str, str]
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
    roots = [e.get("full-path") or "" for e in _each(parse_xml(container), "rootfile")]
    data = archive.read(roots[0]) if roots else None
    if data is None:
        raise archive.damaged()
    root = parse_xml(data)
    items = dict(_items(root, posixpath.dirname(roots[0])))
    spine = [
        items[ref].name
        for element in _each(root, "itemref")
        if (ref := element.get("idref")) in items
        and element.get("linear") != "no"
        and items[ref].media_type in _MARKUP
        and "nav" not in items[ref].properties
    ]
    spine = list(dict.fromkeys(spine))[:_MOST_FILES]
    _refuse_encrypted(archive, set(spine))
    return Package(tuple(spine), _titles(archive, items), _metadata(root))


def _each(root: Any, name: str) -> Iterator[Any]:
    """Every element of this name below, whatever its namespace: books get those wrong."""
    return (e for e in root.iter() if isinstance(e.tag, str) and e.tag.rsplit("}", 1)[-1].lower() == name)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _items(root: Any, folder: str) -> Iterator[tuple[str, _Item]]:
    for element in _each(root, "item"):
        if name := member_name(folder, element.get("href") or ""):
            properties = frozenset((element.get("properties") or "").split())
            yield element.get("id") or "", _Item(name, element.get("media-type") or "", properties)


def member_name(folder: str, href: str) -> str | None:
    """The member of the archive that an address in a file of `folder` names; None for one outside."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    name = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    return None if name.startswith(("/", "..")) else name


def _metadata(root: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for section in _each(root, "metadata"):
        for element in section.iter():
            if not isinstance(element.tag, str) or not (words := _words(element)):
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
            found.setdefault(name, []).append(words)
    return {name: tuple(values) for name, values in found.items()}


def _titles(archive: Archive, items: dict[str, _Item]) -> dict[str, str]:
    """The title of each file, as the table of contents has it first."""
    titles: dict[str, str] = {}
    for item in items.values():
        is_nav, is_ncx = "nav" in item.properties, item.media_type == "application/x-dtbncx+xml"
        if not (is_nav or is_ncx) or (data := archive.read(item.name)) is None:
            continue
        try:
            root = parse_xml(data)
        except ArticleError:
            continue  # a book can be read without its table of contents
        folder = posixpath.dirname(item.name)
        for href, title in _nav_links(root) if is_nav else _ncx_links(root):
            if title and (name := member_name(folder, href)):
                titles.setdefault(name, title)
    return titles


def _nav_links(root: Any) -> Iterator[tuple[str, str]]:
    navs = list(_each(root, "nav"))
    tocs = [
        nav for nav in navs if "toc" in {value for key, value in nav.attrib.items() if key.endswith("type")}
    ]
    for nav in tocs or navs[:1]:
        yield from ((link.get("href") or "", _words(link)) for link in _each(nav, "a"))


def _ncx_links(root: Any) -> Iterator[tuple[str, str]]:
    for point in _each(root, "navpoint"):
        label = next(_each(point, "text"), None)
        content = next(_each(point, "content"), None)
        if label is not None and content is not None:
            yield content.get("src") or "", _words(label)


def _refuse_encrypted(archive: Archive, spine: set[str]) -> None:
    """Raise ArticleError where the text is encrypted; that fonts are is usual, and no hindrance."""
    if (data := archive.read(_ENCRYPTION)) is None:
        return
    named = {member_name("", e.get("URI") or "") for e in _each(parse_xml(data), "cipherreference")}
    if named & spine:
        raise ArticleError("is protected against copying (DRM).", "Add a copy without protection.")
