"""Days as people write them."""

import re
from datetime import date

import pytest

from bot.discord.toolkit.article_line import day
from bot.messages import LOCALES, messages_for
from bot.presenting.typed_days import NotADay, read_day

TODAY = date(2026, 5, 20)
THE_DAY = date(2026, 5, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-02",
        "2026/5/2",
        "2 May 2026",
        "2nd of May 2026",
        "2. may 2026",
        "May 2, 2026",
        "MAY 2 2026",
        "  2   May   2026 ",
        "02.05.2026",
    ],
)
def test_one_day_in_its_common_forms(text: str) -> None:
    assert read_day(text, TODAY) == THE_DAY
    assert read_day(text, TODAY, last=True) == THE_DAY


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("Sept 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("today", TODAY, TODAY),
        ("Yesterday", date(2026, 5, 19), date(2026, 5, 19)),
    ],
)
def test_a_longer_time_begins_and_ends(text: str, first: date, last: date) -> None:
    assert read_day(text, TODAY) == first
    assert read_day(text, TODAY, last=True) == last


def test_a_day_that_only_one_order_allows_is_read() -> None:
    assert read_day("25/12/2025", TODAY) == read_day("12/25/2025", TODAY) == date(2025, 12, 25)
    assert read_day("5/5/2026", TODAY) == date(2026, 5, 5)


def test_a_day_that_could_be_two_is_refused_as_such() -> None:
    with pytest.raises(NotADay) as caught:
        read_day("5/2/2026", TODAY)
    assert caught.value.ambiguous


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01", "31 February 2026", "2 Mai 2026", "0000", "1 2 3", "²²²²"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotADay) as caught:
        read_day(text, TODAY)
    assert not caught.value.ambiguous


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        ("de", ["2. Mai 2026", "2 mai 2026", "2.5.2026", "02. 05. 2026", "2/5/2026", "2 May 2026"]),
        ("es-ES", ["2 de mayo de 2026", "2 mayo 2026", "2 de mayo del 2026", "2/5/2026", "2-5-2026"]),
        ("fr", ["2 mai 2026", "02/05/2026", "2. mai 2026"]),
        ("pt-BR", ["2 de maio de 2026", "2 mai. 2026", "2/5/2026", "2 de MAIO de 2026"]),
        ("uk", ["2 травня 2026 р.", "2 травня 2026", "2 травня 2026 року", "02.05.2026", "02.05.2026 р."]),
    ],
)
def test_a_day_as_each_language_writes_it(locale: str, texts: list[str]) -> None:
    for text in texts:
        assert read_day(text, TODAY, locale=locale) == THE_DAY, text


@pytest.mark.parametrize(
    ("locale", "text", "month"),
    [
        ("de", "März 2026", 3),
        ("de", "marz 2026", 3),
        ("de", "Sept. 2026", 9),
        ("es-ES", "agosto de 2026", 8),
        ("fr", "1er février 2026", 2),
        ("fr", "fevrier 2026", 2),
        ("fr", "1er août 2026", 8),
        ("pt-BR", "marco de 2026", 3),
        ("pt-BR", "1º de março de 2026", 3),
        ("uk", "травень 2026", 5),
        ("uk", "липень 2026 р.", 7),
        ("uk", "1 лютого 2026", 2),
    ],
)
def test_a_month_in_each_language_with_and_without_accents(locale: str, text: str, month: int) -> None:
    assert read_day(text, TODAY, locale=locale) == date(2026, month, 1)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_answers_show_as_a_day_can_be_typed(locale: str) -> None:
    for month in range(1, 13):
        for number in (1, 2, 21):
            shown = day(date(2026, month, number), messages_for(locale))
            assert read_day(shown, TODAY, locale=locale) == date(2026, month, number), shown


@pytest.mark.parametrize("locale", LOCALES)
def test_the_samples_that_an_error_shows_can_be_typed(locale: str) -> None:
    messages = messages_for(locale)
    for text in (messages("error-date", text="?"), messages("discord-ask-since")):
        samples = re.findall(r"\d[\d./-]+\d", text)
        assert samples
        for sample in samples:
            assert read_day(sample, TODAY, locale=locale) in (THE_DAY, date(2026, 1, 1)), sample


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "gestern"),
        ("es-ES", "ayer"),
        ("fr", "hier"),
        ("pt-BR", "ontem"),
        ("uk", "вчора"),
        ("uk", "Учора"),
    ],
)
def test_yesterday_in_each_language(locale: str, text: str) -> None:
    assert read_day(text, TODAY, locale=locale) == date(2026, 5, 19)


def test_today_with_either_apostrophe() -> None:
    assert read_day("aujourd'hui", TODAY, locale="fr") == read_day("Aujourd’hui", TODAY, locale="fr") == TODAY
