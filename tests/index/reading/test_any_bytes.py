"""Whatever is in a file, its reader gives articles and problems, or says in an ArticleError why not."""

import importlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.article import RawArticle
from index.errors import ArticleError
from index.reading.html import extract_page
from index.reading.registry import READERS, SANDBOXED_READERS, load_reader
from index.report import Problem
from tests.index.reading.office_samples import book, chapter, document, with_member
from tests.index.reading.page_samples import ARTICLE
from tests.index.reading.pdf_samples import report

TODAY = date(2026, 11, 21)
WHOLE = {
    ".html": ARTICLE.encode(),
    ".pdf": report(["The light burns again, and the harbour office is content."] * 3),
    ".docx": document(),
    ".epub": book(),
}
ENDINGS = sorted({*READERS, *SANDBOXED_READERS} - {".htm", ".xhtml", ".markdown", ".jsonl.gz"})
_FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(ending: str, folder: Path, data: bytes) -> None:
    path = folder / f"file{ending}"
    path.write_bytes(data)
    read = READERS.get(ending) or load_reader(ending)
    found: list[RawArticle | Problem] = []
    said = "."
    try:
        found = list(read(path, path.name, TODAY))
    except ArticleError as error:
        said = error.message
    assert said.endswith(".")
    for article in found:
        if isinstance(article, RawArticle):
            assert article.text.strip()
            article.text.encode()  # no lone surrogate, which could not be stored


@pytest.mark.parametrize("ending", ENDINGS)
@_FEW
@given(data=st.binary(max_size=400))
def test_arbitrary_bytes(ending: str, tmp_path: Path, data: bytes) -> None:
    _read(ending, tmp_path, data)


@pytest.mark.parametrize("ending", sorted(WHOLE))
@_FEW
@given(at=st.floats(0, 1), cut=st.floats(0, 1), put=st.binary(max_size=20), end=st.booleans())
def test_a_whole_file_that_was_damaged(
    ending: str, tmp_path: Path, at: float, cut: float, put: bytes, end: bool
) -> None:
    """Cut off somewhere, or with some of its bytes replaced."""
    whole = WHOLE[ending]
    start = int(at * len(whole))
    stop = len(whole) if end else min(len(whole), start + int(cut * 100))
    _read(ending, tmp_path, whole[:start] + put + whole[stop:])


_TAGS = (
    "div",
    "p",
    "table",
    "tr",
    "td",
    "article",
    "h1",
    "figure",
    "figcaption",
    "li",
    "time",
    "br",
    "a",
    "meta",
)
_MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
        st.sampled_from(
            ['<script type="application/ld+json">', "</script>", '{"@type": "Article", "author": [', "]}"]
        ),
        st.sampled_from(
            ["<time datetime='2026-05-02'>", "<html lang='x'>", "<link rel=canonical href='//'>", "&nbsp;"]
        ),
        st.text(max_size=30),
    ),
    max_size=40,
).map("".join)


@_FEW
@given(_MARKUP)
@example("<link rel=canonical href='http://[x'>")
@example("\x00\ud800")
def test_arbitrary_markup(markup: str) -> None:
    try:
        page = extract_page(markup, url="https://gazette.example/a", today=TODAY)
    except ArticleError:
        return
    page.text.encode()
    assert page.url is not None


@_FEW
@given(_MARKUP)
def test_arbitrary_markup_in_a_book_and_xml_in_a_document(
    tmp_path_factory: pytest.TempPathFactory, markup: str
) -> None:
    folder = tmp_path_factory.mktemp("made")
    _read(".epub", folder, book(two=chapter(markup), nav=markup.encode("utf-8", "replace")))
    _read(".docx", folder, with_member(document(), "word/document.xml", markup.encode("utf-8", "replace")))
    _read(".docx", folder, with_member(document(), "word/styles.xml", markup.encode("utf-8", "replace")))


def test_every_reader_of_the_registry_can_be_loaded() -> None:
    for ending, place in SANDBOXED_READERS.items():
        assert load_reader(ending) is getattr(
            importlib.import_module(place.split(":")[0]), place.split(":")[1]
        )
