"""What came from the web, told apart: pages, documents, and what stands in an article's place."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from index.errors import ArticleError
from index.report import SourceOutcome
from tests.index.reading.page_samples import SENTENCES, page
from tests.index.web.desk import CONSENT, HTML, Desk


@pytest.mark.parametrize(
    ("path", "content_type", "body", "ending"),
    [
        ("/notes", "text/plain; charset=utf-8", "Harbour notes\n\n" + SENTENCES[0], ".txt"),
        ("/notes", "text/plain; charset=iso-8859-1", ("Über\n\n" + SENTENCES[0]).encode("latin-1"), ".txt"),
        ("/notes.md", "text/plain", "# Harbour notes\n\n" + SENTENCES[0], ".md"),
        ("/notes", "text/markdown", "# Harbour notes\n\n" + SENTENCES[0], ".md"),
        ("/page", "text/plain", page(), ".html"),
        ("/page", "application/octet-stream", page(), ".html"),
        ("/page", "application/xhtml+xml", page(), ".html"),
        ("/page.pdf", "text/html", page(), ".html"),
    ],
)
async def test_the_kind_is_told_by_what_came_before_what_it_is_called(
    desk: Desk, path: str, content_type: str, body: str | bytes, ending: str
) -> None:
    saved = await desk.saver.save(desk.site.page(path, body, content_type))
    assert saved.file.endswith(ending)
    assert len(desk.read()) == 1


CYRILLIC = page("<p>Маяк снова горит, сказал смотритель.</p>" * 3)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html; charset=windows-1251", CYRILLIC.encode("cp1251")),
        ("text/html", CYRILLIC.replace("utf-8", "windows-1251").encode("cp1251")),
        ("text/html", ("\ufeff" + CYRILLIC).encode("utf-16-le")),
        ("text/html; charset=iso-8859-1", CYRILLIC.encode()),
        ("text/html; charset=rot13", CYRILLIC.encode()),
    ],
    ids=["header", "meta", "mark", "a header that lies", "a charset that is none"],
)
async def test_pages_in_other_charsets_are_saved_as_utf8(desk: Desk, content_type: str, body: bytes) -> None:
    await desk.saver.save(desk.site.page("/light", body, content_type))
    assert "Маяк снова горит" in desk.read()[0].text


SAID_NOT_FOUND = page("<p>It may have moved.</p>", title="Page not found", heading="Page not found")
PROMPT = "<div>Subscribe to continue reading this article</div>"


@pytest.mark.parametrize(
    ("body", "content_type", "says"),
    [
        (SAID_NOT_FOUND, HTML, "not exist"),
        (CONSENT, HTML, "asks for consent"),
        (page(f"<p>{SENTENCES[0]}…</p>{PROMPT}"), HTML, "behind a paywall"),
        (page("", heading=""), HTML, "no article text"),
        ("<html><body><div id='root'></div><script>start()</script></body></html>", HTML, "text"),
        ("", HTML, "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "image/png", "is image/png, not an article"),
        (b"\0\1\2\3", "text/plain", "not an article"),
        ("<?xml version='1.0'?><rss version='2.0'></rss>", "text/xml", "is a feed"),
        ('{"a": 1}', "application/json", "is application/json"),
        (b"PK\x03\x04" + bytes(60), "application/zip", "is application/zip"),
        (page(head='<meta content="noarchive, NOINDEX" name="robots">'), HTML, "noindex"),
        (page(head="<meta name=footnote content=none>"), HTML, "noindex"),
    ],
    ids=["soft 404", "consent", "paywall", "empty", "script", "nothing", "picture", "binary", "feed", "json",
         "archive", "noindex", "noindex for us"],
)  # fmt: skip
async def test_what_is_no_article_is_reported_and_not_saved(
    desk: Desk, body: str | bytes, content_type: str, says: str
) -> None:
    with pytest.raises(ArticleError, match=says):
        await desk.saver.save(desk.site.page("/a", body, content_type))
    assert desk.files == []
    assert desk.saver.pages.every() == ()


async def test_a_header_that_asks_not_to_be_indexed_counts_unless_it_is_for_another_bot(desk: Desk) -> None:
    with pytest.raises(ArticleError, match="noindex"):
        await desk.saver.save(desk.site.page("/a", page(), X_Robots_Tag="noarchive, noindex"))
    await desk.saver.save(desk.site.page("/b", page(), X_Robots_Tag="otherbot: noindex"))


def pdf(*lines: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for number, line in enumerate(lines):
        canvas.drawString(60, 760 - 20 * number, line)
    canvas.save()
    return file.getvalue()


async def test_a_pdf_is_saved_byte_for_byte_and_each_change_of_it_counts(desk: Desk) -> None:
    first, second = pdf(*SENTENCES), pdf(*SENTENCES, "A line was added.")
    url = desk.site.page("/report", first, "application/octet-stream")
    saved = await desk.saver.save(url)
    assert saved.file.endswith(".pdf")
    assert (desk.articles / saved.file).read_bytes() == first
    assert "41 metres" in desk.read()[0].text
    assert (await desk.saver.save(url)).outcome is SourceOutcome.UNCHANGED
    desk.site.page("/report", second, "application/pdf")
    assert (await desk.saver.save(url)).outcome is SourceOutcome.CHANGED
    assert (desk.articles / saved.file).read_bytes() == second
