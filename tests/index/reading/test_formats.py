"""What the readers of Markdown and of JSON lines take from a file, and what they say of its faults."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Kind, RawArticle
from index.reading import read_file
from index.reading.dates import parse_date
from index.reading.json_lines import MOST_PROBLEMS
from index.report import Problem

TODAY = date(2026, 11, 21)


def _read(path: Path) -> tuple[list[RawArticle], list[tuple[str, str]]]:
    found = list(read_file(path, path.parent, TODAY))
    articles = [one for one in found if isinstance(one, RawArticle)]
    return articles, [(one.source, one.reason) for one in found if isinstance(one, Problem)]


def _markdown(folder: Path, text: str) -> tuple[list[RawArticle], list[str]]:
    path = folder / "note.md"
    path.write_text(text)
    articles, problems = _read(path)
    return articles, [reason for _, reason in problems]


def _lines(folder: Path, *lines: str) -> tuple[list[RawArticle], list[tuple[str, str]]]:
    path = folder / "news.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return _read(path)


def test_front_matter_says_what_is_known_of_an_article(tmp_path: Path) -> None:
    articles, problems = _markdown(
        tmp_path,
        "---\n"
        "title: 1984\n"
        "publisher: Harbour Gazette\n"
        "authors: [J. Voss, Ida Brandt]\n"
        "date: 2026-05-02\n"
        "url: https://gazette.example/light\n"
        "language: en-GB\n"
        "kind: brief\n"
        "---\n\nThe light burns again.\n",
    )
    assert problems == []
    assert articles == [
        RawArticle(
            id="note.md",
            source="note.md",
            text="The light burns again.",
            title="1984",
            url="https://gazette.example/light",
            publisher="Harbour Gazette",
            authors=("J. Voss", "Ida Brandt"),
            published=date(2026, 5, 2),
            language="en",
            kind=Kind.BRIEF,
            markup_read=True,
        )
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("date: May 2026", "date must be a full date such as 2026-05-02"),
        ("published: 2026-13-45", "published must be a full date such as 2026-05-02"),
        ("url: javascript:alert(1)", "url must be an http or https address"),
        ("authors: {name: J. Voss}", "authors must be a name or a list of names"),
        ("language: English", "language must be a code of two letters such as en"),
        ("kind: poem", "kind must be one of article, brief"),
        ("title: [a, b]", "title must be text of at most 500 characters"),
    ],
)
def test_a_wrong_value_is_reported_and_the_article_given_without_it(
    tmp_path: Path, line: str, reason: str
) -> None:
    articles, problems = _markdown(tmp_path, f"---\npublisher: Gazette\n{line}\n---\nThe light burns.\n")
    assert problems == [f"front matter: {reason}; indexed without it."]
    assert (articles[0].text, articles[0].publisher) == ("The light burns.", "Gazette")
    assert (articles[0].title, articles[0].url, articles[0].published) == (None, None, None)


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: a\nb", "front matter: line 3 is no key with a value; indexed without it."),
        ("- a\n- b", "front matter: must be keys with values; indexed without it."),
        ("a: " + "[" * 30_000, "front matter: is not YAML that can be read; indexed without it."),
        ("a: " + "x" * 70_000, "front matter: is longer than 64,000 characters; indexed without it."),
    ],
    ids=["not YAML", "a list", "nested without end", "endless"],
)
def test_damaged_front_matter_costs_itself_and_not_the_article(
    tmp_path: Path, front: str, reason: str
) -> None:
    articles, problems = _markdown(tmp_path, f"---\n{front}\n---\nThe light burns.\n")
    assert problems == [reason]
    assert [article.text for article in articles] == ["The light burns."]


def test_markdown_becomes_its_words_with_headings_and_items_marked(tmp_path: Path) -> None:
    articles, _ = _markdown(
        tmp_path,
        "The *old* light\n===============\n\nIt was [rebuilt](https://example.org) in\ntwo `long` years.\n\n"
        "- of **stone**\n- of glass\n\n> by hand\n\n<div>markup</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    assert articles[0].text.split("\n\n") == [
        "# The old light",
        "It was rebuilt in two long years.",
        "• of stone",
        "• of glass",
        "by hand",
        "markup",
        "a: 1 | b: 2",
    ]


def test_a_rule_at_the_top_that_never_closes_is_no_front_matter(tmp_path: Path) -> None:
    articles, problems = _markdown(tmp_path, "---\n\nThe light burns.\n")
    assert ([article.text for article in articles], problems) == (["The light burns."], [])


def test_front_matter_without_an_article_is_reported(tmp_path: Path) -> None:
    assert _markdown(tmp_path, "---\ntitle: Light\n---\n\n") == (
        [],
        ["has no text below its front matter. Write the article there."],
    )


def test_a_line_gives_an_article_whose_publisher_is_the_host_where_none_is_named(tmp_path: Path) -> None:
    record = {
        "id": "n1",
        "url": "https://www.gazette.example/1",
        "title": " Ferry  sails ",
        "text": "It sails.",
        "authors": ["J. Voss", "J. Voss"],
        "date": "2022/05/31",
    }
    articles, problems = _lines(tmp_path, json.dumps(record))
    assert problems == []
    assert articles == [
        RawArticle(
            id="n1",
            source="news.jsonl#n1",
            text="It sails.",
            title="Ferry sails",
            url="https://www.gazette.example/1",
            publisher="gazette.example",
            authors=("J. Voss",),
            published=date(2022, 5, 31),
        )
    ]


def test_a_bad_line_is_reported_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    articles, problems = _lines(
        tmp_path,
        '{"id": "n1", "text": "One."}',
        "{not json}",
        "",
        '["a list"]',
        '{"text": "no id"}',
        '{"id": "n6"}',
        '{"id": "n7", "text": "Seven.", "date": "soon"}',
        '{"id": "n8", "n": ' + "9" * 5000 + "}",
        "[" * 100_000,
    )
    assert [article.id for article in articles] == ["n1", "n7"]
    assert problems == [
        ("news.jsonl, line 2", "is not JSON (Expecting property name enclosed in double quotes, column 2)."),
        ("news.jsonl, line 4", "is JSON, but not an object with keys."),
        ("news.jsonl, line 5", "has no id. Fill its key id."),
        ("news.jsonl, line 6", "has no text. Fill its key text."),
        ("news.jsonl, line 7", "date must be a full date such as 2026-05-02; indexed without it."),
        ("news.jsonl, line 8", "is not JSON that can be read (a number too long, or nested too deep)."),
        ("news.jsonl, line 9", "is not JSON that can be read (a number too long, or nested too deep)."),
    ]


def test_a_file_of_rubbish_is_not_listed_line_by_line(tmp_path: Path) -> None:
    _, problems = _lines(tmp_path, *["rubbish"] * (MOST_PROBLEMS + 7))
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1] == ("news.jsonl", "7 more problems of this kind are not listed.")


def test_damaged_gzip_gives_what_stands_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    line = json.dumps({"id": "n1", "text": "One."}) + "\n"
    packed = gzip.compress(line.encode() + bytes(range(256)) * 400)
    path.write_bytes(packed[: len(packed) // 2])
    articles, problems = _read(path)
    assert [article.id for article in articles] == ["n1"]
    assert problems[-1][0] == "news.jsonl.gz"
    assert problems[-1][1].startswith("is damaged gzip after line ")


def test_text_that_cannot_be_stored_or_shown_is_replaced_while_reading(tmp_path: Path) -> None:
    articles, _ = _lines(tmp_path, r'{"id": "n1", "text": "a\u0000b \ud800 c", "title": "t\u0007"}')
    assert articles[0].text == "a b ? c"
    assert articles[0].title == "t"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2022/05/31", date(2022, 5, 31)),
        ("2026-05-02T23:30:00-05:00", date(2026, 5, 2)),
        ("2 May 2026", date(2026, 5, 2)),
        ("May 2nd, 2026 at 5 pm", date(2026, 5, 2)),
        ("13/04/2026", date(2026, 4, 13)),
        ("May 2026", None),
        ("2026-05", None),
        ("2026", None),
        ("May 2", None),
        ("Tuesday", None),
        ("03/04/2026", None),
        ("2026-13-01", None),
        ("1700-01-01", None),
        ("2030-01-01", None),
        ("", None),
        (20260502, None),
        (None, None),
    ],
)
def test_a_date_is_a_full_calendar_date_or_unknown(said: object, meant: date | None) -> None:
    assert parse_date(said, TODAY) == meant


@given(st.text(max_size=40))
def test_no_text_makes_reading_a_date_fail(said: str) -> None:
    found = parse_date(said, TODAY)
    assert found is None or 1800 <= found.year <= TODAY.year + 1
