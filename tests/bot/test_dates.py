"""Days as people write them."""

from datetime import date

import pytest

from bot.dates import NotADay, read_day

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
