"""A book's text is given under the chapter whose entry in the table of contents it stands under."""

from collections.abc import Sequence

import pytest

from tests.index.reading.office_samples import CONTAINER, chapter, zipped
from tests.index.reading.reading_one import read_bytes

LAMP = "The lamp burned oil of rape until the year 1871."
STORM = "In the storm of January the sea broke the door."
NIGHTS = "His daughter kept the lamp alight for nine nights."
WIRE = "The electric wire came in the year 1926."
Toc = Sequence["tuple[str, str] | tuple[str, str, Toc]"]


def _nav(entries: Toc) -> str:
    items = "".join(
        f'<li><a href="{entry[0]}">{entry[1]}</a>{_nav(entry[2]) if len(entry) > 2 else ""}</li>'
        for entry in entries
    )
    return f"<ol>{items}</ol>"


def _ncx(entries: Toc) -> str:
    return "".join(
        f'<navPoint><navLabel><text>{entry[1]}</text></navLabel><content src="{entry[0]}"/>'
        f"{_ncx(entry[2]) if len(entry) > 2 else ''}</navPoint>"
        for entry in entries
    )


def _book(files: Sequence[str], toc: Toc, *, older: bool = False) -> bytes:
    """A book of files called 0.xhtml and so on."""
    named = {f"{number}.xhtml": chapter(body) for number, body in enumerate(files)}
    items = "".join(f'<item id="f{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in named)
    refs = "".join(f'<itemref idref="f{name}"/>' for name in named)
    kind = 'media-type="text/xml"' if older else 'media-type="application/xhtml+xml" properties="nav"'
    opf = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Pennock</dc:title></metadata>'
        f'<manifest><item id="toc" href="toc.xml" {kind}/>{items}</manifest><spine toc="toc">{refs}</spine>'
        "</package>"
    )
    contents = (
        f"<ncx><navMap>{_ncx(toc)}</navMap></ncx>"
        if older
        else f'<html xmlns:e="x"><body><nav e:type="toc">{_nav(toc)}</nav></body></html>'
    )
    files_of_book = {f"OEBPS/{name}": text for name, text in named.items()}
    return zipped({
        "META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf, "OEBPS/toc.xml": contents, **files_of_book
    })  # fmt: skip


def _chapters(data: bytes) -> dict[str, list[str]]:
    articles, problems = read_bytes("p.epub", data)
    assert problems == []
    return {(one.title or "").removeprefix("Pennock: "): one.text.split("\n\n") for one in articles}


SPLIT = (
    f'<h2 id="c1">The lamp</h2><p>{LAMP}</p><h2 id="c2">The storm</h2><p>{STORM}</p>',
    f'<p>{NIGHTS}</p><h2 id="c3">The wire</h2><p>{WIRE}</p>',
)
SPLIT_TOC = (("0.xhtml#c1", "The lamp"), ("0.xhtml#c2", "The storm"), ("1.xhtml#c3", "The wire"))


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize("toc", [SPLIT_TOC, SPLIT_TOC[::-1]])
def test_chapters_begin_and_end_within_files(toc: Toc, older: bool) -> None:
    assert _chapters(_book(SPLIT, toc, older=older)) == {
        "The lamp": [LAMP],
        "The storm": [STORM, NIGHTS],
        "The wire": [WIRE],
    }


@pytest.mark.parametrize(
    "body",
    [
        f'<p>{LAMP}</p><h2><a id="c2"></a>The storm</h2><p>{STORM}</p>',
        f'<p>{LAMP}</p><h2>The <span id="c2">storm</span></h2><p>{STORM}</p>',
        f'<p>{LAMP}</p><div id="c2"><h2>The storm</h2><p>{STORM}</p></div>',
        f'<p>{LAMP}</p><h2>The storm</h2><p id="c2">{STORM}</p>',
        f'<p>{LAMP}</p><h2>The storm</h2><a name="c2"/><p>{STORM}</p>',
        f'<div><p>{LAMP}</p></div><section><p><a id="c2"/><b>{STORM}</b></p></section>',
        f'<p>{LAMP}<a id="c2"/>{STORM}</p>',
        f'<ul><li>{LAMP}</li></ul><ul><li><a id="c2"/>{STORM}</li></ul>',
    ],
)
def test_a_chapter_begins_with_the_line_that_its_entry_points_into(body: str) -> None:
    toc = (("0.xhtml", "The lamp"), ("0.xhtml#c2", "The storm"))
    found = _chapters(_book([body], toc))
    assert [line.removeprefix("• ") for line in found["The lamp"]] == [LAMP]
    assert [line.removeprefix("• ") for line in found["The storm"]] == [STORM]


def test_a_chapter_goes_on_over_files_until_the_next_entry() -> None:
    files = (f"<p>{LAMP}</p>", f"<h3>Its end</h3><p>{STORM}</p>", f"<p>{WIRE}</p>")
    assert _chapters(_book(files, (("0.xhtml", "The lamp"), ("2.xhtml", "The wire")))) == {
        "The lamp": [LAMP, "### Its end", STORM],
        "The wire": [WIRE],
    }


def test_what_stands_before_the_first_entry_goes_by_its_own_heading_or_the_books_name() -> None:
    toc = (("1.xhtml", "The lamp"), ("2.xhtml", "The storm"))
    for heading, title in (("<h1>To the reader</h1>", "To the reader"), ("", "Pennock")):
        files = (f"{heading}<p>{WIRE}</p>", f"<p>{LAMP}</p>", f"<p>{STORM}</p>")
        assert _chapters(_book(files, toc)) == {title: [WIRE], "The lamp": [LAMP], "The storm": [STORM]}


@pytest.mark.parametrize("older", [False, True])
def test_nested_entries_are_chapters_and_the_inner_has_the_text(older: bool) -> None:
    files = (
        "<h1>Part one</h1>",
        f'<h2 id="a">The lamp</h2><p>{LAMP}</p>',
        f"<p>{STORM}</p><p id='n'>{NIGHTS}</p>",
    )
    toc: Toc = (
        ("0.xhtml", "Part one", (("1.xhtml#a", "The lamp"),)),
        ("2.xhtml", "Part two", (("2.xhtml", "The storm", (("2.xhtml#n", "The nights"),)),)),
    )
    assert _chapters(_book(files, toc, older=older)) == {
        "The lamp": [LAMP],
        "The storm": [STORM],
        "The nights": [NIGHTS],
    }


def test_entries_of_one_name_say_which_part_they_belong_to() -> None:
    files = (f"<p>{LAMP}</p>", f"<h1>I</h1><p>{STORM}</p>", f"<p>{NIGHTS}</p>", f"<p>{WIRE}</p>")
    toc: Toc = (("0.xhtml", "North", (("1.xhtml", "I"),)), ("2.xhtml", "South", (("3.xhtml", "I"),)))
    assert _chapters(_book(files, toc)) == {
        "North": [LAMP],
        "North: I": ["# I", STORM],
        "South": [NIGHTS],
        "South: I": [WIRE],
    }


def test_an_entry_that_points_nowhere_is_none() -> None:
    files = (f"<p id='a'>{LAMP}</p>", f"<p>{STORM}</p>")
    toc = (
        ("0.xhtml#a", "The lamp"),
        ("0.xhtml#gone", "Gone"),
        ("7.xhtml", "No file"),
        ("1.xhtml#b", "The storm"),
    )
    assert _chapters(_book(files, toc)) == {"The lamp": [LAMP], "The storm": [STORM]}


def test_without_a_table_of_contents_the_files_headings_are_the_chapters() -> None:
    files = (f"<h2>The lamp</h2><p>{LAMP}</p>", f"<p>{STORM}</p>", f"<h2>The wire</h2><p>{WIRE}</p>")
    assert _chapters(_book(files, ())) == {"The lamp": [LAMP, STORM], "The wire": [WIRE]}


def test_struck_and_hidden_words_of_a_book_are_no_text() -> None:
    body = f"<p>It was <del>12</del> 15 m.<sup><a href='#n1'>1</a></sup></p><p hidden=''>{STORM}</p>"
    (article,), _ = read_bytes("p.epub", _book([body + f"<p>{LAMP}</p>"], ()))
    assert article.text.split("\n\n") == ["It was 15 m.", LAMP]
