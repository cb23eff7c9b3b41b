"""What kind of words a question expects, and where a sentence offers them."""

import pytest

from bot.answering.extractive.expected_answer import Expected, expect, offers
from index.words import stems, tokens


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who rebuilt the tower?", Expected.NAME),
        ("Where does the ferry sail?", Expected.NAME),
        ("How many passengers were stranded?", Expected.NUMBER),
        ("The office paid how much for the tower?", Expected.NUMBER),
        ("What range does the lamp have?", Expected.NUMBER),
        ("How far did the price fall?", Expected.NUMBER),
        ("How tall is the tower?", Expected.LENGTH),
        ("How old is Ilse Varga?", Expected.AGE),
        ("What is the price of a ticket?", Expected.NUMBER),
        ("When did the crews go back?", Expected.TIME),
        ("In which year was the tower built?", Expected.TIME),
        ("Why did the crews stop?", Expected.REASON),
        ("Which island is served?", Expected.THING),
        ("Which town did the man who built it come from?", Expected.THING),
        ("Who resigned when the strike began?", Expected.NAME),
        ("The tower reopened in May. Who was there?", Expected.NAME),
        ("Did the strike end?", Expected.ANYTHING),
        ("", Expected.ANYTHING),
    ],
)
def test_a_question_tells_what_kind_of_words_would_answer(question: str, expected: Expected) -> None:
    assert expect(question) is expected


def offered(sentence: str, question: str) -> list[str]:
    found = offers(sentence, tokens(sentence), expect(question), frozenset(stems(question)))
    return [sentence[offer.start : offer.end] for offer in found]


def test_numbers_come_with_their_scale_and_currency() -> None:
    sentence = "They paid $3.2 million, or 40% of it, for seven boats in 2026, on 9 June."
    assert offered(sentence, "How much did they pay?") == ["$3.2 million", "40%", "seven"]


def test_a_height_has_a_unit_of_length() -> None:
    sentence = "In 24 years 300 people climbed it: 41 metres, 41m, 134 feet, a 41-metre tower, Varga 1,82 m."
    assert offered(sentence, "How tall is the tower?") == ["41", "41m", "134", "41", "1,82 m"]


def test_an_age_is_told_by_its_form() -> None:
    sentence = (
        "Varga, 41, came in 24 years with a 12-year-old, aged 12, and one of 90 years of age for 3 days."
    )
    assert offered(sentence, "How old is she?") == ["41", "12", "12", "90"]


def test_numbers_that_the_question_says_itself_are_no_answer() -> None:
    assert offered("The 240 mm gun fires 12 shots.", "How many shots does the 240 mm gun fire?") == ["12"]


def test_dates_stand_together() -> None:
    sentence = "It opened on 9 June 2026, closed on Friday and was built in 1911; 30 came."
    assert offered(sentence, "When did it open?") == ["9 June 2026", "Friday", "1911"]


def test_names_are_capitalised_words_that_the_question_has_not() -> None:
    sentence = "Yesterday the head of the Lindau Harbour Office, Ilse Varga, met the Duke of Holm in Lindau."
    assert offered(sentence, "Who met in Lindau?") == ["Lindau Harbour Office", "Ilse Varga", "Duke of Holm"]


def test_the_capital_that_opens_a_sentence_is_no_name() -> None:
    assert offered("Crews went back.", "Who went back?") == []
    assert offered("NATO went back.", "Who went back?") == ["NATO"]


def test_reasons_are_the_words_that_give_them() -> None:
    assert offered("They stopped because of the pay.", "Why did they stop?") == ["because"]
