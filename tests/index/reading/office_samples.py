"""Word documents and books, made by the tests: as programs write them, and as nobody should."""

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.oxml import OxmlElement

from tests.index.reading.page_samples import SENTENCES

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>
<dc:title>The Keepers</dc:title><dc:creator opf:role="aut">J. Voss</dc:creator>
<dc:creator opf:role="ill">O. Lund</dc:creator><dc:language>en-GB</dc:language>
<dc:publisher>Mole Press</dc:publisher><dc:date>2026-05-02</dc:date></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="more" href="text/more.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="tower.jpg" media-type="image/jpeg"/></manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="two"/><itemref idref="more"/>
<itemref idref="one"/><itemref idref="notes" linear="no"/><itemref idref="pic"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><a href="text/cover.xhtml">Begin here</a></nav><nav epub:type="toc"><ol>
<li><a href="text/two.xhtml">The storm</a></li><li><a href="text/one%20a.xhtml#top">The lamp</a></li></ol>
</nav></body></html>"""


def chapter(body: str) -> str:
    """A chapter's file."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{body}</body></html>"
    )


BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": OPF,
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/text/cover.xhtml": chapter("<img src='../tower.jpg'/>"),
    "OEBPS/text/two.xhtml": chapter(
        f"<h1>The storm</h1><p>{SENTENCES[4]}</p><figure><figcaption>The gallery.</figcaption></figure>"
    ),
    "OEBPS/text/more.xhtml": chapter(f"<p>{SENTENCES[3]}&nbsp;<i>Then</i> home.</p><ul><li>a lamp</li></ul>"),
    "OEBPS/text/one a.xhtml": chapter(f"<h2>The lamp</h2><p>{SENTENCES[1]}</p><h3>Its glass</h3><p>Old.</p>"),
    "OEBPS/text/notes.xhtml": chapter("<p>Notes that stand outside the text.</p>"),
    "OEBPS/tower.jpg": "no picture",
}


def zipped(members: dict[str, Any]) -> bytes:
    """An archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def book(**changes: Any) -> bytes:
    """The book with some members changed; None takes one out. A member goes by its name's last part."""
    members = {
        name: changes.get(name.rsplit("/", 1)[-1].split(".")[0].replace(" ", "_"), content)
        for name, content in BOOK.items()
    }
    return zipped({name: content for name, content in members.items() if content is not None})


def document() -> bytes:
    """A Word document with everything that the reader knows."""
    word = docx.Document()
    core = word.core_properties
    core.title, core.author, core.language = "The harbour in 2026", "J. Voss; Ida Brandt", "en-GB"
    core.created, core.modified = datetime(2026, 5, 2), datetime(2026, 5, 3)
    word.add_heading("The harbour in 2026", 0)
    word.add_paragraph(SENTENCES[0])
    word.add_heading("What it cost", 2)
    paragraph = word.add_paragraph("The county paid ")
    paragraph.add_run("a third").bold = True
    paragraph.add_run("\tand more.")
    inserted = OxmlElement("w:ins")
    inserted.append(word.add_paragraph().add_run(" Inserted words.")._r)
    paragraph._p.append(inserted)
    deleted = OxmlElement("w:del")
    deleted.append(word.add_paragraph().add_run("Deleted words.")._r)
    paragraph._p.append(deleted)
    word.add_paragraph("a tower", style="List Bullet")
    word.add_paragraph("a lamp", style="List Number")
    word.add_paragraph("The tower at dusk.", style="Caption")
    table = word.add_table(rows=2, cols=2)
    for row, cells in enumerate([("Year", "Height"), ("1890", "35 m")]):
        for at, cell in enumerate(cells):
            table.cell(row, at).text = cell
    return saved(word)


def saved(word: Any) -> bytes:
    """The document as a file's bytes."""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def with_member(data: bytes, name: str, content: bytes | str) -> bytes:
    """An archive with a member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, Any] = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**members, name: content})
