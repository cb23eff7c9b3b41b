"""What the readers of DOCX and EPUB make of a file, and what they say of one that is not as it should be."""

from datetime import date

import pytest

from index.cleaning import clean
from tests.index.reading.office_samples import BOOK, OPF, book, chapter, document, with_member, zipped
from tests.index.reading.page_samples import SENTENCES
from tests.index.reading.reading_one import read_bytes

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DECLARES = "holds XML that declares entities, as no such file needs to. Remove it."
RENAMED = ", whatever its name says. Give it the ending of what it is."
UNPACK = "Unpack it and add what is in it."
ZEROS = bytes(60_000_000)


def test_a_document_comes_with_its_headings_lists_and_tables() -> None:
    (article,), problems = read_bytes("report.docx", document())
    assert problems == []
    assert article.text.split("\n\n") == [
        "# The harbour in 2026",
        SENTENCES[0],
        "## What it cost",
        "The county paid a third and more. Inserted words.",
        "• a tower",
        "• a lamp",
        "Year: 1890 | Height: 35 m",
    ]
    assert article.captions == ("The tower at dusk.",)


def test_a_documents_properties_are_what_is_known_of_it() -> None:
    (article,), _ = read_bytes("report.docx", document())
    assert (article.title, article.authors) == ("The harbour in 2026", ("J. Voss", "Ida Brandt"))
    assert (article.published, article.modified) == (None, None)  # those are the file's
    assert (article.language, article.id) == ("en", "report.docx")


def test_a_book_is_an_article_for_each_chapter_in_the_order_of_reading() -> None:
    articles, problems = read_bytes("keepers.epub", book())
    assert problems == []
    assert [(article.title, article.id) for article in articles] == [
        ("The Keepers: The storm", "keepers.epub#OEBPS/text/two.xhtml"),
        ("The Keepers: The lamp", "keepers.epub#OEBPS/text/one a.xhtml"),
    ]
    assert [article.source for article in articles] == [article.id for article in articles]
    storm, lamp = (article.text.split("\n\n") for article in articles)
    # A file without a title of its own goes on with the chapter before it.
    assert storm == [SENTENCES[4], f"{SENTENCES[3]} Then home.", "• a lamp"]
    assert lamp == [SENTENCES[1], "### Its glass", "Old."]
    assert articles[0].captions == ("The gallery.",)


def test_a_books_package_is_what_is_known_of_its_chapters() -> None:
    articles, _ = read_bytes("keepers.epub", book())
    info = clean(articles[0]).info
    assert (info.authors, info.publisher, info.language) == (("J. Voss",), "Mole Press", "en")
    assert info.published == date(2026, 5, 2)


def test_a_book_of_one_chapter_goes_by_its_own_name() -> None:
    (article,), _ = read_bytes("keepers.epub", book(two=chapter(""), more=chapter("")))
    assert (article.id, article.title) == ("keepers.epub", "The Keepers")


def test_an_older_books_table_of_contents_is_read() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Wind</text>'
        '</navLabel><content src="text/two.xhtml"/></navPoint></navMap></ncx>'
    )
    item = '<item id="nav" href="nav.xhtml" media-type="application/x-dtbncx+xml"/>'
    opf = OPF.replace(OPF[OPF.index('<item id="nav"') : OPF.index('<item id="cover"')], item)
    articles, _ = read_bytes("keepers.epub", book(nav=ncx, book=opf))
    assert [article.title for article in articles] == ["The Keepers: Wind", "The Keepers: The lamp"]


def test_a_chapter_that_cannot_be_read_is_named_and_the_others_are_indexed() -> None:
    articles, problems = read_bytes("keepers.epub", book(two="<div>" * 5000, more=None))
    assert [article.title for article in articles] == ["The Keepers: The lamp"]
    assert problems == [
        "OEBPS/text/two.xhtml in it is nested too deep to be read. Save its text as a .txt file.",
        "OEBPS/text/more.xhtml in it is missing.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"", "is empty. Remove it, or fill it."),
        ("a.docx", b"plain text", f"is no DOCX file{RENAMED}"),
        ("a.docx", document()[:3000], "is a damaged DOCX file. Fetch or save it anew."),
        ("a.docx", zipped({"a.txt": "x"}), f"is a ZIP file, but no Word document. {UNPACK}"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "is protected with a password. Save it without one."),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
         "is an old Office file, whatever its name says. Save it as .docx."),
        ("a.docx", with_member(document(), "word/document.xml", ENTITIES + "<x>&b;</x>"), DECLARES),
        ("a.docx", with_member(document(), "word/document.xml", (OUTSIDE + "<x>&a;</x>").encode("utf-16")),
         DECLARES),
        ("a.docx", with_member(document(), "word/media/x.bin", ZEROS),
         "would unpack to 60 MB, far more than a text has. Remove it, or save its text as .txt."),
        ("a.epub", b"", "is empty. Remove it, or fill it."),
        ("a.epub", book()[:900], "is a damaged EPUB file. Fetch or save it anew."),
        ("a.epub", zipped({"a.txt": "x"}), f"is a ZIP file, but no EPUB book. {UNPACK}"),
        ("a.epub", book(book=None), "is a damaged EPUB file. Fetch or save it anew."),
        ("a.epub", book(book=OPF.replace("<manifest>", "<manif")),
         "holds XML that cannot be read. Save it anew."),
        ("a.epub", book(book=OPF.replace("<package", ENTITIES + "<package")), DECLARES),
        ("a.epub", book(container=OUTSIDE + "<x>&a;</x>"), DECLARES),
        ("a.epub", book(tower=ZEROS),
         "would unpack to 60 MB, far more than a text has. Remove it, or save its text as .txt."),
        ("a.epub", zipped({f"{n}.txt": "" for n in range(20_001)}),
         "holds 20,001 parts; at most 20,000 are read. Remove it."),
        ("a.epub", zipped({**BOOK, "META-INF/encryption.xml":
                           '<e><CipherReference URI="OEBPS/text/two.xhtml"/></e>'}),
         "is protected against copying (DRM). Add a copy without protection."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_reported_with_the_reason(name: str, data: bytes, said: str) -> None:
    assert read_bytes(name, data) == ([], [said])


def test_entities_in_one_chapter_cost_that_chapter() -> None:
    bad = chapter("<p>&b;</p>").replace("<!DOCTYPE html>", ENTITIES)
    articles, problems = read_bytes("a.epub", book(two=bad))
    assert problems == [f"OEBPS/text/two.xhtml in it {DECLARES}"]
    assert all("aaaa" not in article.text for article in articles)


@pytest.mark.parametrize(
    "href", ["../../etc/hostname", "/etc/hostname", "file:///etc/hostname", "..%2F..%2Fx"]
)
def test_names_in_an_archive_lead_nowhere(href: str) -> None:
    """A name is looked for among the members and nowhere else, also where a member is called so."""
    slip = zipped({
        **BOOK,
        "OEBPS/book.opf": OPF.replace("text/two.xhtml", href),
        href: "<p>Not to be read by any reader.</p>",
    })  # fmt: skip
    articles, _ = read_bytes("a.epub", slip)
    assert articles
    assert all("Not to be read" not in article.text for article in articles)


@pytest.mark.parametrize("ending", [".doc", ".odt", ".rtf", ".mobi", ".mhtml"])
def test_older_kinds_are_named_with_what_to_make_of_them(ending: str) -> None:
    articles, (said,) = read_bytes(f"report{ending}", b"x")
    assert articles == []
    assert said.startswith(f"is of a kind that cannot be read ({ending}). ")
    assert any(kind in said for kind in (".docx", ".epub", ".html"))
