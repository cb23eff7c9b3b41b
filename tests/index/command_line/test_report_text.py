"""Reports, status and passages as an operator reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from index.article import ArticleInfo
from index.command_line import phrases
from index.command_line.report_text import (
    LISTED_CHANGES,
    passage_lines,
    problem_lines,
    report_lines,
    status_lines,
)
from index.passage import Passage, Sentence
from index.report import ArticleChange, ArticleCopy, BuildReport, IndexStatus, Problem

REPORT = BuildReport(
    generation="g7",
    dry_run=False,
    started_at=datetime(2026, 5, 3, tzinfo=UTC),
    seconds=65.4,
    by="somebody",
    added=(ArticleChange("a.txt", "Harbour light burns again"),),
    changed=(ArticleChange("b.txt", "Ferry timetable"),),
    removed=(ArticleChange("c.txt", "Old news"),),
    unchanged=1498,
    copies=(ArticleCopy("d.txt", "a.txt"),),
    problems=(Problem("e.txt", "is empty."),),
    chunks=2964,
    embedded=12,
    reused=2952,
)


def test_a_published_build_names_what_changed_what_it_cost_and_what_could_not_be_read() -> None:
    assert list(report_lines(REPORT)) == [
        "Published g7: 2,964 chunks from 1,500 articles in 1 min 5 s.",
        "12 of the chunks went through the model, 2,952 were taken over.",
        "  added    a.txt  Harbour light burns again",
        "  changed  b.txt  Ferry timetable",
        "  removed  c.txt  Old news",
        "  copy     d.txt  has the same text as a.txt, so it is not indexed twice",
        "Not everything could be read:",
        "  e.txt: is empty.",
    ]


def test_a_dry_run_and_a_build_that_changes_nothing_say_that_nothing_was_published() -> None:
    nothing = replace(REPORT, generation=None, added=(), changed=(), removed=(), copies=(), problems=())
    assert list(report_lines(nothing)) == ["Nothing changed: 1,498 articles, nothing was published."]
    assert list(report_lines(replace(nothing, dry_run=True))) == [
        "A build would change nothing: 1,498 articles."
    ]
    assert next(iter(report_lines(replace(REPORT, dry_run=True)))) == "A build would change this:"


def test_a_long_list_of_changes_is_counted_and_every_problem_is_named() -> None:
    many = tuple(ArticleChange(f"{n}.txt", f"Article {n}") for n in range(500))
    problems = tuple(Problem(f"p{n}.txt", "is empty.") for n in range(50))
    lines = list(report_lines(replace(REPORT, added=many, problems=problems)))
    assert sum(line.startswith("  added") for line in lines) == LISTED_CHANGES
    assert f"  … and {500 - LISTED_CHANGES} more; --json names them all" in lines
    assert sum("is empty." in line for line in lines) == 50


def test_stray_files_stand_apart_from_what_is_to_be_mended_and_are_counted() -> None:
    strays = tuple(Problem(f"{n}.jpg", "is no article.", stray=True) for n in range(50))
    lines = list(problem_lines((*strays, Problem("a.txt", "is empty."))))
    assert lines[:4] == [phrases.PROBLEMS, "  a.txt: is empty.", phrases.STRAYS, "  0.jpg: is no article."]
    assert lines[-1] == f"  … and {50 - LISTED_CHANGES} more; --json names them all"
    assert list(problem_lines(strays[:1])) == [phrases.STRAYS, "  0.jpg: is no article."]


def test_foreign_titles_and_reasons_do_not_steer_the_terminal() -> None:
    hostile = "\x1b[2Jgone\nfaked line"
    report = replace(
        REPORT, added=(ArticleChange(hostile, hostile),), problems=(Problem(hostile, hostile),), copies=()
    )
    lines = list(report_lines(report))
    assert all(line.isprintable() for line in lines)
    assert sum("faked line" in line for line in lines) == 2


def test_status_is_a_fact_a_line_with_unknown_dates_said() -> None:
    status = IndexStatus(
        generation="g7",
        published_at=datetime(2026, 5, 3, 9, 5, tzinfo=UTC),
        published_by="somebody",
        articles=1500,
        chunks=2964,
        newest_article=None,
        embedding_model="bundled",
        size_bytes=41_234_567,
        publishers=("Harbour Gazette", "Coast Weekly"),
    )
    lines = list(status_lines(status))
    assert lines[0] == "published        g7"
    assert "at               2026-05-03 09:05 UTC" in lines
    assert "newest article   unknown" in lines
    assert "publishers       Harbour Gazette, Coast Weekly" in lines
    assert lines[-1] == "size on disk     41.2 MB"


def test_passages_come_with_their_article_their_scores_and_their_words() -> None:
    info = ArticleInfo("a", "a.txt", "Harbour light", publisher="Gazette", published=date(2026, 5, 2))
    passage = Passage("a:0", info, 0, 20, "The light\nis 41 m up.", None, 0.5, 0.81, 12.34)
    assert list(passage_lines((passage,))) == [
        "1. Harbour light · Gazette · 2026-05-02 (score 0.500, cosine 0.810, BM25 12.3)",
        "   The light",
        "   is 41 m up.",
        "",
    ]
    assert list(passage_lines(())) == ["No passage was found."]


def test_a_passage_that_begins_below_its_heading_comes_with_it() -> None:
    info = ArticleInfo("a", "a.txt", "Town office")
    sentences = (Sentence(30, 49, 0.5, "Vance › Fees"),)
    passage = Passage("1", info, 30, 49, "Passport: 62 crowns", "Vance › Fees", 0.5, 0.8, None, sentences)
    assert list(passage_lines((passage,)))[1:3] == ["   § Vance › Fees", "   Passport: 62 crowns"]
