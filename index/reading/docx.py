"""Reads .docx: headings, paragraphs, lists and tables of a Word document. Runs in the reading process."""

import io
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
from index.reading.archives import Archive, parse_xml, refuse_entities
from index.reading.decoding import printable
from index.reading.document_properties import stated_authors, stated_title
from index.reading.docx_blocks import Blocks
from index.reading.docx_styles import Styles, W
from index.reading.fields import make_article
from index.report import Problem

_NOTES = {"footnotes": f"{W}footnoteReference", "endnotes": f"{W}endnoteReference"}


def read_docx(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The document as one article, its properties as what is known of it.

    Comments, heads and feet are left out, and so is what is struck, hidden, or deleted with changes tracked.
    Footnotes and endnotes stand behind the paragraph or table that they are notes to.
    """
    with Archive(path, "DOCX") as archive:
        for name in archive.names():
            if name.endswith((".xml", ".rels")):
                refuse_entities(archive.read(name) or b"")
        if archive.read("word/document.xml") is None and archive.read("[Content_Types].xml") is None:
            raise ArticleError("is a ZIP file, but no Word document.", "Unpack it and add what is in it.")
        document = _open(path, archive)
        notes = dict(_notes(document, archive))
    blocks = Blocks(Styles(document.styles.element), notes)
    lines = [line for line in blocks.lines(document.element.body) if line.strip("#• |")]
    text = printable("\n\n".join(lines))
    if not text.strip():
        raise ArticleError("has no text.", "Remove it, or fill it.")
    captions = tuple(map(printable, blocks.captions))
    article, _ = make_article(
        source, source, text, _stated(document), today, captions=captions, markup_read=True
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


def _notes(document: Any, archive: Archive) -> Iterator[tuple[tuple[str, str], Any]]:
    """The footnotes and endnotes, by the kind of their mark and their id."""
    for relation in document.part.rels.values():
        mark = _NOTES.get(relation.reltype.rsplit("/", 1)[-1])
        if mark is None or relation.is_external:
            continue
        data = archive.read(str(relation.target_part.partname).lstrip("/"))
        for note in parse_xml(data).iterchildren() if data else ():
            yield (mark, note.get(f"{W}id", "")), note


def _stated(document: Any) -> dict[str, Any]:
    """The document's core properties, where they are more than what programs write of their own accord."""
    try:
        core = document.core_properties
        title, authors, language = (
            str(getattr(core, name) or "") for name in ("title", "author", "language")
        )
    except (ValueError, AttributeError, KeyError, TypeError):
        return {}
    return {
        "title": stated_title(title),
        "authors": stated_authors(authors),
        "language": language or None,
    }
