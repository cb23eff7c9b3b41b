"""Reads .pdf: the text layer in reading order, and what the file says of itself (in the reading process)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.decoding import printable
from index.reading.document_properties import stated_authors, stated_title
from index.reading.fields import make_article
from index.reading.pdf_layout import PageText, columns
from index.reading.pdf_lines import stretches
from index.reading.pdf_paragraphs import paragraphs
from index.report import Problem

LARGEST_PDF_BYTES = 200_000_000
MOST_PAGES = 3_000
_MOST_LISTED = 5


def read_pdf(path: Path, source: str, today: date) -> Iterator[RawArticle | Problem]:
    """The file as one article. Pages without text, in a file that has some, are a problem beside it."""
    size = path.stat().st_size
    if size == 0:
        raise ArticleError("is empty.", "Remove it, or fill it.")
    if size > LARGEST_PDF_BYTES:
        raise ArticleError(
            f"has {size / 1e6:,.0f} MB; of a PDF at most {LARGEST_PDF_BYTES / 1e6:.0f} MB are read.",
            "Split it.",
        )
    with path.open("rb") as file:
        beginning = file.read(1024)
    if b"%PDF" not in beginning:
        raise ArticleError("is no PDF, whatever its name says.", "Give it the ending of what it is.")
    document = _open(path)
    try:
        yield from _read(document, source, today)
    except pypdfium2.PdfiumError:
        raise _damaged() from None
    finally:
        document.close()


def _open(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ArticleError("is protected with a password.", "Save it without one.") from None
        raise _damaged() from None


def _damaged() -> ArticleError:
    return ArticleError("is a damaged PDF.", "Fetch or save it anew.")


def _read(document: Any, source: str, today: date) -> Iterator[RawArticle | Problem]:
    count = len(document)
    if count == 0:
        raise ArticleError("is a PDF without pages.", "Fetch or save it anew.")
    if count > MOST_PAGES:
        raise ArticleError(f"has {count:,} pages; at most {MOST_PAGES:,} are read.", "Split it.")
    pages: list[PageText] = []
    without: list[int] = []
    for number in range(count):
        page, has_picture = _page(document, number)
        pages.append(page)
        if not page.stretches and has_picture:
            without.append(number + 1)
    text = printable("\n\n".join(paragraphs(columns(pages))))
    if not text.strip():
        if without:
            raise ArticleError(
                "is a scan: pictures of pages, without their text.",
                "Have its text recognised (OCR), then add it.",
            )
        raise ArticleError("has no text.", "Remove it, or save it with its text.")
    if without:
        some = ", ".join(map(str, without[:_MOST_LISTED])) + (
            " and others" if len(without) > _MOST_LISTED else ""
        )
        yield Problem(
            source,
            f"{len(without)} of {count} pages are scans without text (page {some}); the others are indexed.",
        )
    article, _ = make_article(source, source, text, _stated(document), today, markup_read=True)
    yield article


def _page(document: Any, number: int) -> tuple[PageText, bool]:
    """The text of a page, and whether there is a picture on it."""
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            found = stretches(textpage)
        finally:
            textpage.close()
        has_picture = not found and any(
            True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        )
        return PageText(found, page.get_height()), has_picture
    finally:
        page.close()


def _stated(document: Any) -> dict[str, Any]:
    """What the file says of itself, where it is more than what programs write of their own accord."""
    info = {key: printable(value) for key, value in document.get_metadata_dict().items()}
    return {
        "title": stated_title(info.get("Title", "")),
        "authors": stated_authors(info.get("Author", "")),
    }
