"""Reads .docx: headings, paragraphs, lists and tables of a Word document. Runs in the reading process."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.archives import Archive, refuse_entities
from index.reading.decoding import printable
from index.reading.fields import make_article
from index.report import Problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|overskrift|rubrik)\s*\d|title", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|beschriftung|légende", re.IGNORECASE)
_LIST = re.compile(r"list (?:paragraph|bullet|number)", re.IGNORECASE)
_FRAME = re.compile(r"toc \d|table of figures|header|footer", re.IGNORECASE)
# What stands in a document and not in its text: deleted words, comments' marks, fields' codes, and
# fall-backs that say the same again for old programs.
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_NO_NAME = re.compile(
    r"(?:python-docx|user|admin(?:istrator)?|author|windows.*|microsoft.*|unknown)?", re.IGNORECASE
)
_DEFAULT_YEAR = 2013  # python-docx's own template, and what it makes up, say so


def read_docx(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The document as one article, its properties as what is known of it.

    Footnotes, comments, heads and feet are left out, and so is what was deleted with changes tracked.
    """
    with Archive(path, "DOCX") as archive:
        for name in archive.names():
            if name.endswith((".xml", ".rels")):
                refuse_entities(archive.read(name) or b"")
        if archive.read("word/document.xml") is None and archive.read("[Content_Types].xml") is None:
            raise ArticleError("is a ZIP file, but no Word document.", "Unpack it and add what is in it.")
        document = _open(path, archive)
    blocks = _Blocks(document)
    lines = [line for line in blocks.lines(document.element.body) if line.strip("#• |")]
    text = printable("\n\n".join(lines))
    if not text.strip():
        raise ArticleError("has no text.", "Remove it, or fill it.")
    article, _ = make_article(
        source, source, text, _stated(document), today, captions=tuple(map(printable, blocks.captions))
    )
    yield article


def _open(path: Path, archive: Archive) -> Any:
    try:
        return docx.Document(io.BytesIO(path.read_bytes()))
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
    ):
        raise archive.damaged() from None


class _Blocks:
    """Goes through a document's body; the captions that it meets are kept apart."""

    def __init__(self, document: Any) -> None:
        self.captions: list[str] = []
        # Built once: python-docx looks each style up among all of them, for each paragraph.
        self._styles = {str(s.style_id): str(s.name or "") for s in document.styles}

    def lines(self, body: Any) -> Iterator[str]:
        """A line for each paragraph and each row of a table."""
        for element in body.iterchildren():
            match element.tag.removeprefix(_W) if isinstance(element.tag, str) else "":
                case "p":
                    yield self._paragraph(element)
                case "tbl":
                    for row in element.iter(f"{_W}tr"):
                        yield " | ".join(_squeezed(cell) for cell in row.iterchildren(f"{_W}tc"))
                case "sdt" | "sdtContent" | "ins" | "customXml" | "smartTag":
                    yield from self.lines(element)

    def _paragraph(self, element: Any) -> str:
        words = _squeezed(element)
        properties = element.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        name = self._styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
        if not words or _FRAME.match(name):
            return ""
        if _CAPTION.match(name):
            self.captions.append(words)
            return ""
        if _HEADING.match(name) or (
            properties is not None and properties.find(f"{_W}outlineLvl") is not None
        ):
            return f"# {words}"
        listed = properties is not None and properties.find(f"{_W}numPr") is not None
        return f"• {words}" if listed or _LIST.match(name) else words


def _squeezed(element: Any) -> str:
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:
    """The words in an element, in order, with a space for each tab, break and end of a paragraph.

    A stack and not a recursion: documents can be nested to any depth.
    """
    stack = [element]
    while stack:
        current = stack.pop()
        if isinstance(current, str):
            yield current
            continue
        if current.tag in _LEFT_OUT or not isinstance(current.tag, str):
            continue
        if current.tag == f"{_W}t":
            yield current.text or ""
        elif current.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif current.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            if current.tag in (f"{_W}p", f"{_W}tc"):
                stack.append(" ")
            stack.extend(reversed(current))


def _stated(document: Any) -> dict[str, Any]:
    """The document's core properties, where they are more than what programs write of their own accord."""
    try:
        core = document.core_properties
        created, modified = core.created, core.modified
        texts = {name: str(getattr(core, name) or "") for name in ("title", "author", "language")}
    except (ValueError, AttributeError, KeyError, TypeError):
        return {}
    names = [name.strip() for name in re.split(r";|\s+and\s+", texts["author"])]
    return {
        "title": None if texts["title"] == "Word Document" else texts["title"][:300] or None,
        "authors": [name for name in names if not _NO_NAME.fullmatch(name)],
        "date": created if created and created.year > _DEFAULT_YEAR else None,
        "modified": modified if modified and modified.year > _DEFAULT_YEAR else None,
        "language": texts["language"] or None,
    }
