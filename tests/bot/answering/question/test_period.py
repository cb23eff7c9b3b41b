"""Which period a question names, as seen from a Wednesday in November, and when it is one of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question.period import phrases, recognise
from index.passage import Period

ASKED = date(2026, 11, 18)


def period(text: str) -> Period:
    """ "2026-05-01 … 2026-05-31", either side open where it is empty."""
    start, end = (part.strip() for part in text.split("…"))
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What burned down in 2023?", "2023-01-01 … 2023-12-31"),
        ("What burned down in the year 2023?", "2023-01-01 … 2023-12-31"),
        ("How was 2023's harvest?", "2023-01-01 … 2023-12-31"),
        ("Who won the 2023 World Cup?", "2023-01-01 … 2023-12-31"),
        ("Who won the Coastal Cup 2023?", "2023-01-01 … 2023-12-31"),
        ("Who built the pier in the 1990s?", "1990-01-01 … 1999-12-31"),
        ("Who was top scorer in the 2022-23 season?", "2022-01-01 … 2023-12-31"),
        ("What fell from 2019 to 2021?", "2019-01-01 … 2021-12-31"),
        ("What burned down in the first half of 2023?", "2023-01-01 … 2023-06-30"),
        ("What burned down in the second quarter of 2023?", "2023-04-01 … 2023-06-30"),
        ("What did Verrin Glas earn in Q3 2024?", "2024-07-01 … 2024-09-30"),
        ("What opened in mid-2024?", "2024-05-01 … 2024-08-31"),
        ("What opened at the end of last year?", "2025-09-01 … 2025-12-31"),
        ("What opened in the spring of 2024?", "2024-03-01 … 2024-05-31"),
        ("What opened last summer?", "2026-06-01 … 2026-08-31"),
        ("What froze last winter?", "2025-12-01 … 2026-02-28"),
        ("What opened in March 2022?", "2022-03-01 … 2022-03-31"),
        ("What opened in March?", "2026-03-01 … 2026-03-31"),
        ("What opened in December?", "2025-12-01 … 2025-12-31"),
        ("What opened in march last year?", "2025-03-01 … 2025-03-31"),
        ("what opened in may 2022?", "2022-05-01 … 2022-05-31"),
        ("what opened in may?", "2026-05-01 … 2026-05-31"),
        ("What opened in early March?", "2026-03-01 … 2026-03-10"),
        ("Who has resigned since May?", "2026-05-01 …"),
        ("Who was mayor before March 2022?", "… 2022-02-28"),
        ("Who was mayor until 2019?", "… 2019-12-31"),
        ("Who has been mayor after 2019 and before 2022?", "2020-01-01 … 2021-12-31"),
        ("How many had fallen ill by August 2025?", "… 2025-08-31"),
        ("What happened from May to July?", "2026-05-01 … 2026-07-31"),
        ("What fell between May and July 2022?", "2022-05-01 … 2022-07-31"),
        ("What froze from November to February?", "2025-11-01 … 2026-02-28"),
        ("What burned on 14 November?", "2026-11-14 … 2026-11-14"),
        ("What burned on November 14th?", "2026-11-14 … 2026-11-14"),
        ("What burned on the 14th of December?", "2025-12-14 … 2025-12-14"),
        ("What burned on Oct. 3, 2025?", "2025-10-03 … 2025-10-03"),
        ("What burned on 2025-10-03?", "2025-10-03 … 2025-10-03"),
        ("How many trams ran between 3 and 9 October?", "2026-10-03 … 2026-10-09"),
        ("How many trams ran from 3 to 9 October 2025?", "2025-10-03 … 2025-10-09"),
        ("What ran on 3–9 October 2025?", "2025-10-03 … 2025-10-09"),
        ("Who resigned yesterday?", "2026-11-17 … 2026-11-17"),
        ("Who resigned the day before yesterday?", "2026-11-16 … 2026-11-16"),
        ("Who resigned today?", "2026-11-18 …"),
        ("Who resigned this morning?", "2026-11-18 …"),
        ("What burned last night?", "2026-11-17 …"),
        ("Who resigned this week?", "2026-11-16 …"),
        ("Who resigned last week?", "2026-11-09 … 2026-11-15"),
        ("Who resigned in the last week?", "2026-11-11 …"),
        ("Who resigned over the past three weeks?", "2026-10-28 …"),
        ("Who resigned in the last couple of days?", "2026-11-16 …"),
        ("Who resigned two weeks ago?", "2026-11-01 … 2026-11-07"),
        ("Who resigned a year ago?", "2025-01-01 … 2025-12-31"),
        ("Who resigned this month?", "2026-11-01 …"),
        ("Who resigned last month?", "2026-10-01 … 2026-10-31"),
        ("Who resigned last year?", "2025-01-01 … 2025-12-31"),
        ("Who resigned at the weekend?", "2026-11-14 … 2026-11-15"),
        ("Who resigned this past weekend?", "2026-11-14 … 2026-11-15"),
        ("Who resigned last weekend?", "2026-11-14 … 2026-11-15"),
        ("Who resigned on Tuesday?", "2026-11-17 … 2026-11-17"),
        ("Who resigned Tuesday?", "2026-11-17 … 2026-11-17"),
        ("Who resigned on Wednesday?", "2026-11-18 …"),
        ("Who resigned last Wednesday?", "2026-11-11 … 2026-11-11"),
        ("Who won on May 11 and who on May 13?", "2026-05-11 … 2026-05-13"),
    ],
)
def test_a_time_is_read_as_days(question: str, expected: str) -> None:
    found = recognise(question, ASKED)
    assert found is not None
    assert found.period == period(expected)
    assert not found.published


@pytest.mark.parametrize(
    "question",
    [
        "What may happen to the harbour?",
        "What did Theresa May say?",
        "Who left before May resigned?",
        "What did people buy on Black Friday?",
        "What did Sheffield Wednesday pay?",
        "What did the USA Today write?",
        "Who wants to march to the town hall?",
        "How did 2023 people get out?",
        "What did the team of 2023 volunteers plant?",
        "Did it cost $2023, 2023% or 2,023 crowns?",
        "How many since?",
        "How many have left since the storm?",
        "What was the fall of the old town?",
        "What will happen in March?",
        "What will open next week?",
        "What is due to open on 3 December?",
        "Who will be mayor in 2031?",
        "What must be done by 2050?",
        "What happened on 31 February 2024?",
        "Was ist im Mai passiert?",
        "Who is Ilse Varga?",
    ],
)
def test_what_is_no_time_or_lies_ahead_is_left_alone(question: str) -> None:
    assert recognise(question, ASKED) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which articles from 2023 tell of the bridge?", "2023-01-01 … 2023-12-31"),
        ("Are there articles about the bridge from 2023?", "2023-01-01 … 2023-12-31"),
        ("What has been published since May about the bridge?", "2026-05-01 …"),
        ("What was written in 2023 about the bridge?", "2023-01-01 … 2023-12-31"),
        ("What was reported last week about the flood?", "2026-11-09 … 2026-11-15"),
        ("What did the newspapers report on 3 November?", "2026-11-03 … 2026-11-03"),
        ("What is in this week's news?", "2026-11-16 …"),
        ("News of this month about the harbour", "2026-11-01 …"),
        ("What is the latest on the strike since Monday?", "2026-11-16 …"),
        ("Which stories were published on 3 November?", "2026-11-03 … 2026-11-03"),
    ],
)
def test_words_of_publication_leave_only_articles_of_that_time(question: str, expected: str) -> None:
    found = recognise(question, ASKED)
    assert found is not None
    assert found.period == period(expected)
    assert found.published


@pytest.mark.parametrize(
    "question",
    [
        "Which novel published in 2023 won the prize?",
        "What did the study published last week find?",
        "How many cases were reported last week?",
        "What is the news of the storm in 2023?",
        "Who left Fox News this week?",
        "Which articles of the treaty were broken in 2023?",
    ],
)
def test_what_else_was_published_or_counted_then_may_be_told_later(question: str) -> None:
    found = recognise(question, ASKED)
    assert found is not None
    assert not found.published


def test_the_words_that_belong_to_a_time_are_found_with_it() -> None:
    question = "Who won in 2023, and what will open next week?"
    assert [question[start:end] for start, end in phrases(question)] == ["in 2023", "next week"]


_TIMES = """since until before after between from to in on of the last past this next first half quarter early
    mid late May march Tuesday week weeks days year years ago 2023 2022 1899 14 3rd 31 99 October Feb. winter
    fall the weekend 2024-02-30 2022-23 1990s reported articles news published H2 Q4 , - – ? 's"""
_WORDS = st.sampled_from(sorted(set(_TIMES.split())))
_DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))


@given(st.lists(_WORDS, max_size=20).map(" ".join), _DAYS)
def test_no_run_of_such_words_gives_a_period_that_ends_before_it_starts_or_is_to_come(
    question: str, asked: date
) -> None:
    found = recognise(question, asked)
    if found is not None:
        assert found.period != Period()
        assert found.period.start is None or found.period.start <= asked
        if found.period.start and found.period.end:
            assert found.period.start <= found.period.end
        assert 0 <= found.start < found.end <= len(question)


@given(st.text(max_size=200), _DAYS)
def test_no_text_is_too_odd(question: str, asked: date) -> None:
    recognise(question, asked)
    phrases(question)
