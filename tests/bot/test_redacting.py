"""What people on Discord are told instead of paths and addresses of the machine."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import AnyHttpUrl

from bot.redacting import PathRedactor
from bot.settings import BotSettings
from index.report import ArticleChange, BuildReport, Problem

SETTINGS = BotSettings(
    data_dir=Path("/srv/foot_note/data"),
    articles_dir=Path("/articles"),
    chroma_url=AnyHttpUrl("http://chroma.internal:8000"),
)
REDACTOR = PathRedactor.of(SETTINGS)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("/srv/foot_note/data cannot be written.", "The data folder cannot be written."),
        ("The disk of /srv/foot_note/data is full.", "The disk of the data folder is full."),
        ("/srv/foot_note/data/a/b.sqlite is gone", "“a/b.sqlite” in the data folder is gone"),
        ("one of this name is in /articles already", "one of this name is in the articles folder already"),
        ("see /articles/reports/may.md.", "see “reports/may.md” in the articles folder."),
        ("Permission denied: '/srv/other/place.txt'", "Permission denied: '“place.txt”'"),
        ("No such file: '/secret'", "No such file: '“secret”'"),
        (r"C:\Users\ed\data.txt is in use", "“data.txt” is in use"),
        ("~/notes/today.md is empty, /home/ed/x/ too", "“today.md” is empty, “x” too"),
        ("file:///srv/a/b.html is no address", "“b.html” is no address"),
        (
            "The Chroma server http://chroma.internal:8000/ cannot be reached.",
            "The Chroma server (CHROMA_URL) cannot be reached.",
        ),
    ],
)  # fmt: skip
def test_paths_and_addresses_of_the_machine_are_named_by_what_they_are(written: str, told: str) -> None:
    assert REDACTOR.redact(written) == told


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/srv/foot_note/data/index.html answered 404.",
        "Run `/articles reindex`, or `/feeds list`.",
        "Use /ask and/or mention me on 3/5/2026.",
        "reports/may.md is empty.",
        "At 24/7 it runs; 1/2 of it.",
    ],
)
def test_what_is_no_path_of_the_machine_stays_word_for_word(text: str) -> None:
    assert REDACTOR.redact(text) == text


def test_a_folder_that_is_set_relatively_is_known_by_its_absolute_path() -> None:
    redactor = PathRedactor.of(BotSettings(data_dir=Path("some/data")))
    absolute = Path("some/data").absolute()
    assert (
        redactor.redact(f"{absolute}/bot.sqlite3 is locked") == "“bot.sqlite3” in the data folder is locked"
    )
    assert redactor.redact("some/data is locked") == "some/data is locked"


def test_the_sentences_of_a_report_are_cleaned_however_deep_and_its_articles_are_not() -> None:
    @dataclass(frozen=True, slots=True)
    class Outer:
        build: BuildReport | None
        title: str
        error: str | None = None

    problem = Problem("/articles/a.md", "lies in /srv/foot_note/data")
    added = (ArticleChange("articles/x", "Life in /usr/local/bin"),)
    build = BuildReport("g", False, datetime.now(UTC), 1.0, "ed", added=added, problems=(problem,))
    outer = Outer(build, "Life in /usr/local/bin", "see /opt/x/y")
    hidden = REDACTOR.redact_in(outer)
    assert hidden.title == "Life in /usr/local/bin"
    assert hidden.error == "see “y”"
    assert hidden.build is not None
    assert hidden.build.problems == (Problem("“a.md” in the articles folder", "lies in the data folder"),)
    assert hidden.build.added == added


async def test_what_a_service_reports_is_cleaned_whichever_call_it_answers() -> None:
    class Feeds:
        async def every(self) -> tuple[Problem, ...]:
            return (Problem("/articles/a.md", "lies in /srv/foot_note/data"),)

    class Service:
        feeds = Feeds()

        async def check(self, reason: str, *, source: str) -> Problem:
            return Problem(source, reason)

    service = REDACTOR.redact_results_of(Service())
    told = Problem("“a.md” in the articles folder", "lies in the data folder")
    assert await service.check("lies in /srv/foot_note/data", source="/articles/a.md") == told
    assert await service.feeds.every() == (told,)
