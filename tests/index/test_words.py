"""One way of reading words for the keyword index and for answers."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import STOP_WORDS, stems, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("6,700 containers", "6700 container"),
        ("6\u00a0700", "6700"),
        ("61 000 crowns", "61,000 crowns"),
        ("1 900 000", "1900000"),
        ("1.234.567", "1,234,567"),
        ("Orbán", "ORBAN"),
        ("Łódź and Tromsø", "lodz tromso"),
        ("Straße", "strasse"),
        ("Biden’s plan", "Biden's plans"),
        ("O’Neill", "O'Neill"),
        ("the U.S. embassy", "the US embassy"),
        ("240mm", "240 mm"),
        ("a womb-transplant", "womb transplants"),
        ("ﬁnancial ①", "financial 1"),
        (unicodedata.normalize("NFD", "Día de Muertos"), unicodedata.normalize("NFC", "Día de Muertos")),
        ("running runs", "run run"),
    ],
)
def test_spellings_of_the_same_have_the_same_stems(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 May 2020 300", "12 May 2020300"),
        ("in 2020 300 came", "in 2,020,300 came"),
        ("US", "us"),
        ("3.4", "34"),
        ("1.234", "1234"),
        ("M&M", "M M"),
        ("24th", "24"),
        ("1990s", "1990"),
    ],
)
def test_spellings_of_different_things_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_stop_words_and_question_words_have_no_stems() -> None:
    assert stems("What is the name of it, and how many don't they've?") == ["name"]
    assert stems("Tell us about us") == []


def test_months_and_single_letters_are_words() -> None:
    assert stems("in May, vitamin C") == ["may", "vitamin", "c"]


def test_scripts_without_spaces_are_read_character_by_character() -> None:
    assert stems("灯台 tower") == ["灯", "台", "tower"]


def test_tokens_keep_stop_words_and_mark_them() -> None:
    assert [(word.text, word.stem, word.stop) for word in tokens("The U.S. tower's lamps")] == [
        ("The", "the", True),
        ("U.S.", "us", False),
        ("tower's", "tower", False),
        ("lamps", "lamp", False),
    ]


@given(st.text(max_size=200))
def test_tokens_are_in_order_stand_where_they_say_and_agree_with_stems(text: str) -> None:
    found = tokens(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert [word.stem for word in found if not word.stop] == stems(text)
    assert all(word.stem for word in found if not word.stop)


def test_no_stop_word_is_spelt_as_it_could_never_be_read() -> None:
    assert {word for word in STOP_WORDS if stems(word)} == set()
